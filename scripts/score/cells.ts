import { findCells } from '../../server/manuscript/recognise/cells';
import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';
import { codePoints } from './offsets';
import { type Score, Tally } from './table';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly cells: readonly {
    start: number;
    end: number;
    text: string;
    parts: readonly string[];
    separators: readonly string[];
  }[];
}

/** Cell notations: spans, layers and separators exact; none where none is marked. */
export function scoreCells(read: (file: string) => unknown): Score {
  const tally = new Tally();
  const { positives, negatives } = read('cells/cells.json') as { positives: Case[]; negatives: Case[] };
  for (const c of positives) {
    const found = cellsIn(c.text);
    for (const expected of c.cells) {
      const right = found.some(
        (f) => f.start === expected.start && f.end === expected.end && f.parts.join('\n') === expected.parts.join('\n'),
      );
      tally.add(
        'cells',
        'positive',
        'text',
        right,
        () => `${c.id} ${expected.text}; found ${found.map((f) => f.parts.join(' ¶ ')).join(' , ')}`,
      );
    }
    tally.add(
      'cells',
      'none beside',
      'text',
      found.length <= c.cells.length,
      () => `${c.id} found ${found.map((f) => f.parts.join(' ¶ ')).join(' , ')}`,
    );
  }
  for (const c of negatives) {
    const found = cellsIn(c.text);
    tally.add(
      'cells',
      'negative',
      'text',
      found.length === 0,
      () => `${c.id} found ${found.map((f) => f.parts.join(' ¶ ')).join(' , ')}`,
    );
  }
  return tally.score('Cells');
}

function cellsIn(text: string): { start: number; end: number; parts: string[] }[] {
  const { prose } = parseFile(languageOf(text), text);
  const points = codePoints(text);
  const formulas = new Map(findFormulas(prose).map((f) => [`${f.prose.start}-${f.prose.end}`, f]));
  const known = (layer: { start: number; end: number }) =>
    formulas.has(`${layer.start}-${layer.end}`) ? { kind: 'formula' } : undefined;
  return findCells(prose, known).map((cell) => ({
    start: points(cell.source.start),
    end: points(cell.source.end),
    parts: cell.layers.map((layer) => text.slice(layer.source.start, layer.source.end)),
  }));
}

const languageOf = (text: string): FormatId =>
  /\\ce|\\\(/.test(text) ? 'latex' : /^\||`/m.test(text) ? 'markdown' : 'plaintext';
