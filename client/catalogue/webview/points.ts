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

/** What is plotted before somebody chooses: the two that most rows give together, one of them what the table shows. */
export function usualAxes(rows: readonly CatalogueRow[], properties: readonly PropertyColumn[], shown: string): Axes {
  const keys = properties.filter(({ unit }) => unit !== undefined).map(({ key }) => key);
  const vertical = keys.includes(shown) ? [shown] : keys;
  const pairs = vertical.flatMap((y) => keys.filter((x) => x !== y).map((x) => ({ x, y })));
  const counted = pairs.map((axes) => ({ axes, count: pointsOf(rows, axes).length }));
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).axes;
}
