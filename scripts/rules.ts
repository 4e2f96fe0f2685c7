import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './rules/generated';

/** `npm run rules`: writes what follows from the rules: their pages' examples, lists of rules, names of settings. */
const root = join(__dirname, '..');
for (const { path, text } of generated(root)) {
  const file = join(root, path);
  if (readFileSync(file, 'utf8') === text) continue;
  writeFileSync(file, text);
  console.log(path);
}
