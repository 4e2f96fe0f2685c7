import type { Edit } from '../../rules/rule';
import type { CitationUse, Manuscript } from '../../text/manuscript';

export type CiteCommand = 'auto' | 'cite' | 'citep' | 'autocite' | 'parencite';

/** The edit that cites keys at a source offset: into the citation that stands there, or as a new one. */
export function citeAt(
  uri: string,
  manuscript: Manuscript,
  offset: number,
  keys: readonly string[],
  command: CiteCommand,
): Edit {
  const within = manuscript.citations.find((c) => c.keys.length > 0 && c.span.start < offset && offset <= c.span.end);
  const joined = within && append(within, keys, manuscript);
  if (joined) return { uri, ...joined };
  const mark = newMark(manuscript, keys, command);
  return { uri, span: { start: offset, end: offset }, newText: lead(manuscript, offset) + mark };
}

/** Keys that are cited there already are not cited twice. */
function append(
  use: CitationUse,
  keys: readonly string[],
  { language, source }: Manuscript,
): Omit<Edit, 'uri'> | undefined {
  const last = use.keys[use.keys.length - 1]!.span.end;
  const at = { start: last, end: last };
  const fresh = keys.filter((key) => !use.keys.some((k) => k.key === key));
  const bracketed = source[use.span.start] === '[';
  if (language === 'latex') return { span: at, newText: fresh.map((key) => `,${key}`).join('') };
  if (language === 'markdown' && bracketed) return { span: at, newText: fresh.map((key) => `; @${key}`).join('') };
  return undefined;
}

function newMark(manuscript: Manuscript, keys: readonly string[], command: CiteCommand): string {
  switch (manuscript.language) {
    case 'latex':
      return `\\${command === 'auto' ? usualCommand(manuscript) : command}{${keys.join(',')}}`;
    case 'typst':
      return keys.map(typstMark).join(' ');
    default:
      return `[${keys.map((key) => `@${key}`).join('; ')}]`;
  }
}

/** The command that the manuscript uses most, or else the usual one of its packages. */
function usualCommand({ citations, packages }: Manuscript): string {
  const count = new Map<string, number>();
  for (const { command, keys } of citations) {
    if (keys.length > 0 && command.startsWith('\\')) count.set(command, (count.get(command) ?? 0) + 1);
  }
  const [most] = [...count].sort((a, b) => b[1] - a[1]);
  if (most) return most[0].slice(1).replace('*', '');
  if (packages.has('biblatex')) return 'autocite';
  return packages.has('natbib') ? 'citep' : 'cite';
}

/** A key that is no label in Typst's syntax has to be quoted. */
const typstMark = (key: string): string =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(key) && !/[.:]$/.test(key)
    ? `@${key}`
    : `#cite(label("${key.replace(/["\\]/g, '\\$&')}"))`;

/** What goes between the word and the mark: as the manuscript does it elsewhere, or else a tie in LaTeX, a blank in the others. */
function lead({ citations, language, source }: Manuscript, offset: number): string {
  const before = source[offset - 1] ?? '\n';
  if (/[\s~({[]/.test(before)) return '';
  const usual = new Map([
    ['~', 0],
    [' ', 0],
    ['', 0],
  ]);
  for (const { span, keys } of citations) {
    if (keys.length === 0) continue;
    const c = source[span.start - 1] ?? '';
    const kind = c === '~' ? '~' : /\s/.test(c) ? ' ' : '';
    usual.set(kind, usual.get(kind)! + 1);
  }
  const [most] = [...usual].sort((a, b) => b[1] - a[1]);
  if (most![1] > 0) return most![0];
  return language === 'latex' ? '~' : ' ';
}
