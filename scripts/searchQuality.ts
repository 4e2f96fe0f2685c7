import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distinctWorks, sameWork } from '../server/bibliography/identity';
import { readBibliography } from '../server/bibliography/read';
import type { Reference } from '../server/bibliography/reference';
import { ReferenceSearch } from '../server/bibliography/search';
import { bundledCatalogue } from '../server/knowledge/bundled';
import { sameNames } from '../server/knowledge/sameNames';

/**
 * `npm run search-quality [-- --verbose]`: how often the work that was meant is found first and among the first five, over the
 * bibliographies in `INTERPHASE_BIBS` and the bundled works. What is typed and what is meant: `scripts/search/queries.tsv`.
 */
const folder = process.env.INTERPHASE_BIBS;
if (!folder) throw new Error('INTERPHASE_BIBS names a folder with .bib files of others; it is not set');

const foreign = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bib'))
  .sort()
  .flatMap((name) => readBibliography(name, readFileSync(join(folder, name), 'utf8')).entries)
  .map(({ reference }) => reference);
const catalogue = bundledCatalogue();
const lists = distinctWorks([foreign, catalogue.citableReferences]);
const search = new ReferenceSearch(lists, sameNames(catalogue));

const hasName = ({ doi, title }: Reference, meant: string): boolean =>
  /^10\./.test(meant)
    ? doi?.toLowerCase() === meant.toLowerCase()
    : title?.toLowerCase().startsWith(meant.toLowerCase()) === true;

/** Bibliographies of others hold a work more than once, not always with its DOI. */
const sameAs = (meant: Reference, other: Reference): boolean =>
  meant === other || sameWork(meant, other, catalogue.journals);

const sets = new Map<string, { asked: number; first: number; firstFive: number }>();
for (const line of readFileSync(join(__dirname, 'search/queries.tsv'), 'utf8').split('\n')) {
  const [set, typed, meant] = line.split('\t');
  if (line.startsWith('#') || !set || !typed || !meant) continue;
  const works = lists.flat().filter((reference) => hasName(reference, meant));
  if (works.length === 0) {
    console.log(`no such work here, so not asked: ${typed}`);
    continue;
  }
  const { references, isNearest } = search.find(typed, 10);
  const at = references.findIndex((reference) => works.some((work) => sameAs(work, reference)));
  const counts = sets.get(set) ?? { asked: 0, first: 0, firstFive: 0 };
  sets.set(set, {
    asked: counts.asked + 1,
    first: counts.first + (at === 0 ? 1 : 0),
    firstFive: counts.firstFive + (at >= 0 && at < 5 ? 1 : 0),
  });
  if (at !== 0 && process.argv.includes('--verbose')) {
    console.log(`${typed}: ${at < 0 ? 'not found' : `at ${at + 1}`}${isNearest ? ' (nearest)' : ''}`);
    for (const { authors, year, title, container } of references.slice(0, 3))
      console.log(`    ${authors[0]?.family} ${year}. ${title?.slice(0, 80)}. ${container}`);
  }
}
console.log(`${lists.map((list) => list.length).join(' + ')} works`);
for (const [set, { asked, first, firstFive }] of sets)
  console.log(`${set}: ${first} of ${asked} first, ${firstFive} among the first five`);
