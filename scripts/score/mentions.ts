import { compositionKey } from '../../server/chemistry/composition';
import { findComposites } from '../../server/manuscript/recognise/composites';
import { type FormulaCandidate, findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';
import { codePoints } from './offsets';
import { type Score, Tally } from './table';

interface WildCase {
  readonly id: string;
  readonly text: string;
  readonly formulas: readonly {
    start: number;
    end: number;
    text: string;
    elements: Record<string, number | string>;
    charge?: number;
  }[];
}

/** Formula spans in passages of manuscripts: every marked span exact and with its composition, none where none is marked. */
export function scoreWildMarkup(read: (file: string) => unknown): Score {
  const tally = new Tally();
  const { positives, negatives } = read('formula/wild-markup.json') as { positives: WildCase[]; negatives: WildCase[] };
  for (const c of positives) {
    const { found, source } = mentionsIn(c.text);
    for (const expected of c.formulas) {
      const hit = found.find((f) => f.start === expected.start && f.end === expected.end);
      const right = hit !== undefined && agrees(hit.candidate, expected);
      tally.add(
        'wild-markup',
        'positive',
        source,
        right,
        () => `${c.id} ${expected.text}; found ${found.map((f) => f.text).join(' , ')}`,
      );
    }
  }
  for (const c of negatives) {
    const { found, source } = mentionsIn(c.text);
    tally.add(
      'wild-markup',
      'negative',
      source,
      found.length === 0,
      () => `${c.id} found ${found.map((f) => f.text).join(' , ')}`,
    );
  }
  return tally.score('Formulas in markup');
}

function mentionsIn(text: string): {
  source: FormatId;
  found: readonly { start: number; end: number; text: string; candidate: FormulaCandidate }[];
} {
  const source = languageOf(text);
  const { prose } = parseFile(source, text);
  const points = codePoints(text);
  const found = findFormulas(prose).map((candidate) => {
    const range = prose.toSource(candidate.prose);
    return { start: points(range.start), end: points(range.end), text: text.slice(range.start, range.end), candidate };
  });
  return { source, found };
}

const languageOf = (text: string): FormatId =>
  /<su[bp]>|<td>|^\||^#|\*\*/m.test(text) ? 'markdown' : /\$|\\/.test(text) ? 'latex' : 'plaintext';

function agrees({ formula }: FormulaCandidate, expected: WildCase['formulas'][number]): boolean {
  if ((expected.charge ?? 0) !== formula.charge) return false;
  const entries = Object.entries(expected.elements).map(([e, n]): [string, number] => [e, value(n)]);
  if (entries.some(([, n]) => Number.isNaN(n))) return formula.composition === null && formula.variables.length > 0;
  return (
    formula.composition !== null && compositionKey(formula.composition) === compositionKey(Object.fromEntries(entries))
  );
}

const value = (n: number | string): number => {
  const [over, under = '1'] = String(n).split('/');
  return Number(over) / Number(under);
};

interface Labelled {
  readonly id: string;
  readonly corpus: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly context: string;
  readonly contextStart: number;
  readonly class: string;
  readonly elements?: Record<string, number>;
}

/** Labelled mentions in articles, each read in the 80 characters around it: found with exact ends, by class. */
export function scoreMentions(readLines: (file: string) => readonly unknown[]): Score {
  const tally = new Tally();
  const labelled = readLines('ner/formula-mentions-train.jsonl') as Labelled[];
  for (const label of labelled) {
    const points = codePoints(label.context);
    const { prose } = parseFile('plaintext', label.context);
    const formulas = findFormulas(prose);
    const hit = [...formulas, ...findComposites(prose, formulas)].find((candidate) => {
      const range = prose.toSource(candidate.prose);
      return (
        points(range.start) === label.start - label.contextStart && points(range.end) === label.end - label.contextStart
      );
    });
    const right =
      hit !== undefined && (!label.elements || label.class !== 'formula' || sameElements(hit, label.elements));
    tally.add(label.corpus, label.class, 'text', right, () => label.text);
  }
  return tally.score('Formula mentions in articles');
}

function sameElements({ formula }: Pick<FormulaCandidate, 'formula'>, elements: Record<string, number>): boolean {
  return formula.composition === null || compositionKey(formula.composition) === compositionKey(elements);
}
