import { numberedForm } from '../citing/numbered';
import type { Format } from '../format';
import { keyStart } from '../markdown/citing/keyStart';
import { readPlainText } from './reader';

export const plaintext: Format = {
  languageIds: ['plaintext'],
  extensions: ['txt'],
  isTypesetting: false,
  parse: readPlainText,
  escape: (text) => text,
  citing: {
    worksBy: 'number',
    form: ({ source }) => numberedForm(source),
    keyStart,
    lead: ' ',
    needsLead: false,
    needsEmptyLines: true,
    bonds: [],
    nameBibliography: () => [],
  },
  formulaMarkups: ['unicode'],
  usualMarkup: () => 'unicode',
  ends: [],
  abbreviationList: (entries) => `Abbreviations\n\n${entries.map(({ short, long }) => `${short}: ${long}`).join('\n')}`,
};
