import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { reasonOf } from './base/reason';
import { uriOfPath } from './base/uris';
import { decodeText, whyNotText } from './workspace/fileText';
import { type Files, UnreadableFile } from './workspace/runtime';

/** Files of this machine. */
export const nodeFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      // Before it is opened: a pipe would wait for a writer, a device might act.
      const found = await stat(path);
      const reason = whyNotText({ isFile: found.isFile(), isFolder: found.isDirectory(), size: found.size });
      if (reason !== undefined) throw new UnreadableFile(uri, reason);
      return decodeText(uri, found.size === 0 ? new Uint8Array() : await readFile(path));
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      const code = codeOf(error);
      if (MISSING.has(code)) return undefined;
      throw new UnreadableFile(uri, REASONS[code] ?? reasonOf(error));
    }
  },

  async list(folderUri) {
    const path = pathOf(folderUri);
    if (path === undefined) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => uriOfPath(join(path, entry.name)));
  },

  async find(folderUri, pattern) {
    const cwd = pathOf(folderUri);
    if (cwd === undefined) return [];
    const options = { cwd, absolute: true, ignore: ['**/node_modules/**'], expandDirectories: false };
    return (await glob(pattern, options).catch(() => [])).map(uriOfPath);
  },

  home: uriOfPath(homedir()),

  // As these systems are set up; where a disk is not, two files whose names differ in capitals alone are read as one.
  ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
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

/** Codes of errors that come of names that no file has. */
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'its links lead in a circle',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
