import type { Insertion } from '../../../base/edit';
import { type CitationUse, type ParsedFile, usesBiblatex } from '../../../text/parsedFile';
import { afterKeys, type CitationForm, mostFrequent } from './form';

export type CiteCommand = 'auto' | 'cite' | 'citep' | 'autocite' | 'parencite';

/** `\cite{a,b}`, with the command that is set or else the one that the manuscript uses. */
export function latexForm(parsed: ParsedFile, command: CiteCommand): CitationForm {
  const textual = textualCommand(parsed);
  return {
    mark: (keys) => `\\${command === 'auto' ? usualCommand(parsed) : command}{${keys.join(',')}}`,
    joined: (use, keys) => joined(use, keys, parsed.source),
    ...(textual !== undefined && { textual: (keys) => `\\${textual}{${keys.join(',')}}` }),
  };
}

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

/** Into the last braces. A note (`\cite[p.~3]{a}`) is about all works in its braces: other works do not go there. */
function joined(use: CitationUse, keys: readonly string[], source: string): Insertion | undefined {
  const text = source.slice(use.span.start, use.span.end);
  const name = use.command.slice(1);
  // A macro of the writer's own that cites is not taken apart.
  if (!citesWorks(name) || !text.startsWith(use.command) || !text.endsWith('}')) return undefined;
  if (name.endsWith('s')) return { at: use.span.end, text: `{${keys.join(',')}}` };
  if (!/^[*+]?\s*\{/.test(text.slice(use.command.length))) return undefined;
  const last = use.keys.at(-1)?.span.end;
  if (last === undefined) return { at: use.span.start + text.indexOf('{') + 1, text: keys.join(',') };
  const comma = source.slice(last, use.span.end).indexOf(',');
  return comma < 0 ? afterKeys(use, source, keys) : { at: last + comma + 1, text: keys.join(',') };
}

/** The bracketed command that the manuscript uses most, or else the usual one of its packages. */
function usualCommand({ citations, packages }: ParsedFile): string {
  const used = citations.flatMap(({ command, keys }) => {
    const name = command.slice(1).replace('*', '');
    return keys.length > 0 && citesWorks(name) && !isTextual(name) && !name.endsWith('s') ? [name] : [];
  });
  const most = mostFrequent(used);
  if (most !== undefined) return most;
  if (usesBiblatex(packages)) return 'autocite';
  return packages.has('natbib') ? 'citep' : 'cite';
}

/** True for commands that print a mark for each key: neither a name or a year alone, nor a whole entry, nor nothing. */
const citesWorks = (name: string): boolean =>
  /cite(?:s|p|t|alp|alt|n|ps|ts)?$/i.test(name) && !/^nocite$|full|note|vol/i.test(name);

/** `\citet`, `\textcite`: the authors' names are part of the sentence. */
const isTextual = (name: string): boolean => /^(?:citets?|citealts?|textcites?)$/i.test(name);
