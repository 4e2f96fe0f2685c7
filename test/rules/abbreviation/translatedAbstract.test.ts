import { deepEqual, equal } from 'node:assert/strict';
import { diagnose, read } from '../../support/paper';

const latex = (first: string, second: string, body: string): string =>
  [first, second].map((text) => `\\begin{abstract}\n${text}\n\\end{abstract}\n`).join('') + body;

const ENGLISH =
  'Lithium metal forms a solid electrolyte interphase (SEI) with the solvent. The SEI grows, and the SEI is thin.';
const GERMAN =
  'Auf dem Lithium bildet sich eine Grenzphase (solid electrolyte interphase, SEI). Die SEI wächst, und die SEI ist dünn.';
const FRENCH =
  'Une interphase solide (SEI) se forme sur le lithium dans la cellule. La SEI croît, et la SEI est mince.';
const DUTCH = 'Op het lithium vormt zich een grensvlak (SEI) in de cel. De SEI groeit met de tijd, en de SEI is dun.';
const BODY = `\\section{Introduction}\n${ENGLISH}`;

const found = (text: string): string[] =>
  diagnose(text, { language: 'latex' }).diagnostics.map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
  );

suite('an abstract in another language', () => {
  for (const [language, other] of Object.entries({ German: GERMAN, French: FRENCH, Dutch: DUTCH })) {
    test(`defines for itself: ${language}, before or after the other`, () => {
      deepEqual(found(latex(ENGLISH, other, BODY)), []);
      deepEqual(found(latex(other, ENGLISH, BODY)), []);
    });
  }

  test('may come in two more languages than the text', () => {
    deepEqual(found(`${latex(GERMAN, FRENCH, '')}${latex(ENGLISH, DUTCH, BODY)}`), []);
  });

  test('defines once, too', () => {
    deepEqual(
      found(
        latex(ENGLISH, `${GERMAN} Die Grenzphase (solid electrolyte interphase, SEI) bleibt auf dem Metall.`, BODY),
      ),
      ['abbreviation/defined-again solid electrolyte interphase, SEI'],
    );
  });

  test('does not say what the short form stands for in the text', () => {
    const { manuscript } = read(latex(GERMAN, ENGLISH, BODY), 'latex');
    equal(manuscript.abbreviations.expansion('SEI')?.definition.long, 'solid electrolyte interphase');
  });

  test('in the language of the text is one with the first', () => {
    deepEqual(
      found(latex(ENGLISH, 'The solid electrolyte interphase (SEI) of the cells is thin, and the SEI ages.', BODY)),
      ['abbreviation/defined-again solid electrolyte interphase (SEI)'],
    );
  });
});
