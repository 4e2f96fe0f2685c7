import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps } from '../../server/base/span';
import { marked } from '../support/marked';
import { diagnose } from '../support/paper';

interface Tally {
  mistakes: number;
  found: number;
  findings: number;
  right: number;
}

/** Rules that have to be switched on. */
const OFF_OTHERWISE = {
  'chemistry/name-formula': 'hint',
  'quantity/arithmetic': 'hint',
  'quantity/rate-undefined': 'hint',
  'quantity/reference-missing': 'hint',
  'quantity/differs-from-catalogue': 'hint',
  'claims/disagree': 'hint',
} as const;

/** Sentences with their mistakes between « and », and right ones that look wrong. Kind, source and text in each line. */
function tally(half: 'seen' | 'held' | 'experts-seen' | 'experts-held'): Tally {
  const sum: Tally = { mistakes: 0, found: 0, findings: 0, right: 0 };
  for (const line of readFileSync(join(__dirname, `gold/${half}.tsv`), 'utf8')
    .trim()
    .split('\n')) {
    const doc = marked(line.split('\t')[2]!.replaceAll('\\n', '\n'));
    const { diagnostics } = diagnose(doc.text, { levels: OFF_OTHERWISE });
    const findings = diagnostics.filter(({ code }) => /^(?:chemistry|quantity|claims)\//.test(code));
    const isMarked = ({ span }: (typeof findings)[number]) => doc.spans.some((mark) => overlaps(mark, span));
    sum.mistakes += doc.spans.length > 0 ? 1 : 0;
    sum.found += findings.some(isMarked) ? 1 : 0;
    sum.findings += findings.length;
    sum.right += findings.filter(isMarked).length;
  }
  return sum;
}

suite('gold of chemistry and quantities', () => {
  for (const [half, recall, precision] of [
    ['seen', 0.8, 0.98],
    ['held', 0.75, 0.94],
    ['experts-seen', 0.8, 0.97],
    ['experts-held', 0.8, 0.97],
  ] as const) {
    test(`${half}: finds most mistakes, and hardly anything else`, () => {
      const { mistakes, found, findings, right } = tally(half);
      ok(found / mistakes >= recall, `${found} of ${mistakes} mistakes found`);
      ok(right / findings >= precision, `${right} of ${findings} findings right`);
    });
  }
});
