import { numberedForm } from '../citing/numbered';
import { plainPaths } from '../filePaths';
import type { Format } from '../format';
import { keyStart } from '../markdown/citing/keyStart';
import { readPlainText } from './reader';

export const plaintext: Format = {
  startedBy: ['plaintext'],
  languageIds: ['plaintext'],
  extensions: ['txt'],
  isTypesetting: false,
  parse: readPlainText,
  escape: (text) => text,
  paths: plainPaths,
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
  formulas: { markups: ['unicode'], usual: () => 'unicode' },
  ends: [],
  abbreviationList: (entries) => `Abbreviations\n\n${entries.map(({ short, long }) => `${short}: ${long}`).join('\n')}`,
};
