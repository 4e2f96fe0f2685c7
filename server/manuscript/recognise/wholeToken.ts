import { type Span, span } from '../../base/span';
import type { Prose } from '../../text/prose';
import { WORD_LETTER } from './characters';
import { type Guard, guardAgainst, type Rejection } from './guard';

/** A reading in its token. */
interface Touched {
  /** What is in the token before the piece, and was not read. */
  readonly before: string;
  readonly piece: string;
  readonly after: string;
}

/**
 * A formula is read whole or not at all: what is in one token with it, and was not read, may change what it is.
 * Brackets and signs of the sentence, coefficients and the marks between parts of a composite touch without harm.
 */
export const TOUCH_GUARDS: readonly Guard<Touched>[] = [
  {
    id: 'piece of a token: letter before',
    rejects: ['the number é«TiO2» is'],
    keeps: ['the phase β«AlF3» is', 'a layer of «TiO2» is'],
    is: ({ before }) => LETTER_BEFORE.test(before),
  },
  {
    id: 'piece of a token: index or amount before',
    rejects: ['the salt (abc)2«TiO2» is', 'the salt Ww2,5«TiO2» is'],
    keeps: ['2«TiO2» is'],
    is: ({ before }) => INDEX_BEFORE.test(before),
  },
  {
    id: 'piece of a token: adduct before',
    rejects: ['the salt Ww·2«TiO2» is'],
    keeps: ['the sum of ·«TiO2» is'],
    is: ({ before }) => /[\w)\]}][·•∙⋅][\d.,/½x-z]*$/u.test(before),
  },
  {
    id: 'piece of a token: brackets before',
    rejects: ['the salt (Ww)«TiO2» is'],
    keeps: ['case (a)«TiO2» is'],
    is: ({ before }) => /(?<!\((?:\d|[a-z]))[)\]}]$/.test(before),
  },
  {
    id: 'piece of a token: the other ion before the bracket',
    rejects: ['the liquid [Abc12][«PF6»] is'],
    keeps: ['the anion [«PF6»] is'],
    is: ({ before }) => before.endsWith(']['),
  },
  {
    id: 'piece of a token: the rest of a molecule before',
    rejects: ['the salt R−«COONa» is'],
    keeps: ['the salt «CH3COONa» is'],
    is: ({ before }) => /(?:^|[^\p{L}])R['′]?[-–−]$/u.test(before),
  },
  {
    id: 'piece of a token: unit before the bracket',
    rejects: ['the salt Ww2(«TiO2») is'],
    keeps: ['the salt («TiO2») is'],
    is: ({ before }) => /(?:^|[^\p{L}])(?:[A-Z][a-z]|[A-Z][A-Za-z\d.]*\d)[([]$/u.test(before),
  },
  {
    id: 'piece of a token: index after its bracket',
    rejects: ['the salt («TiO2»)Ww3 is', 'the salt (Ww/«TiO2»)3 is'],
    keeps: ['the salt («TiO2») is'],
    is: ({ after }) => /^[)\]}](?:[\d₀-₉x]|[A-Z][a-z]?[\d₀-₉(])/.test(after),
  },
  {
    id: 'piece of a token: mark of a script after',
    rejects: ['the salt «TiO2»^a is'],
    keeps: ['the salt «TiO2» is'],
    is: ({ after }) => /^[_^]/.test(after),
  },
  {
    id: 'piece of a token: a site with a prime',
    rejects: ['the prototype «Cs~2~M»′M~3~ is', 'the prototype «Cs~2~M»^′+^M~3~ is'],
    keeps: ['the oxide ‘«MnO~2~»’ is'],
    is: ({ piece, after }) => /(?:[MABRX]|TM|Ln)$/.test(piece) && /^[′'’]/.test(after),
  },
  {
    id: 'piece of a token: brackets with an index after',
    rejects: ['the salt «TiO2»(abc)2 is'],
    keeps: ['the salt «TiO2»(abc) is'],
    is: ({ after }) => /^[([][^\s()[\]]{1,40}[)\]](?:[\d₀-₉x]|[A-Z]{0,2}[A-Z][a-z]?\d)/.test(after),
  },
  {
    id: 'piece of a token: adduct after',
    rejects: ['the salt «TiO2»·3abc is', 'the salt «TiO2»·(abc) is'],
    keeps: ['the salt «TiO2»· is'],
    is: ({ after }) => /^[·•∙⋅][\d(A-Z½x-z]/.test(after),
  },
];

const LETTER_BEFORE = new RegExp(`(?:(?!\\p{Script=Greek})${WORD_LETTER}|\\w_|[\\\\^])$`, 'u');
const INDEX_BEFORE = new RegExp(`(?:${WORD_LETTER}|[)\\]}])\\d(?:[\\d.,/]*\\d)?$`, 'u');

/** What makes a piece of the reading; undefined where it is whole. */
export function fragmentBy(prose: Prose, { start, end }: Span): Rejection | undefined {
  const { text } = prose;
  let from = start;
  while (from > 0 && start - from < REACH && !BREAK.test(text[from - 1]!)) from--;
  const before = text.slice(from, start);
  return guardAgainst(TOUCH_GUARDS, {
    before: HARMLESS.test(before) ? '' : before,
    piece: text.slice(start, end),
    after: text.slice(end, end + REACH),
  });
}

/** The whole token around an offset, without the marks of the sentence; parts of composites are tokens of their own. */
export function tokenAt(prose: Prose, start: number, limit: number): Span {
  const { text } = prose;
  let depth = 0;
  let end = start;
  for (; end < limit && end - start < LONGEST; end++) {
    const c = text[end]!;
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth < 0) break;
    else if (depth === 0 && (BREAK.test(c) || /^[-–−]\d*[A-Z(]/.test(text.slice(end, end + 4)) || '/@'.includes(c)))
      break;
    else if (depth > 0 && c === ' ') break;
  }
  while (end > start && /[.,:'’]/.test(text[end - 1]!)) end--;
  return span(start, end);
}

/** Nothing, or a coefficient that begins its token: `2`, `0.7`, `(1-x)`, `x`; a molarity; an enumerator. */
const HARMLESS =
  /^(?:[([]*\d{1,3}(?:[.,]\d+)?[M·•∙⋅]?|[A-Za-z][·•∙⋅]|M|[\d.xyz]+\)|\([\d.]*[-−–]?[xyz]?\)|[xyz]|\([a-z\d]\))$/;

const BREAK = /[\s;|‖∥→⇌<>="“”~+\uFFFC/@—–]/;
const REACH = 48;
const LONGEST = 160;
