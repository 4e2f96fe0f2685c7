import { type Pixels, readPng, writePng } from './png';

/** The same picture in at most `most` colours, which takes a third of the room where nearly all of it is text. */
export function shrink(png: Buffer, most = 64): Buffer {
  const pixels = readPng(png);
  const counts = countColours(pixels);
  const palette = choose(counts, most);
  const nearestOf = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  const indices = Uint8Array.from({ length: pixels.width * pixels.height }, (_, i) => nearestOf.get(at(pixels, i))!);
  return writePng(pixels.width, palette, indices);
}

const at = ({ rgba }: Pixels, pixel: number) =>
  (rgba[pixel * 4]! << 16) | (rgba[pixel * 4 + 1]! << 8) | rgba[pixel * 4 + 2]!;

function countColours(pixels: Pixels): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.width * pixels.height; i++) {
    const colour = at(pixels, i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** The commonest colours, none of which is near another: as near as it may be for `most` of them to be enough. */
function choose(counts: ReadonlyMap<number, number>, most: number): number[] {
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  for (let apart = 0; ; apart = apart * 1.3 + 1) {
    const chosen: number[] = [];
    for (const colour of byCount) {
      if (chosen.every((other) => distance(colour, other) > apart)) chosen.push(colour);
      if (chosen.length > most) break;
    }
    if (chosen.length <= most) return chosen;
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (distance(colour, palette[i]!) < distance(colour, palette[best]!)) best = i;
  return best;
}

/** The square of the way from one colour to the other. */
function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return red * red + green * green + blue * blue;
}
