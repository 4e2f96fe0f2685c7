import { type Span, span } from '../base/span';
import { readSettings } from './markdown/book';
import { closingLine, FURTHER_SETTINGS, openingLine, readAcronyms } from './markdown/frontMatter';
import { writeDeclared } from './markdown/glossary';
import { readYamlValue, scalars, type YamlValue } from './markdown/yaml';
import type { AbbreviationDeclaration, ParsedFile } from './parsedFile';
import { readToml } from './toml';
import { unread } from './unread';

/** Endings of files that may hold nothing but declarations of abbreviations. */
export const GLOSSARY_ENDINGS = /\.(?:ya?ml|json|toml|csv)$/i;

/**
 * Reads a file that a manuscript or its settings name: further settings in YAML, abbreviations in YAML, JSON or TOML in the
 * shapes of Quarto, pandoc-acro, glossarium and glossy, with or without the lines of a front matter, or rows `short,long` of abbr.
 */
export function readGlossaryFile(name: string, source: string): ParsedFile {
  if (/\.csv$/i.test(name)) return declaring(source, declaredInRows(source));
  const value = /\.toml$/i.test(name) ? readToml(source) : readAsYaml(source);
  if (value?.kind === 'map' && value.entries.some(({ key }) => SETTINGS.has(key))) return readSettings(source, value);
  const declarations = value ? readAcronyms(source, value, 'glossary') : [];
  const abbreviated = new Set(declarations.map(({ key }) => key));
  const termKeys = value ? keysOf(source, value).filter((key) => !abbreviated.has(key)) : [];
  return { ...declaring(source, declarations), termKeys: new Set(termKeys) };
}

function readAsYaml(source: string): YamlValue | undefined {
  const start = openingLine(source) ?? 0;
  return readYamlValue(source, start, closingLine(source, start)?.start ?? source.length);
}

const declaring = (source: string, declarations: readonly AbbreviationDeclaration[]): ParsedFile => ({
  ...unread('markdown', source),
  declarations,
  definitions: writeDeclared(declarations),
});

/** The keys of all entries, those that only describe a word among them. */
function keysOf(source: string, value: YamlValue): string[] {
  if (value.kind === 'map') return value.entries.map(({ key }) => key);
  const items = value.kind === 'list' ? value.items : [];
  const keys = items.flatMap((item) => (item.kind === 'map' ? item.entries.filter(({ key }) => key === 'key') : []));
  return keys.flatMap(({ value: key }) => scalars(key).map(({ span: at }) => source.slice(at.start, at.end)));
}

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
