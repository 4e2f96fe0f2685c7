import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { parseFile } from '../../server/text';
import { codePoints } from './offsets';
import { type Score, Tally } from './table';

interface LabelledText {
  readonly id: string;
  readonly text: string;
  /** Start, end, label. */
  readonly spans: readonly (readonly [number, number, string])[];
}

const SUITES = ['mulms-train', 'sofc-exp-train', 'mspt-even'];
const MATERIAL = /^mat/i;

/**
 * Of the compounds found in articles, those that touch a span labelled as a material. What touches none is mostly a
 * material that is not labelled, so this is a lower bound of the precision.
 */
export function scoreLabels(lines: (file: string) => readonly unknown[]): Score {
  const tally = new Tally();
  for (const suite of SUITES) {
    for (const { id, text, spans } of lines(`ner/${suite}.jsonl`) as LabelledText[]) {
      const labelled = spans.filter(([, , label]) => MATERIAL.test(label));
      const { prose } = parseFile('plaintext', text);
      const points = codePoints(text);
      for (const { prose: at, standing } of findFormulas(prose)) {
        if (standing !== 'compound') continue;
        const source = prose.toSource(at);
        const [start, end] = [points(source.start), points(source.end)];
        const touches = labelled.some(([from, to]) => from < end && start < to);
        tally.add(suite, 'compounds in a material span', 'text', touches, () => `${id} ${prose.slice(at)}`);
      }
    }
  }
  return tally.score('Compounds found in labelled articles');
}
