import { flat } from '../../base/script';
import { detex } from '../../bibliography/bibtex/detex';
import { entex } from '../../bibliography/bibtex/entex';
import { fieldOf } from '../../bibliography/bibtex/fields';
import type { BibtexEntry, BibtexFile } from '../../bibliography/bibtex/parse';
import type { ValuePart } from '../../bibliography/bibtex/scan';
import { protectedTitle } from '../../bibliography/bibtex/serialise';
import { detectStyle } from '../../bibliography/bibtex/style';
import { parseFormula } from '../../chemistry/formula';
import { typesetFormula } from '../../chemistry/typeset';
import type { Manuscript } from '../../manuscript/manuscript';
import { usesBiblatex } from '../../text/parsedFile';
import type { BibliographyRule, Finding } from '../rule';

/** What a style of BibTeX lowers in a title (`Lifepo4`), and what an exporter has left of HTML in it. */
export const unprotectedFormula = {
  code: 'citation/unprotected-formula',
  title: 'Formula or short form in a title that BibTeX lowers',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: '@article{a, title={Films of «LiFePO4» and the «SEI»}}\n',
        fixed: '@article{a, title={Films of {LiFePO$_4$} and the {SEI}}}\n',
      },
      {
        text: '@article{a, title={«Films of Li<inf>2</inf>O &#8211; a review»}}\n',
        fixed: '@article{a, title={Films of {Li$_2$O} -- a review}}\n',
      },
    ],
    good: [
      '@article{a, title={Films of {LiFePO$_4$} and the {SEI}}}\n',
      '@article{a, title={{Films of LiFePO4 and the SEI}}}\n',
      '@article{a, title={Films That Grow: On Copper in Cell 4A}}\n',
    ],
  },
  *checkBibliography({ uri, text, file }, { manuscripts }) {
    const entries = file.entries as readonly BibtexEntry[];
    if (entries.length === 0) return;
    const { ascii, biblatex } = detectStyle(text, file as BibtexFile);
    const isKept = biblatex || (manuscripts.length > 0 && manuscripts.every(keepsCapitals));
    for (const entry of entries) {
      const [part, ...more] = fieldOf(entry, 'title')?.parts ?? [];
      if (!part || more.length > 0 || part.kind === 'macro') continue;
      if (LEFT_BY_EXPORTERS.test(part.text)) {
        const newText = protectedTitle(detex(part.text), ascii);
        yield {
          span: part.span,
          message: 'An exporter has left HTML in this title: TeX prints it as it stands.',
          fixes: [{ title: 'Write the title for TeX', edits: [{ uri, span: part.span, newText }], safe: false }],
        };
      } else if (!isKept) yield* unprotected(part, uri, ascii);
    }
  },
} as const satisfies BibliographyRule;

/** biblatex prints titles as they are typed, and Typst runs no BibTeX, whose styles lower them. */
const keepsCapitals = ({ files }: Manuscript): boolean =>
  files[0]!.parsed.format === 'typst' || files.some(({ parsed }) => usesBiblatex(parsed.packages));

