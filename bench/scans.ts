import { readFileSync } from 'node:fs';
import { bundledCatalogue } from '../server/knowledge/bundled';
import { readFile } from '../server/manuscript/fileCandidates';
import { Manuscript } from '../server/manuscript/manuscript';
import { check } from '../server/rules';
import type { FormatId } from '../server/text';
import { formatOfPath } from '../server/text';
import { filled, hostileTexts } from '../test/support/hostile';
import { manyTimes } from './manyTimes';
import { median, ms, type Row, repeat, time } from './timing';

/*
 * Whole scans, from the text to the diagnostics, in this process, warm. Run as a bundle, as what ships is one:
 * `node scans.cjs PAPER` prints the rows as JSON.
 */
const ROUNDS = 15;
const catalogue = bundledCatalogue();

function scan(language: FormatId, text: string): void {
  const manuscript = new Manuscript([readFile('bench:/', language, text, catalogue)], catalogue);
  check(manuscript.analysis('bench:/')!, manuscript, {}, { accepted: new Set() });
}

function rowsOf(path: string): Row[] {
  const text = readFileSync(path, 'utf8');
  const language = formatOfPath(path) ?? 'plaintext';
  const long = manyTimes(text, 1_000_000);
  const once = warmMedian(() => scan(language, text), 10 * ROUNDS);
  const many = warm(() => scan(language, long), ROUNDS);
  return [
    {
      what: `whole scan, ${language}, a paper of ${kilobytes(text)}`,
      figure: `${ms(once)} (${speed(text, once)})`,
      how: `in process, ${10 * ROUNDS} rounds`,
    },
    {
      what: `the same paper over and over, ${kilobytes(long)}`,
      figure: `${ms(median(many))} (${speed(long, median(many))}), at best ${speed(long, Math.min(...many))}`,
      how: `in process, ${ROUNDS} rounds`,
    },
    hostile(language, text),
    growth(language, text),
  ];
}

/** Cost per byte in pieces of 10 kB and in files that grow. */
function growth(language: FormatId, text: string): Row {
  const pieces = cut(manyTimes(text, 100_000), 10_000);
  const inPieces = warmMedian(() => {
    for (const piece of pieces) scan(language, piece);
  }, 50);
  const inOne = [100_000, 1_000_000, 10_000_000].map((length) => {
    const whole = manyTimes(text, length);
    return perSecond(
      whole,
      warmMedian(() => scan(language, whole), Math.ceil(3_000_000 / length)),
    );
  });
  const speeds = [perSecond(pieces.join(''), inPieces), ...inOne];
  return {
    what: 'the same paper in pieces of 10 kB, in files of 100 kB, 1 MB, 10 MB',
    figure: `${speeds.map((one) => one.toFixed(1)).join(', ')} MB/s; a byte costs ${(speeds[0]! / speeds[3]!).toFixed(2)} times as much in 10 MB as in 10 kB`,
    how: 'in process',
  };
}

/** Pieces of some such length that end with a paragraph. */
function cut(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n\n', start + length);
    pieces.push(text.slice(start, end < 0 ? text.length : end));
    start = end < 0 ? text.length : end;
  }
  return pieces;
}

/** The dearest of the hostile texts, beside as much of the paper and as much of words with nothing to find in them. */
function hostile(language: FormatId, text: string): Row {
  const length = 100_000;
  const cost = (one: string) => warmMedian(() => scan(language, one), HOSTILE_ROUNDS);
  const paper = cost(filled(manyTimes(text, length), length));
  const nothing = cost(filled(NOTHING_TO_FIND, length));
  const texts = [...hostileTexts(length)];
  const roughly = new Map(
    texts.map((hostile) => [hostile, Math.min(...repeat(2, () => time(() => scan(language, hostile[1]))))]),
  );
  const candidates = texts.sort((a, b) => roughly.get(b)! - roughly.get(a)!).slice(0, MEASURED_HOSTILES);
  const [worst, longest] = candidates
    .map(([name, one]) => [name, cost(one)] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    what: `100 kB of the worst of ${texts.length} hostile texts, as ${language}`,
    figure:
      `${ms(longest)} (${(longest / paper).toFixed(1)} times 100 kB of the paper, ` +
      `${(longest / nothing).toFixed(0)} times 100 kB of plain words)`,
    how: `${worst.replaceAll('|', '\\|')} over and over; in process, ${HOSTILE_ROUNDS} rounds`,
  };
}

const HOSTILE_ROUNDS = 9;
/** So many of those that two rounds found dearest are measured in all rounds. */
const MEASURED_HOSTILES = 8;
const NOTHING_TO_FIND =
  'He walked up the stairs of the old house and looked out of the window at the grey street below.\n\n';

const warmMedian = (work: () => void, rounds: number): number => median(warm(work, rounds));

function warm(work: () => void, rounds: number): number[] {
  repeat(Math.ceil(rounds / 3), work);
  return repeat(rounds, () => time(work));
}

const kilobytes = (text: string): string => `${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`;
const perSecond = (text: string, milliseconds: number): number => Buffer.byteLength(text) / 1000 / milliseconds;
const speed = (text: string, milliseconds: number): string => `${perSecond(text, milliseconds).toFixed(1)} MB/s`;

console.log(JSON.stringify(rowsOf(process.argv[2]!)));
