import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNSEEN } from './unseen/heading';
import { casesOf } from './unseen/manuscripts';
import { Repositories } from './unseen/repository';
import { casesIn, isRead } from './unseen/suites';

/**
 * `npm run unseen [-- --verbose]`: recognition on public texts that were not used for tuning, cloned into INTERPHASE_UNSEEN. A third of
 * the files, chosen by hash, may be looked into (`--verbose` lists what went wrong in it); the rest is only counted. Prints the
 * figures and writes them to the end of docs/quality.md.
 */
const folder = process.env.INTERPHASE_UNSEEN;
if (!folder) throw new Error('INTERPHASE_UNSEEN names a folder for clones of public repositories; it is not set');

interface Sources {
  readonly suites: readonly { repository: string; commit: string; path: string; case: string; atom?: string }[];
  readonly manuscripts: readonly { repository: string; commit: string; files: string }[];
}

const sources = JSON.parse(readFileSync(join(__dirname, 'unseen/sources.json'), 'utf8')) as Sources;
const repositories = new Repositories(folder);
const counts = new Map<string, { seen: [number, number]; unseen: [number, number] }>();

function count(measure: string, key: string, text: string, right: boolean): void {
  const row = counts.get(measure) ?? { seen: [0, 0], unseen: [0, 0] };
  counts.set(measure, row);
  const isOpen = createHash('sha256').update(key).digest()[0]! % 3 === 0;
  const cell = row[isOpen ? 'seen' : 'unseen'];
  cell[1]++;
  if (right) cell[0]++;
  else if (isOpen && process.argv.includes('--verbose')) console.log(`- ${measure}: ${text}`);
}

for (const { repository, commit, path, case: pattern, atom } of sources.suites) {
  for (const c of casesIn(repositories.read(repository, commit, path), pattern, atom))
    count('formulas of tests', `${repository} ${c.input}`, c.input, isRead(c));
}
for (const { repository, commit, files } of sources.manuscripts) {
  for (const path of repositories.files(repository, commit, new RegExp(files))) {
    for (const c of casesOf(path, repositories.read(repository, commit, path)))
      count(c.measure, `${repository} ${path}`, c.text, c.right);
  }
}

const percent = ([right, of]: [number, number]) => `${right} of ${of}: ${((100 * right) / of).toFixed(1)} %`;
const rows = [...counts].map(([name, { seen, unseen }]) => `| ${name} | ${percent(seen)} | ${percent(unseen)} |`);
const section = `${UNSEEN}

Written by \`npm run unseen\`. Formulas that the authors of public manuscripts set with scripts: read as one formula, and read alike
once they are typed flat. The open third may be looked into, the rest is only counted. The formulas of another library's tests were
looked into, all of them.

| | open third | unseen rest |
|---|---|---|
${rows.join('\n')}
`;
console.log(section);
const page = join(__dirname, '../docs/quality.md');
const before = readFileSync(page, 'utf8').split(`\n${UNSEEN}`)[0]!.trimEnd();
writeFileSync(page, `${before}\n\n${section}`);
