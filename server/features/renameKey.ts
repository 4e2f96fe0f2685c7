import type { Edit, Plan } from '../base/edit';
import type { Span } from '../base/span';
import { fileName } from '../base/uris';
import type { LoadedBibliography } from '../bibliography/bibliography';
import { keysOf } from '../bibliography/keys/entryKeys';
import type { Manuscript } from '../manuscript/manuscript';
import type { ManuscriptContext } from '../workspace/workspace';
import { linksTo } from './bibliography/links';
import { EditRefused } from './refusal';

/** A citation key with everything that uses it. */
export interface NamedWork {
  readonly key: string;
  /** The files that hold its entry; none where the key is cited only. */
  readonly bibliographies: readonly LoadedBibliography[];
  readonly manuscripts: readonly ManuscriptContext[];
}

/** Gives a work another key, in its entry and wherever it is cited. Throws `EditRefused`. */
export function renameKey(work: NamedWork, newName: string): Plan {
  const to = newName.trim();
  if (to !== work.key) refuseUnlessFree(to, work);
  return { edits: keyEdits(work, to), creates: [] };
}

/** The edits by which a work is cited by another key. */
export function keyEdits({ key, bibliographies, manuscripts }: NamedWork, to: string): Edit[] {
  const edits = new Map<string, Edit>();
  const add = (uri: string, span: Span) => edits.set(`${span.start} ${uri}`, { uri, span, newText: to });
  for (const { uri, file } of bibliographies) {
    for (const { reference, keySpan } of file.entries) if (reference.key === key) add(uri, keySpan);
    for (const span of linksTo(key, file.entries)) add(uri, span);
  }
  for (const { manuscript } of manuscripts) for (const { uri, span } of citedKeys(key, manuscript)) add(uri, span);
  return [...edits.values()];
}

function* citedKeys(key: string, { files }: Manuscript): Generator<{ readonly uri: string; readonly span: Span }> {
  for (const { uri, parsed } of files) {
    for (const { keys } of parsed.citations) {
      for (const { key: cited, span } of keys) {
        if (cited !== key) continue;
        if (parsed.source.slice(span.start, span.end) !== key) {
          const line = parsed.prose.lineOf(span.start);
          throw new EditRefused(`A macro cites “${key}” in line ${line} of ${fileName(uri)}: rename it there first.`);
        }
        yield { uri, span };
      }
    }
  }
}

function refuseUnlessFree(to: string, { bibliographies, manuscripts }: NamedWork): void {
  if (!/^[^\s,{}"'#=%@~\\()[\]]+$/.test(to))
    throw new EditRefused(`“${to}” cannot be a key: it must be one word without brackets, quotes, commas, #, % or @.`);
  const languages = new Set(manuscripts.flatMap(({ manuscript }) => manuscript.files.map((f) => f.parsed.language)));
  if (languages.has('typst') && !/^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?$/u.test(to))
    throw new EditRefused(`“${to}” cannot be cited in Typst: letters, digits, “_”, “-”, “.” and “:” only.`);
  if (languages.has('markdown') && !/^[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*$/u.test(to))
    throw new EditRefused(`“${to}” cannot be cited in Markdown: letters and digits, with single marks between them.`);
  const files = [...bibliographies, ...manuscripts.flatMap(({ bibliography }) => bibliography.files)];
  const holder = files.find(({ file }) => file.entries.some((entry) => keysOf(entry).includes(to)));
  if (holder) throw new EditRefused(`“${to}” is the key of another work in ${fileName(holder.uri)}.`);
}
