import { span } from '../../base/span';
import type { CitationKey } from '../parsedFile';

const KEY = /@(?:\{([^{}\n]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]{0,199}[\p{L}\p{N}_/])?))/uy;
const CROSS_REFERENCE = /^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|def|exm|exr|alg|nte|tip)[-:]/;

/** The citation key after the `@` at `at`; undefined for the `@` of an address or of a coating (`Si@C`). */
export function keyAt(source: string, at: number, end: number): (CitationKey & { readonly end: number }) | undefined {
  if (at > 0 && !/[\s([;,\-–—*_"'“‘/|]/.test(source[at - 1]!)) return undefined;
  KEY.lastIndex = at;
  const match = KEY.exec(source);
  if (!match || at + match[0].length > end) return undefined;
  const key = match[1] ?? match[2]!;
  const from = at + (match[1] ? 2 : 1);
  return { key, span: span(from, from + key.length), end: at + match[0].length };
}

/** `@fig-cells`, `@tbl:salts`: a reference within the paper. */
export const isCrossReference = (key: string): boolean => CROSS_REFERENCE.test(key);

/** All keys of `[see @a, p. 3; -@b]`, the brackets excluded; empty where the brackets hold no citation. */
export function keysIn(source: string, from: number, to: number): CitationKey[] {
  const keys: CitationKey[] = [];
  for (let at = source.indexOf('@', from); at >= 0 && at < to; at = source.indexOf('@', at + 1)) {
    const found = keyAt(source, at, to);
    if (found) keys.push({ key: found.key, span: found.span });
  }
  return keys;
}

/** The comma-separated keys of a MyST role, without the notes around them: `` {cite:p}`a,b` ``, `` {cite:p}`{see}a{p. 3}` ``. */
export function listedKeys(source: string, from: number, to: number): CitationKey[] {
  const keys: CitationKey[] = [];
  const content = source.slice(from, to).replace(/\{[^{}]*\}/g, (note) => ' '.repeat(note.length));
  for (const match of content.matchAll(/[^\s,;{}]+/g)) {
    keys.push({ key: match[0], span: span(from + match.index, from + match.index + match[0].length) });
  }
  return keys;
}

/**
 * True for what is raised after a name or a sentence without being a note: `[a, b]`, `[1–6]`, `+[a]`, `†`.
 * Takes the content, outer brackets excluded.
 */
export function isRaisedMark(content: string): boolean {
  const text = content.replace(/[[\]*+†‡§#]/g, ' ').trim();
  if (content.length > 80 || content === '') return false;
  return text.split(/[\s,;–—−-]+/).every((mark) => /^(?:\d{1,4}[a-h]?|[a-z])?$/.test(mark));
}
