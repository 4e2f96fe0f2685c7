import { Searcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration, ParsedFile } from '../../text/parsedFile';
import { PART_READING } from '../../text/partReading';
import { ATOM, type Block, type Prose } from '../../text/prose';
import { quotationAround } from '../../text/quotation';
import type { Definition } from '../definition';
import { definitionsInList } from './abbreviationList';
import { Appositions } from './apposition';
import { contextOf, explainedByWhole, withCommonBrackets } from './explain';
import { definitionsInBrackets } from './inBrackets';
import type { Pair } from './pair';
import { BRACKETS } from './regions';
import { isShortForm, singular } from './shortForm';

/**
 * The places where a manuscript says what a short form stands for: declarations first, then in the order of the prose.
 * `formulas` are the spans of formulas in the prose, ascending; each can be a long form, others are known by their shape.
 */
export function findDefinitions(parsed: ParsedFile, formulas: readonly Span[] = []): Definition[] {
  const { prose } = parsed;
  const pairs = definitionsInList(prose);
  const text = withCommonBrackets(prose);
  const brackets = new Searcher(text, BRACKETS);
  const appositions = new Appositions(text);
  for (const block of prose.blocks) {
    if (!isRead(block)) continue;
    const context = contextOf(text, block, brackets, formulas);
    pairs.push(...firstReadings(prose, [...definitionsInBrackets(context), ...appositions.in(context)]));
  }
  pairs.push(...definitionsInFootnotes(prose, formulas));
  pairs.sort((a, b) => a.short.start - b.short.start);
  return [...parsed.declarations.map(declared), ...pairs.map((pair) => definitionOf(prose, pair))];
}

/** `SWCNT\footnote{single-wall carbon nanotube}`: the note after a paragraph explains a short form before a mark in it. */
function definitionsInFootnotes(prose: Prose, formulas: readonly Span[]): Pair[] {
  const brackets = new Searcher(prose.text, BRACKETS);
  let text: Block | undefined;
  return prose.blocks.flatMap((block): Pair[] => {
    if (block.kind !== 'footnote') text = block;
    if (block.kind !== 'footnote' || !text || !isRead(block)) return [];
    const label = /^(?:(?:engl|eng|dt|lat)\.?:? )?/i.exec(prose.slice(block))![0].length;
    const words = span(block.start + label, block.end - (prose.text[block.end - 1] === '.' ? 1 : 0));
    if (words.end - words.start > LONGEST_NOTE) return [];
    const context = contextOf(prose.text, block, brackets, formulas);
    for (const { 1: short, index } of prose.slice(text).matchAll(BEFORE_MARK)) {
      const at = span(text.start + index, text.start + index + short!.length);
      const long = isShortForm(short!) && explainedByWhole(context, at, words, STRICT);
      if (long) return [{ form: 'short-long', whole: at, short: at, long }];
    }
    return [];
  });
}

const BEFORE_MARK = new RegExp(`(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]{2,12})(?=${ATOM})`, 'gu');
const LONGEST_NOTE = 120;
const STRICT = 0.3;

const isRead = (block: Block): boolean =>
  PART_READING[block.part].defines && block.kind !== 'author' && block.kind !== 'equation';

/** Of one short form only the first reading: brackets say more than commas. */
function firstReadings(prose: Prose, pairs: readonly Pair[]): Iterable<Pair> {
  const byShort = new Map<number, Pair>();
  for (const pair of pairs) {
    if (byShort.has(pair.short.start) || isSymbol(prose, pair.short) || isOfQuotedTitle(prose, pair.whole)) continue;
    if (isCircular(prose, pair) || isPerson(prose, pair) || VALUE.test(prose.slice(pair.long))) continue;
    byShort.set(pair.short.start, pair);
  }
  return byShort.values();
}

