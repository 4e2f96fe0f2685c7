import { type Span, span } from '../../base/span';

/** Words before a short form that announce it, in English, German, French, Spanish and Chinese. */
const WORDS =
  'hereafter|hereinafter|herein|henceforth|abbreviated|abbreviation|denoted|referred|called|termed|designated|named|known|' +
  'labell?ed|shortened|short|abbr\\.|i\\.e\\.|or|also|as|to|by|for|and|simply|often|commonly|usually|' +
  'kurz|abgekürzt|im folgenden|im weiteren|nachfolgend|fortan|auch|oder|als|mit|(?:von |auf )?engl(?:\\.|isch)|' +
  "dite?s?|ci-après|abrégée?s?|en abrégé|notée?s?|dénommée?s?|désignée?s?|appelée?s?|ou|de l[’']anglais|en anglais|" +
  'en adelante|en lo sucesivo|abreviad[oa]s?|denominad[oa]s?|llamad[oa]s?|conocid[oa]s?|como|del inglés|en inglés|' +
  'por sus siglas en inglés|siglas en inglés';
const CHINESE = '(?:以下|英文|下文)?(?:简称|缩写|简写|记)(?:为|作)?';

/** What announces the short form at the start of a bracket or of its part. */
const BEFORE = new RegExp(`^(?:(?:${WORDS})[,:]?\\s+)+|^${CHINESE}[:：]?\\s*`, 'iu');
/** `BMS genannt` */
const AFTER = /\s+(?:genannt|bezeichnet|abgekürzt)$/u;

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
export const ANNOUNCED_ABROAD =
  /, (?:kurz|abgekürzt|im Folgenden|im folgenden|im Weiteren|nachfolgend|fortan|dite?s?|ci-après|abrégée?s?|en abrégé|en adelante|en lo sucesivo|abreviad[oa]s?)(?: (?:mit|als|auch|dénommée?s?|désignée?s?|appelée?s?|notée?s?|par|como|en|el|la)){0,2},? ?["“„«‘']?\s?([\p{L}\p{N}][\p{L}\p{N}/‐–-]{1,15})/gu;

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
  const term = run.slice(run.search(AFTER_PARTICLE)).replace(LEADING_VERBS, '');
  const length = term.match(/\p{Script=Han}/gu)?.length ?? 0;
  return length >= 3 && length <= 16 ? span(end - term.length, end) : undefined;
}

const LONGEST_RUN = 40;
/** Where the last stretch without particles begins. */
const AFTER_PARTICLE = /[^的和与及或对在了是将被由于从把以]*$/u;
const LEADING_VERBS = /^(?:本文|我们|采用|利用|通过|使用|形成|研究|添加|加入|包括|称为|该|其|一种|用|为)+/u;
