import type { ScriptedText } from '../../base/script';
import { isDigit, isLetter, isMinus, isSpace, skipSpaces } from './characters';
import { LONGEST_SYMBOL, UNIT_SYMBOLS, type UnitFactor, type UnitSymbol } from './unitSymbols';

/** A unit as it is written. */
export interface WrittenUnit {
  readonly end: number;
  /** UCUM: `mA.h/g`, `S/cm`, `Cel`, `%{wt}`. */
  readonly code: string;
  /** The symbol where it stands alone and its neighbours have to say what it is: `C`, `V`, `m`. */
  readonly judged?: string;
}

/**
 * Reads the unit at `at`: symbols, their powers, and what joins them – space, dot, slash, `per`, nothing. Powers may
 * have lost their raising (`mAh g-1`, `g -1`). Undefined where there is none or where it runs on into a word.
 */
export function readUnit(prose: ScriptedText, at: number, limit: number): WrittenUnit | undefined {
  const special =
    readDegree(prose.text, at, limit) ?? readPercent(prose.text, at, limit) ?? readColumn(prose.text, at, limit);
  const first = special ? undefined : readFactor(prose, at, limit);
  if (!special && (!first || first.symbol.standing === 'below')) return undefined;
  const factors: UnitFactor[] = special ? [{ code: special.code, power: 1 }] : scaled(first!, 1);
  let end = special?.end ?? first!.end;
  let joined = first?.raised ?? false;
  for (let count = 0; count < MOST_FACTORS; count++) {
    const next = readNextFactor(prose, end, limit, factors.at(-1)!);
    if (!next) break;
    factors.push(...next.factors);
    end = next.end;
    joined = true;
  }
  if (runsOn(prose, end, limit)) return undefined;
  if (joined || !first) return { end, code: ucum(factors) };
  if (first.symbol.standing === 'joined') return undefined;
  const judged = first.symbol.standing === 'judged' && { judged: prose.text.slice(at, first.end) };
  return { end, code: ucum(factors), ...judged };
}

const MOST_FACTORS = 4;

interface Factor {
  readonly symbol: UnitSymbol;
  readonly power: number;
  /** A power is written. */
  readonly raised: boolean;
  readonly end: number;
}

const scaled = ({ symbol, power }: Factor, sign: 1 | -1): UnitFactor[] =>
  symbol.factors.map((f) => ({ code: f.code, power: f.power * power * sign }));

function readNextFactor(
  prose: ScriptedText,
  from: number,
  limit: number,
  last: UnitFactor,
): { factors: UnitFactor[]; end: number } | undefined {
  const { text } = prose;
  const at = skipSpaces(text, from, limit);
  if (text[at] === '/' || (at > from && text.startsWith('per ', at))) {
    const below = skipSpaces(text, at + (text[at] === '/' ? 1 : 4), limit);
    if (text[below] === '(') return readBracket(prose, below, limit, last);
    const factor = readFactor(prose, below, limit, last.code);
    if (!factor) return readPairBelow(prose, below, limit);
    const factors = scaled({ ...factor, power: Math.abs(factor.power) }, -1);
    return runsOn(prose, factor.end, limit) ? undefined : { factors, end: factor.end };
  }
  if (text[at] === '(') {
    const below = readBracket(prose, at, limit, last);
    const power = below && RECIPROCAL_POWER.exec(text.slice(below.end, below.end + 2))?.[0];
    const isRaised = power !== undefined && below!.end < limit && prose.scriptAt(below!.end) === 'super';
    return isRaised ? { factors: below!.factors, end: below!.end + power.length } : undefined;
  }
  const factor = readBeside(prose, from, limit, last.code);
  if (!factor) return undefined;
  const fits = factor.raised || (factor.symbol.standing !== 'below' && (factor.dotted || isPair(last, factor)));
  return fits ? { factors: scaled(factor, 1), end: factor.end } : undefined;
}

const RECIPROCAL_POWER = /^[-−–]1/;

/** `(V s)` with one factor or two, all below the line. */
function readBracket(
  prose: ScriptedText,
  open: number,
  limit: number,
  last: UnitFactor,
): { factors: UnitFactor[]; end: number } | undefined {
  const factor = readFactor(prose, open + 1, limit, last.code);
  if (!factor) return undefined;
  const factors = scaled({ ...factor, power: Math.abs(factor.power) }, -1);
  const second = readBeside(prose, factor.end, limit, factors.at(-1)!.code);
  if (second) factors.push(...scaled(second, -1));
  const end = second?.end ?? factor.end;
  return prose.text[end] === ')' ? { factors, end: end + 1 } : undefined;
}