/** `$sp$`, `$E_\\mathrm{RMS}$`: a quantity, unless it is a word of capitals. */
function isSymbol(prose: Prose, short: Span): boolean {
  if (prose.settingAt(short.start) === 'math' && !/^\p{Lu}{2,}$/u.test(prose.slice(short))) return true;
  for (let i = short.start; i < short.end; i++) {
    if (prose.scriptAt(i) !== 'normal' && /\p{L}/u.test(prose.text[i]!)) return true;
  }
  return false;
}

/** `(dd, 7.7 Hz, 1H)`: a number and its unit are not words. */
const VALUE = /^\d[\d.,]*\s?\S{1,3}$/;

/** `NMC compositions (NMC622)`, `SAM candidates (SAM-1, SAM-2)`, `Tb-doped Y and Al-doped LLZO (Al-LLZO)`: it says itself, or a
 * neighbour with it; a firm (`Harbor Laboratories, Harbor, NY`); one of several ionic liquids (`[EMIM][Ac] [BMIM][Ac] [EMIM]`). */
function isCircular(prose: Prose, { short, long, longText }: Pair): boolean {
  const stem = /^(\p{Lu}{2,})[-‐–]?\d+$/u.exec(prose.slice(short))?.[1];
  const words = longText ?? prose.slice(long);
  if (stem !== undefined && new RegExp(`(?<![\\p{L}\\p{N}])${stem}(?![\\p{L}\\p{N}])`, 'u').test(words)) return true;
  if (words.includes(`[${prose.slice(short)}]`)) return true;
  const isFirm = prose.slice(short).includes(' ') && words.startsWith(`${prose.slice(short)} `);
  return isFirm || (/^[A-Z][a-z]?[-‐–]\p{Lu}{2,}/u.test(prose.slice(short)) && / and /.test(words));
}

/** `Y.Z. (Yan Zhu)`: initials, and the name in full after them. */
const isPerson = (prose: Prose, { short, long }: Pair): boolean =>
  short.start < long.start &&
  /^(?:\p{Lu}\.[ -]?){2,4}$/u.test(prose.slice(short)) &&
  /^(?:\p{Lu}\p{Ll}*[ -]?){2,4}$/u.test(prose.slice(long));

/** `as “The solid electrolyte interphase (SEI) revisited” says`: words of others; what begins small is part of the sentence. */
function isOfQuotedTitle(prose: Prose, whole: Span): boolean {
  const quoted = quotationAround(prose, whole);
  if (quoted === undefined || /^\s*\p{Ll}/u.test(prose.slice(quoted))) return false;
  const words = wordsIn(prose.slice(quoted));
  return words >= wordsIn(prose.slice(whole)) + WORDS_OF_TITLE && words <= LONGEST_TITLE;
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** With fewer around it, what is in quotes may be a term of the author. */
const WORDS_OF_TITLE = 2;
/** Words; what is longer is a passage that is cited whole. */
const LONGEST_TITLE = 30;

function definitionOf(prose: Prose, pair: Pair): Definition {
  const { short, plural } = singular(clean(prose.slice(pair.short)));
  const { whole, short: shortSpan, long } = pair;
  return {
    form: pair.form,
    short,
    shortPlural: plural,
    long: clean(pair.longText ?? prose.slice(long)),
    ...(pair.joint && { joint: pair.joint }),
    prose: { whole, short: shortSpan, long: span(long.start, long.end) },
    source: { whole: prose.toSource(whole), short: prose.toSource(shortSpan), long: prose.toSource(long) },
  };
}

function declared(declaration: AbbreviationDeclaration): Definition {
  const { short, plural } = singular(clean(declaration.short));
  const source = { whole: declaration.span, short: declaration.shortSpan, long: declaration.longSpan };
  return { form: 'declaration', short, shortPlural: plural, long: clean(declaration.long), source };
}

const clean = (text: string): string => text.replaceAll(ATOM, ' ').replace(/\s+/g, ' ').trim().replace(/[,;]$/, '');
