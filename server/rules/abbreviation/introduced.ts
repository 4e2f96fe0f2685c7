import type { ProseSpan } from '../../base/span';
import {
  CALLED,
  CALLED_ABROAD,
  HEREAFTER_ABROAD,
  LABELLED,
  SAID_IN_FRENCH,
  SHORTENED,
  SHORTENED_ABROAD,
  SHORTENED_IN_CHINESE,
} from '../../manuscript/definitions/announcingWords';
import type { Prose } from '../../text/prose';

/** So far a model number, a place or a bracket can be from its word. */
const REACH = 60;
/** UTF-16 units: a bracket, and the maker before the short form in the name of an instrument, or the first ion before the second. */
const LONGEST_MODEL = 12;

/**
 * True where the author introduces a short form, even if its letters do not match: alone in brackets after words
 * (`X-ray transmission microscopy (TXM)`, `gel permeation chromatograph (PL-GPC 220)`, `… acetate ([EMIM][Ac])`) or a formula,
 * before words in brackets (`PAN (polyacrylonitrile)`) or as a name (`the counter electrode, also called CE`).
 */
export function isIntroduced(prose: Prose, { start, end }: ProseSpan): boolean {
  const { text } = prose;
  const before = text.slice(Math.max(0, start - REACH), start);
  if (
    INTRODUCING.test(before) ||
    INTRODUCING_ABROAD.test(before) ||
    (/\p{Script=Han}\s?[（(]$/u.test(before) && /[）)]/.test(text[end] ?? ''))
  )
    return true;
  if (!text.slice(Math.max(0, start - LONGEST_MODEL), end + 2).includes('(')) return false;
  const after = text.slice(end, end + REACH);
  const bracket = /\(\s?(?:\p{Lu}+-|\[(?:[\p{L}\d]+\]\[)?)?$/u.exec(before.slice(-LONGEST_MODEL));
  if (bracket && /^(?: \d+|\](?:\[[\p{L}\d]+\])?)?(?:\s?\uFFFC)*\s?[),;]/u.test(after)) {
    const isAfterFormula = start > 2 && prose.scriptAt(start - bracket[0].length - 2) === 'sub';
    const words = before.slice(0, before.length - bracket[0].length);
    if (isAfterFormula || /\p{Ll}(?:\p{Ll}[^.;()]*|\) )$/u.test(words)) return true;
  }
  return (
    /^\s?\((?:i\.e\.,? )?\p{L}?\p{Ll}{3,}/u.test(after) && /^[^)]*\)/.test(after) && matchesInitial(text[start]!, after)
  );
}

/** Words that give a name. */
const INTRODUCING = new RegExp(
  String.raw`\b(?:${CALLED}|(?:${SHORTENED}|${LABELLED})(?: as| by| to)?) (?:the )?(?:\uFFFC )?[“"‘']?$`,
);

/** The same in German, French, Spanish and Chinese. */
const INTRODUCING_ABROAD = new RegExp(
  String.raw`(?:(?<!\p{L})(?:(?:${HEREAFTER_ABROAD}|${SHORTENED_ABROAD}|${CALLED_ABROAD}),?(?: als| mit| como)?` +
    String.raw`|(?<=[,(] ?)${SAID_IN_FRENCH}) |(?:${SHORTENED_IN_CHINESE})为? ?)[“„«"‘']?\s?$`,
  'u',
);

/** `PAN (polyacrylonitrile)`, not `EIS (see below)`. */
const matchesInitial = (initial: string, after: string): boolean =>
  /\((?:i\.e\.,? )?(\p{L})/u.exec(after)?.[1]?.toLowerCase() === initial.toLowerCase();
