import { delimiter } from 'node:path';
import { uriOfPath } from '../base/uris';
import { toBibtex } from '../bibliography/bibtex/serialise';
import { toCslJson } from '../bibliography/csl';
import { formatReference } from '../bibliography/format';
import { distinctWorks } from '../bibliography/identity';
import { readBibliography } from '../bibliography/read';
import { ReferenceSearch } from '../bibliography/search';
import { bundledCatalogue } from '../knowledge/bundled';
import { sameNames } from '../knowledge/sameNames';
import { nodeFiles } from '../nodeFiles';
import { readLibrary } from '../workspace/library';
import { CliError, type Command, oneOf, readArgs, readArgument } from './io';
import { jsonText, oneLine, print, printError, printForPrograms } from './output';

const USAGE = `interphase cite QUERY [--bib FILE]… [--library PATH]… [--format text|bibtex|csl-json]

References whose author, title, journal, year, key or DOI hold all words of QUERY, best first: from each FILE (.bib, CSL-JSON,
Hayagriva), from the files of your library (paths or patterns; without --library those of the environment variable
INTERPHASE_LIBRARY, parted as in PATH) and from the bundled ones. Examples: "Carter et al. (2019)", "fuller jes 1994", "10.1149/1.2128859".`;

const FORMATS = ['text', 'bibtex', 'csl-json'] as const;

const OPTIONS = {
  bib: { type: 'string', multiple: true },
  library: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
} as const;

export const cite: Command = {
  takes: 'QUERY',
  summary: 'search the bundled references, --bib files and your library',
  options: OPTIONS,
  values: { bib: 'file', library: 'file', format: FORMATS },
  words: [],
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, FORMATS);
  const query = positionals.join(' ').trim();
  if (!query) throw new CliError(`nothing to search for\n\n${USAGE}`);
  const own = await Promise.all((values.bib ?? []).map(readReferences));
  const catalogue = bundledCatalogue();
  const library = await readLibraryReferences(values.library ?? fromEnvironment());
  const search = new ReferenceSearch(
    distinctWorks([own.flat(), library, catalogue.citableReferences]),
    sameNames(catalogue),
  );
  const { references: hits, isNearest } = search.find(query);
  if (hits.length === 0) {
    printError(`Nothing found for “${query}”.`);
    return 1;
  }
  if (isNearest) printError(`Nothing holds all of “${query}”. Nearest:`);
  if (format === 'text') print(hits.map((hit) => oneLine(`${hit.key}: ${formatReference(hit)}`)).join('\n'));
  if (format === 'bibtex') printForPrograms(hits.map((hit) => toBibtex(hit)).join('\n\n'));
  if (format === 'csl-json') print(jsonText(hits.map(toCslJson), 2));
  return 0;
}

async function readReferences(path: string) {
  const { text } = await readArgument(path);
  const { entries, problems } = readBibliography(path, text);
  for (const problem of problems) printError(oneLine(`${path}: ${problem.message}`));
  return entries.map((entry) => entry.reference);
}

const fromEnvironment = (): string[] => (process.env.INTERPHASE_LIBRARY ?? '').split(delimiter).filter(Boolean);

async function readLibraryReferences(paths: readonly string[]) {
  const { texts, notes } = await readLibrary(paths, uriOfPath(process.cwd()), nodeFiles, nodeFiles.read);
  for (const note of notes) printError(oneLine(note));
  return texts.flatMap(({ uri, read }) => readBibliography(uri, read.text).entries.map((entry) => entry.reference));
}
