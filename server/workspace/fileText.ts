import type { Encoding } from '../base/encoding';
import type { Problem } from '../base/problem';
import { UnreadableFile } from './runtime';

/** The text of a file, without a byte order mark. */
export interface FileText {
  readonly text: string;
  readonly encoding: Encoding;
  /** The first line, from 1, that is not UTF-8; absent where all are. */
  readonly firstOther?: number;
  /** True where an editor shows the text as UTF-8, which it is not. */
  readonly misread?: boolean;
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

/**
 * Text with the byte order mark of UTF-16 is read as that; what is not UTF-8 either, as Windows-1252, in which every byte is one
 * character. Throws `UnreadableFile` for no text.
 */
export function decodeText(uri: string, bytes: Uint8Array): FileText {
  for (const encoding of ['utf-16le', 'utf-16be'] as const)
    if (bytes.length % 2 === 0 && startsWith(bytes, MARKS[encoding]))
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (bytes.includes(0)) throw new UnreadableFile(uri, 'not text; save the file as UTF-8');
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const firstOther = lenient.slice(0, Math.max(0, lenient.indexOf('\uFFFD'))).split('\n').length;
    return { text: Array.from(bytes, character).join(''), encoding: 'windows-1252', firstOther };
  }
}

/** Byte order marks. */
const MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/**
 * The first character of a new text that a file in this encoding cannot hold; undefined where it can hold all. What Windows-1252 has
 * beyond Latin-1 counts only where the file shows that it is Windows-1252.
 */
export function unencodable(
  fresh: string,
  { text, encoding }: Pick<FileText, 'text' | 'encoding'>,
): string | undefined {
  if (encoding !== 'windows-1252') return undefined;
  const isWindows = [...HIGH].some((character) => text.includes(character));
  return [...fresh].find((character) => {
    const byte = byteOf(character);
    return byte === undefined || (byte >= 0x80 && byte <= 0x9f && !isWindows);
  });
}

/** Bytes of a text whose characters the encoding all has; in UTF-16 after a byte order mark. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (character) => byteOf(character)!);
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  const marked = `\uFEFF${text}`;
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0)!;
  const high = HIGH.indexOf(character);
  if (high >= 0) return 0x80 + high;
  return code < 0x80 || (code > 0x9f && code <= 0xff) ? code : undefined;
}

const character = (byte: number): string => HIGH[byte - 0x80] ?? String.fromCharCode(byte);

/** True for a LaTeX file that says by itself that its characters are single bytes: `\usepackage[latin1]{inputenc}`. */
export const declaresSingleBytes = (source: string): boolean =>
  /^[^%\n]*\\(?:usepackage\s*\[(?:latin1|ansinew|cp1252)\]\s*\{inputenc\}|inputencoding\s*\{(?:latin1|ansinew|cp1252)\})/m.test(
    source,
  );

/** What a file of a manuscript that is not UTF-8, and does not say so, is read as; undefined where there is nothing to say. */
export function encodingProblem(uri: string, { text, encoding, firstOther }: FileText): Problem | undefined {
  if (firstOther === undefined || encoding !== 'windows-1252') return undefined;
  let start = 0;
  for (let line = 1; line < firstOther; line++) start = text.indexOf('\n', start) + 1;
  const message = `Not UTF-8 (first in line ${firstOther}); read as Windows-1252. Save the file as UTF-8.`;
  return { uri, span: { start, end: start }, message };
}

/** The text of a file that must be UTF-8, as a project file must. Throws `UnreadableFile` that names the first line that is not. */
export function utf8Text(uri: string, { text, firstOther }: FileText): string {
  if (firstOther === undefined) return text;
  throw new UnreadableFile(uri, `not UTF-8 (first in line ${firstOther}); save the file as UTF-8`);
}
