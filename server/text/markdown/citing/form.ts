import type { Insertion } from '../../../base/edit';
import type { Refusal } from '../../../base/refusal';
import { span } from '../../../base/span';
import type { PlainKeys } from '../../citing/citing';
import {
  afterKeys,
  type Begun,
  type CitationForm,
  type CitationNote,
  type CitedWork,
  mostFrequent,
  noPrefix,
} from '../../citing/form';
import type { CitationUse, ParsedFile } from '../../parsedFile';
import { markdownEscape } from '../escape';

/** Pandoc's `[see @a, p. 3; @b]`, or the role of MyST that the manuscript cites with: `` {cite:p}`{see}a{p. 3},b` ``. */
export function markdownForm(parsed: ParsedFile): CitationForm {
  const role = usualRole(parsed);
  return {
    marks: (all) => (role === undefined ? [`[${works(all)}]`] : roleMark(role, all)),
    textual: (all) => (role === undefined ? namedMark(all) : roleMark('{cite:t}', all)),
    joined: (use, all) => joined(use, all, parsed.source),
    isBracketed: ({ command, keys }) => keys.length > 0 && (command === '[@' || isBracketedRole(command)),
    begun: (caret, all) => begun(parsed.source, caret, all),
  };
}

const roleMark = (role: string, all: readonly CitedWork[]): readonly string[] | Refusal =>
  unfit(all) ?? [`${role}\`${listed(all)}\``];

function namedMark(all: readonly CitedWork[]): readonly string[] | Refusal {
  const { prefix } = all[0]!;
  return prefix === undefined ? [named(all)] : noPrefix('A name in the sentence', prefix);
}

