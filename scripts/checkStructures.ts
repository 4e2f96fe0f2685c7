import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildFrom } from './data/build';

/**
 * `npm run data:structures`: compares the InChIKey of every record with the one that Open Babel (Debian: openbabel) computes from
 * its SMILES. OpenChemLib, which checks formula and mass at build time, has no InChI.
 */
const { species } = buildFrom(join(__dirname, '../data')).compile();
const records = species.filter((s) => s.smiles && s.identifiers?.inchikey);
const input = records.map((s) => `${s.smiles}\t${s.id}`).join('\n');

let output: string;
try {
  output = execFileSync('obabel', ['-ismi', '-oinchikey', '-xt'], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
} catch {
  console.error('Open Babel is not there: apt-get install openbabel');
  process.exit(2);
}
const computed = output
  .trim()
  .split('\n')
  .map((line) => line.split(/\s/)[0]!);
const wrong = records.filter((s, i) => computed[i] !== s.identifiers!.inchikey);
for (const s of wrong) {
  console.log(`${s.id}: ${s.identifiers!.inchikey} in the record, ${computed[records.indexOf(s)]} from its SMILES`);
}
console.log(`${records.length} structures compared, ${wrong.length} differ`);
process.exitCode = wrong.length > 0 ? 1 : 0;
