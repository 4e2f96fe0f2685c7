import { deepEqual, equal } from 'node:assert/strict';
import { marked } from '../support/marked';
import { diagnose, only } from '../support/paper';

const CODE = 'abbreviation/conflicting-expansions';
const check = (text: string) => {
  const { diagnostics, after } = diagnose(text);
  return { found: only(CODE, diagnostics), after };
};

suite(CODE, () => {
  test('marks the second long form, links the first, and a fix writes the first there', () => {
    const doc = marked(
      'The coulombic efficiency (CE) is high; the CE is stable.\n\nThe counter is a «other:counter electrode» (CE).',
    );
    const { found, after } = check(doc.text);
    equal(found.length, 1);
    deepEqual(found[0]!.span, doc.span('other'));
    equal(found[0]!.message, '“CE” stands for “counter electrode” here and for “coulombic efficiency” in line 1.');
    equal(
      after(found[0]!.fixes?.[0]),
      'The coulombic efficiency (CE) is high; the CE is stable.\n\nThe counter is a coulombic efficiency (CE).',
    );
  });

  test('the abbreviation list counts too', () => {
    const text =
      '# Introduction\n\nWe add lithium difluoro(oxalate)borate (LiDFOB).\n\n# Abbreviations\n\n- LiDFOB: lithium difluoro(oxalato)borate\n';
    equal(check(text).found.length, 1);
  });

  test('a short form inside the other long form is read as what it stands for', () => {
    const text =
      'By atomic layer deposition (ALD) and plasma-enhanced atomic layer deposition (PEALD).\n\nBy plasma-enhanced ALD (PEALD).';
    deepEqual(check(text).found, []);
    equal(only('abbreviation/defined-again', diagnose(text).diagnostics).length, 1);
  });

  test('case, number, hyphen and spelling are no conflict', () => {
    for (const [a, b] of [
      ['metal organic frameworks (MOFs)', 'metal-organic framework (MOF)'],
      ['Lithium metal batteries (LMBs)', 'lithium metal batteries (LMBs)'],
      ['lithium bis(trifluoromethanesulphonyl)imide (LiTFSI)', 'lithium bis(trifluoromethanesulfonyl)imide (LiTFSI)'],
      ['LiFePO4 (LFP)', 'lithium iron phosphate (LFP)'],
    ]) {
      deepEqual(check(`We use ${a}.\n\nWe use ${b} too.`).found, [], a);
    }
  });
});
