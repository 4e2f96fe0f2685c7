import { type FilePaths, plainPaths } from '../filePaths';

export const MARKDOWN_ENDINGS: readonly string[] = ['md', 'markdown', 'qmd', 'rmd'];

/** A chapter of a book whose ending is left out may be a notebook, which is not read. */
export const markdownPaths: FilePaths = {
  ...plainPaths,
  include(named, naming) {
    const path = named.path.trim();
    const isOpenEnded =
      named.command === 'chapter' && !MARKDOWN_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
    if (!isOpenEnded) return plainPaths.include(named, naming);
    return { ...plainPaths.include({ ...named, path: `${path}.md` }, naming), isText: false };
  },
};
