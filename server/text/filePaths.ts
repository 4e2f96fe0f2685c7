import { folderOf, resolvePath } from '../base/uris';
import type { SourceFile } from './citing/citing';
import { GLOSSARY_ENDINGS } from './glossaryFile';
import type { FileReference } from './parsedFile';

export const BIBLIOGRAPHY_ENDINGS = /\.(?:bib|bibtex|biblatex|json|ya?ml)$/i;

/** Where the files are that a manuscript names. */
export interface FilePaths {
  include(named: FileReference, naming: Naming): IncludePaths;
  /** URI of a bibliography. */
  bibliography(named: FileReference, naming: Naming): string;
  /** URIs of files that define without being part of the text: packages, glossaries, and what these load. */
  definers(naming: Naming): readonly string[];
}

/** A file that names others. */
export interface Naming {
  readonly by: SourceFile;
  /** The main file of its manuscript. */
  readonly root: SourceFile;
  /** True where the file is itself one that only defines. */
  readonly isDefiner?: boolean;
  /** What the files of the manuscript define, for macros in a path. */
  definitions(): string;
}

/** Where an include may lead. */
export interface IncludePaths {
  /** URIs to try, in order; none where the path holds an unknown macro. */
  readonly candidates: readonly string[];
  /** True where it should hold text of the manuscript, and not a drawing, data or definitions. */
  readonly isText: boolean;
}

/** Paths that hold no macros, looked for from the folder of the file; with a slash in front, from that of the project. */
export const plainPaths: FilePaths = {
  include({ path, command }, { by, root }) {
    const fromRoot = path.startsWith('/');
    const folders = new Set(fromRoot ? [folderOf(root.uri)] : [folderOf(by.uri), folderOf(root.uri)]);
    const relative = path.replace(/^\/+/, '').trim();
    return {
      candidates: [...folders].map((folder) => resolvePath(folder, relative)),
      isText: command !== '#import',
    };
  },
  bibliography: ({ path }, { by }) => resolvePath(folderOf(by.uri), path),
  definers: ({ by, root }) =>
    by.parsed.glossaries
      .filter(({ path }) => GLOSSARY_ENDINGS.test(path))
      .flatMap(({ path }) => [by, root].map(({ uri }) => resolvePath(folderOf(uri), path.replace(/^\/+/, '')))),
};
