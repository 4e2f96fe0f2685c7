import { type Format, includesText, usualHeading } from '../format';
import { markdownCiting } from './citing';
import { markdownEscape } from './escape';
import { afterFrontMatter } from './frontMatter';
import { readMarkdown } from './reader';
import { markdownEntryKeys } from './typedEntry';

export const markdown: Format = {
  languageIds: ['markdown', 'quarto', 'rmd', 'myst', 'pandoc'],
  extensions: ['md', 'markdown', 'qmd', 'rmd'],
  isTypesetting: false,
  parse: readMarkdown,
  escape: markdownEscape,
  comments: { write: (text) => `<!-- ${text} -->`, cutsParagraph: true, top: afterFrontMatter },
  citing: markdownCiting,
  entryKeys: markdownEntryKeys,
  mainFile: {
    including: /\{\{<\s*include|\{include\}|\bchild\s*=/,
    isTop: false,
    isListed: true,
    isMain: includesText,
  },
  formulaMarkups: ['tildes', 'html', 'dollars', 'unicode'],
  usualMarkup: () => 'unicode',
  ends: [],
  abbreviationList(entries, parsed, heading) {
    const rows = entries.map(({ short, long }) => `| ${short} | ${long} |`).join('\n');
    return `${heading || usualHeading(parsed, '#')} Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n${rows}`;
  },
};
