import { deepEqual } from 'node:assert/strict';
import { diagnose } from '../../support/paper';

/** Codes and marked texts of all findings but of those about how often a short form is used. */
const found = (text: string) =>
  diagnose(text)
    .diagnostics.filter(({ code }) => !/used-once$|unused$/.test(code))
    .map(({ code, span }) => `${code.split('/')[1]} ${text.slice(span.start, span.end)}`);

const LIST = (rows: string) => `\n\n# Abbreviations\n\n${rows}\n`;

suite('peculiarities of a review', () => {
  test('two spellings of a salt in text and list', () => {
    deepEqual(
      found(
        `# Introduction\n\nWe add lithium difluoro(oxalate)borate (LiDFOB). LiDFOB helps.${LIST('- LiDFOB: lithium difluoro(oxalato)borate\n- SEI: solid electrolyte interphase')}\n\n# End\n\nThe SEI.`,
      ),
      ['unusual-expansion lithium difluoro(oxalate)borate', 'list-disagrees lithium difluoro(oxalato)borate'],
    );
  });

  test('a salt under a name that is wrong everywhere', () => {
    deepEqual(found('We add lithium bis(oxalate)borate (LiBOB). LiBOB helps, and LiBOB is safe.'), [
      'unusual-expansion lithium bis(oxalate)borate',
    ]);
  });

  test('a polymer whose locants differ between text and list, used before its definition', () => {
    deepEqual(
      found(
        '# Introduction\n\nA film of CuF2-PVDF-HFP is tough. We cast 1,1,2,3,3-hexafluoro-1-propene-1,1-difluoroethene copolymer (PVDF-HFP).\n\n# Abbreviations\n\n- PVDF-HFP: 1,1,2,3,3,3-hexafluoro-1-propene-1,1-difluoroethene copolymer\n',
      ),
      [
        'used-before-definition PVDF-HFP',
        'list-disagrees 1,1,2,3,3,3-hexafluoro-1-propene-1,1-difluoroethene copolymer',
      ],
    );
  });

  test('long forms after a definition in the plural, and a singular that is one with it', () => {
    deepEqual(
      found(
        'Lithium metal batteries (LMBs) fail. An LMB is light; LMBs are new. In a lithium metal battery films grow.',
      ),
      ['long-form-after-definition lithium metal battery'],
    );
  });

  test('articles that differ from place to place', () => {
    deepEqual(found('The solid electrolyte interphase (SEI) is thin. They form a SEI film, and then an SEI layer.'), [
      'article a',
    ]);
  });

  test('short forms that nobody defines, in the text and in a caption', () => {
    deepEqual(found('# Introduction\n\nAn AFM-based method.\n\n![DFT of lithium; DSIEI and DSIEI@Li.](a.png)\n'), [
      'undefined AFM',
      'undefined DFT',
      'undefined DSIEI',
    ]);
  });

  test('a definition in the abstract and one in the text, a plural, a placeholder: nothing', () => {
    deepEqual(
      found(
        '# Abstract\n\nThe solid electrolyte interphase (SEI) grows; the SEI is thin.\n\n# Introduction\n\nThe solid electrolyte interphase (SEI) of lithium-ion batteries (LIBs) grows. The SEI ages LIBs. (The “R” represents alkyl groups.)',
      ),
      [],
    );
  });
});
