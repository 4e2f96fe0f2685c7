import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDefinitions } from '../server/paper/definitions';
import { type ManuscriptLanguage, readManuscript } from '../server/text';

/**
 * Prints precision, recall and F1 of the definitions found in each gold suite (INTERPHASE_GOLD, else ../shared/gold),
 * beside what other tools reach. `--errors` lists what was missed and what was wrong, `--suite NAME` reads one suite.
 */
const FOLDER = join(process.env.INTERPHASE_GOLD ?? '../shared/gold', 'abbreviations');
const SUITES: readonly Suite[] = [
  { name: 'med1250-even', language: 'plaintext', peers: 'Ab3P 89.5, ChemDataExtractor 84.1, Schwartz–Hearst 83.1' },
  { name: 'materials-articles', language: 'plaintext', peers: 'Schwartz–Hearst 87.4' },
  { name: 'battery-sentences', language: 'markdown', peers: 'ChemDataExtractor 83.8' },
  { name: 'unit-cases', language: 'plaintext', peers: '' },
];

interface Suite {
  readonly name: string;
  readonly language: ManuscriptLanguage;
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

function score(suite: Suite, showErrors: boolean): void {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const gold of readGold(suite.name)) {
    const found = findIn(suite.language, gold.text);
    const left = gold.pairs.map((pair) => ({ ...pair }));
    for (const pair of found) {
      const at = left.findIndex((g) => sameText(g.sf, pair.sf) && sameText(g.lf ?? '', pair.lf));
      if (at >= 0) {
        right++;
        left.splice(at, 1);
      } else if (!isNeutral(gold, pair)) {
        wrong++;
        if (showErrors) console.log(`  ${gold.id} wrong   ${pair.sf} = ${pair.lf}`);
      }
    }
    missed += left.length;
    if (showErrors) for (const pair of left) console.log(`  ${gold.id} missed  ${pair.sf} = ${pair.lf}`);
  }
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  const percent = (x: number) => (100 * x).toFixed(1).padStart(5);
  const counts = `${right} right, ${wrong} wrong, ${missed} missed`;
  console.log(
    `${suite.name.padEnd(20)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  ${counts}  ${suite.peers}`,
  );
}

function findIn(language: ManuscriptLanguage, text: string): { sf: string; lf: string }[] {
  const manuscript = readManuscript(language, text);
  return findDefinitions(manuscript)
    .filter((d) => d.prose !== undefined)
    .map((d) => ({ sf: manuscript.prose.slice(d.prose!.short), lf: d.long }));
}

/** Texts are compared as a reader sees them: without markup, blanks and case. */
function sameText(gold: string, found: string): boolean {
  const flat = (s: string) =>
    s
      .replace(/\\mathrm|[${}_\s]/g, '')
      .normalize('NFKC')
      .toLowerCase();
  return flat(gold) === flat(found);
}

/** Some suites list a pair once, others at each place where it stands: a repeated one is not wrong. */
function isNeutral(gold: GoldText, pair: { sf: string; lf: string }): boolean {
  if (gold.pairs.some((g) => sameText(g.sf, pair.sf) && sameText(g.lf ?? '', pair.lf))) return true;
  const optional = [...(gold.optional ?? []), ...(gold.synonyms ?? [])];
  if (optional.some((g) => sameText(g.sf, pair.sf))) return true;
  return gold.partial === true && !gold.notAbbrev?.some((text) => sameText(text, pair.sf));
}

function readGold(name: string): GoldText[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as GoldText);
}

const suiteName = process.argv[process.argv.indexOf('--suite') + 1];
if (!existsSync(FOLDER)) console.log(`No gold cases at ${FOLDER}; set INTERPHASE_GOLD.`);
else {
  for (const suite of SUITES) {
    if (process.argv.includes('--suite') && suite.name !== suiteName) continue;
    score(suite, process.argv.includes('--errors'));
  }
}
