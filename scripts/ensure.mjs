import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** Installs what package-lock.json lists, where node_modules is missing or holds something else. */
export async function ensureDependencies() {
  requireNode();
  if (isInstalled()) return;
  refuseLink();
  console.log('Installing dependencies …');
  // No install scripts: the tools used here ship their programs inside the packages. Not global even where npm builds this
  // package to install it globally, since the scripts that it runs inherit its settings.
  const options = ['--ignore-scripts', '--global=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run('npm', ['ci', ...options]);
  if (code !== 0) {
    console.error('npm ci failed. Is the npm registry reachable?');
    process.exit(1);
  }
}

/** npm would empty the folder that the link leads to, which others use. */
function refuseLink() {
  if (!lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(
    'node_modules is a link and does not hold what package-lock.json asks for. Remove the link, or install where it leads to.',
  );
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True where npm's record of what it installed agrees with the lock, apart from packages of other platforms. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && installed[path] === undefined),
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
