/** How a formula became another by one slip of the hand; undefined where more separates the two. */
export type Slip = 'letter' | 'index' | 'order';

/**
 * The one slip that turns `right` into `written`, both in flat text: a character lost, doubled or swapped with the next, a wrong index,
 * or two indices exchanged (`Li7La2Zr3O12` for `Li7La3Zr2O12`).
 */
export function slipBetween(written: string, right: string): Slip | undefined {
  if (written === right || Math.abs(written.length - right.length) > 1) return undefined;
  let from = 0;
  while (from < written.length && written[from] === right[from]) from++;
  let tail = 0;
  while (
    tail < Math.min(written.length, right.length) - from &&
    written[written.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail++;
  const a = written.slice(from, written.length - tail);
  const b = right.slice(from, right.length - tail);
  if (a.length <= 1 && b.length <= 1) {
    if (/^[\d.]+$/.test(a + b)) return 'index';
    // One symbol for another (Sn for Mn), or for an index, makes another compound.
    return a.length === b.length ? undefined : 'letter';
  }
  if (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]) return 'order';
  return exchanged(written, right) ? 'order' : undefined;
}

/** The same symbols in the same order, two of their indices in each other's place. */
function exchanged(written: string, right: string): boolean {
  const [a, b] = [written, right].map((text) => [...text.matchAll(/([A-Z][a-z]?|[()[\]])([\d.]*)/g)]);
  if (!a || !b || a.length !== b.length || a.some((token, i) => token[1] !== b[i]![1])) return false;
  const differ = a.flatMap((token, i) => (token[2] === b[i]![2] ? [] : [i]));
  const [i, j] = differ;
  return differ.length === 2 && a[i!]![2] === b[j!]![2] && a[j!]![2] === b[i!]![2];
}

/** The word with the letters that look like what is there: `LiFeP04` → `LiFePO4`, `LiCIO4` → `LiClO4`. */
export const unconfused = (word: string): string =>
  word
    .replace(/(?<=[A-Za-z)\]])0(?=\d|$|[A-Z])/g, 'O')
    .replace(/C[I1](?![a-z\d])|C1(?=O)/g, 'Cl')
    .replace(/C[I1](?=\d)/g, 'Cl');
