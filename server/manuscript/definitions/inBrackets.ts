import { type Span, span } from '../../base/span';
import { isStateInAddress } from '../recognise/labels';
import { chineseTermBefore, nounBefore, withoutAnnouncement } from './announcing';
import { isElement } from './elementNames';
import { type Context, explainedBy, explainedByWhole, isFormulaLike, trimmed } from './explain';
import { definedJointly } from './joint';
import { isLetterOrDigit, isSpace } from './letters';
import { matchLongForm } from './matchLongForm';
import type { Pair } from './pair';
import { endOfWordsBefore, regionBefore } from './regions';
import { isShortForm, LONGEST_SHORT_FORM, singular } from './shortForm';

/** Definitions that a pair of brackets makes: `long (SHORT)`, `SHORT (long)`, `(SHORT, long)`, `(long, SHORT)`. */
export function definitionsInBrackets(context: Context): Pair[] {
  return context.brackets.pairs.flatMap(({ open, close }) => definitionsOf(context, span(open, close)));
}

const MIN_CONTENT = 2;
const MAX_CONTENT = 240;
const STRICT = 0.45;

function definitionsOf(context: Context, bracket: Span): Pair[] {
  const { text, block, brackets } = context;
  if (context.budget < 0) return [];
  const length = bracket.end - bracket.start - 1;
  if (length < MIN_CONTENT || length > MAX_CONTENT || !hasLetter(text, bracket) || isInWord(text, bracket)) return [];
  if (EXAMPLE.test(text.slice(bracket.start + 1, bracket.start + 14))) return [];
  const parts = partsOf(text, bracket.start + 1, bracket.end);
  if (parts.length === 0) return [];
  const end = endOfWordsBefore(text, brackets, block.start, bracket.start);
  const start = regionBefore(text, brackets, block.start, end);
  const joint = definedJointly(context, bracket, start, end);
  if (joint.length > 0) return joint;
  const both = twoOrders(context, bracket, start, end);
  if (both.length > 0) return both;
  if (isEnumeration(text, parts)) return [];
  const pairs = parts
    .map((part) => withoutModifiers(text, part))
    .flatMap((part, i): Pair[] => {
      if (!isShortForm(text.slice(part.start, part.end))) return [];
      if (i > 0 && isModelOfMaker(text, parts[0]!, part)) return [];
      const next = parts[i + 1];
      if (next && isNumberOfMaker(text, part, next, text.slice(start, end))) return [];
      const [before, after] = [text.slice(start, part.start), text.slice(part.end, bracket.end)];
      if (isStateInAddress(text.slice(part.start, part.end), before, after)) return []; // `(Maker Instruments, PA, USA)`
      const explained = i <= 1 ? explainedBy(context, part, start, end) : undefined;
      const outside =
        explained && next && explained.cost > STRICT_BESIDE_VALUE && isValueOf(text, part, next)
          ? undefined
          : explained;
      // `bildet sich eine Grenzphase (solid electrolyte interphase, SEI)`: what is in the brackets explains it better.
      const inside = outside && parts[i - 1] && explainedBy(context, part, parts[i - 1]!.start, parts[i - 1]!.end);
      if (outside && parts[i - 1] && isList(text, outside)) return beside(context, part, parts[i - 1], undefined);
      if (inside && inside.cost < outside.cost) return beside(context, part, parts[i - 1], undefined);
      // `la interfase sólida del electrolito (SEI, del inglés solid electrolyte interphase)`
      const foreign = outside && outside.cost > 0 && parts[i + 1]?.announced;
      const meant = foreign ? beside(context, part, undefined, parts[i + 1]) : [];
      if (meant.length > 0) return meant;
      if (outside) {
        return split(text, {
          form: 'long-short',
          whole: span(outside.start, bracket.end + 1),
          short: part,
          long: outside,
          ...inflected(context, outside, bracket.end + 1),
        });
      }
      return beside(context, part, parts[i - 1], parts[i + 1]);
    });
  if (pairs.length > 0) return pairs;
  const abroad = announcedAbroad(context, bracket, parts, { start, end });
  if (abroad.length > 0) return abroad;
  return [...coordinated(context, parts[0]!, bracket, start, end), ...shortBefore(context, parts, bracket, start, end)];
}

