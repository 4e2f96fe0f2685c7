import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sampled } from './sample';
import { type JudgedMention, labelOf, type ScannedFile } from './scan';

export const SNAPSHOT = join(__dirname, '../../test/corpus/snapshot.json');

/** What was recognised in the corpus and what a reader said of a sample of it; holds none of its texts. */
export interface Snapshot {
  readonly seed: number;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly mentions: readonly SampledMention[];
}

type Counts = Readonly<Partial<Record<JudgedMention['kind'], number>>>;

export interface SampledMention {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly kind: JudgedMention['kind'];
  readonly label: string;
  /** `right`, or `wrong` with the reason after a colon. */
  readonly verdict: string;
}

export const readSnapshot = (): Snapshot => JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Snapshot;

/** Mentions of each kind in each file. */
export function countsOf(files: readonly ScannedFile[]): Snapshot['counts'] {
  return Object.fromEntries(
    files.map(({ path, mentions }) => {
      const counts: Partial<Record<JudgedMention['kind'], number>> = {};
      for (const { kind } of mentions) counts[kind] = (counts[kind] ?? 0) + 1;
      return [path, Object.fromEntries(Object.entries(counts).sort())];
    }),
  );
}

export function describeSampled({ file, mention }: Sampled): Omit<SampledMention, 'verdict'> {
  const { start, end } = mention.source;
  return { path: file.path, start, end, kind: mention.kind, label: labelOf(mention) };
}

/** One mention a line, so that a change of one shows as one line. */
export function formatSnapshot({ seed, counts, mentions }: Snapshot): string {
  const rows = Object.entries(counts).map(([path, of]) => `    ${JSON.stringify(path)}: ${JSON.stringify(of)}`);
  const lines = mentions.map((mention) => `    ${JSON.stringify(mention)}`);
  return `{
  "seed": ${seed},
  "counts": {
${rows.join(',\n')}
  },
  "mentions": [
${lines.join(',\n')}
  ]
}
`;
}
