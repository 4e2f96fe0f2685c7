import { folderOf, resolvePath } from '../base/uris';
import type { FileCandidates } from '../manuscript/fileCandidates';
import { expandPath, formatOfPath, GLOSSARY_ENDINGS } from '../text';
import type { FileReference } from '../text/parsedFile';

/** Where an include may lead. */
export interface IncludePaths {
  /** URIs to try, in order; none where the path holds an unknown macro. */
  readonly candidates: readonly string[];
  /** True where it should hold text of the manuscript, and not a drawing, data or definitions. */
  readonly isText: boolean;
}

/** `definitions`: what the files so far define, for macros in the path. */
export function includePaths(
  include: FileReference,
  from: FileCandidates,
  root: FileCandidates,
  definitions: string,
): IncludePaths {
  return from.parsed.format === 'latex'
    ? latexPaths(include, from, root, definitions)
    : otherPaths(include, from, root);
}

/** LaTeX looks from the folder of the root; `\import` and habit look from that of the file. `.tex` may be left out. */
function latexPaths(
  { path, inFloat, command }: FileReference,
  from: FileCandidates,
  root: FileCandidates,
  definitions: string,
): IncludePaths {
  const expanded = expandPath(path, definitions);
  if (expanded === undefined) return { candidates: [], isText: false };
  const endings = expanded.endsWith('.tex') ? [''] : ['.tex', ''];
  const folders = new Set([folderOf(root.uri), folderOf(from.uri)]);
  return {
    candidates: [...folders].flatMap((folder) => endings.map((ending) => resolvePath(folder, expanded + ending))),
    isText:
      inFloat !== true &&
      command !== '\\loadglsentries' &&
      !DRAWINGS.test(expanded) &&
      /(?:^|\/)[^/.]*(?:\.tex)?$/.test(expanded),
  };
}

/** The folder of a file with drawings and plots. */
const DRAWINGS =
  /(?:^|\/)(?:fig|figs|figure|figures|image|images|img|imgs|plot|plots|graphic|graphics|tikz|pgf|tab|tabs|table|tables|data|drawings|diagrams|schemes)\//i;

/**
 * Quarto, MyST and Typst look from the folder of the file; with a slash in front, from that of the project. A chapter whose
 * ending is left out may be a notebook, which is not read.
 */
function otherPaths({ path, command }: FileReference, from: FileCandidates, root: FileCandidates): IncludePaths {
  const fromRoot = path.startsWith('/');
  const folders = new Set(fromRoot ? [folderOf(root.uri)] : [folderOf(from.uri), folderOf(root.uri)]);
  const relative = path.replace(/^\/+/, '').trim();
  const isOpenEnded = command === 'chapter' && formatOfPath(relative) !== 'markdown';
  return {
    candidates: [...folders].map((folder) => resolvePath(folder, isOpenEnded ? `${relative}.md` : relative)),
    isText: command !== '#import' && !isOpenEnded,
  };
}

export const BIBLIOGRAPHY_ENDINGS = /\.(?:bib|bibtex|biblatex|json|ya?ml)$/i;

/** The bibliography that a file of the manuscript names; macros in its path are replaced as any file defines them. */
export function bibliographyUri(
  { path }: FileReference,
  { uri, parsed }: FileCandidates,
  files: readonly FileCandidates[],
): string {
  if (parsed.format !== 'latex') return resolvePath(folderOf(uri), path);
  const expanded = path.includes('\\') ? expandPath(path, definitionsOf(files)) : path;
  const named = expanded ?? path;
  return resolvePath(folderOf(files[0]!.uri), BIBLIOGRAPHY_ENDINGS.test(named) ? named : `${named}.bib`);
}

const definitionsOf = (files: readonly FileCandidates[]): string =>
  files.map(({ parsed }) => parsed.definitions).join('\n');

/** Where packages and a class of the writer's own would lie: beside the root. */
export const packageFiles = ({ parsed }: FileCandidates, root: FileCandidates): string[] =>
  [...parsed.packages]
    .filter((name) => !/[\\#{}]/.test(name))
    .map((name) => (name.startsWith('class:') ? `${name.slice(6)}.cls` : `${name}.sty`))
    .map((name) => resolvePath(folderOf(root.uri), name));

/** The .bib files that bib2gls makes a glossary of, and the data files of other formats. */
export const glossaryFiles = ({ uri, parsed }: FileCandidates, root: FileCandidates): string[] => [
  ...parsed.bibliographies
    .filter(({ command }) => command === '\\GlsXtrLoadResources' || command === '\\glsxtrresourcefile')
    .map(({ path }) => resolvePath(folderOf(root.uri), path.endsWith('.bib') ? path : `${path}.bib`)),
  ...parsed.glossaries
    .filter(({ path }) => GLOSSARY_ENDINGS.test(path))
    .flatMap(({ path }) => [uri, root.uri].map((of) => resolvePath(folderOf(of), path.replace(/^\/+/, '')))),
];
