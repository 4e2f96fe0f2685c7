import type { RawField } from './scan';

/** Between first and last page: `--`, `-`, `–`; null where the field shows none. */
export function pageDashOf({ name, parts }: RawField): string | null {
  if (name.toLowerCase() !== 'pages') return null;
  return /\w\s*(-{1,2}|–)\s*\w/.exec(parts[0]!.text)?.[1] ?? null;
}

/** `Kang Xu`, not `Xu, Kang`; null where the field holds no name of two words. */
export function isGivenFirst({ name, parts }: RawField): boolean | null {
  if (name.toLowerCase() !== 'author') return null;
  const text = parts[0]!.text;
  return text.includes(',') ? false : /^[^\s{}]+\s+[^\s{}]/.test(text.trim()) ? true : null;
}

/** `{{The Whole Title}}` */
export function isDoubleBraced({ name, parts }: RawField): boolean | null {
  if (name.toLowerCase() !== 'title' || parts.length > 1) return null;
  const { text } = parts[0]!;
  if (!text.startsWith('{')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
