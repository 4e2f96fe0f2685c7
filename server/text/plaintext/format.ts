import type { Format } from '../format';
import { readPlainText } from './reader';

export const plaintext: Format = {
  languageIds: ['plaintext'],
  extensions: ['txt'],
  isTypesetting: false,
  parse: readPlainText,
  escape: (text) => text,
  ends: [],
  abbreviationList: (entries) => `Abbreviations\n\n${entries.map(({ short, long }) => `${short}: ${long}`).join('\n')}`,
};
