import type { Author } from '../reference';
import { detex } from './detex';

export interface NameList {
  readonly authors: readonly Author[];
  /** The list ends in `and others`. */
  readonly others: boolean;
}

/**
 * The names of a raw BibTeX list: `von Last, Jr, First`, `First von Last`, `{An Institution}`, and biblatex's
 * `family=…, given=…`, joined by `and`. TeX is decoded name by name, so braces still protect.
 */
export function parseNames(raw: string): NameList {
  const names = splitOutsideBraces(raw, AND);
  const others = OTHERS.test(names.at(-1) ?? '');
  const authors = (others ? names.slice(0, -1) : names).flatMap((name) => parseName(name.trim()));
  return { authors, others };
}

const AND = /^\s+and(?=\s)/i;
/** As BibTeX wants it, and as people write it. */
const OTHERS = /^\s*\{*\s*(?:others|et\.?[\s~]+al\.?)\s*\}*\s*$/i;
const COMMA = /^\s*,/;
const BLANK = /^[\s~]+/;

function parseName(name: string): Author[] {
  if (name === '') return [];
  const parts = splitOutsideBraces(name, COMMA).map((part) => part.trim());
  if (parts.every((part) => EXTENDED.test(part))) return [extendedName(parts)];
  if (parts.length === 1) return [nameInReadingOrder(name)];
  const family = detex(parts[0]!);
  const given = detex(parts.at(-1)!);
  const suffix = parts.length > 2 ? detex(parts.slice(1, -1).join(' ')) : '';
  return [author(family, given, suffix)];
}

/** `First von Last`: the family name begins at the first word in lower case, else at the last word. */
function nameInReadingOrder(name: string): Author {
  const words = splitOutsideBraces(name, BLANK).filter((word) => word !== '');
  if (words.length === 1) return author(detex(name), '', '');
  const particle = words.findIndex((word, at) => at < words.length - 1 && isLowerCase(word));
  const start = particle < 0 ? words.length - 1 : particle;
  return author(detex(words.slice(start).join(' ')), detex(words.slice(0, start).join(' ')), '');
}

/** A word in braces has no case; one that begins with an accent, `{\'e}`, has. */
function isLowerCase(word: string): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false;
  const first = /\p{L}/u.exec(detex(word))?.[0];
  return first !== undefined && first === first.toLowerCase() && first !== first.toUpperCase();
}

const EXTENDED = /^"?(family|given|prefix|suffix|given-i|family-i|prefix-i|suffix-i|useprefix|cultureinfo|id)\s*=/;

function extendedName(parts: readonly string[]): Author {
  const values = new Map(
    parts.map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals).replace('"', '').trim(), detex(part.slice(equals + 1).replace(/"$/, ''))];
    }),
  );
  const family = [values.get('prefix'), values.get('family')].filter(Boolean).join(' ');
  return author(family, values.get('given') ?? '', values.get('suffix') ?? '');
}

const author = (family: string, given: string, suffix: string): Author => ({
  family: family || given,
  ...(given && family ? { given } : {}),
  ...(suffix ? { suffix } : {}),
});

/** Cuts at every match of `separator` that is outside braces. `separator` is anchored and begins at a space or comma. */
function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && (text[at + 1] === '~' || text[at + 1] === ',')) at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth <= 0 && (character === ',' || character === '~' || character <= ' ')) {
      const match = separator.exec(text.slice(at, at + WINDOW));
      if (!match) continue;
      pieces.push(text.slice(start, at));
      start = at + match[0].length;
      at = start - 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** Longest separator looked for: an `and` with the indentation of a continuation line. */
const WINDOW = 80;