/** The notes of a role are not markup, and its works end with commas. */
function unfit(all: readonly CitedWork[]): Refusal | undefined {
  const sign = all
    .flatMap(({ prefix, locator }) => [prefix, locator])
    .flatMap((note) => /[{}`,;\\]/.exec(note ?? '')?.[0] ?? [])[0];
  return sign === undefined
    ? undefined
    : { refused: `A role of MyST takes no “${sign}” within a note: write the note into the sentence, or without it.` };
}

/** `{see}a{p. 3}` */
const inRole = ({ key, prefix, locator }: CitedWork): string =>
  [prefix && `{${prefix}}`, key, locator && `{${locator}}`].filter(Boolean).join('');

const listed = (all: readonly CitedWork[]): string => all.map(inRole).join(',');

function joined(use: CitationUse, all: readonly CitedWork[], source: string): readonly Insertion[] | undefined {
  const insertion = joining(use, all, source);
  return insertion && [insertion];
}

function joining(use: CitationUse, all: readonly CitedWork[], source: string): Insertion | undefined {
  if (use.command === '[@') return intoBrackets(use.span.start, use.span.end, all, source);
  if (use.command === '@') return afterNamed(use, all, source);
  return CITING_ROLE.test(use.command) && !unfit(all) ? intoRole(use, source, all) : undefined;
}

/** Into the backticks, after the note on the last work: `` {cite:p}`{see}a{p. 3},b` ``. */
function intoRole(use: CitationUse, source: string, all: readonly CitedWork[]): Insertion {
  const at = use.span.end - 1;
  if (use.keys.length === 0) return { at, text: listed(all) };
  return source[at - 1] === '}' ? { at, text: `,${listed(all)}` } : afterKeys(use, source, all.map(inRole));
}

/** `[‸]`, `[@‸]`, `[see ‸]`, `@‸`, `` {cite:p}`‸` `` */
function begun(source: string, caret: number, all: readonly CitedWork[]): Begun | undefined {
  const before = source.slice(Math.max(0, caret - LONGEST_PREFIX), caret);
  const open = /(?<![\]\\!^])\[(?:[^[\]\n]*[ @])?$/.exec(before);
  const role = /(\{[a-z:]+\})`$/.exec(before);
  if (role && CITING_ROLE.test(role[1]!) && source[caret] === '`' && !unfit(all))
    return { at: caret, text: listed(all), whole: span(caret - role[0].length, caret + 1) };
  const hasAt = before.endsWith('@');
  // A prefix would go before the sign that is there.
  if (hasAt && all[0]!.prefix !== undefined) return undefined;
  const text = hasAt ? works(all).slice(1) : works(all);
  if (open && !/^\[\s/.test(open[0]) && /^\](?![([{:])/.test(source.slice(caret, caret + 2)))
    return { at: caret, text, whole: span(caret - open[0].length, caret + 1) };
  if (!hasAt || !/(?:^|\s)@$/.test(before) || /^[\p{L}\p{N}_{]/u.test(source.slice(caret, caret + 1))) return undefined;
  return { at: caret, text: named(all).slice(1), whole: span(caret - 1, caret) };
}

const LONGEST_PREFIX = 100;

/** After the last work and its locator. */
function intoBrackets(start: number, end: number, all: readonly CitedWork[], source: string): Insertion | undefined {
  if (source[start] !== '[' || source[end - 1] !== ']') return undefined;
  const [, open = '', at = ''] = /(;\s*)?(@?)$/.exec(source.slice(start, end - 1))!;
  if (open && at && all[0]!.prefix !== undefined) return undefined;
  return { at: end - 1, text: `${open ? '' : '; '}${open ? works(all).slice(at.length) : works(all)}` };
}

/** `@a [@b]` is one group, and so is `@a [p. 3; @b]`. */
function afterNamed({ span }: CitationUse, all: readonly CitedWork[], source: string): Insertion {
  const brackets = source.indexOf('[', span.start);
  const into = brackets < 0 || brackets > span.end ? undefined : intoBrackets(brackets, span.end, all, source);
  return into ?? { at: span.end, text: ` [${works(all)}]` };
}

/** `@a [p. 3; @b]`: the names of the first work are in the sentence. */
function named([first, ...others]: readonly CitedWork[]): string {
  const locator = first!.locator === undefined ? [] : [noteText(first!.locator)];
  const more = [...locator, ...(others.length > 0 ? [works(others)] : [])].join('; ');
  return sign(first!.key) + (more && ` [${more}]`);
}

/** `see @a, p. 3; @b` */
const works = (all: readonly CitedWork[]): string => all.map((work) => withNote(sign(work.key), work)).join('; ');

function withNote(mark: string, { prefix, locator }: CitationNote): string {
  const before = prefix === undefined ? '' : `${noteText(prefix)} `;
  return before + mark + (locator === undefined ? '' : `, ${noteText(locator)}`);
}

/** Text that reads as itself within a citation: a semicolon would end its work, braces hold a locator. */
const noteText = (text: string): string =>
  text
    .split('\\')
    .map((part) => markdownEscape(part).replace(/[;{}]/g, '\\$&'))
    .join('\\\\');

/** A key that Pandoc would cut is put in braces. */
const sign = (key: string): string => (markdownKeys.has(key) ? `@${key}` : `@{${key}}`);

export const markdownKeys: PlainKeys = {
  has: (key) => PLAIN_KEY.test(key),
  words: 'in Markdown: letters and digits, with single marks between them',
};

const PLAIN_KEY = /^[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*$/u;

/** The bracketed role that the manuscript uses most, where it cites by roles more than by Pandoc's marks. */
function usualRole({ citations }: ParsedFile): string | undefined {
  const commands = citations.flatMap(({ command, keys }) => (keys.length > 0 ? [command] : []));
  if (!mostFrequent(commands)?.startsWith('{')) return undefined;
  return mostFrequent(commands.filter(isBracketedRole)) ?? '{cite:p}';
}

const isBracketedRole = (command: string): boolean => CITING_ROLE.test(command) && !/:c?ts?\}/.test(command);

/** Roles that print a mark for each key, not a name or a year alone. */
const CITING_ROLE = /^\{(?:foot)?cite(?::(?:p|ps|t|ts|alp|alps|ct|cts|n))?\}$/;