/** Two symbols that are written as one below the line: `cm²/Vs`, `J/gK`. */
function readPairBelow(
  prose: ScriptedText,
  at: number,
  limit: number,
): { factors: UnitFactor[]; end: number } | undefined {
  const [pair, first, second] = PAIR_BELOW.exec(prose.text.slice(at, Math.min(limit, at + 5))) ?? [];
  if (pair === undefined || runsOn(prose, at + pair.length, limit)) return undefined;
  const factors = [first!, second!].flatMap((symbol) => UNIT_SYMBOLS.get(symbol)!.factors);
  return { factors: factors.map(({ code, power }) => ({ code, power: -power })), end: at + pair.length };
}

const PAIR_BELOW = /^(V(?=s)|k?g(?=K)|mol(?=K))(s|K)/;

/** A factor after a space, a dot, or nothing. */
function readBeside(
  prose: ScriptedText,
  from: number,
  limit: number,
  last: string,
): (Factor & { dotted: boolean }) | undefined {
  const { text } = prose;
  let at = skipSpaces(text, from, limit);
  const dotted = DOTS.has(text[at]!);
  if (dotted) at = skipSpaces(text, at + 1, limit);
  else if (at === from && (text[at] === '.' || text[at] === '-')) at++;
  const factor = readFactor(prose, at, limit, last);
  // After a power the next symbol may follow directly: `cm²V⁻¹s⁻¹`.
  return factor && (factor.raised || !runsOn(prose, factor.end, limit)) ? { ...factor, dotted } : undefined;
}

const DOTS: ReadonlySet<string> = new Set(['·', '⋅', '∙', '•', '*', '∗', '・']);

/** Units that are multiplied with a mere space between them, or nothing: `A h`, `Ω cm`, `Pa s`, `µΩcm`. */
const isPair = (last: UnitFactor, { symbol: { factors } }: Pick<Factor, 'symbol'>): boolean =>
  last.power === 1 && factors.length === 1 && PAIRS.test(`${last.code} ${factors[0]!.code}`);

const isProduct = ({ factors }: UnitSymbol, symbol: UnitSymbol): boolean =>
  factors.length === 1 && isPair(factors[0]!, { symbol });

const PAIRS = /^(?:(?:[mku]?A|[mkMGT]?W) h|[umkM]?Ohm (?:m|cm)|m?Pa s|m?N m)$/;

/** `beside` is the UCUM code of the factor before, where there is one. */
function readFactor(prose: ScriptedText, at: number, limit: number, beside?: string): Factor | undefined {
  const found = readSymbol(prose, at, limit);
  if (!found) return undefined;
  const { symbol, end } = found;
  const power = readPower(prose, afterLabel(prose, end, limit), limit, symbol, beside);
  return power
    ? { symbol, power: power.value, raised: true, end: afterLabel(prose, power.end, limit) }
    : hasUnreadPower(prose, end, limit)
      ? undefined
      : { symbol, power: 1, raised: false, end: beside === undefined ? end : afterLabel(prose, end, limit) };
}

/** A raised fraction or negative number that is not a power of this unit: without it the quantity would be another. */
const hasUnreadPower = (prose: ScriptedText, at: number, limit: number): boolean =>
  at < limit && prose.scriptAt(at) === 'super' && (prose.text[at] === '0' || isMinus(prose.text.charCodeAt(at)));

/** What the unit is counted on is lowered: `g_S^{-1}`, `g^{-1}_{LTO}`. */
function afterLabel(prose: ScriptedText, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < from + 12 && isLetter(prose.text.charCodeAt(at)) && prose.scriptAt(at) === 'sub') at++;
  return at;
}

/** The symbol of a run of letters, or the first of two that are glued: `mAhg⁻¹`, `Scm⁻¹`. */
function readSymbol(prose: ScriptedText, at: number, limit: number): { symbol: UnitSymbol; end: number } | undefined {
  const { text } = prose;
  let end = at;
  while (end < limit && end - at <= LONGEST_SYMBOL && isUnitLetter(text, end)) end++;
  if (end === at || prose.scriptAt(at) !== 'normal') return undefined;
  if (text[at] === 'M' && SOLUTE.test(text.slice(at + 1, at + 4)))
    return { symbol: UNIT_SYMBOLS.get('M')!, end: at + 1 };
  const whole = UNIT_SYMBOLS.get(text.slice(at, end));
  const split = end === at + 1 ? (readSplitMicro(prose, at, limit) ?? readRinged(text, at, limit)) : undefined;
  if (split) return split;
  if (whole) return { symbol: whole, end };
  for (let cut = end - 1; cut > at; cut--) {
    const symbol = UNIT_SYMBOLS.get(text.slice(at, cut));
    if (!symbol) continue;
    if (prose.scriptAt(cut) !== 'normal') return { symbol, end: cut };
    const rest = UNIT_SYMBOLS.get(text.slice(cut, end));
    const power =
      isMinus(text.charCodeAt(skipSpaces(text, end, limit))) || (end < limit && prose.scriptAt(end) === 'super');
    if (rest && power && readPower(prose, end, limit, rest, symbol.factors[0]!.code)) return { symbol, end: cut };
    if (rest && isProduct(symbol, rest)) return { symbol, end: cut };
  }
  return undefined;
}