const LEFT_BY_EXPORTERS =
  /<\/?(?:inf|sub|sup|i|b|em|mml:\w+|jats:\w+|scp?)\b[^<>]*>|&(?:#\d+|#x[\da-f]+|lt|gt|amp|ndash|mdash);/i;

/** Words outside braces and math, that styles write in small letters. */
function* unprotected({ text, span }: ValuePart, uri: string, ascii: boolean): Generator<Finding> {
  const open = text.replace(IN_BRACES, (group) => '{'.repeat(group.length));
  // A title that is all in capitals is a choice of style.
  if (!/\p{Ll}{3}/u.test(open)) return;
  for (const { index, 0: token } of open.matchAll(/\S+/g)) {
    // Of a formula that is set in part or parted by a space, the rest is not a formula by itself.
    if (/[{}$\\]/.test(token) || PART.test(token)) continue;
    for (const { at, word } of wordsOf(token)) {
      const isCompound = isFormula(word);
      if (!isCompound && !isShortForm(word)) continue;
      const start = span.start + index + at;
      const whole = { start, end: start + word.length };
      const newText = `{${isCompound ? withTexScripts(set(word), word, ascii) : word}}`;
      yield {
        span: whole,
        message: `Styles of BibTeX print “${word.toLowerCase()}” for “${word}”: put it in braces.`,
        fixes: [{ title: `Write ${newText}`, edits: [{ uri, span: whole, newText }], safe: true }],
      };
    }
  }
}

/** With all its indices lowered; as it is where some would stay on the line (`LiNi1/3Mn2/3O2`) or a sign was read as a charge. */
function set(formula: string): string {
  const typeset = typesetFormula(formula);
  return /[\dxz]|(?<!D)y|[⁺⁻]/u.test(typeset) ? formula : typeset;
}

/** For TeX, except for signs that the writer typed as they are: Greek letters, dashes between formulas. */
const withTexScripts = (typeset: string, written: string, ascii: boolean): string =>
  typeset.replace(SCRIPTS_AND_SIGNS, (found) => (written.includes(found) ? found : entex(found, ascii)));

const SCRIPTS_AND_SIGNS = /[₀-₉₊₋ₓ]+(?:\.[₀-₉]+)?|[⁰¹²³⁴-⁹⁺⁻]+|[^\p{ASCII}]/gu;

const IN_BRACES = /\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}|\$[^$]*\$|\\[A-Za-z]+/g;

/** `(Li3xLa2/3−`, `xTiO3,`, `NbX)O12`: the rest is before it or comes after it. */
const PART = /[\d\p{L}][-–−/]$|^[xyz]\p{Lu}|^[^(]*\)[\p{L}\d]|^[^[]*\][\p{L}\d]/u;

/** A formula of which a hyphen is a part (`LiNi1-xCoxO2`) is one word; else hyphens and the like separate words. */
function wordsOf(token: string): { readonly at: number; readonly word: string }[] {
  const [bare, before] = trimmed(token);
  if (isFormula(bare)) return [{ at: before, word: bare }];
  if (WITHIN_FORMULA.test(token)) return [];
  return [...token.matchAll(/[^-–—:;?!/,]+/g)].flatMap(({ index, 0: part }) => {
    const [word, lead] = trimmed(part);
    return word === '' ? [] : [{ at: index + lead, word }];
  });
}

/** An amount that is written with a sign or a fraction: what is around it is one formula, and not read. */
const WITHIN_FORMULA = /[\dxyz)\]][-–−/,·][\dxyz(]/;

/** Without the quotes, stops and unpaired brackets around it; and how much stood before it. */
function trimmed(token: string): readonly [string, number] {
  const before = /^[“”‘’"'`.*]*(?:\((?![^()]*\)[^\s:;,.!?]))?/.exec(token)![0].length;
  const rest = token.slice(before).replace(/[“”‘’"'`.,:;!?*]+$/, '');
  const isOpen = rest.split(')').length > rest.split('(').length;
  return [isOpen ? rest.slice(0, rest.lastIndexOf(')')) : rest, before];
}

/** Several elements, or one with an index: `In` and `No` are words, and `LiNi0` is cut off. */
function isFormula(word: string): boolean {
  if (/^\d|\p{L}0$/u.test(word)) return false;
  if (!/\p{Lu}.*[\p{Lu}\d]/u.test(word) || !/\d|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u.test(word)) return false;
  const read = parseFormula(flat(word));
  return read.ok && (read.formula.composition === null || Object.keys(read.formula.composition).length > 1);
}

/** Two capitals and more, but no Roman number. */
const isShortForm = (word: string): boolean => /^\p{Lu}{2,}s?$/u.test(word) && !/^[IVX]+$/.test(word);
