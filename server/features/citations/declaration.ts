import { type Edit, lineAtEnd } from '../../base/edit';
import { fileName, folderOf, relativePath } from '../../base/uris';
import { FORMATS } from '../../text';
import type { ManuscriptContext } from '../../workspace/workspace';

/** The edits by which a manuscript that names no bibliography names this one, with a style where it needs one to be typeset. */
export function declare({ manuscript: { files, main } }: ManuscriptContext, uri: string): readonly Edit[] {
  const root = files[0]!;
  if (files.some((file) => fileName(file.uri) === 'myst.yml')) return []; // its project takes every .bib
  if (/^_quarto\.ya?ml$/.test(fileName(root.uri))) {
    const path = relativePath(folderOf(root.uri), uri);
    return [lineAtEnd(root.uri, root.parsed.source, `bibliography: ${path}\n`)];
  }
  return FORMATS[main.parsed.format].citing.nameBibliography(files, main, uri);
}