/** `(MAE = 0.4 eV)`: what is said of a term that may have been defined elsewhere. */
const isValueOf = (text: string, short: Span, { start, end }: Span): boolean =>
  text.slice(short.end, start).includes('=') && /^[±+−–-]? ?\d/.test(text.slice(start, end));

/** Of the words before such a bracket each gives a letter, or they are something else that has a value. */
const STRICT_BESIDE_VALUE = 0.3;

/** `three classes of RNA (rRNA, tRNA, and mRNA)`: instances, none of which is what the words before say. */
const isEnumeration = (text: string, parts: readonly Part[]): boolean =>
  parts.length > 2 && parts.every(({ start, end }) => isCapitals(text.slice(start, end)));

/** `a differential scanning calorimeter (Mettler-Toledo, DSC1)` */
const isModelOfMaker = (text: string, maker: Span, { start, end }: Span): boolean =>
  /^\p{Lu}+\d{1,3}$/u.test(text.slice(start, end)) &&
  /^\p{Lu}[\p{L}&.-]*\p{Ll}(?: \p{Lu}[\p{L}&.-]+)*$/u.test(text.slice(maker.start, maker.end));

/** `(1:400; sc-52; Maker Biotechnology)`: the number of a product; not `Triplet Host 123 (TH123, Maker)`. */
const isNumberOfMaker = (text: string, { start, end }: Span, maker: Span, before: string): boolean => {
  const number = /^\p{L}{2,3}-?(\d{2,})$/u.exec(text.slice(start, end))?.[1];
  const isMaker = /^\p{Lu}[\p{L}&.-]*\p{Ll}/u.test(text.slice(maker.start, maker.end));
  return number !== undefined && isMaker && !before.includes(number);
};

/** Several names, of which the bracket explains the last one in other words. */
const isList = (text: string, { start, end }: Span): boolean => /, /.test(text.slice(start, end));

/** `in situ XRD`: the short form begins with its capitals. */
function withoutModifiers(text: string, part: Part): Part {
  const words = /^(?:(?:in|ex) (?:situ|vivo|vitro)|operando) (?=\p{Lu}[\p{Lu}\d-]+$)/u.exec(
    text.slice(part.start, part.end),
  )?.[0];
  return words === undefined ? part : { ...part, start: part.start + words.length };
}

/** What is in such a bracket is an instance or a use, not a name: `a parallel optimizer (e.g., TAO)`, `a core (for SR conductors)`. */
const EXAMPLE = /^(?:e\. ?g\.|i\. ?e\.|cf\.|see |such as |like |for (?!short\b)|z\. ?B\.)/i;

/** `Festelektrolyt-Grenzphase (kurz SEI)`, `固体电解质界面膜（SEI）`: the letters come from another language. */
function announcedAbroad({ text }: Context, bracket: Span, parts: readonly Part[], before: Span): Pair[] {
  const short = parts.find((part) => isCapitals(text.slice(part.start, part.end)));
  if (!short || isFormulaLike(text.slice(short.start, short.end))) return [];
  // More than one is an instance of what is said: `多个指标（R², RMSE, MAE）`; so is a name: `骨架（Scaffold Tree）`.
  const isAlone = parts.length === 1 && /^\p{Lu}[\p{Lu}\d-]*s?$/u.test(text.slice(short.start, short.end));
  const long =
    (short.announced || isAlone ? chineseTermBefore(text, before.start, before.end) : undefined) ??
    (short.announced ? nounBefore(text, before.start, before.end) : undefined);
  return long ? [{ form: 'long-short', whole: span(long.start, bracket.end + 1), short, long }] : [];
}

const isCapitals = (text: string): boolean => isShortForm(text) && /\p{Lu}.*\p{Lu}/u.test(text);

