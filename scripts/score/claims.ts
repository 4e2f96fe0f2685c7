import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claim, claimsOf } from '../../server/manuscript/claims/claims';
import { read } from '../../test/support/paper';

/** The held ones are never looked into: only counted. */
export const CLAIM_HALVES = ['seen', 'held', 'subjects-seen', 'subjects-held'] as const;
export type ClaimHalf = (typeof CLAIM_HALVES)[number];

export interface ClaimScore {
  readonly sentences: number;
  /** Statements that a reader finds. */
  readonly statements: number;
  /** F1 of value, unit and property. */
  readonly bare: number;
  /** F1 of value, unit, property and what they belong to. */
  readonly whole: number;
}

/** Statements found in labelled sentences, split by the paper that they were met in. */
export function scoreClaims(half: ClaimHalf): ClaimScore {
  const cases = labelled(half).map(({ text, statements }) => ({
    found: claimsOf(read(text).manuscript).map(written),
    wanted: statements,
  }));
  return {
    sentences: cases.length,
    statements: cases.reduce((sum, { wanted }) => sum + wanted.length, 0),
    bare: f1(cases.map(({ found, wanted }) => ({ found: found.map(bareOf), wanted: wanted.map(bareOf) }))),
    whole: f1(cases),
  };
}

interface Labelled {
  readonly text: string;
  /** `85 % capacity retention @ Li||NMC811`, `-` for no subject. */
  readonly statements: readonly string[];
}

/** A line each: where the statement was met, the sentence, its statements. */
const labelled = (half: ClaimHalf): Labelled[] =>
  readFileSync(join(__dirname, `../../test/manuscript/claims/${half}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, text = '', statements = ''] = line.split('\t');
      return { text, statements: statements.split('; ').filter(Boolean) };
    });

const written = ({ value, unit, property, subject }: Claim): string =>
  `${typeof value === 'number' ? value : value.join('-')} ${unit} ${property} @ ${subject ?? '-'}`;

const bareOf = (statement: string): string => statement.split(' @ ')[0]!;

/** Harmonic mean of precision and recall. */
function f1(pairs: readonly { readonly found: readonly string[]; readonly wanted: readonly string[] }[]): number {
  let [right, found, wanted] = [0, 0, 0];
  for (const pair of pairs) {
    const open = [...pair.wanted];
    found += pair.found.length;
    wanted += pair.wanted.length;
    for (const statement of pair.found) {
      const at = open.indexOf(statement);
      if (at < 0) continue;
      right++;
      open.splice(at, 1);
    }
  }
  return (2 * right) / (found + wanted);
}
