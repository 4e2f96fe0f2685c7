import { typesetFormula } from '../../chemistry/typeset';
import type { CellLayer, CellMention } from '../../manuscript/mention';
import type { Prose } from '../../text/prose';

/** A sketch of a cell as SVG. */
export interface CellSketch {
  readonly svg: string;
  /** px. */
  readonly height: number;
  /** The layers in words. */
  readonly alt: string;
}

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
 * The layers of a cell as they are written, the positive electrode above the negative one: dark letters on light bands, so that it
 * can be read in any theme. A double bar is drawn as one, and a coating as a band of its own. Without ids, style sheet or script.
 */
export function cellSketch(cell: CellMention, prose: Prose): CellSketch {
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
  const size = { width: width + 2 * MARGIN, height: y + MARGIN };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`,
    `<rect width="${size.width}" height="${size.height}" rx="6" fill="${PLATE}"/>`,
    `<g font-family="sans-serif" text-anchor="middle" fill="${INK}">`,
    ...drawn,
    '</g></svg>',
  ].join('');
  return { svg, height: size.height, alt: `cell: ${bands.map(inWords).join(', ')}` };
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
const MARGIN = 6;
const THICK = 24;
const THIN = 16;
const GAP = 10;
/** For the sign of an electrode. */
const GUTTER = 20;
const NARROWEST = 100;
const WIDEST = 240;

/** Characters of a label. */
const LONGEST = 30;

const INK = '#1a1a1a';
const PLATE = '#fafafa';
const FILLS: Readonly<Record<Band['kind'], string>> = {
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

function drawBand({ kind, label, sign }: Band, y: number, width: number, height: number): string {
  const size = kind === 'coating' ? 11 : 13;
  const base = y + height / 2 + size * 0.35;
  const room = width - 2 * GUTTER;
  const squeezed = widthOf(label) > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '';
  return [
    `<rect x="${MARGIN}" y="${y}" width="${width}" height="${height}" fill="${FILLS[kind]}" stroke="${INK}"/>`,
    `<text x="${MARGIN + width / 2}" y="${base}" font-size="${size}"${squeezed}>${inXml(label)}</text>`,
    sign ? `<text x="${MARGIN + GUTTER / 2}" y="${base}" font-size="15" font-weight="bold">${sign}</text>` : '',
  ].join('');
}

/** The two bars of `||`. */
const dashes = (y: number, width: number): string[] =>
  [3, 7].map(
    (below) => `<path d="M${MARGIN} ${y + below}h${width}" stroke="${INK}" stroke-width="0.8" stroke-dasharray="3 2"/>`,
  );

/** px of a text of 13 px, about: indices are narrow. */
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, c) => sum + (/[₀-₉⁰-⁹.,]/.test(c) ? 5 : /\p{Lu}/u.test(c) ? 9.5 : 7.5), 0));

const inXml = (text: string): string => text.replace(/\p{C}/gu, '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
