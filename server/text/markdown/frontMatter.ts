import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration, FileReference } from '../parsedFile';
import type { BlockRole } from './inline/cursor';
import { readYaml, scalars, type YamlMap, type YamlValue } from './yaml';

/** What a manuscript says in YAML about what it cites and abbreviates. */
export interface Metadata {
  readonly bibliographies: readonly FileReference[];
  readonly declarations: readonly AbbreviationDeclaration[];
  /** Files that hold further declarations or settings. */
  readonly glossaries: readonly FileReference[];
}

/** What the YAML head of a manuscript says to its reader. */
export interface FrontMatter extends Metadata {
  /** After the closing line; 0 where there is no front matter. */
  readonly end: number;
  readonly texts: readonly { readonly role: BlockRole; readonly span: Span }[];
}

const ROLES: Readonly<Record<string, BlockRole>> = {
  title: { kind: 'title', part: 'body' },
  subtitle: { kind: 'title', part: 'body' },
  abstract: { kind: 'paragraph', part: 'abstract' },
  summary: { kind: 'paragraph', part: 'abstract' },
  'plain-language-summary': { kind: 'paragraph', part: 'front-matter' },
  keywords: { kind: 'paragraph', part: 'keywords' },
  tags: { kind: 'paragraph', part: 'keywords' },
  acknowledgements: { kind: 'paragraph', part: 'acknowledgements' },
  acknowledgments: { kind: 'paragraph', part: 'acknowledgements' },
};

/** Reads the YAML between the `---` of the first line and the next `---` or `...`. */
export function readFrontMatter(source: string): FrontMatter {
  const open = openingLine(source);
  const close = open === undefined ? undefined : closingLine(source, open);
  if (open === undefined || close === undefined)
    return { end: tomlEnd(source), texts: [], ...readMetadata(source, { kind: 'map', entries: [] }) };
  const map = readYaml(source, open, close.start);
  const parts = map.entries.find(({ key }) => key === 'parts')?.value;
  const entries = [...map.entries, ...(parts?.kind === 'map' ? parts.entries : [])];
  const texts = entries.flatMap(({ key, value }) => {
    const role = Object.hasOwn(ROLES, key) ? ROLES[key] : undefined;
    return role ? paragraphs(source, value).map((text) => ({ role, span: text })) : [];
  });
  texts.sort((a, b) => a.span.start - b.span.start);
  return { end: close.end, texts, ...readMetadata(source, map) };
}

/** The bibliographies, abbreviations and files of abbreviations that a map names. */
export function readMetadata(source: string, map: YamlMap): Metadata {
  const bibliographies: FileReference[] = [];
  const declarations: AbbreviationDeclaration[] = [];
  const glossaries: FileReference[] = [];
  for (const { key, value } of map.entries) {
    if (key === 'bibliography') {
      bibliographies.push(...named(source, value, key));
    } else if (key === 'acronyms' || key === 'abbreviations' || key === 'glossary') {
      declarations.push(...readAcronyms(source, value, key));
      if (value.kind === 'map') glossaries.push(...filesIn(source, value));
    } else if (FURTHER_SETTINGS.has(key)) {
      glossaries.push(...named(source, value, key));
    }
  }
  return { bibliographies, declarations, glossaries };
}

/** Further settings: of Quarto, and of MyST. */
export const FURTHER_SETTINGS: ReadonlySet<string> = new Set(['metadata-files', 'extend', 'extends']);

/** `fromfile: acronyms.yml`, or a list of files. */
const filesIn = (source: string, map: YamlMap): FileReference[] =>
  map.entries.filter(({ key }) => key === 'fromfile').flatMap(({ key, value }) => named(source, value, key));

const named = (source: string, value: YamlValue, command: string): FileReference[] =>
  scalars(value).map(({ span: at }) => ({ path: source.slice(at.start, at.end), span: at, command }));

