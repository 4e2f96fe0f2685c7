import type { CatalogueRow, PropertyColumn } from '../../../server/features/catalogue/list';

/** Keys of two properties. */
export interface Axes {
  readonly x: string;
  readonly y: string;
}

/** A species with a number on both axes. */
export interface Point {
  readonly row: CatalogueRow;
  readonly x: number;
  readonly y: number;
}

export const pointsOf = (rows: readonly CatalogueRow[], axes: Axes): Point[] =>
  rows.flatMap((row) => {
    const [x, y] = [row.values[axes.x]?.number, row.values[axes.y]?.number];
    return x === undefined || y === undefined ? [] : [{ row, x, y }];
  });

/**
 * What is plotted before anything is chosen: the two properties that most rows give together, one of them what the table shows. Of equals
 * those that come first among `properties`; time in proportion to the values of the rows.
 */
export function usualAxes(rows: readonly CatalogueRow[], properties: readonly PropertyColumn[], shown: string): Axes {
  const keys = properties.filter(({ unit }) => unit !== undefined).map(({ key }) => key);
  const vertical = keys.includes(shown) ? [shown] : keys;
  const counts = new Map<string, number>();
  for (const { values } of rows) {
    const given = Object.keys(values).filter((key) => values[key]!.number !== undefined);
    for (const y of given) for (const x of given) counts.set(`${x} ${y}`, (counts.get(`${x} ${y}`) ?? 0) + 1);
  }
  const pairs = vertical.flatMap((y) => keys.filter((x) => x !== y).map((x) => ({ x, y })));
  const countOf = ({ x, y }: Axes) => counts.get(`${x} ${y}`) ?? 0;
  return pairs.reduce((best, pair) => (countOf(pair) > countOf(best) ? pair : best));
}
