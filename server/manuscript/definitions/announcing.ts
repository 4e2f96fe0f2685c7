import { type Span, span } from '../../base/span';
import {
  CALLED_ABROAD,
  CALLED_IN_GERMAN,
  HEREAFTER,
  HEREAFTER_ABROAD,
  IN_THIS_TEXT,
  LABELLED,
  NAMED,
  SAID_IN_FRENCH,
  SHORTENED,
  SHORTENED_ABROAD,
  SHORTENED_IN_CHINESE,
} from './announcingWords';

/** Words before a short form that announce it, in English, German, French, Spanish and Chinese. */
const WORDS = [
  `${HEREAFTER}|herein|${NAMED}|${LABELLED}|${SHORTENED}|known|referred|abbreviation|short|abbr\\.|i\\.e\\.`,
  'or|also|as|to|by|for|and|simply|just|often|commonly|usually|the(?=\\s+["“„])',
  `${HEREAFTER_ABROAD}|${SHORTENED_ABROAD}|${CALLED_ABROAD}|${SAID_IN_FRENCH}|conocid[oa]s?`,
  "auch|oder|als|mit|(?:von |auf )?engl(?:\\.|isch)|ou|de l[’']anglais|en anglais",
  'como|del inglés|en inglés|por sus siglas en inglés|siglas en inglés',
].join('|');
const CHINESE = `(?:以下|英文|下文)?(?:${SHORTENED_IN_CHINESE}|记)(?:为|作)?`;

/** What announces the short form at the start of a bracket or of its part. */
const BEFORE = new RegExp(`^(?:(?:${WORDS})[,:]?\\s+)+|^${CHINESE}[:：]?\\s*`, 'iu');
/** `BMS genannt`, `C-LFP hereafter`, `C-LFP in this work` */
const AFTER = new RegExp(
  `\\s+(?:${CALLED_IN_GERMAN}|abgekürzt|${HEREAFTER}|for short|in the following|${IN_THIS_TEXT}|${HEREAFTER_ABROAD})$`,
  'u',
);

/** A part of a bracket without the words that announce what it holds. */
export function withoutAnnouncement(text: string, part: Span): Span & { readonly announced: boolean } {
  const words = text.slice(part.start, part.end);
  const before = BEFORE.exec(words)?.[0].length ?? 0;
  const after = AFTER.exec(words)?.[0].length ?? 0;
  return {
    ...span(part.start + before, Math.max(part.start + before, part.end - after)),
    announced: before + after > 0,
  };
}

/**
 * `, kurz SEI`, `, im Folgenden BMS genannt`, `, dite SEI`, `, ci-après dénommé MEB`, `, en adelante MEB`: without brackets. Words that
 * are common in other languages, too, count after a comma only.
 */
export const ANNOUNCED_ABROAD = new RegExp(
  `, (?:${HEREAFTER_ABROAD}|${SHORTENED_ABROAD}|${SAID_IN_FRENCH})` +
    `(?: (?:mit|als|auch|par|como|en|el|la|${CALLED_ABROAD})){0,2}` +
    String.raw`,? ?["“„«‘']?\s?([\p{L}\p{N}][\p{L}\p{N}/‐–-]{1,15})`,
  'gu',
);

/** `，简称SEI` */
export const ANNOUNCED_IN_CHINESE = new RegExp(`[，,、]?\\s?${CHINESE}\\s?["“”‘]?([A-Z][A-Za-z\\d-]{1,11})`, 'gu');

/**
 * The noun before `end` that an announced short form stands for, although its letters are not in it: a German compound
 * (`Festelektrolyt-Grenzphase (kurz SEI)`).
 */
export function nounBefore(text: string, start: number, end: number): Span | undefined {
  const noun = /(?<!\p{L})\p{Lu}\p{Ll}+(?:[-‐–]\p{Lu}?\p{Ll}+)*$/u.exec(text.slice(start, end))?.[0];
  return noun && noun.length >= SHORTEST_COMPOUND ? span(end - noun.length, end) : undefined;
}

/** Shorter words are compounded of one. */
const SHORTEST_COMPOUND = 12;

/**
 * The Chinese term before `end`, where words are not set apart: back to a mark, a particle or a verb that terms begin after. Undefined
 * where what is left is too short or too long for one.
 */
export function chineseTermBefore(text: string, start: number, end: number): Span | undefined {
  const run = /[\p{Script=Han}A-Za-z\d-]+$/u.exec(text.slice(Math.max(start, end - LONGEST_RUN), end))?.[0] ?? '';
  const term = run.slice(beginningOf(run)).replace(LEADING_VERBS, '');
  const length = term.match(/\p{Script=Han}/gu)?.length ?? 0;
  return length >= 3 && length <= 16 ? span(end - term.length, end) : undefined;
}

/** After the last particle; before an “and” whose two sides the noun at the end relates: `结构与性能关系`. */
function beginningOf(run: string): number {
  const at = run.search(AFTER_PARTICLE);
  const isAnd = at > 1 && /[与和及]/.test(run[at - 1]!) && RELATING.test(run.slice(at));
  return isAnd ? run.slice(0, at - 1).search(AFTER_PARTICLE) : at;
}

/** Relation, coupling, mixture, match, conversion: nouns of two sides. */
const RELATING = /关系|联用|耦合|混合|协同|相互|匹配|转换|转化/;

const LONGEST_RUN = 40;
/** Where the last stretch without particles begins. */
const AFTER_PARTICLE = /[^的和与及或对在了是将被由于从把以]*$/u;
const LEADING_VERBS = /^(?:本文|我们|采用|利用|通过|使用|形成|研究|添加|加入|包括|称为|该|其中|其|一种|用|为)+/u;
