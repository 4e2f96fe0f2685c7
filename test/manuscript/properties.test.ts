import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compositionKey } from '../../server/chemistry/composition';
import type { FileAnalysis } from '../../server/manuscript/fileAnalysis';
import type { Mention } from '../../server/manuscript/mention';
import type { FormatId } from '../../server/text';
import { atomsOf, formulas, MARKUPS, write } from '../support/formulas';
import { read } from '../support/paper';

const LANGUAGES: readonly FormatId[] = ['latex', 'markdown', 'typst', 'plaintext'];

/** What a battery paper is made of, in the markup of each language. */
const PIECES: Readonly<Record<FormatId, readonly string[]>> = {
  latex: [
    'A \\ce{LiNi_{0.8}Co_{0.1}Mn_{0.1}O2} cathode',
    'LiPF$_6$ in EC/DEC~\\cite{xu2004}',
    '$\\mathrm{Li}^+$ moves',
    '\\section{Cells with \\ce{Li6PS5Cl}}',
    '\\SI{160}{mAh.g^{-1}} at 0.5~C',
    '\\begin{itemize}\\item Li$|$LiFePO$_4$ cells\\end{itemize}',
    '% no more Na',
  ],
  markdown: [
    'A LiNi~0.8~Co~0.1~Mn~0.1~O~2~ cathode',
    'LiPF<sub>6</sub> in EC/DEC [@xu2004]',
    '## Cells with Li₆PS₅Cl',
    '| Salt | S/cm |\n|---|---|\n| LiTFSI | 10^−3^ |',
    '*fluoroethylene carbonate* at 25 °C',
    '`Na` and $x_{Li}$',
  ],
  typst: [
    'A LiNi#sub[0.8]Co#sub[0.1]Mn#sub[0.1]O#sub[2] cathode',
    'LiPF#sub[6] in EC/DEC @xu2004',
    '= Cells with Li₆PS₅Cl',
    '$"Li"^+$ moves',
    '#figure(table([LiTFSI], [Na]), caption: [Salts])',
    '// no more Na',
  ],
  plaintext: ['Conclusions', '- 1 M LiPF6 at 25 °C'],
};

/** Sentences that hold in every language and define nothing. */
const SENTENCES: readonly string[] = [
  'Li metal reacts with ethylene carbonate.',
  'A Li||Cu cell and a LiFePO4|Li cell ran at 0.1 C and 45 °C.',
  'The sulfur cathode gave 800 mAh g−1 and the SEI grew by 10 nm.',
  'Both CO2 and HF form; FEC helps.',
  'Sodium ions enter hard carbon.',
];

const LINES: readonly { language: FormatId; lines: fc.Arbitrary<string[]> }[] = LANGUAGES.map((language) => ({
  language,
  lines: fc.array(fc.constantFrom(...PIECES[language], ...SENTENCES), { minLength: 1, maxLength: 8 }),
}));

/** A manuscript in each language, well formed. */
const manuscripts = fc.oneof(
  ...LINES.map(({ language, lines }) => lines.map((of) => ({ language, text: of.join('\n\n') }))),
);

/** The same after an editor's accident: a stretch taken out, put in twice, or replaced by marks. */
const mutated = fc
  .record({
    manuscript: manuscripts,
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    marks: fc.string({ unit: fc.constantFrom(...'{}[]()$\\_^~|#@%&<>/*`=-:,.· \n0Li₂⁺□\u{1F50B}'), maxLength: 12 }),
    twice: fc.boolean(),
  })
  .map(({ manuscript: { language, text }, at, length, marks, twice }) => {
    const start = at % (text.length + 1);
    const cut = text.slice(start, start + length);
    return { language, text: text.slice(0, start) + marks + (twice ? cut + cut : '') + text.slice(start + length) };
  });

const noise = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  text: fc.string({ unit: 'binary', maxLength: 200 }),
});

suite('mentions of any manuscript', () => {
  test('lie inside it, in order, and hold the characters that a reader reads', () => {
    fc.assert(
      fc.property(fc.oneof(manuscripts, mutated, noise), ({ language, text }) => {
        const { file } = read(text, language);
        let last = 0;
        for (const mention of file.mentions) {
          const { source, prose } = mention;
          assert.ok(prose.start >= last, 'in order');
          last = prose.start;
          assert.ok(0 <= source.start && source.start < source.end && source.end <= text.length, 'in the source');
          assert.ok(prose.end <= file.parsed.prose.text.length, 'in the prose');
          if (mention.kind !== 'citation') assertReads(mention, file, text);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('stay as they are when text is added after them', () => {
    fc.assert(
      fc.property(
        manuscripts,
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1 }),
        ({ language, text }, more) => {
          const before = standing(read(text, language).file, text.length);
          const after = standing(read(`${text}\n\n${more.join(' ')}`, language).file, text.length);
          assert.deepEqual(after, before);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** The letters and digits that are read are in the source in that order; in plain text it is the text itself. */
function assertReads(mention: Mention, file: FileAnalysis, text: string): void {
  const written = text.slice(mention.source.start, mention.source.end);
  const asRead = file.parsed.prose.slice(mention.prose);
  if (file.parsed.format === 'plaintext') assert.equal(bare(written), bare(asRead));
  else if (mention.kind !== 'quantity') {
    const plain = bare(written);
    let at = 0;
    for (const c of asRead.match(/[A-Za-z0-9]/g) ?? []) {
      at = plain.indexOf(c, at) + 1;
      assert.ok(at > 0, `“${asRead}” is not in “${written}”`);
    }
  }
}

/** Without differences of white space and with `₆` as `6`. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ');

/** Formulas, names and cells that end before an offset; abbreviations may be defined further on. */
const standing = (file: FileAnalysis, end: number): readonly Mention[] =>
  file.mentions.filter(
    ({ kind, source }) => source.end <= end && (kind === 'formula' || kind === 'name' || kind === 'cell'),
  );

suite('one formula in every markup', () => {
  for (const markup of MARKUPS) {
    test(markup.name, () => {
      fc.assert(
        fc.property(formulas, (formula) => {
          const written = write(formula, markup);
          fc.pre(written !== undefined);
          const { file } = read(`The phase ${written} was made.`, markup.language);
          const found = file.mentions.flatMap((mention) => (mention.kind === 'formula' ? [mention.formula] : []));
          assert.deepEqual(
            found.map(({ composition, charge }) => ({ atoms: composition && compositionKey(composition), charge })),
            [{ atoms: compositionKey(atomsOf(formula)), charge: formula.charge }],
            written,
          );
        }),
        { numRuns: 200 },
      );
    });
  }
});
