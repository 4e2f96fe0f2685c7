import { typesetFormula } from '../../chemistry/typeset';
import type { CellLayer, CellMention } from '../../manuscript/mention';
import type { Prose } from '../../text/prose';
import { type Drawing, drawBox, drawing, GUTTER, INK, MARGIN, widthOf } from './bands';

/** A band of the stack, from above. */
interface Band {
  readonly kind: CellLayer['role'] | 'coating';
  readonly label: string;
  /** Of an electrode; none where both are alike. */
  readonly sign: string;
  /** What is drawn between this band and the one before it. */
  readonly edge: 'bar' | 'double bar' | undefined;
}

/**
 * The layers of a cell as they are written, the positive electrode above the negative one. A double bar is drawn as one, and a
 * coating as a band of its own.
 */
export function cellSketch(cell: CellMention, prose: Prose): Drawing {
  const bands = bandsOf(cell, prose);
  const width = Math.min(WIDEST, Math.max(NARROWEST, ...bands.map(({ label }) => widthOf(label) + 2 * GUTTER)));
  const drawn: string[] = [];
  let y = MARGIN;
  for (const band of bands) {
    if (band.edge === 'double bar') {
      drawn.push(...dashes(y, width));
      y += GAP;
    }
    const height = band.kind === 'coating' ? THIN : THICK;
    drawn.push(drawBand(band, y, width, height));
    y += height;
  }
  return drawing(drawn, { width, height: y }, `cell: ${bands.map(inWords).join(', ')}`);
}

function bandsOf({ layers, separators }: CellMention, prose: Prose): Band[] {
  const [first, last] = [layers[0]!.role, layers.at(-1)!.role];
  const isTurned = (last === 'positive' && first !== 'positive') || (first === 'negative' && last !== 'negative');
  const signs = first === last ? {} : SIGNS;
  const shown = isTurned ? [...layers].reverse() : layers;
  const bars = isTurned ? [...separators].reverse() : separators;
  return shown.flatMap((layer, i) => {
    const label = labelOf(layer, prose);
    const coating: Band[] =
      layer.coating === undefined
        ? []
        : [{ kind: 'coating', label: typesetFormula(layer.coating), sign: '', edge: undefined }];
    const below = i < shown.length - 1 ? coating : [];
    const above = i > 0 ? coating : [];
    const [top, ...rest] = [
      ...above,
      { kind: layer.role, label, sign: signs[layer.role] ?? '', edge: undefined },
      ...below,
    ];
    return [{ ...top!, edge: i === 0 ? undefined : isDouble(bars[i - 1]!) ? 'double bar' : 'bar' }, ...rest];
  });
}

const isDouble = (separator: string): boolean => /^(?:[|∣¦ǁ]{2}|[‖∥])$/.test(separator);

/** As written, of a coated layer without its coating. */
function labelOf({ prose: at, coating }: CellLayer, prose: Prose): string {
  const written = prose.slice(at);
  const core = coating === undefined ? undefined : written.split('@').find((part) => part !== coating);
  const label = typesetFormula(core ?? written);
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}

/** px. */
const THICK = 24;
const THIN = 16;
const GAP = 10;
const NARROWEST = 100;
const WIDEST = 240;

/** Characters of a label. */
const LONGEST = 30;

export const FILLS: Readonly<Record<Band['kind'], string>> = {
  positive: '#f7d6bd',
  negative: '#c8dcf0',
  electrolyte: '#dcefd8',
  interlayer: '#eadcf2',
  collector: '#dedad6',
  coating: '#fbe9a6',
  unknown: '#ececec',
};
const SIGNS: Readonly<Partial<Record<CellLayer['role'], string>>> = { positive: '+', negative: '−' };
const WORDS: Readonly<Partial<Record<Band['kind'], string>>> = {
  positive: 'positive electrode',
  negative: 'negative electrode',
  collector: 'current collector',
  unknown: 'layer',
};

const inWords = ({ kind, label }: Band): string => `${WORDS[kind] ?? kind} ${label}`;

/** The sign of an electrode is drawn beside its letters. */
function drawBand({ kind, label, sign }: Band, y: number, width: number, height: number): string {
  const box = { x: MARGIN, y, width, height, fill: FILLS[kind] };
  const drawn = drawBox(box, label, { fontSize: kind === 'coating' ? 11 : 13 });
  if (!sign) return drawn;
  const base = y + height / 2 + 13 * 0.35;
  return `${drawn}<text x="${MARGIN + GUTTER / 2}" y="${base}" font-size="15" font-weight="bold">${sign}</text>`;
}

/** The two bars of `||`. */
const dashes = (y: number, width: number): string[] =>
  [3, 7].map(
    (below) => `<path d="M${MARGIN} ${y + below}h${width}" stroke="${INK}" stroke-width="0.8" stroke-dasharray="3 2"/>`,
  );
