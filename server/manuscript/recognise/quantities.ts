import { Searcher } from '../../base/searcher';
import { type ProseSpan, type Span, span } from '../../base/span';
import { PART_READING } from '../../text/partReading';
import type { Block, Prose } from '../../text/prose';
import type { Relation } from '../mention';
import { isDigit, isLetter, isMinus, isSpace, skipSpaces } from './characters';
import { accepted, guardAgainst, isRejection, type Rejected, rejected } from './guard';
import { meaningOfLetter } from './loneUnits';
import { REFERENCE_REACH, RELATION_REACH, referenceAfter, relationBefore } from './quantityContext';
import { inItsBlock, NUMBER_GUARDS, RATE_GUARDS, UNIT_GUARDS } from './quantityGuards';
import { readNumberList, readSlashedNumbers } from './quantityList';
import { joinRanges } from './quantityRange';
import { readDecimal, readValues } from './quantityValue';
import { readUnit } from './units';

/** A number with its unit in running text. */
export interface QuantityCandidate {
  /** From sign or number to the unit; words of relation and reference stay outside. */
  readonly prose: ProseSpan;
  /** A range is given from its lower to its upper end. */
  readonly value: number | readonly [number, number];
  /** UCUM; C-rates are `{C-rate}`, cycles `{cycle}`, orders of magnitude a number of unit `1`. */
  readonly unit: string;
  /** How the quantity is bounded: `below 10 Å`. */
  readonly relation?: Relation;
  /** Electrode that a potential is given against: `Li/Li+`, `SHE`. */
  readonly reference?: string;
  /** Where the upper end begins in the prose, of a range whose ends have a unit each: `10 Hz–5 MHz`. */
  readonly second?: number;
}

/**
 * Quantities in the prose, in reading order, without overlaps. A number without unit does not count. Left out: numbers within
 * names, formulas, ratios, scripts, the numbering of figures, and everything in references. Linear in the text.
 */
export const findQuantities = (prose: Prose): QuantityCandidate[] => joinRanges(prose, accepted(readQuantities(prose)));

/** Numbers with what looks like their unit that measure nothing, each with the reason. */
export const rejectedQuantities = (prose: Prose): Rejected[] => rejected(readQuantities(prose));

type Reading = QuantityCandidate | Rejected;

function readQuantities(prose: Prose): Reading[] {
  const found: Reading[] = [];
  const openers = new Searcher(prose.text, /[\dCm]/g);
  for (const block of prose.blocks) {
    if (block.kind !== 'author' && PART_READING[block.part].isOwn) readInBlock(prose, block, openers, found);
  }
  return found;
}

function readInBlock(prose: Prose, block: Block, openers: Searcher, found: Reading[]): void {
  const { text } = prose;
  let done: number | undefined;
  for (let at = openers.next(block.start); at < block.end; at = openers.next(at)) {
    const c = text.charCodeAt(at);
    const readings = readAt(prose, block, at, done);
    found.push(...readings);
    const last = readings.at(-1);
    if (last && !isRejection(last)) {
      done = last.prose.end;
      at = done;
    } else {
      at++;
      if (isDigit(c)) while (at < block.end && isInNumber(text, at)) at++;
    }
  }
}

/** What begins at a digit, at the C of `C/10` or at the m of `orders of magnitude`. */
function readAt(prose: Prose, block: Block, at: number, done: number | undefined): Reading[] {
  const c = prose.text.charCodeAt(at);
  if (c === 67) return listOf(readPartOfC(prose, block, at));
  if (c === 109) return listOf(readMagnitude(prose.text, block, at));
  if (!mayBegin(prose, block, at)) return [];
  const quantity = readQuantity(prose, block, at, done);
  if (quantity && !isRejection(quantity)) return [quantity];
  const list = readList(prose, block, at, done);
  return list.length > 0 ? list : listOf(quantity);
}

const listOf = (reading: Reading | undefined): Reading[] => (reading ? [reading] : []);

/** On the line, with neither a letter nor a digit directly before: not a script, nor the end of a name or of another number. */
function mayBegin(prose: Prose, block: Span, at: number): boolean {
  const before = prose.text.charCodeAt(at - 1);
  return (at === block.start || !(isLetter(before) || isDigit(before))) && prose.scriptAt(at) === 'normal';
}

/** `1, 2 and 3 V`, `141/259 meV`: all of the unit that the last one bears. */
function readList(prose: Prose, block: Block, at: number, done: number | undefined): Reading[] {
  const { text } = prose;
  const start = signBefore(text, block, at, done) ?? at;
  const slashed = readSlashedNumbers(prose, block, start);
  const list = slashed ?? readNumberList(prose, block, start);
  const signed = list && isMinus(text.charCodeAt(list.last));
  const before = slashed && slashed.last - 1;
  const last = list && readQuantity(prose, block, signed ? list.last + 1 : list.last, before);
  if (!last || isRejection(last)) return [];
  const { unit, reference } = last;
  const { end, value } = list.numbers[0]!;
  const follows = done === at - 1;
  const first = inItsBlock({
    prose,
    block,
    number: at,
    unit: end,
    end,
    size: Math.abs(value),
    followsQuantity: follows,
  });
  const guard = guardAgainst(NUMBER_GUARDS, first);
  if (guard) return [{ id: guard.id, prose: span(start, last.prose.end) }];
  const shared = { unit, ...(reference !== undefined && { reference }) };
  return [
    ...list.numbers.map((number) => ({ prose: span(number.start, number.end), value: number.value, ...shared })),
    last,
  ];
}

