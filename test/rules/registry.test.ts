import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated, pageOf } from '../../scripts/rules/generated';
import { type Levels, RULES } from '../../server/rules';
import type { JournalId } from '../../server/rules/abbreviation/journalProfiles';
import type { BibliographyRule, Rule } from '../../server/rules/rule';
import { marked } from '../support/marked';
import { diagnose, diagnoseBibliography } from '../support/paper';

const ROOT = join(__dirname, '../..');
const rules: readonly (Rule | BibliographyRule)[] = RULES;

suite('rules', () => {
  test('have codes and titles of their own', () => {
    for (const of of ['code', 'title'] as const) equal(new Set(rules.map((rule) => rule[of])).size, rules.length);
  });

  test('are in the order of their codes’ groups', () => {
    const groups = rules.map(({ code }) => code.split('/')[0]);
    deepEqual(groups, [...groups].sort());
  });

  test('are written where they are listed: else run `npm run rules`', () => {
    for (const { path, text } of generated(ROOT)) equal(readFileSync(join(ROOT, path), 'utf8'), text, path);
  });

  for (const rule of rules) {
    const { code, examples } = rule;
    suite(code, () => {
      const found = (text: string, journal?: JournalId) => {
        const levels: Levels = { [code]: 'warning' };
        const { diagnostics, after } =
          'check' in rule
            ? diagnose(text, { levels, ...(journal && { journal }) })
            : diagnoseBibliography(text, levels);
        return { findings: diagnostics.filter((d) => d.code === code), after };
      };

      test('its page says when it stays silent, which level it has and what the fix does', () => {
        const page = readFileSync(join(ROOT, 'docs/rules', pageOf(code)), 'utf8');
        for (const heading of ['**Fires when**', '**Stays silent for**', '**Level**', '**Fix'])
          ok(page.includes(heading), heading);
      });

      for (const { text, fixed, journal } of examples.bad) {
        test(`finds ${text}`, () => {
          const doc = marked(text);
          const { findings, after } = found(doc.text, journal);
          deepEqual(
            findings.map(({ span }) => span),
            doc.spans,
          );
          const fix = findings.flatMap(({ fixes = [] }) => fixes.slice(0, 1));
          equal(
            fix.length > 0 ? after({ title: '', safe: false, edits: fix.flatMap(({ edits }) => edits) }) : undefined,
            fixed,
          );
        });
      }

      for (const text of examples.good) {
        test(`stays silent for ${text}`, () => deepEqual(found(text).findings, []));
      }
    });
  }
});
