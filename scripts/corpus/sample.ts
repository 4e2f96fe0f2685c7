import type { JudgedMention, ScannedFile } from './scan';

/** Mentions of each kind in a sample of 300; what a kind lacks is filled up with formulas. */
const STRATA: Readonly<Record<JudgedMention['kind'], number>> = {
  cell: 20,
  name: 60,
  abbreviation: 70,
  quantity: 60,
  formula: 90,
  'space-group': 0,
};

export interface Sampled {
  readonly file: ScannedFile;
  readonly mention: JudgedMention;
}

/**
 * 300 mentions, stratified over kinds, by kind and place. Each mention draws a number from the seed and its own place, and the
 * lowest numbers win: a mention that comes or goes elsewhere leaves the rest of the sample as it is.
 */
export function drawSample(files: readonly ScannedFile[], seed: number): readonly Sampled[] {
  const all = files.flatMap((file) =>
    file.mentions.map((mention) => ({
      file,
      mention,
      draw: hash(`${seed} ${file.path} ${mention.kind} ${mention.source.start}`),
    })),
  );
  all.sort((a, b) => a.draw - b.draw);
  let missing = 0;
  return Object.entries(STRATA).flatMap(([kind, size]) => {
    const drawn = all
      .filter(({ mention }) => mention.kind === kind)
      .slice(0, size + (kind === 'formula' ? missing : 0));
    missing += Math.max(0, size - drawn.length);
    return drawn.sort((a, b) => compare(a.file.path, b.file.path) || a.mention.source.start - b.mention.source.start);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** FNV-1a over UTF-16 units, its bits mixed once more as in MurmurHash3. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
