import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Licences under which a library may be bundled: each requires that its text comes along, and nothing else. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0', '0BSD']);

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt with the licence of every library of which a file is among the inputs of a bundle.
 * Throws where a library has no licence text, or a licence that requires more than to be named.
 */
export async function writeNotices(inputs) {
  const libraries = await Promise.all([...new Set(inputs.flatMap(folderOf))].map(describe));
  libraries.sort((a, b) => (a.title < b.title ? -1 : 1));
  const notices = new Map(libraries.map(({ title, text }) => [title, `${title}\n\n${text}`]));
  const head = [
    'Interphase is under the MIT licence; its records and references (data/) are under CC BY 4.0,',
    'https://creativecommons.org/licenses/by/4.0/. See LICENSE.',
    '',
    'It contains the following libraries.',
  ].join('\n');
  await writeFile(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), `${[head, ...notices.values()].join(RULE)}\n`);
}

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** The folder of the library that a file belongs to; none for a file of ours. */
function folderOf(file) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/')) ?? [];
  return folder === undefined ? [] : [folder];
}

async function describe(folder) {
  const path = join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  if (!ALLOWED.has(license)) throw new Error(`${name} is under “${license}”: may it be bundled?`);
  const file = (await readdir(path)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file) throw new Error(`${name} has no licence text`);
  const text = (await readFile(join(path, file), 'utf8')).replaceAll('\r\n', '\n').trim();
  return { title: `${name} ${version} (${license})`, text };
}
