import { folderOf } from '../base/uris';
import { formatOfPath } from '../text';
import type { ManuscriptContext } from './workspace';

/** What the search for the manuscripts of a bibliography looks into. */
export interface Neighbours {
  /** URIs of texts that are open in an editor or that were requested. */
  readonly open: Iterable<string>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly mayCite: (uri: string) => Promise<boolean>;
  readonly load: (uri: string) => Promise<ManuscriptContext | undefined>;
}

/** A folder of notes may hold any number of files. */
const MOST_FILES = 200;

/** What is in a file that names a bibliography or cites from one. */
export const MAY_CITE = /bibliography|addbibresource|\\[A-Za-z]*cite|@[\p{L}\p{N}_{]|#cite/iu;

/** The manuscripts that cite from a bibliography, of those that are open and those in its folder and the one above; each once. */
export async function citingManuscripts(bibliography: string, around: Neighbours): Promise<ManuscriptContext[]> {
  const folder = folderOf(bibliography);
  const near = [...(await around.list(folder)), ...(await around.list(folderOf(folder)))];
  const candidates = [...new Set([...around.open, ...near.sort()])].filter((uri) => formatOfPath(uri) !== undefined);
  const found = new Map<string, ManuscriptContext>();
  const seen = new Set<string>();
  for (const uri of candidates.slice(0, MOST_FILES)) {
    if (seen.has(uri) || !(await around.mayCite(uri))) continue;
    const context = await around.load(uri).catch(() => undefined);
    if (!context) continue;
    for (const file of context.manuscript.files) seen.add(file.uri);
    const main = context.manuscript.files[0]!.uri;
    if (!found.has(main) && isCitedFrom(bibliography, context)) found.set(main, context);
  }
  return [...found.values()];
}

/** One that only lies beside a manuscript counts where a work of it is cited: a README is not a paper. */
function isCitedFrom(uri: string, { bibliography, manuscript: { files } }: ManuscriptContext): boolean {
  if (bibliography.roles.get(uri) !== 'beside') return bibliography.files.some((file) => file.uri === uri);
  return files.some(({ parsed: { citations } }) =>
    citations.some(({ keys }) => keys.some(({ key }) => bibliography.entry(key)?.uri === uri)),
  );
}
