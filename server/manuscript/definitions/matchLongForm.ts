import { align } from './alignment';
import { elementsGive } from './formulaForm';
import { beginningOf, fits, spellings } from './longForm';
import { singular } from './shortForm';

/**
 * How well `long`, read as a whole, explains `short`: 1 where each letter begins a word or is an element of the formula, less
 * for each letter inside a word and each word left out, 0 where it does not explain it.
 */
export function matchLongForm(short: string, long: string): number {
  const stem = singular(short).short;
  const words = long.trim().replace(/^the\s+/i, '');
  if (elementsGive(stem, words)) return 1;
  const costs = spellings(stem).flatMap((letters) =>
    align(letters, words)
      .filter(({ start, cost }) => beginningOf(words, start) === 0 && fits(letters, words, cost))
      .map(({ cost }) => cost),
  );
  return costs.length === 0 ? 0 : 1 / (1 + Math.min(...costs));
}
