import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, tool } from './run.mjs';

/*
 * `npm run publish:vsix -- marketplace|openvsx… [--dry-run]`: publishes dist/interphase.vsix as it was packed and tested. A dry run
 * checks everything that can be checked here and says what would be done. Tokens come from VSCE_PAT and OVSX_PAT.
 */
const OVSX = 'ovsx@1.3.0';
const VSIX = 'dist/interphase.vsix';
const REGISTRIES = {
  marketplace: { token: 'VSCE_PAT', publish: () => tool('vsce', ['publish', '--packagePath', VSIX]) },
  openvsx: { token: 'OVSX_PAT', publish: () => run('npx', ['--yes', OVSX, 'publish', VSIX]) },
};

const options = process.argv.slice(2);
const isDryRun = options.includes('--dry-run');
const names = options.filter((option) => option !== '--dry-run');
const { version, publisher } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const problems = await findProblems();
for (const problem of problems) console.error(`✘ ${problem}`);
for (const name of names) {
  if (isDryRun) console.log(`${name}: would publish ${VSIX} as ${publisher}.interphase ${version}`);
  else if (problems.length === 0 && (await REGISTRIES[name].publish()).code !== 0) problems.push(name);
}
process.exit(problems.length > 0 ? 1 : 0);

async function findProblems() {
  const found = names.filter((name) => !Object.hasOwn(REGISTRIES, name)).map((name) => `“${name}” is not a registry`);
  if (names.length === 0) found.push(`name a registry: ${Object.keys(REGISTRIES).join(', ')}`);
  if (!existsSync(join(root, VSIX))) return [...found, `${VSIX} was not found: npm run package`];
  const inside = await manifestOf(join(root, VSIX));
  if (inside.version !== version) found.push(`${VSIX} holds ${inside.version}, package.json says ${version}`);
  const log = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm').test(log))
    found.push(`CHANGELOG.md has no section “## ${version}”`);
  if (!isDryRun)
    for (const { token } of names.flatMap((name) => REGISTRIES[name] ?? []))
      if (!process.env[token]) found.push(`${token} is not set`);
  return found;
}

/** The manifest in a VSIX. */
async function manifestOf(path) {
  const { readVSIXPackage } = await import('@vscode/vsce/out/zip.js');
  return (await readVSIXPackage(path)).manifest;
}
