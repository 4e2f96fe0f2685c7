import { type Format, usualHeading } from '../format';
import { markdownCiting } from './citing';
import { markdownEscape } from './escape';
import { readMarkdown } from './reader';

export const markdown: Format = {
  languageIds: ['markdown', 'quarto', 'rmd', 'myst', 'pandoc'],
  extensions: ['md', 'markdown', 'qmd', 'rmd'],
  isTypesetting: false,
  parse: readMarkdown,
  escape: markdownEscape,
  comment: (text) => `<!-- ${text} -->`,
  citing: markdownCiting,
  including: /\{\{<\s*include|\{include\}|\bchild\s*=/,
  formulaMarkups: ['tildes', 'html', 'dollars', 'unicode'],
  ends: [],
  abbreviationList(entries, parsed, heading) {
    const rows = entries.map(({ short, long }) => `| ${short} | ${long} |`).join('\n');
    return `${heading || usualHeading(parsed, '#')} Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n${rows}`;
  },
};
