import { findDefinitions } from '../../server/manuscript/definitions';
import { type FormatId, parseFile } from '../../server/text';

/** F1 of other tools on the same cases, in percent. */
export const ABBREVIATION_SUITES: readonly Suite[] = [
  { name: 'med1250-even', language: 'plaintext', peers: 'Ab3P 89.5, ChemDataExtractor 84.1, Schwartz–Hearst 83.1' },
  { name: 'materials-articles', language: 'plaintext', peers: 'Schwartz–Hearst 87.4' },
  { name: 'battery-sentences', language: 'markdown', peers: 'ChemDataExtractor 83.8' },
  { name: 'unit-cases', language: 'plaintext', peers: '' },
];

export interface Suite {
  readonly name: string;
  readonly language: FormatId;
  readonly peers: string;
}

interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly pairs: readonly GoldPair[];
  /** Pairs that count neither for nor against. */
  readonly optional?: readonly GoldPair[];
  readonly synonyms?: readonly GoldPair[];
  readonly notAbbrev?: readonly string[];
  /** The pairs are not all that the text defines: what else is found does not count, unless it is in `notAbbrev`. */
  readonly partial?: boolean;
}

interface GoldPair {
  readonly sf: string;
  readonly lf: string | null;
}

export interface PairScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** One line for each pair that was missed or wrong. */
  readonly errors: readonly string[];
}

/** Pairs of short and long form that a suite marks, against those that are found. `read` gives the objects of a file. */
export function scoreAbbreviations(suite: Suite, read: (file: string) => readonly unknown[]): PairScore {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const errors: string[] = [];
  for (const gold of read(`abbreviations/${suite.name}.jsonl`) as GoldText[]) {
    const left = [...gold.pairs];
    for (const pair of findIn(suite.language, gold.text)) {
      const at = left.findIndex((g) => sameText(g.sf, pair.sf) && sameText(g.lf ?? '', pair.lf));
      if (at >= 0) {
        right++;
        left.splice(at, 1);
      } else if (!isNeutral(gold, pair)) {
        wrong++;
        errors.push(`${gold.id} wrong   ${pair.sf} = ${pair.lf}`);
      }
    }
    missed += left.length;
    errors.push(...left.map((pair) => `${gold.id} missed  ${pair.sf} = ${pair.lf}`));
  }
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return { right, wrong, missed, precision, recall, f1, errors };
}

function findIn(language: FormatId, text: string): { sf: string; lf: string }[] {
  const parsed = parseFile(language, text);
  return findDefinitions(parsed)
    .filter((d) => d.prose !== undefined)
    .map((d) => ({ sf: parsed.prose.slice(d.prose!.short), lf: d.long }));
}

/** Texts are compared as a reader sees them: without markup, spaces and case. */
function sameText(gold: string, found: string): boolean {
  const flat = (s: string) =>
    s
      .replace(/\\mathrm|[${}_\s]/g, '')
      .normalize('NFKC')
      .toLowerCase();
  return flat(gold) === flat(found);
}

/** Some suites list a pair once, others at each place where it occurs: a repeated one is not wrong. */
function isNeutral(gold: GoldText, pair: { sf: string; lf: string }): boolean {
  if (gold.pairs.some((g) => sameText(g.sf, pair.sf) && sameText(g.lf ?? '', pair.lf))) return true;
  const optional = [...(gold.optional ?? []), ...(gold.synonyms ?? [])];
  if (optional.some((g) => sameText(g.sf, pair.sf))) return true;
  return gold.partial === true && !gold.notAbbrev?.some((text) => sameText(text, pair.sf));
}
