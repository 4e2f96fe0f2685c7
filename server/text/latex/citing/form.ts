import type { Insertion } from '../../../base/edit';
import type { Refusal } from '../../../base/refusal';
import type { CiteCommand } from '../../citing/citing';
import {
  afterKeys,
  apart,
  type CitationForm,
  type CitedWork,
  hasNote,
  keysOf,
  mostFrequent,
  noPrefix,
} from '../../citing/form';
import { type CitationUse, type ParsedFile, usesBiblatex } from '../../parsedFile';
import { latexEscape } from '../escape';

/** `\cite{a,b}`, with the command that is set or else the one that the manuscript uses; `\parencites[see][p.~3]{a}{b}` with notes. */
export function latexForm(parsed: ParsedFile, command: CiteCommand): CitationForm {
  const textual = textualCommand(parsed);
  return {
    marks: (works) => marks(command === 'auto' ? usualCommand(parsed) : command, works, parsed),
    joined: (use, works) => joined(use, works, parsed),
    isBracketed: ({ command, keys }) => keys.length > 0 && citesWorks(nameOf(command)) && !isTextual(nameOf(command)),
    ...(textual !== undefined && { textual: (works: readonly CitedWork[]) => marks(textual, works, parsed) }),
  };
}

/** One command; with notes on some of several works biblatex’s command for several, else one for each note. */
function marks(name: string, works: readonly CitedWork[], { packages }: ParsedFile): readonly string[] | Refusal {
  if (!works.some(hasNote)) return [`\\${name}{${keysOf(works).join(',')}}`];
  if (/^supercites?$/i.test(name))
    return { refused: `\\${name} prints numbers only: write where in the work it is into the sentence.` };
  const prefix = works.find((work) => work.prefix !== undefined)?.prefix;
  if (prefix !== undefined && !takesPrefix(name, packages)) return noPrefix(`\\${name}`, prefix);
  if (works.length > 1 && isForSeveral(name, packages)) return [`\\${name}s${works.map(withOptions).join('')}`];
  return apart(works).map((group) => `\\${name}${optionsOf(group[0]!)}{${keysOf(group).join(',')}}`);
}

/** `[see][p.~3]{a}` */
const withOptions = (work: CitedWork): string => `${optionsOf(work)}{${work.key}}`;

function optionsOf({ prefix, locator }: CitedWork): string {
  const where = locator === undefined ? '' : noteText(locator);
  return prefix !== undefined ? `[${noteText(prefix)}][${where}]` : locator !== undefined ? `[${where}]` : '';
}

/**
 * Text that reads as itself between brackets. A tie that was typed stays one, and a number stays with its `p.`. Brackets are
 * commands: LaTeX's own `\cite` takes away braces around a whole note, and hands it on between brackets.
 */
function noteText(text: string): string {
  const tied = text.replace(/(?<=\p{L}\.) (?=\d)|[ \u00A0]?~/gu, '\u00A0');
  const tex = tied.split('\\').map(latexEscape).join('\\textbackslash{}').replaceAll('\u00A0', '~');
  return tex.replaceAll('[', '{\\lbrack}').replaceAll(']', '{\\rbrack}');
}

/** Two notes: LaTeX itself has one, and achemso (3.8) defines `\cite` anew with one. */
const takesPrefix = (name: string, packages: ReadonlySet<string>): boolean =>
  usesBiblatex(packages) ||
  (!packages.has('achemso') &&
    !packages.has('class:achemso') &&
    (packages.has('natbib') || packages.has('class:elsarticle') || /^cite(?:p|t|alp|alt)$/i.test(name)));

/** True where biblatex has the command for several works, each with notes of its own: `\parencites`. */
const isForSeveral = (name: string, packages: ReadonlySet<string>): boolean =>
  usesBiblatex(packages) && /^(?:paren|foot|smart|text|auto)?cite$/i.test(name);

