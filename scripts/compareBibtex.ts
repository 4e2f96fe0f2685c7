import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BibtexEntry, parseBib } from '../server/bibliography/bibtex/parse';
import type { Author } from '../server/bibliography/reference';
import { type Difference, KINDS, plain } from './bibtex/kinds';
import { FIELDS, type Fields, otherParsers, type Parser } from './bibtex/theirs';
import { Repositories } from './unseen/repository';

/**
 * `npm run compare-bibtex [-- --verbose]`: reads public .bib files, cloned into INTERPHASE_BIBTEX, with our parser, that of Better
 * BibTeX and that of Citation.js, and compares field by field. Writes to docs/bibtex.md how often each of the others reads otherwise,
 * by the kinds of `scripts/bibtex/kinds.ts`, and fails where no kind explains it. `--verbose` lists all differences.
 */
const folder = process.env.INTERPHASE_BIBTEX;
if (!folder) throw new Error('INTERPHASE_BIBTEX names a folder for clones of public repositories; it is not set');
const isVerbose = process.argv.includes('--verbose');

interface Source {
  readonly repository: string;
  readonly commit: string;
  readonly files: string;
}

const names = (people: readonly Author[] = []): string => people.map(({ family }) => family).join('; ');

const ourFields = ({ reference }: BibtexEntry): Fields => ({
  title: reference.title ?? '',
  container: reference.container ?? '',
  volume: reference.volume ?? '',
  number: reference.issue ?? '',
  pages: reference.pages ?? '',
  year: String(reference.year ?? ''),
  doi: reference.doi ?? '',
  author: names(reference.authors),
  editor: names(reference.editors),
});

/** Entry by entry where the whole file cannot be read. */
function readBy(parser: Parser, text: string, entries: readonly BibtexEntry[]): ReadonlyMap<string, Fields> {
  const attempt = (part: string) => {
    try {
      return parser(part);
    } catch {
      return new Map<string, Fields>();
    }
  };
  const whole = attempt(text);
  if (whole.size > 0) return whole;
  return new Map(entries.flatMap(({ span }) => [...attempt(text.slice(span.start, span.end))]).reverse());
}

/** What was counted, by its description. */
class Counts {
  private readonly of = new Map<string, number>();

  add(what: string): void {
    this.of.set(what, this.get(what) + 1);
  }

  get(what: string): number {
    return this.of.get(what) ?? 0;
  }
}

const counts = new Counts();

async function main(): Promise<void> {
  const sources = JSON.parse(readFileSync(join(__dirname, 'bibtex/sources.json'), 'utf8')) as readonly Source[];
  const repositories = new Repositories(folder!);
  const parsers = Object.entries(await otherParsers(join(__dirname, '../.cache/bibtex-parsers')));
  for (const { repository, commit, files } of sources)
    for (const path of repositories.files(repository, commit, new RegExp(files))) {
      counts.add('files');
      compare(repositories.read(repository, commit, path), `${repository} ${path}`, parsers);
    }
  const page = pageOf(parsers.map(([name]) => name));
  writeFileSync(join(__dirname, '../docs/bibtex.md'), page);
  console.log(page);
}

function compare(text: string, file: string, parsers: readonly (readonly [string, Parser])[]): void {
  const { entries } = parseBib(text);
  const read = parsers.map(([name, parser]) => [name, readBy(parser, text, entries)] as const);
  const first = new Map([...entries].reverse().map((entry) => [entry.reference.key, entry]));
  for (const [key, entry] of first) {
    counts.add('entries');
    const others = read.flatMap(([name, found]) => {
      const fields = found.get(key);
      if (!fields) counts.add(`${name}: not read`);
      return fields ? [{ name, fields }] : [];
    });
    const ours = ourFields(entry);
    for (const field of FIELDS) {
      const differing = others.filter(({ fields }) => plain(fields[field]) !== plain(ours[field]));
      counts.add(differing.length === 0 ? 'alike' : 'differing');
      for (const { name, fields } of differing) {
        const written = text.slice(entry.span.start, entry.span.end);
        tell(`${file} ${key}`, name, { field, ours: ours[field], theirs: fields[field], entry: written });
      }
    }
  }
}

function tell(where: string, name: string, difference: Difference): void {
  const kind = KINDS.find(({ explains }) => explains(difference))?.name ?? NOT_EXPLAINED;
  counts.add(`${name}: ${kind}`);
  if (kind === NOT_EXPLAINED) process.exitCode = 1;
  if (kind === NOT_EXPLAINED || isVerbose)
    console.log(`${kind}: ${where}, ${difference.field}\n  ours  ${difference.ours}\n  ${name}  ${difference.theirs}`);
}

const NOT_EXPLAINED = 'not explained';

const TITLES: Readonly<Record<string, string>> = { betterBibtex: 'Better BibTeX', citationJs: 'Citation.js' };

function pageOf(names: readonly string[]): string {
  const row = (title: string, what: string) =>
    `| ${title} | ${names.map((name) => counts.get(`${name}: ${what}`)).join(' | ')} |`;
  const kinds = [...KINDS.map(({ name }) => name), NOT_EXPLAINED].filter((kind) =>
    names.some((name) => counts.get(`${name}: ${kind}`) > 0),
  );
  return `# Other parsers of BibTeX

Written by \`npm run compare-bibtex\`. ${counts.get('files')} public \`.bib\` files (\`scripts/bibtex/sources.json\`) with ${counts.get('entries').toLocaleString('en')} entries, read by
Interphase, by the parser of Better BibTeX and by that of Citation.js: title, journal or book, volume, number, pages, year, DOI, authors
and editors. Letters and digits are compared. ${counts.get('alike').toLocaleString('en')} of ${(counts.get('alike') + counts.get('differing')).toLocaleString('en')} fields are read alike by all; for the others the table says what
Interphase does, and how often the parser does otherwise.

| | ${names.map((name) => TITLES[name]).join(' | ')} |
|---|${names.map(() => '---|').join('')}
${row('entries that are not read', 'not read')}
${kinds.map((kind) => row(kind, kind)).join('\n')}
`;
}

void main();