/** `coefficient of thermal expansion (CTE/TEC)`: the same letters in two orders. */
function twoOrders(context: Context, bracket: Span, start: number, end: number): Pair[] {
  const { text } = context;
  const [, one, other] = /^(\p{Lu}{2,6})\/(\p{Lu}{2,6})$/u.exec(text.slice(bracket.start + 1, bracket.end)) ?? [];
  const letters = (short: string | undefined) => [...(short ?? '')].sort().join('');
  if (one === undefined || letters(one) !== letters(other)) return [];
  const first = span(bracket.start + 1, bracket.start + 1 + one.length);
  const second = span(first.end + 1, bracket.end);
  const long = explainedBy(context, first, start, end) ?? explainedBy(context, second, start, end);
  if (!long) return [];
  const whole = span(long.start, bracket.end + 1);
  return [first, second].map((short) => ({ form: 'long-short', whole, short, long, joint: true }));
}

/** A German adjective whose noun is after the bracket: `molekulardynamischen (MD) Simulationen`. */
function inflected({ text }: Context, long: Span, following: number): Pick<Pair, 'longText'> {
  const adjective = /^(\p{Ll}+(?:isch|ig|lich|iert)e)[nmrs]?$/u.exec(text.slice(long.start, long.end))?.[1];
  const noun = adjective && /^ (\p{Lu}\p{Ll}+)/u.exec(text.slice(following, following + 40))?.[1];
  return noun ? { longText: `${adjective} ${noun}` } : {};
}

/** `P(OR)3`, `Ti(OH)Cl2`, `[Au(dppe)][AuX2]`, `2-(2-ethoxyethoxy)ethanol`; not `interphase(SEI)is`, where spaces were lost, and not in Chinese, which has none. */
const isInWord = (text: string, { start, end }: Span): boolean =>
  text.startsWith('][', start - 1) ||
  (/[-‐–]/.test(text[start - 1] ?? '') && /\p{Ll}/u.test(text[end + 1] ?? '')) ||
  (isLetterOrDigit(text[start - 1]) &&
    (isLetterOrDigit(text[end + 1]) || text[start] === '[') &&
    !/\p{Ll}{4}$|\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 4), start)));

/** Brackets without a letter are references and years: `[1]`, `(2021)`. */
function hasLetter(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isLetterOrDigit(text[i]) && !/\d/.test(text[i]!)) return true;
  return false;
}

/** `(tetrahydrofuran, THF)`, `(THF, tetrahydrofuran)` */
function beside(context: Context, short: Span, before: Span | undefined, after: Span | undefined): Pair[] {
  const inside = before && explainedBy(context, short, before.start, before.end);
  if (inside) return [{ form: 'apposition', whole: span(inside.start, short.end), short, long: inside }];
  const following = after && explainedByWhole(context, short, after, STRICT);
  return following ? [{ form: 'apposition', whole: span(short.start, following.end), short, long: following }] : [];
}

/** `SEI (solid electrolyte interphase)`, not `SGs (SGScore)`, where one is made of the other. */
function shortBefore(context: Context, parts: readonly Span[], bracket: Span, start: number, end: number): Pair[] {
  const { text } = context;
  let at = end;
  while (at > start && end - at <= LONGEST_SHORT_FORM && !/[\s/]/.test(text[at - 1]!)) at--;
  const short = span(at, end);
  const token = text.slice(at, end);
  if (!isShortForm(token) || isElement(token) || isMultiple(text, token, bracket)) return [];
  if (NUMBERED.test(text.slice(Math.max(0, at - 14), at))) return [];
  if (text.startsWith(singular(token).short, parts[0]!.start)) return [];
  for (const content of [span(parts[0]!.start, parts[parts.length - 1]!.end), parts[0]!]) {
    const long = explainedByWhole(context, short, content, STRICT);
    if (long) return [{ form: 'short-long', whole: span(at, bracket.end + 1), short, long }];
  }
  return [];
}

/** `Tris(trimethylsilyl) phosphite`: a part of a name. */
const isMultiple = (text: string, token: string, { start }: Span): boolean =>
  /\p{Ll}$/u.test(token) && /\p{L}/u.test(text[start - 1]!);

/** `Section SI10 (Supporting Information)`: the number of a part. */
const NUMBERED =
  /\b(?:Sections?|Sec\.|Figures?|Figs?\.|Tables?|Notes?|Schemes?|Equations?|Eqs?\.|Chapters?|Appendix) $/i;

