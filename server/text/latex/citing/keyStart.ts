import { once } from '../../../base/once';
import type { Citing, SourceFile } from '../../citing/citing';

/** Where the key begins that is typed in the braces of a command; several words may be typed. */
export const keyStart: Citing['keyStart'] = (text, files) => {
  const before = text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const open = before.lastIndexOf('{');
  if (open < 0 || before.includes('}', open) || /\n[ \t]*\n/.test(text.slice(open))) return undefined;
  if (!citesBefore(before.slice(0, open), files)) return undefined;
  const after = Math.max(open, before.lastIndexOf(',')) + 1;
  return after + /^\s*/.exec(before.slice(after))![0].length;
};

const COMMENT = /(?<!\\)%[^\n]*(?=\n)/g;

/** Whether the text before an open brace is a command of which the brace holds keys. */
function citesBefore(head: string, files: readonly SourceFile[]): boolean {
  if (CITE_COMMAND.test(head) || CITES_COMMAND.test(head) || VOLUME_COMMAND.test(head)) return true;
  const name = /\\([A-Za-z]+)\s?$/.exec(head)?.[1];
  return name !== undefined && citingMacros(files).has(name);
}

/** `\cite`, `\citep*[see][p.~3]`, `\parencite` */
const CITE_COMMAND = /\\[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,12}\*?\s?(?:\[[^\][]{0,100}\]\s?){0,2}$/;
/** `\parencites(see)(and others)[3]{a}[4]` */
const CITES_COMMAND =
  /\\[A-Za-z]{0,12}[Cc]ites\*?\s?(?:\([^()]{0,200}\)){0,2}(?:\s?(?:\[[^\][]{0,100}\]|\{[^{}]{0,200}\})){0,40}\s?$/;
/** `\volcite[see]{2}[3]` */
const VOLUME_COMMAND = /\\[A-Za-z]{0,12}volcite\s?(?:\[[^\][]{0,100}\])?\{[^{}]{0,50}\}(?:\[[^\][]{0,100}\])?$/;

/** Macros of the writer whose argument is a list of keys: `\newcommand{\refs}[1]{Refs.~\cite{#1}}` */
const citingMacros = once((files: readonly SourceFile[]): ReadonlySet<string> => {
  const names = files.flatMap(({ parsed }) => [...parsed.source.matchAll(CITING_MACRO)].map(([, name]) => name!));
  return new Set(names);
});

const CITING_MACRO =
  /\\(?:(?:re)?newcommand|providecommand|(?:New|Renew|Provide)DocumentCommand|def)\*?\s*\{?\\([A-Za-z]+)\}?[^\n]{0,120}?\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\][\n]{0,60}\]){0,2}\{#1\}/gi;
