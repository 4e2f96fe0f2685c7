import type { Span } from '../../base/span';
import { numberText, type Piece, PREFIXES, plain, UNITS, UnitWriter } from '../latex/units';
import type { TypstReader } from './reader';

/**
 * Reads a number, a unit or both as the reader of the paper sees them; all of it maps to the call. `name` says which:
 * `num`, `unit`, `qty`, `numrange` or `qtyrange`.
 */
export function readQuantity(r: TypstReader, name: string, given: readonly Span[], call: Span): void {
  const texts = given.map(({ start, end }) => argumentText(r.source.slice(start, end)));
  const isRange = name.endsWith('range');
  const numbers = name === 'unit' ? [] : texts.slice(0, isRange ? 2 : 1);
  const unit = name.startsWith('num') ? undefined : texts[numbers.length];
  if (numbers.some((number) => !/\d/.test(number))) return;
  const pieces: Piece[] = numbers.flatMap((number, i) => [...(i > 0 ? [plain(' to ')] : []), ...numberText(number)]);
  if (unit !== undefined) pieces.push(...(numbers.length > 0 ? [plain(' ')] : []), ...unitText(unit));
  const style = r.builder.restyle({ setting: 'upright' });
  for (const piece of pieces) {
    r.builder.restyle({ script: piece.raised ? 'super' : 'normal' });
    if (piece.text) r.put(piece.text, call.start, call.end);
  }
  r.builder.restore(style);
}

/** What is in the quotes, brackets or dollars of an argument. */
const argumentText = (source: string): string =>
  source
    .trim()
    .replace(/^["[$]([\s\S]*)["\]$]$/, '$1')
    .trim();

/** `mA h g^-1`, `mAh/g`, `kg m^(-2)`, `meter per second squared`. */
function unitText(source: string): readonly Piece[] {
  const writer = new UnitWriter();
  for (const [, gap, word] of source.replace(/\bdegrees? (?=celsius)/i, '').matchAll(WORDS)) {
    if (gap && writer.pieces.length > 0 && !isSpelled(word!)) writer.gap();
    writeWord(writer, word!);
  }
  return writer.pieces;
}

const WORDS = /([\s·*.]*)(\/|[^\s/^·*.]+(?:\^(?:\([^()\s]*\)|[^\s/^·*.]+))?)/g;

function writeWord(writer: UnitWriter, word: string): void {
  const lower = word.toLowerCase();
  if (word === '/') writer.literal('/');
  else if (lower === 'per') writer.per();
  else if (lower === 'squared' || lower === 'cubed') writer.exponent(lower === 'squared' ? '2' : '3');
  else if (PREFIXES.has(lower)) writer.prefix(PREFIXES.get(lower)!);
  else {
    const [symbol = '', power] = word.split('^');
    if (isSpelled(word)) writer.unit(spelledUnit(lower)!);
    else writer.literal(symbol);
    if (power !== undefined) writer.exponent(power.replace(/[()]/g, ''));
  }
}

const spelledUnit = (word: string): string | undefined => UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ''));

/** True for words that set their own gaps: `per`, `milli`, `squared`, `ampere`. */
const isSpelled = (word: string): boolean =>
  /^(?:per|squared|cubed)$/i.test(word) ||
  PREFIXES.has(word.toLowerCase()) ||
  (word.length > 3 && spelledUnit(word.toLowerCase()) !== undefined);
