import assert from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { readFile } from '../../server/manuscript/fileCandidates';
import { Manuscript } from '../../server/manuscript/manuscript';
import { check } from '../../server/rules';
import type { FormatId } from '../../server/text';
import { filled, hostileTexts } from '../support/hostile';
import { assertLinear, processorTime } from '../support/processorTime';

const LANGUAGES: readonly FormatId[] = ['latex', 'markdown', 'typst', 'plaintext'];

const ORDINARY = `The solid electrolyte interphase (SEI) on lithium metal holds LiF, Li2CO3 and lithium alkyl carbonates. With 5 wt%
of fluoroethylene carbonate the cells kept 200 mAh/g at 0.1 C, but the capacity faded after 100 cycles as the SEI cracked.

`;

const LENGTH = 40_000;

suite('the scan of a whole manuscript', () => {
  for (const language of LANGUAGES) {
    test(`costs no more a character where the file is long (${language})`, () => {
      const short = filled(ORDINARY, 40_000);
      const long = filled(ORDINARY, 800_000);
      scan(language, short);
      scan(language, long);
      // 20 times the text; work that grows with the square would take 400 times as long.
      assert.ok(processorTime(() => scan(language, long)) < 80 * processorTime(() => scan(language, short)) + 100);
    });

    test(`is not brought down by hostile text (${language})`, () => {
      const shorter = new Map(hostileTexts(LENGTH / 4));
      for (const [name, text] of hostileTexts(LENGTH))
        assertLinear(name, (length) => scan(language, length === LENGTH ? text : shorter.get(name)!), LENGTH);
    });
  }

  test('finds in a long file what it finds in a short one', () => {
    assert.equal(mentionsIn(filled(ORDINARY, 40 * ORDINARY.length)), 40 * mentionsIn(ORDINARY));
  });
});

const catalogue = bundledCatalogue();

function scan(language: FormatId, text: string): Manuscript {
  const manuscript = new Manuscript([readFile('file:///paper', language, text, catalogue)], catalogue);
  check(manuscript.analysis('file:///paper')!, manuscript, {}, { accepted: new Set() });
  return manuscript;
}

const mentionsIn = (text: string): number => scan('markdown', text).analysis('file:///paper')!.mentions.length;
