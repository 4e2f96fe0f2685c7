import { plainPaths } from '../filePaths';
import { type Format, includesText, usualHeading } from '../format';
import { typstCiting } from './citing';
import { typstEscape } from './escape';
import { readTypst } from './reader';
import { typstEntryKeys } from './typedEntry';

export const typst: Format = {
  startedBy: ['typst'],
  languageIds: ['typst'],
  extensions: ['typ'],
  isTypesetting: true,
  parse: readTypst,
  declare: ({ declarations, termKeys }) =>
    [
      ...declarations.map(({ key, short, long }) => `(key: "${key}", short: "${short}", long: "${long}")`),
      ...Array.from(termKeys, (key) => `(key: "${key}")`),
    ]
      .map((entry) => `#glossary((${entry},))`)
      .join('\n'),
  escape: typstEscape,
  comments: { write: (text) => `// ${text}`, cutsParagraph: false, top: () => 0 },
  paths: plainPaths,
  citing: typstCiting,
  entryKeys: typstEntryKeys,
  mainFile: { including: /#include/, isTop: false, isListed: false, isMain: includesText },
  formulas: {
    markups: ['function', 'unicode'],
    usual: () => 'function',
    chemistry: (input, hasPlainIndices) => (hasPlainIndices ? `#ce("${input}")` : undefined),
  },
  ends: [/^#bibliography\(/m],
  abbreviationList(entries, parsed, heading) {
    const rows = entries.map(({ short, long }) => `  [${short}], [${long}],`).join('\n');
    return `${heading || usualHeading(parsed, '=')} Abbreviations\n\n#table(\n  columns: 2,\n${rows}\n)`;
  },
};