/** `scanning (SEM) and transmission electron microscopy (TEM)`: the first short form borrows the end of the second long form. */
function coordinated(context: Context, short: Span, bracket: Span, start: number, end: number): Pair[] {
  const { text, block } = context;
  const token = text.slice(short.start, short.end);
  if (!isShortForm(token) || isElement(token)) return [];
  const following = text.slice(bracket.end + 1, Math.min(block.end, bracket.end + 160));
  const shared = /^[-–]?\s*(?:,|and|or|\/)\s*(?:[^\s()[\]]+\s+){1,2}?([^\s()[\].;][^()[\].;]*?)\s*\(/.exec(
    following,
  )?.[1];
  const first = /\S+$/.exec(text.slice(start, end))?.[0];
  if (!shared || !first) return [];
  const words = shared.split(/\s+/);
  for (let from = 0; from < words.length; from++) {
    const long = `${first} ${words.slice(from).join(' ')}`;
    if (matchLongForm(token, long) < MATCHED) continue;
    const whole = span(end - first.length, bracket.end + 1);
    return [{ form: 'long-short', whole, short, long: span(whole.start, end), longText: long }];
  }
  return [];
}

const MATCHED = 0.85;

/** `ethylene carbonate/dimethyl carbonate (EC/DMC)` defines two short forms. */
function split(text: string, pair: Pair): Pair[] {
  const shorts = cut(text, pair.short);
  const longs = cut(text, pair.long);
  const of = (s: Span) => text.slice(s.start, s.end);
  if (shorts.length < 2 || shorts.length !== longs.length || /\s/.test(of(pair.short))) return [pair];
  if (!shorts.every((short, i) => matchLongForm(of(short), of(longs[i]!)) > 0)) return [pair];
  return shorts
    .map((short, i) => ({ ...pair, short, long: longs[i]!, joint: true as const }))
    .filter(({ short }) => !isElement(of(short)));
}

/** Parts between slashes and colons, where those are without spaces. */
function cut(text: string, whole: Span): Span[] {
  const cuts: Span[] = [];
  let at = whole.start;
  for (const part of text.slice(whole.start, whole.end).split(/[/:]/)) {
    if (/^\s|\s$/.test(part)) return [whole];
    cuts.push(span(at, at + part.length));
    at += part.length + 1;
  }
  return cuts;
}

interface Part extends Span {
  /** Words such as “hereafter” are before it. */
  readonly announced: boolean;
}

/** Content of a bracket cut at commas, semicolons, `or` and `=`, without words such as “hereafter” and without quotes. */
function partsOf(text: string, start: number, end: number): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = start;
  const push = (to: number): void => {
    const part = trimmed(text, from, to);
    const { announced, ...words } = withoutAnnouncement(text, part);
    const content = withoutStop(text, trimmed(text, words.start, words.end));
    if (content.end > content.start) parts.push({ ...content, announced });
  };
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (depth > 0) continue;
    else if (((c === ',' || c === ';') && isSpace(text[i + 1] ?? ' ')) || isColonAfterShort(text, from, i)) {
      push(i);
      from = i + 1;
    } else if (c === '，' || c === '；') {
      push(i);
      from = i + 1;
    } else if (c === ' ' && (/^ (?:or|o|=) /.test(text.slice(i, i + 4)) || isDashBesideShort(text, from, i, end))) {
      push(i);
      from = text.indexOf(' ', i + 1) + 1;
    }
  }
  push(end);
  return parts;
}

/** `(electrical resistivity tomography – ERT)`, `(FBG – fiber Bragg grating)` */
const isDashBesideShort = (text: string, start: number, at: number, end: number): boolean =>
  /^ [-–—] $/.test(text.slice(at, at + 3)) &&
  [text.slice(start, at), text.slice(at + 3, end)].some((beside) => /^\p{Lu}{2,8}s?$/u.test(beside.trim()));

/** `(RTA: rapid thermal annealing)` */
const isColonAfterShort = (text: string, start: number, at: number): boolean =>
  text.startsWith(': ', at) && /^\p{Lu}{2,8}$/u.test(text.slice(start, at).trim());

/** The dot that ends a sentence within its bracket: `… interphase (SEI.)`; `U.S.` has another. */
const withoutStop = (text: string, { start, end }: Span): Span =>
  text[end - 1] === '.' && text.indexOf('.', start) === end - 1 ? span(start, end - 1) : span(start, end);
