import { cardMarkdown } from '../features/card/markdown';
import { cardText } from '../features/card/text';
import { bundledCatalogue } from '../knowledge/bundled';
import type { CatalogueEntry } from '../knowledge/catalogue';
import { longForm } from '../manuscript/meaning';
import { CliError, type Command, oneOf, readArgs } from './io';
import { print, printError, printJson } from './output';

const USAGE = `interphase species QUERY [--format text|json|markdown]

What is known of a species: names, identifiers, role in the SEI, properties with their sources.`;

const FORMATS = ['text', 'json', 'markdown'] as const;

const OPTIONS = { format: { type: 'string', default: 'text' } } as const;

export const species: Command = {
  takes: 'QUERY',
  summary: 'what is known of a species',
  options: OPTIONS,
  values: { format: FORMATS },
  words: [],
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, FORMATS);
  const query = positionals.join(' ').trim();
  if (!query) throw new CliError(`no species given\n\n${USAGE}`);
  const catalogue = bundledCatalogue();
  const entries = find(query);
  if (entries.length === 0) {
    const nearest = catalogue.search(query, 5).map((entry) => `“${nameOf(entry)}”`);
    printError(`“${query}” is not in the catalogue.${nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : ''}`);
    return 1;
  }
  if (format === 'json') for (const entry of entries) printJson(entry.kind === 'species' ? entry.species : entry.term);
  else print(entries.map((entry) => describe(entry, format)).join('\n\n'));
  return 0;
}

function find(query: string): readonly CatalogueEntry[] {
  const catalogue = bundledCatalogue();
  const byId = catalogue.byId(query.toLowerCase());
  if (byId) return [{ kind: 'species', species: byId, name: byId.names[0]! }];
  const named = catalogue.entriesNamed(query);
  if (named.length > 0) return distinct(named);
  const short = distinct(catalogue.entriesForShort(query.toUpperCase()));
  if (short.length > 0) return short;
  const byFormula = catalogue.byFormula(query);
  const found = byFormula.length > 0 ? byFormula : catalogue.byFormulaInAnyCase(query);
  return found.map((species) => ({ kind: 'species', species, name: species.names[0]! }));
}

function distinct(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const ids = new Set<string>();
  return entries.filter((entry) => {
    const { id } = entry.kind === 'species' ? entry.species : entry.term;
    return !ids.has(id) && ids.add(id);
  });
}

function describe(entry: CatalogueEntry, format: 'text' | 'markdown'): string {
  if (entry.kind === 'species') {
    const catalogue = bundledCatalogue();
    return format === 'text'
      ? cardText(entry.species, catalogue)
      : cardMarkdown(entry.species, catalogue, { drawing: false, references: true });
  }
  const { long, short, meaning } = entry.term;
  return [`${[...short, long].join(' · ')}`, meaning].filter((line) => line !== undefined).join('\n\n');
}

const nameOf = (entry: CatalogueEntry): string => longForm(entry);
