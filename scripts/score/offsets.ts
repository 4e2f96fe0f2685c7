/** Converts UTF-16 offsets of a text, given in any order, into code points. */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff) pairs.push(i);
  }
  return (offset) => offset - pairs.filter((p) => p < offset).length;
}
