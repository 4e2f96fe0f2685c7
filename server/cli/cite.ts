import { readFile } from 'node:fs/promises';
import { toBibtex } from '../bibliography/bibtex/serialise';
import { toCslJson } from '../bibliography/csl';
import { formatReference } from '../bibliography/format';
import { readBibliography } from '../bibliography/read';
import { ReferenceSearch } from '../bibliography/search';
import { bundledCatalogue } from '../knowledge/bundled';
import { sameNames } from '../knowledge/sameNames';
import { decodeText } from '../workspace/fileText';
import { UnreadableFile } from '../workspace/runtime';
import { CliError, type Command, oneOf, readArgs } from './io';

const USAGE = `interphase cite QUERY [--bib FILE]… [--format text|bibtex|csl-json]

References whose author, title, journal, year, key or DOI hold all words of QUERY, best first: from each FILE (.bib, CSL-JSON,
Hayagriva) and from the bundled ones. Examples: "Carter et al. (2019)", "fuller jes 1994", "10.1149/1.2128859".`;

export const cite: Command = async (args) => {
  const options = { bib: { type: 'string', multiple: true }, format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = readArgs(args, options, USAGE);
  const format = oneOf('format', values.format, ['text', 'bibtex', 'csl-json']);
  const query = positionals.join(' ').trim();
  if (!query) throw new CliError(`nothing to search for\n\n${USAGE}`);
  const own = await Promise.all((values.bib ?? []).map(readReferences));
  const catalogue = bundledCatalogue();
  const search = new ReferenceSearch([own.flat(), catalogue.references], sameNames(catalogue));
  const { references: hits, isNearest } = search.find(query);
  if (hits.length === 0) {
    console.error(`Nothing found for “${query}”.`);
    return 1;
  }
  if (isNearest) console.error(`Nothing holds all of “${query}”. Nearest:`);
  if (format === 'text') console.log(hits.map((hit) => `${hit.key}: ${formatReference(hit)}`).join('\n'));
  if (format === 'bibtex') console.log(hits.map((hit) => toBibtex(hit)).join('\n\n'));
  if (format === 'csl-json') console.log(JSON.stringify(hits.map(toCslJson), null, 2));
  return 0;
};

async function readReferences(path: string) {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new CliError(`“${path}” cannot be read: ${error.message}`);
  });
  try {
    const { entries, problems } = readBibliography(path, decodeText(path, bytes).text);
    for (const problem of problems) console.error(`${path}: ${problem.message}`);
    return entries.map((entry) => entry.reference);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CliError(`“${path}” cannot be read: ${error.message}`);
    throw error;
  }
}
