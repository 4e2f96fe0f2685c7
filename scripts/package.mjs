import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, tool } from './run.mjs';

/*
 * `npm run package`: builds and packs dist/interphase.vsix, the same bytes from the same files.
 * `--twice` does it two times and fails where the packages differ or are larger than 2 MB.
 */
const VSIX = 'dist/interphase.vsix';
const LARGEST = 2_000_000;

// vsce sorts the files and gives each the same time; zip keeps times in the zone of the machine.
process.env.SOURCE_DATE_EPOCH ??= '315532800'; // 1980, where the time of zip begins
process.env.TZ = 'UTC';

const first = await pack();
console.log(`${VSIX}: ${first.size} bytes, sha256 ${first.hash}`);
if (process.argv.includes('--twice')) {
  const second = await pack();
  if (second.hash !== first.hash) fail(`The second build differs: sha256 ${second.hash}`);
  if (first.size > LARGEST) fail(`It is larger than ${LARGEST} bytes`);
}

async function pack() {
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', VSIX];
  const { code } = await tool('vsce', ['package', ...options]);
  if (code !== 0) process.exit(code);
  const bytes = await readFile(join(root, VSIX));
  return { size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
