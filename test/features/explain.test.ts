import { deepEqual } from 'node:assert/strict';
import { explain } from '../../server/features/explain';
import { load } from '../support/loaded';
import { marked } from '../support/marked';

/** What is said of the mark, a line for each step. */
async function explained(text: string, name = 'paper.md'): Promise<readonly string[]> {
  const doc = marked(text);
  const context = await load({ [name]: doc.text }, name);
  return explain(context, doc.spans[0]!.start).map(({ step, says }) => `${step}: ${says}`);
}

suite('explain', () => {
  test('a formula: script, block, candidate and mention', async () =>
    deepEqual(await explained('# Electrolyte\n\nThe salt is «LiPF~6~» here.'), [
      'prose: The salt is «LiPF6» here.',
      'block: paragraph in body, line 3',
      'set as: “LiPF” normal text, “6” sub text',
      'candidate: formula (compound) “LiPF6”',
      'mention: formula “LiPF6”, species lipf6',
    ]));

  test('what looks like a formula and is none: why', async () => {
    const says = async (text: string) => (await explained(text)).filter((line) => line.startsWith('left out'));
    deepEqual(await says('Old «NiCd» batteries leak.'), ['left out: “NiCd” (kind of a battery)']);
    deepEqual(await says('A flow of «N2/O2» dries it.'), [
      'left out: “N2/O2” (gases or liquids mixed, or a metal with a gas)',
      'left out: “N2/O2” (joined by a slash, without a word for a cell)',
    ]);
  });

  test('an abbreviation: where it is defined, how often it is used, and the rules', async () =>
    deepEqual(await explained('The «SEI» grows.\n\nA solid electrolyte interphase (SEI) is thin.'), [
      'prose: The «SEI» grows.',
      'block: paragraph in body, line 1',
      'candidate: abbreviation known to the catalogue (1) “SEI”',
      'candidate: short form “SEI”',
      'mention: abbreviation “SEI”: solid electrolyte interphase',
      'abbreviation: defined as “solid electrolyte interphase” (long-short, body, line 3)',
      'abbreviation: uses: 1; entries in the catalogue: 1',
      'rule: abbreviation/used-before-definition (warning): “SEI” is used here before it is defined (line 3).',
    ]));

  test('what a comment switches off is said to be', async () =>
    deepEqual(
      (
        await explained(
          '<!-- interphase-disable-next-line -->\nThe «SEI» grows.\n\nA solid electrolyte interphase (SEI) is thin.',
        )
      ).at(-1),
      'rule: abbreviation/used-before-definition (switched off by a comment): “SEI” is used here before it is defined (line 4).',
    ));

  test('a place that is not read', async () =>
    deepEqual(await explained('Text. % a «comment»\n', 'paper.tex'), [
      'prose: nothing is read here: markup, a comment, a key or a setting',
    ]));
});
