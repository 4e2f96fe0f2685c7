import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLAIN, type Place } from './places';

const ROOT = join(__dirname, '../../.tmp');

/** A folder with files, by path; taken away with `remove`. */
export interface TempFolder {
  readonly path: string;
  /** As the editor of the place spells it. */
  uri(name: string): string;
  /** Of a file by its URI, in any spelling. */
  nameOf(uri: string): string;
  remove(): Promise<void>;
}

export async function tempFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  { folder, spell }: Place = PLAIN,
): Promise<TempFolder> {
  await mkdir(ROOT, { recursive: true });
  const made = await mkdtemp(join(ROOT, 'test-'));
  const path = join(made, folder);
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return {
    path,
    uri: (name) => spell(join(path, name)),
    nameOf: (uri) => relative(path, fileURLToPath(uri)).replaceAll('\\', '/'),
    remove: () => rm(made, { recursive: true, force: true }),
  };
}
