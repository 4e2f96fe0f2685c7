import { Searcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';
import type { Relation } from '../mention';
import { isBlank, isDigit, isLetter, isMinus, skipBlanks } from './characters';
import { isInFigureNumber, meaningOfLetter } from './loneUnits';
import { REFERENCE_REACH, RELATION_REACH, referenceAfter, relationBefore } from './quantityContext';
import { readNumberList } from './quantityList';
import { readDecimal, readValues } from './quantityValue';
import { readUnit } from './units';

/** A number with its unit in running text. */
export interface QuantityCandidate {
  /** From sign or number to the unit; words of relation and reference stay outside. */
  readonly prose: Span;
  /** A range is given from its lower to its upper end. */
  readonly value: number | readonly [number, number];
  /** UCUM; C-rates are `{C-rate}`, cycles `{cycle}`, orders of magnitude a number of unit `1`. */
  readonly unit: string;
  /** How the quantity is bounded: `below 10 Å`. */
  readonly relation?: Relation;
  /** Electrode that a potential is given against: `Li/Li+`, `SHE`. */
  readonly reference?: string;
}

/**
 * Quantities in the prose, in reading order, without overlaps. A number without unit is none. Left out: numbers within
 * names, formulas, ratios, scripts, the numbering of figures, and everything in references. Linear in the text.
 */
export function findQuantities(prose: Prose): QuantityCandidate[] {
  const found: QuantityCandidate[] = [];
  const openers = new Searcher(prose.text, /[\dCm]/g);
  for (const block of prose.blocks) {
    if (block.kind !== 'author' && block.part !== 'references') findInBlock(prose, block, openers, found);
  }
  return found;
}

function findInBlock(prose: Prose, block: Block, openers: Searcher, found: QuantityCandidate[]): void {
  const { text } = prose;
  for (let at = openers.next(block.start); at < block.end; at = openers.next(at)) {
    const c = text.charCodeAt(at);
    const candidates = candidatesAt(prose, block, at, found.at(-1)?.prose.end);
    if (candidates.length > 0) {
      found.push(...candidates);
      at = candidates.at(-1)!.prose.end;
    } else {
      at++;
      if (isDigit(c)) while (at < block.end && isInNumber(text, at)) at++;
    }
  }
}

function candidatesAt(prose: Prose, block: Block, at: number, done: number | undefined): QuantityCandidate[] {
  const c = prose.text.charCodeAt(at);
  if (c === 67) return listOf(readPartOfC(prose, block, at));
  if (c === 109) return listOf(readMagnitude(prose.text, block, at));
  const quantity = readQuantity(prose, block, at, done);
  return quantity ? [quantity] : readList(prose, block, at, done);
}

const listOf = (candidate: QuantityCandidate | undefined): QuantityCandidate[] => (candidate ? [candidate] : []);

/** `1, 2 and 3 V`: all of the unit that the last one bears. */
function readList(prose: Prose, block: Block, at: number, done: number | undefined): QuantityCandidate[] {
  const { text } = prose;
  if (!mayBegin(prose, block, at, done)) return [];
  const negative = at > block.start && isMinus(text.charCodeAt(at - 1)) && isSign(text, at - 1, block.start, done);
  const list = readNumberList(prose, block, negative ? at - 1 : at);
  const signed = list && isMinus(text.charCodeAt(list.last));
  const last = list && readQuantity(prose, block, signed ? list.last + 1 : list.last, undefined);
  if (!last) return [];
  const { unit, reference } = last;
  const shared = { unit, ...(reference !== undefined && { reference }) };
  return [...list.numbers.map(({ start, end, value }) => ({ prose: span(start, end), value, ...shared })), last];
}

/** `160 mAh g⁻¹`, `−3.04 V`, `10–20 nm`; `done` is the end of the quantity before. */
function readQuantity(prose: Prose, block: Block, at: number, done: number | undefined): QuantityCandidate | undefined {
  if (!mayBegin(prose, block, at, done)) return undefined;
  const { text } = prose;
  const negative = at > block.start && isMinus(text.charCodeAt(at - 1)) && isSign(text, at - 1, block.start, done);
  let start = negative ? at - 1 : at;
  const before = text.slice(Math.max(block.start, start - RELATION_REACH), start);
  for (const written of readValues(prose, at, block.end, { negative, between: /\bbetween $/i.test(before) })) {
    const unit = readUnitBehind(prose, block, at, written.end, written.value);
    if (!unit) continue;
    if (written.bracketed) start = at - 1;
    return {
      prose: span(start, unit.end),
      value: written.value,
      unit: unit.code,
      ...bounds(before),
      ...(/^[mkµ]?V$/.test(unit.code) && against(text, unit.end, block.end)),
    };
  }
  return undefined;
}

function bounds(before: string): { relation: Relation } | undefined {
  const relation = relationBefore(before);
  return relation && { relation };
}

function against(text: string, from: number, limit: number): { reference: string } | undefined {
  const reference = referenceAfter(text.slice(from, Math.min(limit, from + REFERENCE_REACH)));
  return reference === undefined ? undefined : { reference };
}

/** Nothing stands directly before the number that it is a part of: a name, a path, a ratio, another number. */
function mayBegin(prose: Prose, block: Span, at: number, done: number | undefined): boolean {
  const { text } = prose;
  if (at > block.start) {
    const before = text.charCodeAt(at - 1);
    if (isLetter(before) || isDigit(before) || NAME_MARKS.has(text[at - 1]!)) return false;
    if (text[at - 1] === '/' || text[at - 1] === '@') return done === at - 1;
    const colon = isBlank(before) ? at - 2 : at - 1;
    const ratio = isBlank(text.charCodeAt(colon - 1)) ? colon - 2 : colon - 1;
    if (text[colon] === ':' && isDigit(text.charCodeAt(ratio))) return false;
  }
  return prose.scriptAt(at) === 'normal' && prose.settingAt(at) !== 'chemistry';
}

const NAME_MARKS: ReadonlySet<string> = new Set([')', ']', '.', '_', '#', '\\', '&', '$', '€', '£']);

/**
 * A minus belongs to the number where it stands apart from what is before; else it is a hyphen or a dash, as between
 * two quantities (`5° -50°`), the first of which ends at `done`.
 */
function isSign(text: string, at: number, start: number, done: number | undefined): boolean {
  if (at === start) return true;
  if (done !== undefined && at - done <= 1) return false;
  const before = text.charCodeAt(at - 1);
  return isBlank(before) || '([<>=~≈≤≥±,'.includes(text[at - 1]!);
}

/** A digit, or a point or comma between digits. */
const isInNumber = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) ||
  ((text[at] === '.' || text[at] === ',') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));

