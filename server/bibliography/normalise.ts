/** Lower case, without accents, lowered and raised digits on the line; letters that do not decompose spelled out. */
export function normalise(text: string): string {
  const plain = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(plain)) return plain;
  return plain
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłßæœıđðþ]/g, (letter) => SPELLED[letter]!)
    .replace(/[‐‑–—−]/g, '-');
}

const SPELLED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Words of a normalised text: letters and digits, everything else parts them. */
export const wordsOf = (normalised: string): string[] => normalised.match(/[\p{L}\p{N}]+/gu) ?? [];
