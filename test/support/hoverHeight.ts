/*
 * How high a hover is in VS Code, about: by the lines that its Markdown makes at a width of 868 px, the height of its rows and its
 * drawing. Taken from pictures of VS Code 1.139 with its own font settings on Linux.
 */

/** px. */
const WIDTH = 850;
const LINE = 19.5;
const MARGIN = 8;
const ROW = 23;
const TABLE_HEAD = 5;
const PADDING = 4;
/** Of a letter, on average. */
const LETTER = 6.8;

export interface HoverHeight {
  /** px up to the end of the third row of values, or of the last where there are fewer. */
  readonly values: number;
  /** px of the whole. */
  readonly whole: number;
}

/** Height of the hover of a species. */
export function hoverHeight(markdown: string): HoverHeight {
  const image = /<img [^>]*height="(\d+)"[^>]*base64,([^"]*)">/.exec(markdown);
  const drawing = image ? drawn(image[2]!, Number(image[1])) : { width: 0, height: 0 };
  let y = PADDING;
  let values = 0;
  for (const block of markdown.replace(/<img[^>]*>/, '').split('\n\n')) {
    const room = WIDTH - (y < drawing.height ? drawing.width + MARGIN : 0);
    if (block.startsWith('|')) {
      const rows = block.split('\n').slice(2);
      const heights = rows.map((row) => heightOfRow(row, room));
      values = y + TABLE_HEAD + sum(heights.slice(0, 3));
      y += TABLE_HEAD + sum(heights);
    } else {
      y += LINE * sum(block.split('  \n').map((line) => linesOf(line, room)));
      if (values === 0) values = y;
    }
    y += MARGIN;
  }
  return {
    values: Math.round(Math.max(values, y < drawing.height ? drawing.height : 0)),
    whole: Math.round(Math.max(y - MARGIN + PADDING, drawing.height)),
  };
}

/** The text of a line as it is read: without escapes, emphasis and the targets of links. */
const read = (line: string): string =>
  line
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\\(.)/g, '$1')
    .replace(/\*\*|&#\d+;/g, '');

const linesOf = (line: string, room: number): number => Math.max(1, Math.ceil((read(line).length * LETTER) / room));

/** The columns share the room as their texts are long. */
function heightOfRow(row: string, room: number): number {
  const cells = row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => read(cell.trim()).length * LETTER);
  const [label = 0, value = 0, conditions = 0] = cells;
  const left = room - Math.max(140, label) - Math.min(value, 260);
  const lines = Math.max(1, Math.ceil(value / 260), Math.ceil(conditions / left));
  return ROW + (lines - 1) * LINE;
}

function drawn(base64: string, height: number): { readonly width: number; readonly height: number } {
  const svg = Buffer.from(base64, 'base64').toString();
  const [, width, own] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  return { width: (Number(width) / Number(own)) * height, height: height + PADDING };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
