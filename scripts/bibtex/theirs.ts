import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a parser makes of an entry. People are their family names, parted by “; ”; what is absent is empty. */
export type Fields = Readonly<Record<FieldName, string>>;

export const FIELDS = ['title', 'container', 'volume', 'number', 'pages', 'year', 'doi', 'author', 'editor'] as const;
export type FieldName = (typeof FIELDS)[number];

/** The first entry of each key. Throws for a file that it cannot read at all. */
export type Parser = (bibtex: string) => ReadonlyMap<string, Fields>;

const PACKAGES = ['@retorquere/bibtex-parser@9.0.29', '@citation-js/core@0.7.21', '@citation-js/plugin-bibtex@0.7.21'];

/** They are modules, which can only be imported from beside them. */
const ENTRANCE = `import '@citation-js/plugin-bibtex';
export { plugins } from '@citation-js/core';
export { parse } from '@retorquere/bibtex-parser';
`;

/** The parsers of Better BibTeX and of Citation.js, installed once into `folder`: with what they bring they are too large for the project. */
export async function otherParsers(folder: string): Promise<Readonly<Record<'betterBibtex' | 'citationJs', Parser>>> {
  const entrance = join(folder, 'parsers.mjs');
  if (!existsSync(entrance)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES]);
    writeFileSync(entrance, ENTRANCE);
  }
  const { parse, plugins } = (await import(pathToFileURL(entrance).href)) as BetterBibtex & CitationJs;
  return {
    betterBibtex: (bibtex) => firstOf(parse(bibtex).entries.map(({ key, fields }) => [key, fromTexts(fields)])),
    citationJs: (bibtex) =>
      firstOf(plugins.input.chain(bibtex, { generateGraph: false }).map((item) => [item.id, fromCsl(item)])),
  };
}

/** Of entries with the same key the first, as BibTeX does. */
const firstOf = (entries: readonly (readonly [key: string, fields: Fields])[]): ReadonlyMap<string, Fields> =>
  new Map([...entries].reverse());

interface BetterBibtex {
  parse(bibtex: string): { readonly entries: readonly { readonly key: string; readonly fields: object }[] };
}

interface CitationJs {
  readonly plugins: { readonly input: { chain(bibtex: string, options: object): readonly CslItem[] } };
}

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly name?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

interface CslItem extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
}

/** Family names with their particles. */
const people = (names: readonly Name[] = []): string =>
  names
    .map(({ family, literal, lastName, prefix, name, ...particles }) =>
      [
        particles['dropping-particle'],
        particles['non-dropping-particle'],
        prefix,
        family ?? literal ?? lastName ?? name,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .filter((name) => name !== 'others')
    .join('; ');

function fromTexts(fields: object): Fields {
  const { author, editor, ...rest } = fields as { author?: Name[]; editor?: Name[] } & Record<string, unknown>;
  const text = (...names: readonly string[]): string =>
    names.map((name) => rest[name]).find((value): value is string => typeof value === 'string') ?? '';
  const [title, subtitle] = [text('title'), text('subtitle')];
  return {
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    container: text('journaltitle', 'journal', 'booktitle', 'maintitle'),
    volume: text('volume'),
    number: text('number', 'issue'),
    pages: text('pages', 'eid'),
    year: /\d{4}/.exec(text('year', 'date'))?.[0] ?? '',
    doi: text('doi'),
    author: people(author),
    editor: people(editor),
  };
}

function fromCsl({ author, editor, issued, ...item }: CslItem): Fields {
  const text = (name: string): string => (typeof item[name] === 'string' ? item[name] : '');
  return {
    title: text('title'),
    container: text('container-title'),
    volume: text('volume'),
    number: text('issue'),
    pages: text('page'),
    year: String(issued?.['date-parts']?.[0]?.[0] ?? ''),
    doi: text('DOI'),
    author: people(author),
    editor: people(editor),
  };
}
