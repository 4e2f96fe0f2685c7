import type { Insertion } from '../../../base/edit';
import { span } from '../../../base/span';
import type { CitationUse, ParsedFile } from '../../../text/parsedFile';
import { afterKeys, type Begun, type CitationForm, mostFrequent } from './form';

/** Pandoc's `[@a; @b]`, or the role of MyST that the manuscript cites with. */
export function markdownForm(parsed: ParsedFile): CitationForm {
  const role = usualRole(parsed);
  return {
    mark: (keys) => (role === undefined ? `[${works(keys)}]` : `${role}\`${keys.join(',')}\``),
    textual: (keys) => (role === undefined ? named(keys) : `{cite:t}\`${keys.join(',')}\``),
    joined: (use, keys) => joined(use, keys, parsed.source),
    begun: (caret, keys) => begun(parsed.source, caret, keys),
  };
}

function joined(use: CitationUse, keys: readonly string[], source: string): Insertion | undefined {
  if (use.command === '[@') return intoBrackets(use.span.start, use.span.end, keys, source);
  if (use.command === '@') return afterNamed(use, keys, source);
  return CITING_ROLE.test(use.command) ? intoRole(use, source, keys) : undefined;
}

/** Into the backticks, after the note on the last work: `` {cite:p}`{see}a{p. 3},b` ``. */
function intoRole(use: CitationUse, source: string, keys: readonly string[]): Insertion {
  const at = use.span.end - 1;
  if (use.keys.length === 0) return { at, text: keys.join(',') };
  return source[at - 1] === '}' ? { at, text: keys.map((key) => `,${key}`).join('') } : afterKeys(use, source, keys);
}

/** `[‸]`, `[@‸]`, `[see ‸]`, `@‸`, `` {cite:p}`‸` `` */
function begun(source: string, caret: number, keys: readonly string[]): Begun | undefined {
  const before = source.slice(Math.max(0, caret - LONGEST_PREFIX), caret);
  const open = /(?<![\]\\!^])\[(?:[^[\]\n]*[ @])?$/.exec(before);
  const role = /(\{[a-z:]+\})`$/.exec(before);
  if (role && CITING_ROLE.test(role[1]!) && source[caret] === '`')
    return { at: caret, text: keys.join(','), whole: span(caret - role[0].length, caret + 1) };
  const hasAt = before.endsWith('@');
  const text = hasAt ? works(keys).slice(1) : works(keys);
  if (open && !/^\[\s/.test(open[0]) && /^\](?![([{:])/.test(source.slice(caret, caret + 2)))
    return { at: caret, text, whole: span(caret - open[0].length, caret + 1) };
  if (!hasAt || !/(?:^|\s)@$/.test(before) || /^[\p{L}\p{N}_{]/u.test(source.slice(caret, caret + 1))) return undefined;
  return { at: caret, text: named(keys).slice(1), whole: span(caret - 1, caret) };
}

const LONGEST_PREFIX = 100;

/** After the last work and its locator. */
function intoBrackets(start: number, end: number, keys: readonly string[], source: string): Insertion | undefined {
  if (source[start] !== '[' || source[end - 1] !== ']') return undefined;
  const [, open = '', at = ''] = /(;\s*)?(@?)$/.exec(source.slice(start, end - 1))!;
  return { at: end - 1, text: `${open ? '' : '; '}${open ? works(keys).slice(at.length) : works(keys)}` };
}

/** `@a [@b]` is one group, and so is `@a [p. 3; @b]`. */
function afterNamed({ span }: CitationUse, keys: readonly string[], source: string): Insertion {
  const brackets = source.indexOf('[', span.start);
  const into = brackets < 0 || brackets > span.end ? undefined : intoBrackets(brackets, span.end, keys, source);
  return into ?? { at: span.end, text: ` [${works(keys)}]` };
}

/** `@a [@b; @c]`: the names of the first work are in the sentence. */
const named = ([first, ...others]: readonly string[]): string =>
  works([first!]) + (others.length > 0 ? ` [${works(others)}]` : '');

/** A key that Pandoc would cut stands in braces. */
const works = (keys: readonly string[]): string =>
  keys.map((key) => (PLAIN_KEY.test(key) ? `@${key}` : `@{${key}}`)).join('; ');

const PLAIN_KEY = /^[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*$/u;

/** The bracketed role that the manuscript uses most, where it cites by roles more than by Pandoc's marks. */
function usualRole({ citations }: ParsedFile): string | undefined {
  const commands = citations.flatMap(({ command, keys }) => (keys.length > 0 ? [command] : []));
  if (!mostFrequent(commands)?.startsWith('{')) return undefined;
  return (
    mostFrequent(commands.filter((command) => CITING_ROLE.test(command) && !/:c?ts?\}/.test(command))) ?? '{cite:p}'
  );
}

/** Roles that print a mark for each key, not a name or a year alone. */
const CITING_ROLE = /^\{(?:foot)?cite(?::(?:p|ps|t|ts|alp|alps|ct|cts|n))?\}$/;