interface UnitBehind {
  readonly code: string;
  readonly end: number;
}

/** The unit after a number: after a space, nothing, a hyphen (`400-cycle`), or what kind of cycles are counted. */
function readUnitBehind(
  prose: Prose,
  block: Block,
  number: number,
  from: number,
  value: number | readonly [number, number],
): UnitBehind | undefined {
  const { text } = prose;
  let at = skipBlanks(text, from, block.end);
  if (at === from && isHyphen(text.charCodeAt(at))) at++;
  if (at >= block.end) return undefined;
  const before = text.slice(Math.max(block.start, number - 60), number);
  // `Figure 1g/h`, the space group `P-3m1`
  if (at === from && (isInFigureNumber(before) || /(?:^|[^\p{L}])[PIRFABC][dmn]?[-−–]$/u.test(before)))
    return undefined;
  const unit = readUnit(prose, at, block.end);
  if (!unit) return at > from ? readCycles(prose, at, block.end) : undefined;
  if (unit.judged === undefined) return unit;
  const size = typeof value === 'number' ? Math.abs(value) : Math.abs(value[1]);
  const code = meaningOfLetter(prose, block, { symbol: unit.judged, code: unit.code, number, end: unit.end, size });
  return code === undefined ? undefined : { code, end: unit.end };
}

const isHyphen = (c: number): boolean => c === 45 || c === 0x2010 || c === 0x2011;

/** `charge/discharge cycles`, `stable cycles` */
function readCycles(prose: Prose, from: number, limit: number): UnitBehind | undefined {
  const { text } = prose;
  let at = from;
  for (let words = 0; words < 4; words++) {
    let end = at;
    while (end < limit && end < at + 14 && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
    const word = text.slice(at, end);
    if (word === 'cycles' || word === 'cycle') return { code: '{cycle}', end };
    if (!KINDS_OF_CYCLES.has(word)) return undefined;
    at = end + 1;
  }
  return undefined;
}

const KINDS_OF_CYCLES: ReadonlySet<string> = new Set(
  'charge discharge charging discharging stable full deep continuous consecutive repeated galvanostatic formation long electrochemical and equivalent'.split(
    ' ',
  ),
);

/** `C/10`, `C / 2.5`: a part of the rate that charges in one hour. */
function readPartOfC(prose: Prose, block: Block, at: number): QuantityCandidate | undefined {
  const { text } = prose;
  const slash = skipBlanks(text, at + 1, block.end);
  if (text[slash] !== '/') return undefined;
  const from = skipBlanks(text, slash + 1, block.end);
  const hours = readDecimal(prose, from, block.end);
  if (!hours || hours.value === 0 || hours.value > 1000 || prose.scriptAt(from) !== 'normal') return undefined;
  if (at > block.start && !PART_OF_C_BEHIND.test(text[at - 1]!)) return undefined;
  const next = text.charCodeAt(hours.end);
  if (hours.end < block.end && (isLetter(next) || text[hours.end] === ':' || text[hours.end] === '/')) return undefined;
  const before = text.slice(Math.max(block.start, at - RELATION_REACH), at);
  return { prose: span(at, hours.end), value: 1 / hours.value, unit: '{C-rate}', ...bounds(before) };
}

const PART_OF_C_BEHIND = /[\s([~∼≈<>≤≥=,;:–-]/;

/** `three orders of magnitude`, `2–3 orders of magnitude`: a ratio. `at` is the m of magnitude. */
function readMagnitude(text: string, block: Block, at: number): QuantityCandidate | undefined {
  if (!text.startsWith('magnitude', at)) return undefined;
  const before = text.slice(Math.max(block.start, at - 36), at);
  const match = MAGNITUDE.exec(before);
  if (!match) return undefined;
  const [from, to] = [match[1], match[2]].map((word) => word && 10 ** numberOf(word.toLowerCase()));
  const start = at - before.length + match.index;
  const value = to ? ([Number(from), Number(to)] as const) : Number(from);
  return { prose: span(start, at + 'magnitude'.length), value, unit: '1' };
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `${NUMBER_WORDS.join('|')}|\\d{1,2}`;
const MAGNITUDE = new RegExp(`\\b(${NUMBER})(?:(?: to | or |[-–])(${NUMBER}))?[ -]orders?[ -]of[ -]$`, 'i');
const numberOf = (word: string): number => NUMBER_WORDS.indexOf(word) + 1 || Number(word);
