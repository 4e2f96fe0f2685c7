import { type Span, span } from '../../base/span';
import type { CitationKey } from '../parsedFile';
import type { Argument } from './arguments';
import type { Command } from './commands';
import type { LatexReader } from './reader';
import { isSpace, lineEnd } from './scan';

/**
 * A citation of any package: `\cite[p.~3]{a,b}`, `\citep*`, `\textcite`, `\parencites(see)()[1]{a}[2]{b}`, `\volcite{2}[3]{a}`.
 * All of it is one mark. A command that only has "cite" in its name and no keys after it (`\tocite`) leaves nothing.
 */
export const readCitation: Command = (r, use, end) => {
  let at = r.source[use.after] === '*' || r.source[use.after] === '+' ? use.after + 1 : use.after;
  const several = use.name.endsWith('s');
  if (several) at = notesOfAll(r.source, at, end);
  const keys: CitationKey[] = [];
  let after = at;
  do {
    at = afterOptions(r, at, end);
    // The volume comes before the key.
    if (/volcite/i.test(use.name)) at = afterOptions(r, r.shortArgument(at, end)?.after ?? at, end);
    const argument = r.shortArgument(at, end);
    if (!argument) break;
    keys.push(...keysIn(r, argument));
    at = after = argument.after;
  } while (several);
  if (after === use.after) return use.after;
  if (use.name === 'nocite') {
    if (!keys.some(({ key }) => key === '*')) addCitation(r, use.name, span(use.start, after), keys);
    return after;
  }
  const prose = r.atom(use.start, after);
  addCitation(r, use.name, span(use.start, after), keys, prose);
  return after;
};

/** `[see][p.~3]`, and before them `<see>` of apacite. */
function afterOptions(r: LatexReader, at: number, end: number): number {
  at += APACITE_PREFIX.exec(r.source.slice(at, Math.min(end, at + 500)))![0].length;
  for (let option = r.optional(at, end); option; option = r.optional(at, end)) at = option.after;
  return at;
}

const APACITE_PREFIX = /^(?:<[^<>{}\n]{0,200}>(?=[[{]))?/;

/** After the notes on all works of `\parencites(see)(and others){a}{b}`. */
const notesOfAll = (source: string, at: number, end: number): number =>
  at + /^(?:\([^()\n]{0,200}\)){0,2}/.exec(source.slice(at, Math.min(end, at + 500)))![0].length;

function addCitation(r: LatexReader, name: string, source: Span, keys: readonly CitationKey[], prose?: Span): void {
  const here = span(r.builder.offset, r.builder.offset);
  r.citations.push({ span: r.placeOf(callOf(r) ?? source), prose: prose ?? here, command: `\\${name}`, keys });
}

/** The use of the writer's own macro that says the command which is read; undefined where none does. */
function callOf({ frame }: LatexReader): Span | undefined {
  while (frame?.outer) frame = frame.outer;
  return frame?.use;
}

/** Keys between commas; spaces, line breaks and comments around them do not count. */
export function keysIn(r: LatexReader, argument: Argument): CitationKey[] {
  const { source } = r;
  const parameter = /^\s*#([1-9])\s*$/.exec(source.slice(argument.start, Math.min(argument.end, argument.start + 12)));
  if (parameter && r.frame) {
    const given = r.frame.arguments[Number(parameter[1]) - 1];
    return given ? keysIn(r, given) : [];
  }
  const keys: CitationKey[] = [];
  let start = -1;
  let last = -1;
  const finish = () => {
    if (start >= 0) keys.push({ key: source.slice(start, last), span: r.placeOf(span(start, last)) });
    start = -1;
  };
  for (let i = argument.start; i < argument.end; i++) {
    const code = source.charCodeAt(i);
    if (code === 44) finish();
    else if (code === 37) i = lineEnd(source, i, argument.end);
    else if (!isSpace(code)) {
      if (start < 0) start = i;
      last = i + 1;
    }
  }
  finish();
  return keys;
}
