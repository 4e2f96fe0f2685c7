import type { Insertion } from '../../../base/edit';
import type { CitationUse, ParsedFile } from '../../../text/parsedFile';
import { afterKeys, type CitationForm, mostFrequent } from './form';

/** Pandoc's `[@a; @b]`, or the role of MyST that the manuscript cites with. */
export function markdownForm(parsed: ParsedFile): CitationForm {
  const role = usualRole(parsed);
  return {
    mark: (keys) => (role === undefined ? `[${works(keys)}]` : `${role}\`${keys.join(',')}\``),
    textual: (keys) => (role === undefined ? named(keys) : `{cite:t}\`${keys.join(',')}\``),
    joined: (use, keys) => joined(use, keys, parsed.source),
  };
}

function joined(use: CitationUse, keys: readonly string[], source: string): Insertion | undefined {
  if (use.command === '[@') return intoBrackets(use.span.start, use.span.end, keys, source);
  if (use.command === '@') return afterNamed(use, keys, source);
  return CITING_ROLE.test(use.command) && use.keys.length > 0 ? afterKeys(use, source, keys) : undefined;
}

/** After the last work and its locator. */
function intoBrackets(start: number, end: number, keys: readonly string[], source: string): Insertion | undefined {
  if (source[start] !== '[' || source[end - 1] !== ']') return undefined;
  const isOpen = /;\s*$/.test(source.slice(start, end - 1));
  return { at: end - 1, text: `${isOpen ? '' : '; '}${works(keys)}` };
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
