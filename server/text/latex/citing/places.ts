import type { Insertion } from '../../../base/edit';

/** False in what is copied elsewhere, and where TeX stops at text. */
export const takes = (source: string, { at }: Insertion, beginsBlock: boolean): boolean =>
  !isOptional(source, at) && (!beginsBlock || mayBeginBlock(source, at));

/** `\caption[…]{…}`, `\item[…]`: what is copied to a list of figures, or a label. */
const isOptional = (source: string, at: number): boolean =>
  /\\[A-Za-z]+\*?(?:\{[^{}]*\})*\[[^\]\n]*$/.test(source.slice(Math.max(0, at - LONGEST_OPTION), at));
const LONGEST_OPTION = 300;

/** A command for several works goes on with the brackets and braces that come after it: `\parencites[3]{a}{b} [sic]`. */
export const goesOn = (mark: string, following: string): boolean =>
  /\\[A-Za-z]+s[([{]/.test(mark) && /^\s*[[{]/.test(following);

/** True in an empty note; false on an empty line of a figure or table, and before the first item of a list, where TeX stops. */
function mayBeginBlock(source: string, at: number): boolean {
  if (source.startsWith('{}', at - 1)) return true;
  const open: { name: string; after: number }[] = [];
  for (const { 0: typed, 1: end, 2: name = '', index } of source.slice(0, at).matchAll(ENVIRONMENT)) {
    if (end === undefined) open.push({ name, after: index + typed.length });
    else if (open.at(-1)?.name === name) open.pop();
  }
  return open.every(
    ({ name, after }) => !FLOAT.test(name) && (!LIST.test(name) || source.slice(after, at).includes('\\item')),
  );
}

const ENVIRONMENT = /\\(?:begin|(end))\s*\{([A-Za-z]+)\*?\}/g;
const FLOAT = /figure|table|tabular|tabu|longtable|algorithm|scheme|tikz/i;
const LIST = /^(?:itemize|enumerate|description|compact\w+|inpara\w+|thebibliography|list|trivlist)$/;
