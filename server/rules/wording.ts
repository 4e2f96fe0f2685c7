import { ATOM, type Prose } from '../text/prose';

/** True where a capital is due: at the start of a block or behind a full stop. Citation marks are looked through. */
export function startsSentence(prose: Prose, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && (prose.text[i] === ' ' || prose.text[i] === ATOM || prose.text[i] === '(')) i--;
  return i < 0 || '\n.!?'.includes(prose.text[i]!);
}

/** The words with a first letter as the place asks for; words that are never lower-case (`NMR`, `Li`, `X-ray`) stay. */
export function fitCase(words: string, atSentenceStart: boolean): string {
  const [first = '', second = ''] = words;
  if (atSentenceStart) return first.toUpperCase() + words.slice(1);
  const isPlainWord = /^\p{Lu}\p{Ll}/u.test(words) && /^[\p{Ll} -]$/u.test(second) && /^\p{Lu}\p{Ll}{2,}/u.test(words);
  return isPlainWord ? first.toLowerCase() + words.slice(1) : words;
}

/** Text that must read as itself in the markup. */
export function escapeFor(language: 'latex' | 'markdown' | 'typst' | 'plaintext', text: string): string {
  switch (language) {
    case 'latex':
      return text.replace(/[&%#_$]/g, '\\$&');
    case 'markdown':
      return text.replace(/[*_[\]<>`~^|]/g, '\\$&');
    case 'typst':
      return text.replace(/[*_#$@<>`[\]]/g, '\\$&');
    default:
      return text;
  }
}
