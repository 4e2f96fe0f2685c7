import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '../../.tmp');

/** A folder with files, by path; taken away with `remove`. */
export interface TempFolder {
  readonly path: string;
  uri(name: string): string;
  remove(): Promise<void>;
}

export async function tempFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<TempFolder> {
  await mkdir(ROOT, { recursive: true });
  const path = await mkdtemp(join(ROOT, 'test-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return {
    path,
    uri: (name) => pathToFileURL(join(path, name)).href,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
