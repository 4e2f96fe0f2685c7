import { md, raw } from '../../base/markdown';
import { times } from '../../base/plural';
import { shortened } from '../../base/shortened';
import { fileName } from '../../base/uris';
import { fieldOf, fieldText } from '../../bibliography/bibtex/fields';
import { doiUrl } from '../../bibliography/doi';
import { formatAuthors, formatPlace } from '../../bibliography/format';
import type { Entry, Reference } from '../../bibliography/reference';
import type { Catalogue } from '../../knowledge/catalogue';
import type { CitedKey } from '../../manuscript/citedKeys';
import { speciesAmong } from '../../manuscript/fileAnalysis';
import { readFile } from '../../manuscript/fileCandidates';
import { Manuscript } from '../../manuscript/manuscript';

/** A work with what the hover says of it. */
export interface ShownWork {
  readonly entry: Entry;
  /** Of its bibliography. */
  readonly uri: string;
  readonly uses: readonly CitedKey[];
  readonly catalogue: Catalogue;
}

/** So many authors are named. */
const MOST_AUTHORS = 3;
const MOST_LINES = 8;
/** So much of an abstract tells what a work is about. */
const ABSTRACT = 300;

/** Title first, then who and where, what it is about, where it is cited, its file and DOI. */
export function workMarkdown({ entry, uri, uses, catalogue }: ShownWork): string {
  const { reference } = entry;
  const { title, printed, doi } = reference;
  const authors = formatAuthors(reference, MOST_AUTHORS);
  const place = [authors, formatPlace(reference)].filter((part) => part !== '').join(' · ');
  const abstract = fieldOf(entry, 'abstract');
  const link = doi === undefined ? '' : ` · ${md`[${doi}](${raw(inLink(doiUrl(doi)))})`}`;
  return [
    ...(printed !== undefined ? [md`${printed}`] : [title && md`**${title}**`, place && md`${place}`]),
    title && md`${aboutOf(title, catalogue)}`,
    abstract && md`${shortened(fieldText(abstract), ABSTRACT)}`,
    md`${citedWhere(uses)}`,
    `${md`*${fileName(uri)}*`}${link}`,
  ]
    .filter((line) => line)
    .join('\n\n');
}

/** Brackets would end the link. */
const inLink = (url: string): string =>
  url.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')).replaceAll('\\', '%5C');

/** `About lithium lanthanum zirconate, LiF`: the species that the title names. */
function aboutOf(title: string, catalogue: Catalogue): string {
  const named = speciesIn(title, catalogue);
  return named.length === 0 ? '' : `About ${named.join(', ')}`;
}

/** Names of the species in a text. */
function speciesIn(text: string, catalogue: Catalogue): readonly string[] {
  const read = new Manuscript([readFile('title:', 'plaintext', text, catalogue)], catalogue);
  return [...speciesAmong(read.mentions)].flatMap((id) => catalogue.byId(id)?.names[0]?.text ?? []);
}

function citedWhere(uses: readonly CitedKey[]): string {
  if (uses.length === 0) return 'Not cited';
  const byFile = new Map<string, Set<number>>();
  for (const { uri, line } of uses) byFile.set(uri, (byFile.get(uri) ?? new Set()).add(line));
  const places = [...byFile].map(([uri, lines]) => {
    const shown = [...lines].slice(0, MOST_LINES).join(', ');
    const more = lines.size > MOST_LINES ? ', …' : '';
    return `${fileName(uri)} line${lines.size > 1 ? 's' : ''} ${shown}${more}`;
  });
  return `Cited ${times(uses.length)}: ${places.join('; ')}`;
}

/** A work in one line, for lists: its title, or else how it is printed. */
export const titleOf = ({ title, printed, key }: Reference): string => title ?? printed ?? key;
