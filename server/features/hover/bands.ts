/** A drawing of layers as SVG. */
export interface Drawing {
  readonly svg: string;
  /** px. */
  readonly height: number;
  /** What it shows, in words. */
  readonly alt: string;
}

/** px. */
export const MARGIN = 6;
/** px, on either side of the letters of a band. */
export const GUTTER = 20;

export const INK = '#1a1a1a';
const PLATE = '#fafafa';

/**
 * An SVG of bands of this width in px, which end at `height` px: dark letters on light bands on a light plate, so that they can be read
 * in any theme. Without ids, style sheet or script.
 */
export function drawing(
  drawn: readonly string[],
  size: { readonly width: number; readonly height: number },
  alt: string,
): Drawing {
  const [width, height] = [size.width + 2 * MARGIN, size.height + MARGIN];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" rx="6" fill="${PLATE}"/>`,
    `<g font-family="sans-serif" text-anchor="middle" fill="${INK}">`,
    ...drawn,
    '</g></svg>',
  ].join('');
  return { svg, height, alt };
}

/** A filled box, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** A box with a text in its middle, squeezed where the box is narrower. */
export function drawBox(
  { x, y, width, height, fill }: Box,
  label: string,
  { fontSize = 13, gutter = GUTTER } = {},
): string {
  const room = width - 2 * gutter;
  const squeezed = widthOf(label) > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '';
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${INK}"/>`,
    `<text x="${x + width / 2}" y="${y + height / 2 + fontSize * 0.35}" font-size="${fontSize}"${squeezed}>${inXml(label)}</text>`,
  ].join('');
}

/** px of a text of 13 px, about: indices are narrow. */
export const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, c) => sum + (/[₀-₉⁰-⁹.,]/.test(c) ? 5 : /\p{Lu}/u.test(c) ? 9.5 : 7.5), 0));

const inXml = (text: string): string => text.replace(/\p{C}/gu, '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
