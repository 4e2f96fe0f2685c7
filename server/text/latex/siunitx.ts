import type { Span } from '../../base/span';
import type { Command } from './commands';
import type { LatexReader } from './reader';
import { controlEnd, isDigit, isSpace, lineEnd } from './scan';
import { PinnedSink } from './sink';
import { numberText, type Piece, PREFIXES, plain, raised, UNITS, UnitWriter } from './units';

/** `\SI{2}{\milli\ampere\hour\per\gram}`, `\qty`: number and unit, mapped as a whole. */
const quantity: Command = (r, use, end) => {
  const number = r.groupArgument(r.optional(use.after, end)?.after ?? use.after, end);
  const unit = number && r.groupArgument(r.optional(number.after, end)?.after ?? number.after, end);
  if (!number || !unit) return use.after;
  const unitPieces = unitText(r, unit.start, unit.end);
  const gap = unitPieces[0]?.text.startsWith('°') && !unitPieces[0].text.startsWith('°C') ? '' : ' ';
  show(r, use.start, unit.after, [...numberText(r.written(number)), plain(gap), ...unitPieces]);
  return unit.after;
};

/** `\SIrange{1}{5}{\volt}`, `\qtyrange`: 1 to 5 V */
const quantityRange: Command = (r, use, end) => {
  const from = r.groupArgument(r.optional(use.after, end)?.after ?? use.after, end);
  const to = from && r.groupArgument(from.after, end);
  const unit = to && r.groupArgument(to.after, end);
  if (!from || !to || !unit) return use.after;
  show(r, use.start, unit.after, [
    ...numberText(r.written(from)),
    plain(' to '),
    ...numberText(r.written(to)),
    plain(' '),
    ...unitText(r, unit.start, unit.end),
  ]);
  return unit.after;
};

/** `\SIlist{1;2;3}{\volt}`, `\numlist{1;2;3}`: 1, 2 and 3 V */
const list =
  (withUnit: boolean): Command =>
  (r, use, end) => {
    const numbers = r.groupArgument(r.optional(use.after, end)?.after ?? use.after, end);
    const unit = withUnit && numbers ? r.groupArgument(numbers.after, end) : undefined;
    if (!numbers || (withUnit && !unit)) return use.after;
    const items = r.written(numbers).split(';');
    const pieces = items.flatMap((item, i) => [
      ...(i === 0 ? [] : [plain(i === items.length - 1 ? ' and ' : ', ')]),
      ...numberText(item),
    ]);
    if (unit) pieces.push(plain(' '), ...unitText(r, unit.start, unit.end));
    const after = unit?.after ?? numbers.after;
    show(r, use.start, after, pieces);
    return after;
  };

const numberRange: Command = (r, use, end) => {
  const from = r.groupArgument(r.optional(use.after, end)?.after ?? use.after, end);
  const to = from && r.groupArgument(from.after, end);
  if (!from || !to) return use.after;
  show(r, use.start, to.after, [...numberText(r.written(from)), plain(' to '), ...numberText(r.written(to))]);
  return to.after;
};

/** One argument: `\num{1e-3}`, `\si{\siemens\per\centi\metre}`, `\ang{45}`, `\pu{123 kJ mol-1}`. */
const single =
  (pieces: (r: LatexReader, start: number, end: number) => readonly Piece[]): Command =>
  (r, use, end) => {
    const argument = r.groupArgument(r.optional(use.after, end)?.after ?? use.after, end);
    if (!argument) return use.after;
    show(r, use.start, argument.after, pieces(r, argument.start, argument.end));
    return argument.after;
  };

function show(r: LatexReader, start: number, end: number, pieces: readonly Piece[]): void {
  const outer = r.sink;
  if (!(outer instanceof PinnedSink)) r.sink = new PinnedSink(r.builder, r.source, start, end);
  const normal = r.builder.restyle({ setting: 'upright' });
  for (const { text, raised } of pieces) {
    const style = r.builder.restyle(raised ? { script: 'super' } : {});
    if (text) r.put(text, start, end);
    r.builder.restore(style);
  }
  r.builder.restore(normal);
  r.sink = outer;
}

/** A unit of macros (`\milli\ampere\hour\per\gram`) or of letters (`mAh.g^{-1}`), or of both. */
function unitText(r: LatexReader, start: number, end: number): Piece[] {
  const unit = new UnitWriter();
  writeUnit(r, unit, start, end);
  return unit.pieces;
}

