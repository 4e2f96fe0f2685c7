import assert from 'node:assert/strict';
import { findComposites } from '../../server/manuscript/recognise/composites';
import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';

function compositesIn(language: FormatId, text: string): string[] {
  const { prose } = parseFile(language, text);
  return findComposites(prose, findFormulas(prose)).map((c) => {
    const { start, end } = prose.toSource(c.prose);
    return text.slice(start, end);
  });
}

suite('composites: two or more readable materials are one with parts', () => {
  const cases: [FormatId, string][] = [
    ['plaintext', 'A «NaTi2(PO4)3/C» electrode and «Fe2O3/rGO».'],
    ['plaintext', 'Shells of «Si@C», «S@C» and «Fe3O4@SiO2».'],
    ['markdown', 'The «MnO~2~@C» film and «Li~2~S–SiS~2~» glass.'],
    ['plaintext', 'An «Al2O3-MgO» inclusion in «6H-SiC» beside «Pd/C».'],
    ['plaintext', 'Single sites in «Co–N–C»; alloys of «Pt-Ni» and «Fe-Cr-Ni».'],
    ['plaintext', 'A «Ni-YSZ» anode, a «PEO-LiClO4» film.'],
    ['plaintext', 'Alloys «Ti-6Al-4V», «Ti–8Al–1Mo–1V» and «Fe-18Cr-8Ni»; LiFePO4-5V and LiF-2C are none.'],
    ['plaintext', 'In MEA-«Pt/C» and «SiO2/4H-SiC» stacks.'],
  ];
  for (const [language, text] of cases)
    test(text, () => {
      const expected = [...text.matchAll(/«([^»]*)»/g)].map((m) => m[1]!);
      assert.deepEqual(compositesIn(language, text.replace(/[«»]/g, '')), expected);
    });

  test('amounts of all parts give the sum', () => {
    const { prose } = parseFile('latex', 'The glass 60Li$_2$S--40SiS$_2$ conducts.');
    const [composite] = findComposites(prose, findFormulas(prose));
    assert.deepEqual(composite?.formula.composition, { Li: 120, S: 140, Si: 40 });
  });
});

suite('composites: kinds that are none', () => {
  for (const text of [
    'Gases N2/O2 and H2/Ar flowed.',
    'The couples Fe2+/Fe3+ and Na/Na+, an Ag/AgCl reference.',
    'A Li–S battery, a Na–O2 cell and the Si–O bond.',
    'The Si/SiO2 interface and the LiF/Li2O ratio.',
    'LiFePO4/C full cells and Zn//MnO2.',
    'EC/DMC in mol/L, the samples TiO2-B and LiCoO2-A, P2-Na0.7CoO2.',
    'With Cu-Kα radiation.',
    'Ions Cl− Mn–O bonds repel.',
  ])
    test(text, () => assert.deepEqual(compositesIn('plaintext', text), []));
});
