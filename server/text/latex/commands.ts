import { span } from '../../base/span';
import { BLOCK_COMMANDS, ownHeading } from './blocks';
import { readChemistryArgument } from './chemistry';
import { readCitation } from './citations';
import { beginEnvironment, endEnvironment } from './environments';
import { GLOSSARY_COMMANDS } from './glossary';
import { DEFINITION_COMMANDS } from './macros';
import { MATH_COMMANDS } from './mathCommands';
import { named } from './named';
import { verbatimEnd } from './outline';
import type { LatexReader, Mode } from './reader';
import { isLetter, skipSpaces } from './scan';
import { SIGNATURES } from './signatures';
import { SIUNITX_COMMANDS } from './siunitx';
import { CONDITIONAL_COMMANDS } from './switches';
import { ACCENTS, SYMBOLS } from './symbols';

/** A command met in the text: its name without backslash, the offset of its backslash, the offset after its name. */
export interface Use {
  readonly name: string;
  readonly start: number;
  readonly after: number;
}

/** Reads a command; returns the offset after it and its arguments. */
export type Command = (r: LatexReader, use: Use, end: number) => number;

/** What a command does in the current mode; unknown commands are skipped and their arguments read. */
export function commandOf(name: string, mode: Mode): Command {
  const known = (mode === 'text' ? undefined : MATH_COMMANDS.get(name)) ?? TEXT_COMMANDS.get(name);
  if (known) return known;
  if (name.length > 3 && /cite/i.test(name)) return readCitation;
  if (mode === 'text' && /section$|chapter$/.test(name)) return ownHeading;
  return MATH_COMMANDS.get(name) ?? readThrough;
}

/** True for commands with a meaning of their own here, however a package defines them. */
export const isKnownCommand = (name: string): boolean => TEXT_COMMANDS.has(name) || MATH_COMMANDS.has(name);

/** Makes a command from the signature of its arguments. */
function fromSignature(signature: string): Command {
  return (r, use, end) => {
    let at = use.after;
    for (const kind of signature) {
      if (kind === '*' || kind === '+') at = kind === r.source[at] ? at + 1 : at;
      else if (kind === 'o') at = r.optional(at, end)?.after ?? at;
      else if (kind === 'p') at = parenthesisEnd(r.source, at, end);
      else if (kind === 'x') at = r.argument(at, end)?.after ?? at;
      else if (kind === '@') r.atom(use.start, at);
      else if (kind === '_') r.space(use.start, at);
      else at = readArgument(r, use.start, at, end);
    }
    return at;
  };
}

/** Reads the argument after `at` as text of its place, in markup that starts at `start`. */
function readArgument(r: LatexReader, start: number, at: number, end: number): number {
  const argument = r.argument(at, end);
  if (!argument) return at;
  const from = r.builder.offset;
  r.read(argument.start, argument.end);
  r.sink.wrap(from, span(start, argument.after), true);
  return argument.after;
}

/** An unknown command shows its arguments, but not the labels and lengths among them. */
const readThrough: Command = (r, use, end) => {
  const { source } = r;
  if (!isLetter(source.charCodeAt(use.start + 1))) return use.after;
  let at = source[use.after] === '*' ? use.after + 1 : use.after;
  const option = source[at] === '[' ? r.optional(at, end) : undefined;
  if (option && '{['.includes(source[option.after] ?? ' ')) at = option.after;
  const assigned = assignmentEnd(source, at, end);
  if (assigned > at) return assigned;
  let seen = 0;
  for (let argument = nextGroup(r, at, end); argument; argument = nextGroup(r, at, end)) {
    const several = seen > 0 || source[argument.after] === '{';
    if (!isLabel(source.slice(argument.start, Math.min(argument.end, argument.start + 200)), several)) {
      if (seen++ > 0) r.space(argument.start - 1, argument.start);
      readArgument(r, use.start, at, end);
    }
    at = argument.after;
  }
  return at;
};

const nextGroup = (r: LatexReader, at: number, end: number) =>
  at < end && r.source[at] === '{' ? r.groupArgument(at, end) : undefined;

/** `batteries:sec-intro`, `setup.pdf`, `0.8\textwidth`, `2cm`: nothing that a reader sees. */
function isLabel(argument: string, amongOthers: boolean): boolean {
  if (/\d\s*(?:pt|cm|mm|em|ex|in|\\[a-zA-Z]+)\s*$/.test(argument) && /^\s*[-\d.]/.test(argument)) return true;
  if (/\s/.test(argument.trim())) return false;
  if (argument.includes('://') || /\w\.(?:pdf|png|jpe?g|eps|svg|tex|csv|dat|py|ipynb)$/.test(argument)) return true;
  return amongOthers && /[a-z][:_/]/.test(argument);
}

/** After `=15pt` and `0.5\textwidth` of a length that is set by hand. */
function assignmentEnd(source: string, at: number, end: number): number {
  const length = /^\s?=?\s?-?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})\s?(?:pt|cm|mm|em|ex|in|bp|mu|\\[a-z]{1,20})(?![a-z])/;
  return at + (length.exec(source.slice(at, Math.min(end, at + 60)))?.[0].length ?? 0);
}

function parenthesisEnd(source: string, at: number, end: number): number {
  if (source[at] !== '(') return at;
  const close = source.slice(at, Math.min(end, at + 80)).indexOf(')');
  return close < 0 ? at : at + close + 1;
}

