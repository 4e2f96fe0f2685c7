import { endOfLine, startOfLine } from '../../base/lines';
import type { Span } from '../../base/span';
import { UNSPACED, unspacedWordEnd } from '../../base/words';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { FORMATS } from '../../text';
import { linkAround } from '../../text/linkWords';
import type { Prose } from '../../text/prose';
import { isUnparted } from './unparted';

/** Where a citation may be tried for a caret: source offsets, the best first, and the block that they all lie in. */
export interface CitationPlaces {
  readonly offsets: readonly number[];
  /** Index among the blocks of the prose; undefined on an empty line or in an empty note, where the citation begins a block. */
  readonly block: number | undefined;
}

/**
 * The caret itself where a word ends, else the end of the word, formula, cell, definition or markup that it is in; at the
 * beginning of a word the end of the one before. Undefined where the caret touches no prose: in a comment, a label, a preamble.
 */
export function citationPlaces(file: FileAnalysis, offset: number): CitationPlaces | undefined {
  const { source, prose, comments, format } = file.parsed;
  const caret = beforeGap(source, outsideLineEnd(source, offset));
  if (comments.some(({ span }) => span.start < caret && caret <= span.end)) return undefined;
  const [lineStart, lineEnd] = [startOfLine(source, caret), endOfLine(source, caret)];
  if (source.slice(lineStart, lineEnd).trim() === '')
    return FORMATS[format].citing.needsEmptyLines && !isApart(source, lineStart, lineEnd)
      ? undefined
      : { offsets: [caret], block: undefined };
  if (source.slice(caret, lineEnd).trim() === '' && /[ \t~]/.test(source[caret - 1]!))
    return atLineEnd(file, caret, lineEnd);
  const previous = beginsWord(source, caret) ? wordEndBefore(source, caret) : undefined;
  // Before markup that opens, such as `\emph{`, the caret touches no character of the prose.
  const isOnLine = previous !== undefined && previous > lineStart;
  const block = blockTouching(prose, caret) ?? (isOnLine ? blockTouching(prose, previous) : undefined);
  if (block === undefined) return isEmptyGroup(source, caret) ? { offsets: [caret], block } : undefined;
  const from = unspacedWordEnd(source, afterWhole(file, caret));
  const before = from === caret ? previous : undefined;
  const offsets = [...(before === undefined ? [] : [before]), ...wordEnds(source, from)];
  return { offsets: offsets.filter((at) => !isUnparted(source, at, format)), block };
}

/** True where the lines above and below are empty too, or there are none. */
const isApart = (source: string, lineStart: number, lineEnd: number): boolean =>
  /(?:^|\n[ \t\r]*\n|^\s+)$/.test(source.slice(Math.max(0, lineStart - LONGEST_SPACE), lineStart)) &&
  /^\r?\n[ \t]*\r?\n|^\s*$/.test(source.slice(lineEnd, lineEnd + LONGEST_SPACE));

const LONGEST_SPACE = 100;

/** After the space that was typed for what comes; more spaces may break the line, and stay at its end. */
function atLineEnd({ parsed: { source, prose } }: FileAnalysis, caret: number, lineEnd: number): CitationPlaces {
  const wordEnd = caret - /[ \t~]+$/.exec(source.slice(0, caret))![0].length;
  const spaces = source.slice(wordEnd, lineEnd).trimEnd().length === 0 ? lineEnd - wordEnd : 1;
  const block = blockTouching(prose, wordEnd);
  return { offsets: spaces === 1 || block === undefined ? [caret, wordEnd] : [wordEnd], block };
}

/** `\footnote{‸}`, `#footnote[‸]`; of `\LaTeX{}` the braces are the end. */
const isEmptyGroup = (source: string, at: number): boolean => /^(?:\{\}|\[\])$/.test(source.slice(at - 1, at + 1));

/** A line end of Windows is never parted. */
const outsideLineEnd = (source: string, offset: number): number =>
  source[offset] === '\n' && source[offset - 1] === '\r' ? offset - 1 : offset;

