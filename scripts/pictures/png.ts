import { deflateSync, inflateSync } from 'node:zlib';

/** Colours of a picture, row by row: four bytes a pixel, the last of which is not kept. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Reads what a browser writes: PNG of eight bits a channel, with or without alpha, not interlaced. */
export function readPng(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === 'IHDR')!.data;
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), CHANNELS[header[9]!]];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('a PNG of another kind');
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const lines = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++) rgba[pixel * 4 + channel] = lines[pixel * channels + channel]!;
  return { width, height, rgba };
}

/** A PNG of at most 256 colours: that of each pixel is `palette[indices[i]]`. */
export function writePng(width: number, palette: readonly number[], indices: Uint8Array): Buffer {
  const height = indices.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const chunks = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

/** The check sum of a chunk, as the PNG specification gives it. */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Each line begins with the number of its filter, which says from which neighbours its bytes were subtracted. */
function unfilter(filtered: Uint8Array, length: number, height: number, channels: number): Uint8Array {
  const lines = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * (length + 1) + 1, y * length];
    for (let x = 0; x < length; x++) {
      const left = x < channels ? 0 : lines[to + x - channels]!;
      const above = y === 0 ? 0 : lines[to + x - length]!;
      const corner = x < channels || y === 0 ? 0 : lines[to + x - length - channels]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filtered[from - 1]!]!;
      lines[to + x] = filtered[from + x]! + guess;
    }
  }
  return lines;
}

/** The one of three neighbours that is nearest to left + above − corner. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
