import type { FileReference, ParsedFile } from '../parsedFile';
import { unread } from '../unread';
import { readMetadata } from './frontMatter';
import { writeDeclared } from './glossary';
import { readYaml, scalars, type YamlMap, type YamlValue } from './yaml';

/** Files that list the chapters of a book: of Quarto, MyST, bookdown and Jupyter Book. */
const BOOK_FILES: readonly string[] = ['_quarto.yml', '_quarto.yaml', 'myst.yml', '_bookdown.yml', '_toc.yml'];

/** Files that add to the settings of a Quarto project for the documents in their folder and below. */
export const FOLDER_SETTINGS: readonly string[] = ['_metadata.yml', '_metadata.yaml'];

export const SETTINGS_FILES: readonly string[] = [...FOLDER_SETTINGS, ...BOOK_FILES];

/** Reads a file that lists chapters, or adds to the settings of one. */
export const readBook = (source: string): ParsedFile => readSettings(source, readYaml(source, 0, source.length));

/**
 * What settings say to a reader: the chapters are their includes; what is cited and abbreviated in all of them they may say as well,
 * at the top or under `project`.
 */
export function readSettings(source: string, map: YamlMap): ParsedFile {
  const project = map.entries.find(({ key }) => key === 'project')?.value;
  const metadata = [map, ...(project?.kind === 'map' ? [project] : [])].map((of) => readMetadata(source, of));
  const declarations = metadata.flatMap((said) => said.declarations);
  return {
    ...unread('markdown', source),
    includes: chaptersIn(source, map),
    bibliographies: metadata.flatMap(({ bibliographies }) => bibliographies),
    declarations,
    glossaries: metadata.flatMap(({ glossaries }) => glossaries),
    definitions: writeDeclared(declarations),
  };
}

/** Keys on the way to chapters. */
const WAY: ReadonlySet<string> = new Set(
  'book project toc chapters appendices parts part sections subtrees children rmd_files html latex href'.split(' '),
);
/** Keys of one chapter, whose ending may be left out. */
const CHAPTER: ReadonlySet<string> = new Set(['file', 'root']);

function chaptersIn(source: string, map: YamlMap): FileReference[] {
  return map.entries.flatMap(({ key, value }) => {
    if (CHAPTER.has(key)) return referencesIn(source, value, /^[^#][^\n]*$/);
    return WAY.has(key) ? chaptersOf(source, value) : [];
  });
}

function chaptersOf(source: string, value: YamlValue): FileReference[] {
  if (value.kind === 'map') return chaptersIn(source, value);
  if (value.kind === 'list') return value.items.flatMap((item) => chaptersOf(source, item));
  return referencesIn(source, value, /^[^#][^\n]*\.(?:[qr]?md|markdown)$/i);
}

const referencesIn = (source: string, value: YamlValue, path: RegExp): FileReference[] =>
  scalars(value).flatMap(({ span }) => {
    const text = source.slice(span.start, span.end);
    return path.test(text) ? [{ path: text, span, command: 'chapter' }] : [];
  });