/** Spaces in a row set columns apart: what comes goes before them. Two are those around what is being typed. */
function beforeGap(source: string, offset: number): number {
  const before = /[ \t]*$/.exec(source.slice(Math.max(0, offset - WIDEST_GAP), offset))![0];
  const after = /^[ \t]*/.exec(source.slice(offset, offset + WIDEST_GAP))![0];
  const isWithin = before !== '' && after !== '' && before.length + after.length > 2;
  return isWithin && /\S/.test(source[offset - before.length - 1] ?? ' ') ? offset - before.length : offset;
}

const WIDEST_GAP = 200;

/** The end of the formula, cell, name, definition or link that holds the offset. */
function afterWhole(file: FileAnalysis, offset: number): number {
  const wholes = [
    ...file.mentionsAt(offset).flatMap((m) => (m.kind === 'citation' ? [] : [m.source])),
    ...file.definitions.map(({ source }) => source.whole),
    ...linksAt(file.parsed.prose, offset),
  ];
  return Math.max(offset, ...wholes.flatMap(({ start, end }) => (start < offset && offset < end ? [end] : [])));
}

function linksAt(prose: Prose, offset: number): readonly Span[] {
  const start = prose.toProse(offset - 1);
  const link = start === undefined ? undefined : linkAround(prose, { start, end: start + 1 });
  return link ? [link] : [];
}

/** Index of the block one of whose characters the offset touches, also across the markup that closes after it. */
function blockTouching(prose: Prose, offset: number): number | undefined {
  const closing = /[^\s{[]{0,12}$/.exec(prose.source.slice(Math.max(0, offset - LONGEST_CLOSING), offset))![0].length;
  for (const at of [offset, ...Array.from({ length: closing }, (_, i) => offset - i - 1)]) {
    const touched = prose.toProse(at);
    if (touched === undefined) continue;
    const { start, end } = prose.toSource({ start: touched, end: touched + 1 });
    if (start > at || at > end) continue;
    return prose.blocks.indexOf(prose.blockAt(touched)!);
  }
  return undefined;
}

/** `</sup>`, `$**` */
const LONGEST_CLOSING = 12;

/** Also at an image: `![`. */
const beginsWord = (source: string, offset: number): boolean =>
  /\s/.test(source[offset - 1] ?? '') && /^(?:!\[|[^\s.,;:!?)\]}~])/.test(source.slice(offset, offset + 2));

/** The end of the word before the space at the offset; undefined where a paragraph begins. */
function wordEndBefore(source: string, offset: number): number | undefined {
  const space = /\s+$/.exec(source.slice(0, offset))![0];
  return space.split('\n').length > 2 || space.length === offset ? undefined : offset - space.length;
}

/** Offsets of the paragraph from here on where a word may end, the first few. */
function wordEnds(source: string, from: number): number[] {
  const ends: number[] = [];
  for (let at = from; at <= source.length && at < from + FARTHEST && ends.length < MOST_TRIED; at++) {
    if (/^\r?\n[ \t]*\r?\n/.test(source.slice(at - 1, at + 80))) break;
    const isAfterSpace = at === 0 || /\s/.test(source[at - 1]!);
    const mayEnd = at === source.length || WORD_ENDS.test(source[at]!) || (at === from && isBesideUnspaced(source, at));
    if (mayEnd && !(at !== from && isEmptyGroup(source, at)) && (!isAfterSpace || at === from)) ends.push(at);
  }
  return ends;
}

const WORD_ENDS = /[\s.,;:!?)\]}'"’”»~\\$*_<&|—。，、；：！？）】」』》]/;

/** Between letters of a script without spaces a word may end anywhere. */
const isBesideUnspaced = (source: string, at: number): boolean =>
  UNSPACED.test(source.slice(Math.max(0, at - 1), at + 1));

/** Each is tried by reading the manuscript again. */
const MOST_TRIED = 8;
const FARTHEST = 400;