/** The textual command that the manuscript uses most, as it is within a sentence, or else that of its packages. */
function textualCommand({ citations, packages }: ParsedFile): string | undefined {
  const used = citations.map(({ command }) =>
    command.replace('*', '').replace(/^\\(.)/, (_, first: string) => first.toLowerCase()),
  );
  const most = mostFrequent(used.filter((name) => isTextual(name) && !name.endsWith('s')));
  if (most !== undefined) return most;
  if (usesBiblatex(packages)) return 'textcite';
  return packages.has('natbib') ? 'citet' : undefined;
}

/** Into the last braces; a note (`\cite[p.~3]{a}`) is about all works in its braces, so that it parts them from others. */
function joined(
  use: CitationUse,
  works: readonly CitedWork[],
  { source, packages }: ParsedFile,
): readonly Insertion[] | undefined {
  const text = source.slice(use.span.start, use.span.end);
  const name = use.command.slice(1);
  // A macro of the writer's own that cites is not taken apart.
  if (!citesWorks(name) || !text.startsWith(use.command) || !text.endsWith('}')) return undefined;
  const isNoted = works.some(hasNote);
  if (isNoted && /^supercites?$/i.test(name)) return undefined;
  const { start, end } = use.span;
  if (name.endsWith('s')) {
    const added = isNoted ? works.map(withOptions).join('') : `{${keysOf(works).join(',')}}`;
    return [{ at: end, text: added }];
  }
  const after = start + use.command.length;
  const isPlain = /^[*+]?\s*\{/.test(source.slice(after, end));
  const last = use.keys.at(-1)?.span.end;
  if (last !== undefined && (isNoted || !isPlain)) {
    if (!isForSeveral(name, packages) || /^[*+]/.test(source.slice(after, end))) return undefined;
    return [
      { at: after, text: 's' },
      { at: end, text: works.map(withOptions).join('') },
    ];
  }
  if (!isPlain) return undefined;
  if (last === undefined) return intoEmpty(use, works, source, packages);
  const comma = source.slice(last, end).indexOf(',');
  const keys = keysOf(works);
  return [comma < 0 ? afterKeys(use, source, keys) : { at: last + comma + 1, text: keys.join(',') }];
}

/** `\cite{‸}`; the note of one work goes before the braces, several works with notes get the command for several. */
function intoEmpty(
  { span, command }: CitationUse,
  works: readonly CitedWork[],
  source: string,
  packages: ReadonlySet<string>,
): readonly Insertion[] | undefined {
  const brace = source.indexOf('{', span.start);
  if (!works.some(hasNote)) return [{ at: brace + 1, text: keysOf(works).join(',') }];
  const [first, ...others] = works as readonly [CitedWork, ...CitedWork[]];
  const name = command.slice(1);
  if (works.some(({ prefix }) => prefix !== undefined) && !takesPrefix(name, packages)) return undefined;
  const own = [
    { at: brace, text: optionsOf(first) },
    { at: brace + 1, text: first.key },
  ];
  if (others.length === 0) return own;
  if (!isForSeveral(name, packages) || source[span.start + command.length] !== '{') return undefined;
  return [{ at: brace, text: 's' }, ...own, { at: span.end, text: others.map(withOptions).join('') }];
}

/** The bracketed command that the manuscript uses most, or else the usual one of its packages. */
function usualCommand({ citations, packages }: ParsedFile): string {
  const used = citations.flatMap(({ command, keys }) => {
    const name = nameOf(command);
    return keys.length > 0 && citesWorks(name) && !isTextual(name) && !name.endsWith('s') ? [name] : [];
  });
  const most = mostFrequent(used);
  if (most !== undefined) return most;
  if (usesBiblatex(packages)) return 'autocite';
  return packages.has('natbib') ? 'citep' : 'cite';
}

/** Without the backslash and the star. */
const nameOf = (command: string): string => command.slice(1).replace('*', '');

/** True for commands that print a mark for each key: neither a name or a year alone, nor a whole entry, nor nothing. */
const citesWorks = (name: string): boolean =>
  /cite(?:s|p|t|alp|alt|n|ps|ts)?$/i.test(name) && !/^nocite$|full|note|vol/i.test(name);

/** `\citet`, `\textcite`: the authors' names are part of the sentence. */
const isTextual = (name: string): boolean => /^(?:citets?|citealts?|textcites?)$/i.test(name);
