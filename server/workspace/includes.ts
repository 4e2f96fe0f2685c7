import type { Reading } from '../paper/reading';
import type { FileReference } from '../text/manuscript';
import type { Problem } from './problem';
import { UnreadableFile } from './runtime';
import { fileName, folderOf, resolvePath } from './uris';

/** Reads one file, from the editor or the disk; undefined where there is none. Rejects with `UnreadableFile`. */
export type ReadOne = (uri: string) => Promise<Reading | undefined>;

export interface Included {
  /** The root and what it includes, in reading order; each file once. */
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
}

/**
 * Follows the includes of a manuscript. A missing target (drawings and plots are often not shared) is a problem, not an
 * error; a file that includes itself is read once.
 */
export async function withIncludes(root: Reading, read: ReadOne): Promise<Included> {
  const readings: Reading[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  async function visit(reading: Reading): Promise<void> {
    seen.add(reading.uri);
    readings.push(reading);
    for (const include of reading.manuscript.includes) {
      const { target, problem } = await find(include, reading, root, read);
      if (problem) problems.push({ uri: reading.uri, span: include.span, message: problem });
      if (target && !seen.has(target.uri)) await visit(target);
    }
  }
  await visit(root);
  return { readings, problems };
}

async function find(
  { path }: FileReference,
  from: Reading,
  root: Reading,
  read: ReadOne,
): Promise<{ target?: Reading; problem?: string }> {
  for (const uri of candidates(path, from, root)) {
    try {
      const target = await read(uri);
      if (target) return { target };
    } catch (error) {
      if (error instanceof UnreadableFile) return { problem: `“${fileName(uri)}” cannot be read: ${error.message}` };
      throw error;
    }
  }
  return { problem: `“${path}” is not there; its text is left out.` };
}

/** LaTeX looks from the folder of the root, the others from that of the file; `.tex` may be left out. */
function* candidates(path: string, from: Reading, root: Reading): Generator<string> {
  if (/[\\#]/.test(path)) return; // a macro in the path
  const endings = from.manuscript.language === 'latex' && !path.endsWith('.tex') ? ['.tex', ''] : [''];
  const folders = new Set([folderOf(root.uri), folderOf(from.uri)]);
  for (const folder of from.manuscript.language === 'latex' ? folders : [...folders].reverse()) {
    for (const ending of endings) yield resolvePath(folder, path.trim() + ending);
  }
}