function writeUnit(r: LatexReader, unit: UnitWriter, start: number, end: number, depth = 0): void {
  const { source } = r;
  for (let i = start; i < end; ) {
    const code = source.charCodeAt(i);
    if (code === 92) {
      const after = controlEnd(source, i, end);
      i = unitMacro(r, unit, source.slice(i + 1, after), after, end, depth);
    } else if (source[i] === '^') {
      const exponent = r.argument(i + 1, end);
      if (exponent) unit.exponent(r.written(exponent).replace(/[{}$]/g, ''));
      i = exponent?.after ?? i + 1;
    } else if (source[i] === '_') i = r.argument(i + 1, end)?.after ?? i + 1;
    else if (code === 35 && r.frame) i = givenUnit(r, unit, i, depth);
    else if (code === 46 || code === 126) {
      unit.gap();
      i++;
    } else if (code === 37) i = lineEnd(source, i, end);
    else if (code === 47) {
      unit.literal('/');
      i++;
    } else if (isSpace(code) || code === 123 || code === 125 || code === 36) i++;
    else {
      let j = i + 1;
      while (j < end && !ENDS_LETTERS.has(source.charCodeAt(j))) j++;
      unit.literal(source.slice(i, j));
      i = j;
    }
  }
}

/** `#1` in the unit of a macro: what the use gives for it. Returns the offset after it. */
function givenUnit(r: LatexReader, unit: UnitWriter, at: number, depth: number): number {
  const frame = r.frame!;
  const given = frame.arguments[Number(r.source[at + 1]) - 1];
  r.frame = frame.outer;
  if (given) writeUnit(r, unit, given.start, given.end, depth);
  r.frame = frame;
  return at + 2;
}

const ENDS_LETTERS: ReadonlySet<number> = new Set([...'\\^_.~%/{}$# \t\n\r'].map((c) => c.charCodeAt(0)));

/** One macro of a unit; returns the offset after it. */
function unitMacro(r: LatexReader, unit: UnitWriter, name: string, after: number, end: number, depth: number): number {
  if (name === 'per') unit.per();
  else if (PREFIXES.has(name)) unit.prefix(PREFIXES.get(name)!);
  else if (name === 'squared') unit.exponent('2');
  else if (name === 'cubed') unit.exponent('3');
  else if (name === 'square') unit.nextExponent('2');
  else if (name === 'cubic') unit.nextExponent('3');
  else if (name === 'tothe' || name === 'raiseto') {
    const power = r.groupArgument(after, end);
    const text = power ? r.written(power).trim() : '';
    if (name === 'tothe') unit.exponent(text);
    else unit.nextExponent(text);
    return power?.after ?? after;
  } else if (name === 'of') {
    return r.groupArgument(after, end)?.after ?? after;
  } else if (name === ',' || name === ':' || name === ';') unit.gap();
  else if (UNITS.has(name)) unit.unit(UNITS.get(name)!);
  else if (name.length > 1) {
    const own = ownUnit(r, name);
    const text = own && r.source.slice(own.start, own.end);
    if (own && text!.includes('\\') && depth < DEEPEST_UNIT) writeUnit(r, unit, own.start, own.end, depth + 1);
    else unit.unit(text?.replace(/[\\{}$~]/g, '') ?? name);
  }
  return after;
}

/** Units that are declared by other units of the writer's own. */
const DEEPEST_UNIT = 4;

/** `\DeclareSIUnit\amphour{Ah}` of the file, `\DeclareSIUnit{\mAh}{\milli\ampere\hour}`: what it is written as. */
function ownUnit(r: LatexReader, name: string): Span | undefined {
  for (const site of r.outline.definitions) {
    if (site.name !== 'DeclareSIUnit') continue;
    const macro = r.argument(r.optional(site.after, r.source.length)?.after ?? site.after, r.source.length);
    if (!macro || r.source.slice(macro.start, macro.end).trim() !== `\\${name}`) continue;
    return r.groupArgument(macro.after, r.source.length);
  }
  return undefined;
}

/** mhchem's `\pu{…}`: letters with exponents glued on, `mol^-1` or `mol-1`. */
function physicalUnit(r: LatexReader, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (const word of r.written({ start, end }).split(/\s+/)) {
    if (pieces.length > 0) pieces.push(plain(' '));
    const power = /^(.*[A-Za-z])\^?\{?([-+]?\d+)\}?$/.exec(word);
    if (power && !isDigit(word.charCodeAt(0))) pieces.push(plain(power[1]!), raised(power[2]!.replace('-', '−')));
    else pieces.push(...numberText(word));
  }
  return pieces;
}

const numberOf = (r: LatexReader, start: number, end: number) => numberText(r.written({ start, end }));

export const SIUNITX_COMMANDS: readonly [string, Command][] = [
  ['SI', quantity],
  ['qty', quantity],
  ['SIrange', quantityRange],
  ['qtyrange', quantityRange],
  ['SIlist', list(true)],
  ['qtylist', list(true)],
  ['numlist', list(false)],
  ['numrange', numberRange],
  ['num', single(numberOf)],
  ['si', single(unitText)],
  ['unit', single(unitText)],
  ['ang', single((r, start, end) => [...numberOf(r, start, end), plain('°')])],
  ['pu', single(physicalUnit)],
];
