import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './ensure.mjs';
import { outputOf, root, run, tool } from './run.mjs';

/*
 * `npm start`: installs what is missing, builds, shows in the terminal what is found in the example paper,
 * then serves VS Code with the extension on it. `--once` stops after the terminal part;
 * `--desktop` opens the `code` on PATH instead of serving.
 */
const options = process.argv.slice(2);

await ensureDependencies();
await succeed(run(process.execPath, ['scripts/build.mjs', '--production']));
const manuscripts = readdirSync(join(root, 'examples'))
  .filter((name) => /\.(tex|md|qmd|typ|txt)$/.test(name) && name !== 'README.md')
  .map((name) => `examples/${name}`);
for (const manuscript of manuscripts) await showFindings(manuscript);

if (options.includes('--desktop')) await succeed(run('code', [`--extensionDevelopmentPath=${root}`, 'examples']));
else if (!options.includes('--once')) await succeed(tool('tsx', ['scripts/serve.ts', 'examples']));

/** Prints what the command line finds in a manuscript: species, abbreviations and cells, then the diagnostics. */
async function showFindings(manuscript) {
  const { mentions, abbreviations, cells } = JSON.parse(await outputOf('dist/cli.cjs', ['scan', manuscript]));
  const species = new Set(mentions.flatMap((mention) => mention.species ?? []));
  console.log(`\n${manuscript}`);
  console.log(`  ${species.size} species: ${[...species].join(', ')}`);
  console.log(`  ${abbreviations.length} abbreviations defined: ${abbreviations.map(({ short }) => short).join(', ')}`);
  console.log(`  ${cells.length} cells: ${cells.map(({ prose, type }) => `${prose} (${type})`).join(', ')}`);
  const { code } = await run(process.execPath, ['dist/cli.cjs', 'check', manuscript]);
  // 1 says that there are warnings: in the examples there are, on purpose.
  if (code > 1) process.exit(code);
}

async function succeed(running) {
  const { code } = await running;
  if (code !== 0) process.exit(code);
}