/** `µ Ah`: a change of typeface sets the prefix apart. Alone it is a unit of length, so that the letters decide. */
function readSplitMicro(
  prose: ScriptedText,
  at: number,
  limit: number,
): { symbol: UnitSymbol; end: number } | undefined {
  const { text } = prose;
  if (!isMicro(text.charCodeAt(at)) || text[at + 1] !== ' ') return undefined;
  let end = at + 2;
  while (end < limit && end - at <= LONGEST_SYMBOL + 1 && isUnitLetter(text, end)) end++;
  const symbol = UNIT_SYMBOLS.get(`µ${text.slice(at + 2, end)}`);
  return symbol && { symbol, end };
}

/** `A ˚`: a PDF sets the ring apart. */
function readRinged(text: string, at: number, limit: number): { symbol: UnitSymbol; end: number } | undefined {
  const ringed = /^A ?˚(?! ?[CF](?![\p{L}\d]))/u.exec(text.slice(at, Math.min(limit, at + 6)))?.[0];
  return ringed === undefined ? undefined : { symbol: UNIT_SYMBOLS.get('Å')!, end: at + ringed.length };
}

const isMicro = (c: number): boolean => c === 0xb5 || c === 0x3bc;

const isUnitLetter = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  return isLetter(c) || c === 0x30a;
};

/** `−1`, `-2`, `2`, raised or not; after a space as well, where a PDF lost the raising: `cm -2`. */
function readPower(
  prose: ScriptedText,
  from: number,
  limit: number,
  symbol: UnitSymbol,
  beside: string | undefined,
): { value: number; end: number } | undefined {
  const { text } = prose;
  const apart = isSpace(text.charCodeAt(from));
  let at = apart || text[from] === '^' ? from + 1 : from;
  const raised = at < limit && (text[from] === '^' || prose.scriptAt(at) === 'super');
  const negative = isMinus(text.charCodeAt(at));
  if (negative) at++;
  const fraction = raised ? fractionAt(prose, at, limit) : undefined;
  if (fraction) return { value: negative ? -fraction.value : fraction.value, end: fraction.end };
  const digit = text.charCodeAt(at) - 48;
  if (at >= limit || !(digit >= 1 && digit <= (raised && negative ? 6 : 3))) return undefined;
  const { code } = symbol.factors.at(-1)!;
  // `30.9 Å 3 )`: a volume whose power a PDF set apart.
  const cubed = apart && !negative && code === 'Ao' && /^3 ?\)/.test(text.slice(at, at + 3));
  if (negative) {
    if (!raised && !(beside ? DIVIDES : RECIPROCAL).test(code)) return undefined;
    // `5 nm–3 nm` is a range.
    if (!raised && readSymbol(prose, skipSpaces(text, at + 1, limit), limit)?.symbol === symbol) return undefined;
  } else if (!cubed && (apart ? !beside || !DIVIDES.test(code) : !(beside ? DIVIDED_BY_POWER : LENGTH).test(code)))
    return undefined;
  const next = text.charCodeAt(at + 1);
  const goesOn = isDigit(next) || (next === 46 && isDigit(text.charCodeAt(at + 2))) || (!raised && isLetter(next));
  if (goesOn && at + 1 < limit && !(raised && negative)) return undefined;
  // Where a PDF lost the raising it often lost the minus as well: `mA cm 2`, `mV s 1`; areal resistance has none.
  const positive = !negative && (!apart || cubed || beside === 'Ohm');
  return { value: positive ? digit : -digit, end: at + 1 };
}

/** `0.5`, `1/2`, all raised. */
function fractionAt(prose: ScriptedText, at: number, limit: number): { value: number; end: number } | undefined {
  const [written, whole, part, over, under] = /^(?:(\d)([.,]\d)|(\d)\/(\d))/.exec(prose.text.slice(at, at + 3)) ?? [];
  if (written === undefined || at + 3 > limit || prose.scriptAt(at + 2) !== 'super') return undefined;
  const value = part === undefined ? Number(over) / Number(under) : Number(whole) + Number(part.slice(1)) / 10;
  return { value, end: at + 3 };
}

