import { lower, raise, type ScriptedRun } from '../../chemistry/typeset';
import { FORMATS, type FormatId } from '../../text';
import type { FormulaWriting, Markup } from '../../text/format';

/** The markup of a stretch of source that holds an index or exponent; undefined where it shows none that can be written again. */
export function markupOf(source: string): Markup | undefined {
  return MARKS.find(([, mark]) => mark.test(source))?.[0];
}

const MARKS: readonly (readonly [Markup, RegExp])[] = [
  ['ce', /^\\ce\{[^{}]*\}$|^#ce\("[^"]*"\)$/],
  ['macro', /\\text(?:sub|super)script\{/],
  ['upright', /^\\mathrm\{/],
  ['dollars', /\$[_^]/],
  ['html', /<su[bp]>/],
  ['function', /#su(?:b|per)\[/],
  ['unicode', /[₀-₉⁰-⁹⁻⁺¹²³]/],
  ['tildes', /~[^~\s]+~|\^[^^\s]+\^/],
];

/** Runs in markup, or undefined where the format has none of this kind. */
export function inMarkup(runs: readonly ScriptedRun[], markup: Markup, format: FormatId): string | undefined {
  switch (markup) {
    case 'ce':
      return inChemistry(runs, FORMATS[format].formulas);
    case 'upright':
      return `$\\mathrm{${each(runs, '_', '^', braced)}}$`;
    case 'dollars':
      // An index with a charge after it is one formula of math: two dollars would begin a display.
      return each(runs, '$_', '$^', (text) => `${braced(text)}$`).replaceAll('$$', '');
    case 'macro':
      return each(runs, '\\textsubscript', '\\textsuperscript', (text) => `{${text}}`);
    case 'html':
      return each(runs, 'sub', 'sup', (text, name) => `<${name}>${text}</${name}>`, true);
    case 'tildes':
      return each(runs, '~', '^', (text, mark) => `${mark}${text}${mark}`, true);
    case 'function':
      return each(runs, '#sub', '#super', (text) => `[${text}]`);
    case 'unicode':
      return runs.every(isInUnicode)
        ? runs
            .map(({ text, script }) => (script === 'sub' ? lower(text) : script === 'super' ? raise(text) : text))
            .join('')
        : undefined;
  }
}

/** Unicode has no y, z and δ below the line, and no brackets that all fonts have. */
const isInUnicode = ({ text, script }: ScriptedRun): boolean =>
  script === 'normal' || (script === 'sub' ? /^[\dxn.+\-−–]+$/ : /^[\d.+\-−–]+$/).test(text);

/** In braces where the macro would take an index for something else: `\ce{Li_{1-x}CoO2}`. */
function inChemistry(runs: readonly ScriptedRun[], form: FormulaWriting): string | undefined {
  const isPlain = ({ text, script }: ScriptedRun): boolean => script !== 'sub' || /^\d+$/.test(text);
  const input = runs.map((run) =>
    run.script === 'super' ? `^${run.text}` : isPlain(run) ? run.text : `_{${run.text}}`,
  );
  return form.chemistry?.(input.join(''), runs.every(isPlain));
}

const braced = (text: string): string => (text.length === 1 ? text : `{${text}}`);

/** `write` makes the script of a run; it gets the name itself where `named`, else follows it. */
function each(
  runs: readonly ScriptedRun[],
  below: string,
  above: string,
  write: (text: string, name: string) => string,
  named = false,
): string {
  return runs
    .map(({ text, script }) => {
      if (script === 'normal') return text;
      const name = script === 'sub' ? below : above;
      return named ? write(text, name) : name + write(text, name);
    })
    .join('');
}
