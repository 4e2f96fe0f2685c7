import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { buildFrom } from './data/build';
import { format } from './data/problem';
import { projectValidator } from './data/projectValidator';
import { report } from './data/report';

/**
 * `npm run data [-- --report]`: checks `data/` and compiles it to `build/catalogue.json`; the report counts what it holds.
 * Problems are printed one a line, and nothing is written.
 */
const root = join(__dirname, '..');
const build = buildFrom(relative(process.cwd(), join(root, 'data')) || '.');
if (build.problems.length > 0) {
  for (const problem of build.problems) console.log(format(problem));
  console.error(`${build.problems.length} to put right; build/catalogue.json was not written.`);
  process.exitCode = 1;
} else {
  const target = join(root, 'build/catalogue.json');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(build.compile()));
  writeFileSync(join(dirname(target), 'validateProject.js'), projectValidator(join(root, 'data/schema')));
}
if (process.argv.includes('--report')) console.log(report(build.data));
