import { type Span, span } from '../base/span';
import { readSettings } from './markdown/book';
import { closingLine, FURTHER_SETTINGS, openingLine, readAcronyms } from './markdown/frontMatter';
import { writeDeclared } from './markdown/glossary';
import { readYamlValue } from './markdown/yaml';
import type { AbbreviationDeclaration, ParsedFile } from './parsedFile';
import { unread } from './unread';

/** Endings of files that may hold nothing but declarations of abbreviations. */
export const GLOSSARY_ENDINGS = /\.(?:ya?ml|json|csv)$/i;

/**
 * Reads a file that a manuscript or its settings name: further settings in YAML, abbreviations in YAML or JSON in the shapes of Quarto,
 * pandoc-acro and glossarium, with or without the lines of a front matter, or rows `short,long` of abbr.
 */
export function readGlossaryFile(name: string, source: string): ParsedFile {
  if (/\.csv$/i.test(name)) return declaring(source, declaredInRows(source));
  const start = openingLine(source) ?? 0;
  const end = closingLine(source, start)?.start ?? source.length;
  const value = readYamlValue(source, start, end);
  if (value?.kind === 'map' && value.entries.some(({ key }) => SETTINGS.has(key))) return readSettings(source, value);
  return declaring(source, value ? readAcronyms(source, value, 'glossary') : []);
}

const declaring = (source: string, declarations: readonly AbbreviationDeclaration[]): ParsedFile => ({
  ...unread('markdown', source),
  declarations,
  definitions: writeDeclared(declarations),
});

/** Keys that tell settings from a map of abbreviations. */
const SETTINGS: ReadonlySet<string> = new Set([
  ...'acronyms abbreviations bibliography project book'.split(' '),
  ...FURTHER_SETTINGS,
]);

function declaredInRows(source: string): AbbreviationDeclaration[] {
  return [...source.matchAll(ROW)].flatMap((row) => {
    const cells = [...row[0].matchAll(CELL)].map((cell) => cellAt(row.index + cell.index, cell[0]));
    const [short, long] = cells;
    if (!short || !long || short.end === short.start || long.end === long.start) return [];
    const text = (of: Span) => source.slice(of.start, of.end);
    const key = text(short);
    return [
      {
        ...{ span: span(row.index, row.index + row[0].length), form: 'abbr.load', key, keySpan: short },
        ...{ short: key, shortSpan: short, long: text(long), longSpan: long },
      },
    ];
  });
}

const ROW = /[^\r\n]+/g;
const CELL = /(?<=^|,)(?:"[^"]*"|[^,"]*)(?=,|$)/g;

/** Without quotes and the spaces around it. */
function cellAt(at: number, cell: string): Span {
  const inner = cell.replace(/^\s*"?\s*|\s*"?\s*$/g, '');
  const from = at + cell.indexOf(inner);
  return span(from, from + inner.length);
}