/** `160 mAh g⁻¹`, `−3.04 V`, `10–20 nm`; `done` is the end of the quantity before. */
function readQuantity(prose: Prose, block: Block, at: number, done: number | undefined): Reading | undefined {
  const { text } = prose;
  const sign = signBefore(text, block, at, done);
  const start = sign ?? at;
  const before = text.slice(Math.max(block.start, start - RELATION_REACH), start);
  for (const written of readValues(prose, at, block.end, {
    negative: sign !== undefined,
    between: /\bbetween $/i.test(before),
  })) {
    const unit = readUnitAfter(prose, written.end, block.end);
    if (!unit) continue;
    const whole = span(written.bracketed ? at - 1 : start, unit.end);
    const size = typeof written.value === 'number' ? Math.abs(written.value) : Math.abs(written.value[1]);
    const quantity = inItsBlock({
      prose,
      block,
      number: at,
      unit: unit.start,
      end: unit.end,
      size,
      followsQuantity: done === at - 1,
      ...(unit.judged !== undefined && { letter: unit.judged }),
    });
    const guard = guardAgainst(NUMBER_GUARDS, quantity) ?? guardAgainst(UNIT_GUARDS, quantity);
    if (guard) return { id: guard.id, prose: whole };
    return {
      prose: whole,
      value: written.value,
      unit:
        unit.judged === undefined ? unit.code : meaningOfLetter({ ...quantity, symbol: unit.judged, code: unit.code }),
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

/**
 * Where the minus of a number is. It belongs to the number where it stands apart from what is before; else it is a hyphen or a dash, as
 * between two quantities (`5° -50°`), the first of which ends at `done`.
 */
function signBefore(text: string, block: Span, number: number, done: number | undefined): number | undefined {
  const at = number - 1;
  if (at < block.start) return undefined;
  if (text[at] === ' ' && text[at - 1] === '−' && at - 1 > block.start) {
    const before = text.slice(Math.max(block.start, at - 1 - LONGEST_BEFORE_SIGN), at - 1);
    return BEFORE_SPACED_SIGN.test(before) ? at - 1 : undefined;
  }
  if (!isMinus(text.charCodeAt(at))) return undefined;
  if (at === block.start) return at;
  if (done !== undefined && at - done <= 1) return undefined;
  const before = text.charCodeAt(at - 1);
  const isApart = isSpace(before) || '([<>=~≈≤≥±,：，。、（～'.includes(text[at - 1]!);
  return isApart || /\p{Script=Han}/u.test(text[at - 1]!) ? at : undefined;
}

/** What a number comes after, so that a minus with a space on both sides is a sign: `is − 5 °C`, `(− 5 °C)`; `3 − 5 V` is a range. */
const BEFORE_SPACED_SIGN =
  /(?:(?<![\p{L}\d])(?:is|are|was|were|of|at|to|than|by|from|about|around|below|above|near)\s|[=<>≈~∼([]\s?)$|− ?\d[\d.]*(?: ?,? and| ?,) $/u;
const LONGEST_BEFORE_SIGN = 20;

/** A digit, or a point or comma between digits. */
const isInNumber = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) ||
  ((text[at] === '.' || text[at] === ',') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));

interface UnitAfter {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** The symbol where its neighbours have to say what it is. */
  readonly judged?: string;
}

/** The unit after a number: after a space, nothing, a hyphen (`400-cycle`), or what kind of cycles are counted. */
function readUnitAfter(prose: Prose, from: number, limit: number): UnitAfter | undefined {
  const { text } = prose;
  let start = skipSpaces(text, from, limit);
  if (start === from && isHyphen(text.charCodeAt(start))) start++;
  if (start >= limit) return undefined;
  const unit = readUnit(prose, start, limit);
  if (unit) return { ...unit, start };
  return start > from ? readCycles(prose, start, limit) : undefined;
}

const isHyphen = (c: number): boolean => c === 45 || c === 0x2010 || c === 0x2011;

/** `charge/discharge cycles`, `stable cycles` */
function readCycles(prose: Prose, from: number, limit: number): UnitAfter | undefined {
  const { text } = prose;
  let at = from;
  for (let words = 0; words < 4; words++) {
    let end = at;
    while (end < limit && end < at + 14 && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
    const word = text.slice(at, end);
    if (word === 'cycles' || word === 'cycle') return { code: '{cycle}', start: from, end };
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
function readPartOfC(prose: Prose, block: Block, at: number): Reading | undefined {
  const { text } = prose;
  const slash = skipSpaces(text, at + 1, block.end);
  if (text[slash] !== '/') return undefined;
  const from = skipSpaces(text, slash + 1, block.end);
  const hours = readDecimal(prose, from, block.end);
  if (!hours || hours.value === 0 || hours.value > 1000 || prose.scriptAt(from) !== 'normal') return undefined;
  const whole = span(at, hours.end);
  const size = 1 / hours.value;
  const rate = inItsBlock({ prose, block, number: at, unit: at, end: hours.end, size, followsQuantity: false });
  const guard = guardAgainst(RATE_GUARDS, rate);
  if (guard) return { id: guard.id, prose: whole };
  const before = text.slice(Math.max(block.start, at - RELATION_REACH), at);
  return { prose: whole, value: size, unit: '{C-rate}', ...bounds(before) };
}

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
