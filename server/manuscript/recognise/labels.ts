import type { Span } from '../../base/span';

/** So far a model number, a place or a bracket can be from its word. */
const REACH = 60;

/** States of the USA, as they are after a city. */
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
);

/** The country after a firm or a city: `, Japan)`. */
export const COUNTRY =
  /^, (?:the )?(?:USA|U\.S\.A\.|United States|UK|U\.K\.|United Kingdom|Japan|(?:P\.? ?R\.? )?China|Germany|France|Switzerland|Austria|Italy|Spain|Netherlands|Belgium|Sweden|Denmark|Finland|Norway|Poland|Czech Republic|Israel|India|Canada|Australia|Brazil|Singapore|Taiwan|Russia|(?:South )?Korea|Deutschland|Frankreich|Schweiz|Österreich|Alemania|Francia|Japón|Allemagne|Japon|Suisse)(?!\p{L})/u;

/** `Boulder, CO, USA`, `(CO, USA)`, `Denver, CO 80202`: letters that may be a formula, too. */
export const isStateInAddress = (word: string, before: string, after: string): boolean =>
  STATES.has(word) &&
  (/^, (?:USA|U\.S\.A?\.|United States)(?!\p{L})/u.test(after) ||
    (/\p{Lu}\p{Ll}+, $/u.test(before) && /^ \d{5}(?!\d)/.test(after)));

/** `Figure 2`, `Figs. 3A and 4`, `Table II`, `Section 5`, `Ref. 3` directly before. */
export const IN_FIGURE_NUMBER = (() => {
  const words =
    '[Ff]igs?|[Ff]igures?|FIGS?|FIGURES?|TABLES?|[Tt]ables?|Schemes?|[Pp]anels?|Sections?|Sects?|Secs?|[Rr]efs?|Eqs?|Chapters?|Movies?|Notes?|[Gg]roups?|Nos?';
  const number = String.raw`(?:S?\d{1,3}[A-Za-z]?|[IVX]{1,3}|[A-Za-z])`;
  const and = String.raw`(?:[-–]|(?:,? and|,? &|,)?[ \u00a0])`;
  return new RegExp(String.raw`\b(?:${words})\.?[ \u00a0]?(?:${number}(?:${and}${number}){0,3}${and}?)?$`);
})();

/**
 * True for a word in capitals that is part of something else: a model (`JEM-2100F`, `APEX II`), a licence (`CC BY`), a time (`9:35 AM`), a place
 * (`Waltham, MA, USA`), a firm (`MTI Corp.`), a sequence of bases (`CAG GGA GT`), a panel (`Figs. 1C, 1D and 2A`).
 * Two short forms that the manuscript defines may be joined: `SE-AM`.
 */
export function isLabel(text: string, { start, end }: Span, isDefined: (short: string) => boolean): boolean {
  const word = text.slice(start, end);
  const after = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  const isModel = /^[-‐] ?\d/.test(after) || /^ (?:\d+[A-Z]|[A-Z]+\d|\d{4})[\dA-Z]*\b/.test(after);
  if (isModel || (/^ (?:I{2,3}|IV)(?![\p{L}\d])/u.test(after) && !isDefined(word))) return true;
  if (word.length === 2 && /^ \d\.\d+ ?[;)]/.test(after)) return true; // initials with a share of work
  if (/^\d/.test(word) && IN_FIGURE_NUMBER.test(before) && !/\d[ \u00a0]$/.test(before)) return true;
  if (word === 'CC' && /^ ?-?BY\b/.test(after)) return true;
  if (/^[AP]M$/.test(word) && /\d:\d\d(?::\d\d)? ?$/.test(before)) return true;
  if (
    /^[ACGTU]{3,}$/.test(word) &&
    (/(?<!\p{L})[ACGTU]{3,}[ -]$/u.test(before) || /^[ -][ACGTU]{3,}(?!\p{L})/u.test(after))
  )
    return true;
  if (/^,? (?:Corp|Inc|Ltd|LLC|GmbH|Co\b|Company)/.test(after) || /^ \(\p{Lu}\p{Ll}+, \p{Lu}[\p{L} .]+\)/u.test(after))
    return true;
  const joined = /(\p{Lu}{2,})[-‐]$/u.exec(before)?.[1] ?? /^[-‐](\p{Lu}{2,})/u.exec(after)?.[1];
  if (word.length === 2 && joined !== undefined && !(isDefined(word) && isDefined(joined))) return true;
  if (isStateInAddress(word, before, after)) return true;
  return STATES.has(word) && /\p{Ll}, $/u.test(before) && /^(?:,|\)| \d{5}|$)/.test(after);
}

/** True for a word that goes on with a name before a hyphen, or has a number of its own: `Wiley-VCH`, `ICSD#1840`. */
export const isPartOfName = (text: string, { start, end }: Span): boolean =>
  /\p{Lu}\p{Ll}+[-‐]$/u.test(text.slice(Math.max(0, start - REACH), start)) ||
  /^(?: NO\.| No\.|#)/.test(text.slice(end, end + 4));
