import { type Format, includesText, usualHeading } from '../format';
import { markdownCiting } from './citing';
import { markdownEscape } from './escape';
import { MARKDOWN_ENDINGS, markdownPaths } from './filePaths';
import { afterFrontMatter } from './frontMatter';
import { readMarkdown } from './reader';
import { markdownEntryKeys } from './typedEntry';

export const markdown: Format = {
  startedBy: ['markdown', 'quarto', 'rmd'],
  languageIds: ['markdown', 'quarto', 'rmd', 'myst', 'pandoc'],
  extensions: MARKDOWN_ENDINGS,
  isTypesetting: false,
  parse: readMarkdown,
  escape: markdownEscape,
  comments: { write: (text) => `<!-- ${text} -->`, cutsParagraph: true, top: afterFrontMatter },
  paths: markdownPaths,
  citing: markdownCiting,
  entryKeys: markdownEntryKeys,
  mainFile: {
    including: /\{\{<\s*include|\{include\}|\bchild\s*=/,
    isTop: false,
    isListed: true,
    isMain: includesText,
  },
  formulas: {
    markups: ['tildes', 'html', 'dollars', 'unicode'],
    usual: () => 'unicode',
    chemistry: (input) => `$\\ce{${input}}$`,
  },
  ends: [],
  abbreviationList(entries, parsed, heading) {
    const rows = entries.map(({ short, long }) => `| ${short} | ${long} |`).join('\n');
    return `${heading || usualHeading(parsed, '#')} Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n${rows}`;
  },
};
