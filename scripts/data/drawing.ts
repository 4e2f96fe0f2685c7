import { Molecule } from 'openchemlib';

/** Largest width and height in px; a bond is 24 long where the molecule is small enough. */
const LARGEST = { width: 170, height: 120 };
/**
 * Strokes on the plate below: hues that colour-blind readers can tell apart (after Okabe and Ito's palette), darkened to
 * a contrast of at least 5 : 1. Every other element is drawn in the ink of the bonds.
 */
const COLOURS: Readonly<Record<string, string>> = {
  O: '#b33a00',
  N: '#00589b',
  S: '#7a5a00',
  F: '#006b4b',
  Cl: '#006b4b',
  Br: '#006b4b',
  I: '#006b4b',
  P: '#8a3d70',
  B: '#8a3d70',
};
const INK = '#1a1a1a';
const PLATE = '#fafafa';

/**
 * Draws a molecule or salt as SVG that can be seen on any theme: dark strokes on a light rounded plate. Without ids, style
 * sheet or script, so that several can share a page. Undefined where there is no bond to draw: argon, LiF.
 */
export function drawMolecule(smiles: string): string | undefined {
  const molecule = Molecule.fromSmiles(smiles, { noCoordinates: true });
  if (molecule.getAllBonds() === 0) return undefined;
  // Crowded molecules are laid out by chance: from a fixed seed every build draws them alike.
  molecule.inventCoordinates({ seed: 1 });
  const svg = molecule.toSVG(200, 200, undefined, {
    autoCrop: true,
    autoCropMargin: 8,
    suppressChiralText: true,
    suppressCIPParity: true,
    suppressESR: true,
    noStereoProblem: true,
  });
  const [x, y, width, height] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const scale = Math.min(1, LARGEST.width / width, LARGEST.height / height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="${x} ${y} ${width} ${height}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${PLATE}"/>`,
    bonds(svg),
    ...atoms(svg),
    '</svg>',
  ].join('');
}

/** All bonds as one path, wedges as polygons. */
function bonds(svg: string): string {
  const visible = [...svg.matchAll(/<line (x1=[^>]*)>/g)].map(([, attributes]) => attributes!);
  const path = visible.map((line) => {
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => number(line, name));
    return `M${x1} ${y1}L${x2} ${y2}`;
  });
  const wedges = [...svg.matchAll(/<polygon points="([^"]*)"/g)].map(
    ([, points]) => `<polygon points="${points}" fill="${INK}"/>`,
  );
  const lines =
    path.length > 0 ? `<path d="${path.join('')}" stroke="${INK}" stroke-width="1.5" stroke-linecap="round"/>` : '';
  return lines + wedges.join('');
}

/** Labels, one group a colour; charges and counts take the colour of the element before them. */
function* atoms(svg: string): Generator<string> {
  const byColour = new Map<string, string[]>();
  let colour = INK;
  for (const [, attributes, label] of svg.matchAll(/<text ([^>]*)>([^<]*)/g)) {
    if (/^[A-Z]/.test(label!)) colour = COLOURS[label!] ?? (label === 'H' ? colour : INK);
    const text = `<text x="${number(attributes!, 'x')}" y="${number(attributes!, 'y')}" font-size="${number(attributes!, 'font-size')}">${label!.replace('-', '−')}</text>`;
    const of = byColour.get(colour);
    if (of) of.push(text);
    else byColour.set(colour, [text]);
  }
  for (const [fill, texts] of byColour) yield `<g fill="${fill}" font-family="sans-serif">${texts.join('')}</g>`;
}

/** An attribute to one decimal place. */
function number(attributes: string, name: string): number {
  const value = Number(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)![1]);
  return Math.round(value * 10) / 10;
}