/** After a head of TOML between lines of `+++`, which is not text and is not read; 0 where the source begins otherwise. */
export const tomlEnd = (source: string): number =>
  /^\uFEFF?\+{3}[ \t]*\r?\n(?:[^\n]*\n){0,200}?\+{3}[ \t]*\r?(?=\n|$)/.exec(source)?.[0].length ?? 0;

/** After the line that opens a head of YAML; undefined where there is none. */
export const openingLine = (source: string): number | undefined =>
  /^\uFEFF?---[ \t]*\r?\n/.exec(source.slice(0, 80))?.[0].length;

/** Start of the line after a head of YAML or TOML; 0 where there is none. */
export function afterFrontMatter(source: string): number {
  const open = openingLine(source);
  const close = open === undefined ? undefined : closingLine(source, open);
  const end = close?.end ?? tomlEnd(source);
  return end === 0 ? 0 : source.indexOf('\n', end) + 1;
}

export function closingLine(source: string, from: number): Span | undefined {
  const CLOSE = /^(?:---|\.\.\.)[ \t]*\r?$/gm;
  CLOSE.lastIndex = from;
  const match = CLOSE.exec(source);
  return match ? span(match.index, match.index + match[0].length) : undefined;
}

/** Scalars, cut at blank lines: an abstract may have paragraphs. */
function paragraphs(source: string, value: YamlValue): Span[] {
  return scalars(value).flatMap(({ span: whole }) => {
    const parts: Span[] = [];
    let start = whole.start;
    for (const gap of source.slice(whole.start, whole.end).matchAll(/\n[ \t]*\r?\n\s*/g)) {
      parts.push(span(start, whole.start + gap.index));
      start = whole.start + gap.index + gap[0].length;
    }
    return [...parts, span(start, whole.end)].filter((part) => part.end > part.start);
  });
}

/**
 * Quarto's acronyms (`keys:` with `shortname`, `longname`), pandoc-acro (`FEC:` with `short`, `long`) and MyST's
 * `abbreviations` (`FEC: fluoroethylene carbonate`).
 */
export function readAcronyms(source: string, value: YamlValue, form: string): AbbreviationDeclaration[] {
  if (value.kind === 'list') return value.items.flatMap((item) => declarationOf(source, item, form));
  if (value.kind !== 'map') return [];
  return value.entries.flatMap(({ key, span: keySpan, value: entry }) => {
    if (key === 'keys') return readAcronyms(source, entry, form);
    if (entry.kind === 'map') return declarationOf(source, entry, form, { key, keySpan });
    if (entry.kind !== 'scalar' || form === 'acronyms') return [];
    const long = source.slice(entry.span.start, entry.span.end);
    const whole = span(keySpan.start, entry.span.end);
    return [{ span: whole, form, key, keySpan, short: key, shortSpan: keySpan, long, longSpan: entry.span }];
  });
}

function declarationOf(
  source: string,
  value: YamlValue,
  form: string,
  named?: { readonly key: string; readonly keySpan: Span },
): AbbreviationDeclaration[] {
  if (value.kind !== 'map') return [];
  const long = field(value, 'longname', 'long');
  const shortField = field(value, 'shortname', 'short');
  const shortSpan = shortField ?? named?.keySpan;
  if (!long || !shortSpan) return [];
  const text = (at: Span) => source.slice(at.start, at.end);
  const keyField = field(value, 'key');
  const keySpan = named?.keySpan ?? keyField ?? shortSpan;
  const key = named?.key ?? text(keySpan);
  const spans = [long, shortSpan, ...(named ? [named.keySpan] : []), ...(keyField ? [keyField] : [])];
  const whole = span(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end)));
  return [{ span: whole, form, key, keySpan, short: text(shortSpan), shortSpan, long: text(long), longSpan: long }];
}

function field(map: YamlMap, ...names: readonly string[]): Span | undefined {
  const value = map.entries.find((entry) => names.includes(entry.key))?.value;
  return value?.kind === 'scalar' ? value.span : undefined;
}
