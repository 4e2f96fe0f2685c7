import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claim, claimsOf } from '../../server/manuscript/claims/claims';
import { read } from '../support/paper';

const claimsIn = (text: string) => claimsOf(read(text).manuscript);

const written = ({ value, unit, property }: Claim): string =>
  `${typeof value === 'number' ? value : value.join('-')} ${unit} ${property}`;

/** Labelled sentences: `85 % capacity retention Li||NMC811; …`, `-` for no subject. */
function labelled(half: 'seen' | 'held'): { text: string; claims: string[] }[] {
  const lines = readFileSync(join(__dirname, `claims/${half}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [text = '', labels = ''] = line.split('\t');
    return {
      text,
      claims: labels
        .split('; ')
        .filter(Boolean)
        .map((label) => label.replace(/^(\d+)\.0-/, '$1-')),
    };
  });
}

/** Harmonic mean of precision and recall. */
function f1(pairs: readonly { found: string[]; wanted: string[] }[]): number {
  let [right, found, wanted] = [0, 0, 0];
  for (const pair of pairs) {
    const open = [...pair.wanted];
    found += pair.found.length;
    wanted += pair.wanted.length;
    for (const claim of pair.found) {
      const at = open.indexOf(claim);
      if (at >= 0) {
        right++;
        open.splice(at, 1);
      }
    }
  }
  return (2 * right) / (found + wanted);
}

suite('claims', () => {
  for (const half of ['seen', 'held'] as const) {
    test(`${half}: value, unit and property, and what they belong to`, () => {
      const cases = labelled(half).map(({ text, claims }) => ({ found: claimsIn(text), wanted: claims }));
      const withSubject = cases.map(({ found, wanted }) => ({
        found: found.map((claim) => `${written(claim)} ${claim.subject ?? '-'}`),
        wanted,
      }));
      const without = cases.map(({ found, wanted }) => ({
        found: found.map(written),
        wanted: wanted.map((label) => label.replace(/ (?:-|[^ ]*\|\|[^ ]*|hard carbon|[A-Z][^ ]*)$/, '')),
      }));
      const [bare, whole] = [f1(without), f1(withSubject)];
      ok(bare >= 0.8, `F1 of value, unit and property ${bare}`);
      ok(whole >= 0.7, `F1 with the subject ${whole}`);
    });
  }

  test('a property is told by words of the same clause', () =>
    deepEqual(claimsIn('NMC811 kept 80% over 300 cycles; the coulombic efficiency was 99.7%.').map(written), [
      '80 % capacity retention',
      '300 {cycle} cycles',
      '99.7 % coulombic efficiency',
    ]));

  test('a subject is taken from the sentence before, with less confidence', () => {
    const claims = claimsIn('We cycled Li||NMC811 cells at 1 C. The capacity retention is 90%.');
    deepEqual(
      claims.map(({ property, subject, confidence }) => [property, subject, confidence]),
      [
        ['rate', 'Li||NMC811', 'high'],
        ['capacity retention', 'Li||NMC811', 'medium'],
      ],
    );
  });
});