/** Shows a text. Spaces after a control word are its end, as in TeX. */
const show =
  (text: string): Command =>
  (r, use, end) => {
    r.put(text, use.start, use.after);
    return isLetter(r.source.charCodeAt(use.start + 1)) ? skipSpaces(r.source, use.after, end) : use.after;
  };

const gap: Command = (r, use) => {
  r.space(use.start, use.after);
  return use.after;
};

const nothing: Command = (_, use) => use.after;

/** `\"u`, `\'{e}`, `\v{s}` */
const accent =
  (mark: string): Command =>
  (r, use, end) => {
    const argument = r.argument(use.after, end);
    const letter = argument && /^(?:\\([ij])(?![a-zA-Z])|(\p{L}))/u.exec(r.source.slice(argument.start, argument.end));
    if (!argument || !letter) return use.after;
    r.put(((letter[1] ?? letter[2]!) + mark).normalize('NFC'), use.start, argument.start + letter[0].length);
    r.read(argument.start + letter[0].length, argument.end);
    return argument.after;
  };

/** `\enquote{…}`, `\textquote[key]{…}`: quotes around its last argument; `before` are those that are not shown. */
const quotation =
  (before: string): Command =>
  (r, use, end) => {
    let at = r.source[use.after] === '*' ? use.after + 1 : use.after;
    for (const kind of before) at = (kind === 'o' ? r.optional(at, end) : r.argument(at, end))?.after ?? at;
    const argument = r.argument(at, end);
    if (!argument) return at;
    const from = r.builder.offset;
    r.put('“', use.start, argument.start);
    r.read(argument.start, argument.end);
    r.put('”', argument.end, argument.after);
    r.sink.wrap(from, span(use.start, argument.after));
    return argument.after;
  };

/** `\textsubscript{…}`, `\textsuperscript{…}` */
const script =
  (of: 'sub' | 'super'): Command =>
  (r, use, end) => {
    const argument = r.argument(use.after, end);
    if (!argument) return use.after;
    const from = r.builder.offset;
    const style = r.builder.restyle({ script: of });
    r.read(argument.start, argument.end);
    r.builder.restore(style);
    r.sink.wrap(from, span(use.start, argument.after));
    return argument.after;
  };

/** `\verb|…|`, `\lstinline{…}`: code, of which only the place is seen. */
const verbatim: Command = (r, use, end) => {
  let at = r.optional(use.after, end)?.after ?? use.after;
  if (use.name === 'mintinline') at = r.groupArgument(at, end)?.after ?? at;
  const delimited = verbatimEnd(r.source, at, end);
  const after = delimited > at ? delimited : (r.groupArgument(at, end)?.after ?? at);
  r.atom(use.start, after);
  return after;
};

/** `\schemestart … \schemestop`: a drawing. */
const chemicalScheme: Command = (r, use, end) => {
  const after = r.marks.find('\\schemestop', use.after, end)?.end ?? use.after;
  if (after > use.after) r.atom(use.start, after);
  return after;
};

/** `\hskip 1em plus 2pt` */
const glue: Command = (r, use, end) => {
  let at = assignmentEnd(r.source, use.after, end);
  for (let i = 0; i < 2; i++) {
    const more = /^ ?(?:plus|minus) ?/.exec(r.source.slice(at, at + 10));
    if (more) at = assignmentEnd(r.source, at + more[0].length, end);
  }
  r.space(use.start, at);
  return at;
};

/** `\ensuremath{…}` in text. */
const ensureMath: Command = (r, use, end) => {
  const argument = r.argument(use.after, end);
  if (!argument) return use.after;
  const from = r.builder.offset;
  r.readAs('math', 'math', argument.start, argument.end);
  r.sink.wrap(from, span(use.start, argument.after), true);
  return argument.after;
};

const GAPS =
  'thinspace medspace thickspace enspace quad qquad hfill hfil newline space nobreakspace bigskip medskip smallskip';

const TEXT_COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...Object.entries(SIGNATURES).flatMap(([signature, names]) => named(names, fromSignature(signature))),
  ...[...SYMBOLS].map(([name, text]): [string, Command] => [name, show(text)]),
  ...[...ACCENTS].map(([name, mark]): [string, Command] => [name, accent(mark)]),
  ...[...' \n\t,;:>'].map((name): [string, Command] => [name, gap]),
  ...[...'/-!@'].map((name): [string, Command] => [name, nothing]),
  ...named('enquote', quotation('')),
  ...named('textquote blockquote', quotation('o')),
  ...named('foreignquote hyphenquote', quotation('x')),
  ...named('foreigntextquote hyphentextquote foreignblockquote', quotation('xo')),
  ...named('textcquote blockcquote', quotation('oox')),
  ...named(GAPS, gap),
  ...named('nobreakdash relax', nothing),
  ...named('hskip vskip kern mskip mkern', glue),
  ...named('textsubscript sub ped', script('sub')),
  ...named('textsuperscript sups', script('super')),
  ...named('verb lstinline mintinline', verbatim),
  ...named('ce cee ch', readChemistryArgument),
  ['bibentry', readCitation],
  ['xspace', (r, use, end) => (r.wordFollows(use.after, end) ? gap(r, use, end) : use.after)],
  ['ensuremath', ensureMath],
  ['schemestart', chemicalScheme],
  ['begin', beginEnvironment],
  ['end', endEnvironment],
  ...BLOCK_COMMANDS,
  ...DEFINITION_COMMANDS,
  ...CONDITIONAL_COMMANDS,
  ...GLOSSARY_COMMANDS,
  ...SIUNITX_COMMANDS,
]);