/** Lengths have areas and volumes; seconds have a square below the line only. */
const LENGTH = /^(?:[fpnumcdk]?m|Ao)$/;
const DIVIDED_BY_POWER = /^(?:[fpnumcdk]?m|Ao|s)$/;
/** Units that others are divided by, with the power on the line: `S cm-1`, `g -1`. */
const DIVIDES = /^(?:[numk]?g|[numcdk]?m|Ao|[mnu]?s|min|h|d|[mud]?l|m?mol|K|V|W|\{atom\}|\{cycle\}|\{decade\})$/;
/** The same for units that stand alone: `510 cm-1`, but `5 V-3` is not. */
const RECIPROCAL = /^(?:[numcdk]?m|Ao|s|min)$/;

/** A letter or digit on the line follows directly: the symbol is the beginning of a word or name. */
function runsOn(prose: ScriptedText, end: number, limit: number): boolean {
  if (end >= limit) return false;
  const c = prose.text.charCodeAt(end);
  if (prose.text[end - 1] === 'M' && SOLUTE.test(prose.text.slice(end, end + 3))) return false;
  return c === 95 || ((isLetter(c) || isDigit(c)) && prose.scriptAt(end) !== 'super');
}

/** The formula that math sets right after its molarity: `0.1MHClO4`. */
const SOLUTE = /^(?:H|K|(?:Li|Na|Cs|Mg|Ca|Zn|Al|Cu))(?=[A-Z(])/;

/** `°C` in its spellings, `degC`, `degrees Celsius`, `°F`, and the degree of angle. */
function readDegree(text: string, at: number, limit: number): { code: string; end: number } | undefined {
  if (text[at] === '℃') return { code: 'Cel', end: at + 1 };
  let end: number;
  if (DEGREE_SIGNS.has(text[at]!)) end = at + 1;
  else if (text.startsWith('deg', at)) {
    const word = ['degrees', 'degree', 'deg'].find((w) => text.startsWith(w, at))!;
    end = at + word.length;
  } else return undefined;
  const letter = skipSpaces(text, end, limit);
  for (const [name, code] of SCALES) if (text.startsWith(name, letter)) return { code, end: letter + name.length };
  return { code: 'deg', end };
}

const DEGREE_SIGNS: ReadonlySet<string> = new Set(['°', 'º', '˚', '∘', '◦']);
const SCALES = [
  ['Celsius', 'Cel'],
  ['celsius', 'Cel'],
  ['centigrade', 'Cel'],
  ['C', 'Cel'],
  ['Fahrenheit', '[degF]'],
  ['F', '[degF]'],
] as const;

/** `mm Hg`, `mm of Hg`: a pressure; mercury that is a film or a drop is another thing. */
function readColumn(text: string, at: number, limit: number): { code: string; end: number } | undefined {
  const column = text.startsWith('mm', at) ? COLUMN.exec(text.slice(at, Math.min(limit, at + 24)))?.[0] : undefined;
  return column === undefined ? undefined : { code: 'mm[Hg]', end: at + column.length };
}

const COLUMN = /^mm (?:of )?Hg(?![\p{L}\d+(/@-]| ?(?:film|drop|electrode|layer|pool))/u;

/** `%`, `wt %`, `wt.%`, `mol%`, `% by weight`. */
function readPercent(text: string, at: number, limit: number): { code: string; end: number } | undefined {
  let end = at;
  let kind = KINDS.find((word) => text.startsWith(word, at));
  if (kind) {
    end += kind.length;
    if (text[end] === '.') end++;
    if (text[end] === '-') end++;
    end = skipSpaces(text, end, limit);
  }
  if (text[end] !== '%' || end >= limit) return undefined;
  end++;
  if (!kind) {
    for (const [words, of] of SUFFIXES) {
      if (!text.startsWith(words, end)) continue;
      kind = of;
      end += words.length;
      break;
    }
  }
  return { code: kind ? `%{${kind === 'atom' ? 'at' : kind}}` : '%', end };
}

const KINDS = ['wt', 'vol', 'mol', 'mass', 'atom', 'at'];
const SUFFIXES = [
  [' by weight', 'wt'],
  [' by mass', 'mass'],
  [' by volume', 'vol'],
  [' (w/w)', 'wt'],
  [' w/w', 'wt'],
  [' (v/v)', 'vol'],
  [' v/v', 'vol'],
] as const;

/** Factors as a UCUM code, `dm³` as litres. */
function ucum(factors: readonly UnitFactor[]): string {
  const over: string[] = [];
  const under: string[] = [];
  for (const factor of factors) {
    const { code, power } =
      factor.code === 'dm' && Math.abs(factor.power) === 3 ? { code: 'l', power: factor.power / 3 } : factor;
    const size = Math.abs(power);
    (power > 0 ? over : under).push(size === 1 ? code : `${code}${size}`);
  }
  return over.join('.') + under.map((code) => `/${code}`).join('');
}
