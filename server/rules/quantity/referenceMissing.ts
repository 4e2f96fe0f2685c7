import { sentenceAt } from '../../manuscript/sentence';
import type { Rule } from '../rule';
import { writtenQuantities } from './written';

/** A potential of one electrode without the electrode that it is given against. */
export const referenceMissing = {
  code: 'quantity/reference-missing',
  title: 'Potential without its reference electrode',
  defaultLevel: 'off',
  examples: {
    bad: [{ text: 'The reduction of the salt begins at a potential of «1.2 V».' }],
    good: [
      'The reduction of the salt begins at a potential of 1.2 V vs. Li/Li^+^.',
      'The cell was charged to 4.2 V at constant current.',
      'The electrode rests at 1.5 V vs. Li/Li^+^. Then the potential of 1.5 V is held.',
      'All potentials are given vs. Li/Li^+^. Reduction begins at a potential of 1.2 V.',
    ],
  },
  *check(file, manuscript) {
    const isSaid = manuscript.files.some(({ parsed: { prose } }) => SAID.test(prose.text));
    if (isSaid) return;
    const { prose } = file.parsed;
    for (const { mention } of writtenQuantities(file)) {
      if (mention.unit !== 'V' || mention.reference) continue;
      const sentence = sentenceAt(prose, mention.prose);
      const before = prose.text.slice(Math.max(0, mention.prose.start - 40), mention.prose.start);
      if (!/\bpotentials? (?:of|at|is|was|to|near|around|below|above) (?:about |ca\. |~)?$/i.test(before)) continue;
      if (
        /\bvs\b|versus|against|overpotential|zeta|interfac|plasma|space charge|surface potential|built-in|cell|difference|chemical potential|membrane|reference/i.test(
          prose.slice(sentence),
        )
      )
        continue;
      if (/\bvs\b|versus|against/i.test(prose.text.slice(Math.max(0, sentence.start - SAME_CELL), sentence.start)))
        continue;
      yield { span: mention.source, message: 'The reference electrode of this potential is not named.' };
    }
  },
} as const satisfies Rule;

/** Characters before a sentence in which the reference of the same cell is looked for. */
const SAME_CELL = 300;

const SAID = /potentials[^.]{0,60}(?:vs\.?|versus|against|referred to|relative to|with respect to)/i;
