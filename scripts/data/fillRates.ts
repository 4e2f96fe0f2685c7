import type { Species } from '../../server/knowledge/species';
import { type ImportantOfClass, NOT_APPLICABLE } from './important';
import { percent } from './percent';
import type { DataFolder } from './readFolder';

/**
 * How far the cards of the most important species are filled, a line a class: core rows and all rows of the card, first what
 * holds a value, then with what was looked for in vain; then the core rows that are still open. Rows that do not apply
 * are left out.
 */
export function* fillRates({
  species: records,
  cards,
  important: { classes, notFound },
}: DataFolder): Generator<string> {
  const byId = new Map(records.map(({ species }) => [species.id, species]));
  const isFilled = ({ properties }: Species, row: string): boolean =>
    properties?.some(({ property }) => property === row) ?? false;
  const open: string[] = [];
  for (const [name, { core, species: ids }] of Object.entries(classes) as [keyof typeof cards, ImportantOfClass][]) {
    const cellsOf = (rows: readonly string[]): readonly Cell[] =>
      ids.flatMap((id) =>
        rows.flatMap((row): Cell[] => {
          const sought = notFound[id]?.[row];
          if (sought === NOT_APPLICABLE) return [];
          return [{ row, id, filled: isFilled(byId.get(id)!, row), sought: sought !== undefined }];
        }),
      );
    const coreCells = cellsOf(core);
    yield `  ${name} (${ids.length}): core ${rate(coreCells)}; all rows ${rate(cellsOf(cards[name] ?? []))}`;
    for (const row of core) {
      const missing = coreCells.filter((cell) => cell.row === row && !cell.filled && !cell.sought);
      if (missing.length > 0) open.push(`  ${name} ${row}: ${missing.map(({ id }) => id).join(' ')}`);
    }
  }
  yield* ['', 'core rows that are open', ...open];
}

interface Cell {
  readonly row: string;
  readonly id: string;
  readonly filled: boolean;
  /** Looked for and not found. */
  readonly sought: boolean;
}

function rate(cells: readonly Cell[]): string {
  const filled = cells.filter((cell) => cell.filled).length;
  const answered = cells.filter((cell) => cell.filled || cell.sought).length;
  return `${filled} of ${cells.length} filled, ${percent(filled, cells.length)}, with those looked for ${percent(answered, cells.length)}`;
}
