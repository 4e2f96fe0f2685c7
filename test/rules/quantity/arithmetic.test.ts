import { deepEqual } from 'node:assert/strict';
import type { FormatId } from '../../../server/text';
import { marked } from '../../support/marked';
import { diagnose, only } from '../../support/paper';

/** Sums with what the rule finds between « and », as LaTeX and Typst authors type them. */
const SUMS: readonly (readonly [FormatId, string])[] = [
  ['latex', 'The capacity falls from 160 to 120~mAh\\,g$^{-1}$, a retention of «85\\%».'],
  [
    'latex',
    'The capacity falls from \\SI{160}{mAh\\per\\gram} to \\SI{120}{mAh\\per\\gram}, a retention of «\\SI{85}{\\percent}».',
  ],
  ['latex', 'At 160~mAh\\,g$^{-1}$, the loading of 10~mg\\,cm$^{-2}$ gives «2.6~mAh\\,cm$^{-2}$».'],
  [
    'latex',
    'At 160 mAh g\\textsuperscript{-1}, the loading of 10 mg cm\\textsuperscript{-2} gives «2.6 mAh cm\\textsuperscript{-2}».',
  ],
  ['latex', 'At \\qty{160}{mAh.g^{-1}}, the loading of \\qty{10}{mg.cm^{-2}} gives «\\qty{2.6}{mAh.cm^{-2}}».'],
  [
    'latex',
    'At 0.5C (1C = 150~mA~g$^{-1}$) and a loading of 20~mg~cm$^{-2}$, the current density is «3.0~mA~cm$^{-2}$».',
  ],
  ['latex', 'It holds «90~wt\\% active material, 8~wt\\% carbon black and 5~wt\\% PVDF».'],
  ['latex', 'Active material, carbon and binder were mixed in a weight ratio of «parts:80:10:15».'],
  ['latex', 'Active material, carbon and binder were mixed in a weight ratio of $«parts:80:10:15»$.'],
  ['latex', 'The salt was dissolved in «EC/DMC/EMC (1:1 v/v)».'],
  ['typst', 'The capacity falls from 160 to 120 mAh g#super[−1], a retention of «85%».'],
  ['typst', 'At 160 mAh g#super[−1], the loading of 10 mg cm#super[−2] gives «2.6 mAh cm#super[−2]».'],
  ['typst', 'For a capacity of 5 mAh, 30 µL of electrolyte were used, or «3 µL mAh#super[−1]».'],
  ['typst', 'The mean voltage of 3.4 V and the capacity of 150 mAh g#super[−1] give «610 Wh kg#super[−1]».'],
  ['typst', 'Active material, carbon and binder were mixed in a weight ratio of «parts:80:10:15».'],
  ['typst', 'It holds «90 wt% active material, 8 wt% carbon black and 5 wt% PVDF».'],
];

/** The rule has to be switched on. */
const found = (text: string, language: FormatId) =>
  only('quantity/arithmetic', diagnose(text, { language, levels: { 'quantity/arithmetic': 'hint' } }).diagnostics);

suite('quantity/arithmetic', () => {
  for (const [language, text] of SUMS) {
    test(`${language}: ${text}`, () => {
      const doc = marked(text);
      deepEqual(
        found(doc.text, language).map(({ span }) => doc.text.slice(span.start, span.end)),
        doc.spans.map(({ start, end }) => doc.text.slice(start, end)),
      );
    });
  }

  test('is silent where the numbers agree, in any markup', () => {
    const right: readonly (readonly [FormatId, string])[] = [
      ['latex', 'The capacity falls from 160 to 120~mAh\\,g$^{-1}$, a retention of 75\\%.'],
      [
        'latex',
        'At \\SI{160}{mAh\\per\\gram}, the loading of \\SI{10}{mg\\per\\square\\cm} gives \\SI{1.6}{mAh\\per\\square\\cm}.',
      ],
      ['typst', 'At 160 mAh g#super[−1], the loading of 10 mg cm#super[−2] gives 1.6 mAh cm#super[−2].'],
      ['typst', 'It holds 90 wt% active material, 5 wt% carbon black and 5 wt% PVDF.'],
    ];
    for (const [language, text] of right) deepEqual(found(text, language), [], text);
  });
});
