import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type FormatId, parseFile } from '../../server/text';
import { ATOM } from '../../server/text/prose';
import { blocksOf } from './support';

/** What the example paper says, author and reference list left out. Neighbouring citation marks count as one. */
function example(language: FormatId, ending: string): string[] {
  const source = readFileSync(`${import.meta.dirname}/../../examples/paper.${ending}`, 'utf8');
  return blocksOf(parseFile(language, source))
    .filter((block) => !/^(?:front-matter|references)/.test(block))
    .map((block) => block.replace(new RegExp(`(?:${ATOM} )+(?=${ATOM})`, 'g'), ''));
}

suite('example paper', () => {
  const latex = example('latex', 'tex');

  test('reads the same in Markdown', () => assert.deepEqual(example('markdown', 'md').toSorted(), latex.toSorted()));

  test('reads the same in Typst', () => assert.deepEqual(example('typst', 'typ').toSorted(), latex.toSorted()));
});
