import assert from 'node:assert/strict';
import { spaceGroupOf, systemOf, typesetSpaceGroup } from '../../server/chemistry/spaceGroups';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { readFile } from '../../server/manuscript/fileCandidates';
import { Manuscript } from '../../server/manuscript/manuscript';
import type { FormatId } from '../../server/text';

/** Mentions of a text: space groups as `number source`, others by their kind. */
function mentionsIn(language: FormatId, text: string): readonly string[] {
  const catalogue = bundledCatalogue();
  const manuscript = new Manuscript([readFile('file:///a', language, text, catalogue)], catalogue);
  return manuscript.analysis('file:///a')!.mentions.map((mention) => {
    const source = text.slice(mention.source.start, mention.source.end);
    return mention.kind === 'space-group' ? `${mention.number} ${source}` : `${mention.kind} ${source}`;
  });
}

const CASES: readonly (readonly [kind: string, language: FormatId, text: string, ...mentions: string[]])[] = [
  ['a slash', 'latex', 'in $P4/mmm$ and C2/m now', '123 P4/mmm', '12 C2/m'],
  ['a bar', 'latex', 'in $Pm\\bar{3}m$, $R\\overline{3}c$ now', '221 Pm\\bar{3}m', '167 R\\overline{3}c'],
  ['markup between', 'latex', 'in \\textit{Im}$\\bar{3}$\\textit{m} now', '229 \\textit{Im}$\\bar{3}$\\textit{m}'],
  ['a screw axis', 'markdown', 'in P2~1~/n and $P6_3/m$', '14 P2~1~/n', '176 P6_3/m'],
  ['a bar on the line', 'plaintext', 'in I-43m, P -3 m 1 and R3\u0305m', '217 I-43m', '164 P -3 m 1', '166 R3\u0305m'],
  ['a bar of a PDF', 'plaintext', 'in Fm 3¯ m now', '225 Fm 3¯ m'],
  ['planes', 'plaintext', 'in Pbam, Cmcm and Pca21', '55 Pbam', '63 Cmcm', '29 Pca21'],
  ['a cubic symbol of old', 'plaintext', 'in Fd3m', '227 Fd3m'],
  ['Typst', 'typst', 'in $P m overline(3) m$', '221 P m overline(3) m'],
  ['words before', 'plaintext', 'space group P4 and space groups P2, R3 and Cc', '75 P4', '3 P2', '146 R3', '9 Cc'],
  ['words of other languages', 'plaintext', 'Raumgruppe P-1, groupe d’espace Pc', '2 P-1', '7 Pc'],
  ['labels', 'plaintext', 'a P2-type phase, sample P-1, R3 and Pm'],
  ['words', 'plaintext', 'The Imam came. Face A1 of C/m2 in Caen'],
  ['directions', 'latex', 'along $[1\\bar{1}0]$ and $C_2$'],
];

suite('space groups', () => {
  for (const [kind, language, text, ...mentions] of CASES)
    test(kind, () => assert.deepEqual(mentionsIn(language, text), mentions));

  test('numbers, settings, systems and print', () => {
    assert.deepEqual(
      ['P1', 'Pbnm', 'P21/a', 'Cmca', 'Ia-3d'].map((symbol) => spaceGroupOf(symbol)),
      [
        { number: 1, symbol: 'P1' },
        { number: 62, symbol: 'Pnma' },
        { number: 14, symbol: 'P2_1/c' },
        { number: 64, symbol: 'Cmce' },
        { number: 230, symbol: 'Ia-3d' },
      ],
    );
    assert.equal(spaceGroupOf('P5'), undefined);
    assert.deepEqual([1, 62, 166, 194, 225].map(systemOf), [
      'triclinic',
      'orthorhombic',
      'trigonal',
      'hexagonal',
      'cubic',
    ]);
    assert.deepEqual(['P4_32_12', 'R-3m'].map(typesetSpaceGroup), ['P4₃2₁2', 'R3\u0305m']);
  });
});
