import { deepEqual, equal } from 'node:assert/strict';
import { marked } from '../../support/marked';
import { diagnose, fixAll, only } from '../../support/paper';

const CODE = 'abbreviation/defined-again';
const check = (text: string) => {
  const { diagnostics, after } = diagnose(text);
  return { found: only(CODE, diagnostics), after };
};

suite(CODE, () => {
  test('marks the second definition, links the first, and the fix keeps the short form', () => {
    const doc = marked(
      'We add «first:fluoroethylene carbonate (FEC)» to the cell.\n\nThe «again:fluoroethylene carbonate (FEC)» is reduced.',
    );
    const { found, after } = check(doc.text);
    equal(found.length, 1);
    deepEqual(found[0]!.span, doc.span('again'));
    deepEqual(found[0]!.related?.[0]?.span, doc.span('first'));
    equal(found[0]!.message, '“FEC” is defined already in line 1.');
    equal(after(found[0]!.fixes?.[0]), 'We add fluoroethylene carbonate (FEC) to the cell.\n\nThe FEC is reduced.');
  });

  test('keeps the plural where the second definition has one', () => {
    const { found, after } = check('A lithium-ion battery (LIB) ages.\n\nMost lithium-ion batteries (LIBs) age.');
    equal(after(found[0]?.fixes?.[0]), 'A lithium-ion battery (LIB) ages.\n\nMost LIBs age.');
  });

  test('leaves a long form that may begin with the word before it, where adjectives come after their nouns', () => {
    const first = 'La exploración acelerada de mínimos locales (AELM) es conocida. La AELM se usa para los datos.';
    const { found } = check(`${first}\n\nLa exploración acelerada de mínimos locales (AELM) permitió una amplia gama.`);
    equal(found.length, 1);
    deepEqual(found[0]!.fixes, []);
  });

  test('once in the abstract and once in the body is not a repeat', () => {
    const text =
      '# Abstract\n\nThe solid electrolyte interphase (SEI) grows.\n\n# Introduction\n\nThe solid electrolyte interphase (SEI) grows. The SEI is thin.';
    deepEqual(check(text).found, []);
  });

  test('leaves a name that begins before the words', () => {
    const text =
      'By field asymmetric ion spectrometry (FAIS) and FAIS we see it. High Field Asymmetric Ion Spectrometry (FAIS) is new.';
    equal(fixAll(text), text);
  });

  test('a caption may stand alone', () => {
    const text =
      'The solid electrolyte interphase (SEI) grows.\n\n![The solid electrolyte interphase (SEI).](a.png)\n\nThe SEI is thin.';
    deepEqual(check(text).found, []);
  });

  test('a definition of two short forms is marked but not cut', () => {
    const doc = marked(
      'In ethylene carbonate (EC).\n\nWe use «again:ethylene carbonate and diethyl carbonate (EC/DEC)». EC and DEC are wet.',
    );
    const { found } = check(doc.text);
    deepEqual(
      found.map((d) => d.span),
      [doc.span('again')],
    );
    deepEqual(found[0]!.fixes, []);
  });

  test('a row of the abbreviation list is not a repeat', () => {
    const text =
      'The solid electrolyte interphase (SEI) grows. The SEI is thin.\n\n# Abbreviations\n\n- SEI: solid electrolyte interphase\n';
    deepEqual(check(text).found, []);
  });
});
