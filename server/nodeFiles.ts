import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uriOfPath } from './base/uris';
import { decodeText } from './workspace/fileText';
import { type Files, UnreadableFile } from './workspace/runtime';

/** Files of this machine. */
export const nodeFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return decodeText(uri, await readFile(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      if (error instanceof UnreadableFile) throw error;
      throw new UnreadableFile(uri, error instanceof Error ? error.message : String(error));
    }
  },

  async list(folderUri) {
    const path = pathOf(folderUri);
    if (path === undefined) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => uriOfPath(join(path, entry.name)));
  },
};

/** URI of `docs/` from the folder that the bundle lies in. */
export const docsFolder = (bundleFolder: string): string => uriOfPath(resolve(bundleFolder, '..', '..', 'docs'));

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // another scheme, or no path
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
