import type { Encoding } from '../base/encoding';
import { UnreadableFile } from './runtime';

/** The text of a file, without a byte order mark. */
export interface FileText {
  readonly text: string;
  readonly encoding: Encoding;
  /** The first line, from 1, that is not UTF-8; absent where all are. */
  readonly firstOther?: number;
}

/** The largest file that is read, in MiB: many times a long thesis or the bibliography of a whole field. */
const MOST_MIB = 32;

/** Why something found on disk is not read as text, as the end of a sentence; undefined for a file of up to 32 MiB. */
export function whyNotText(found: { isFile: boolean; isFolder: boolean; size: number }): string | undefined {
  if (found.isFolder) return 'it is a folder';
  if (!found.isFile) return 'it is not a regular file';
  return found.size > MOST_MIB * 2 ** 20 ? `it is larger than ${MOST_MIB} MiB` : undefined;
}

/** What the bytes 0x80 to 0x9F say in Windows-1252; the five that say nothing stay what they are, so that no byte is lost. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text that is not UTF-8 is read as Windows-1252, in which every byte is one character. Throws `UnreadableFile` for no text. */
export function decodeText(uri: string, bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (bytes.includes(0)) throw new UnreadableFile(uri, 'not text; save the file as UTF-8');
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const firstOther = lenient.slice(0, Math.max(0, lenient.indexOf('\uFFFD'))).split('\n').length;
    return { text: Array.from(bytes, character).join(''), encoding: 'windows-1252', firstOther };
  }
}

const character = (byte: number): string => HIGH[byte - 0x80] ?? String.fromCharCode(byte);

/** The text of a file that must be UTF-8, as manuscripts must. Throws `UnreadableFile` that names the first line that is not. */
export function utf8Text(uri: string, { text, firstOther }: FileText): string {
  if (firstOther === undefined) return text;
  throw new UnreadableFile(uri, `not UTF-8 (first in line ${firstOther}); save the file as UTF-8`);
}
