import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainText } from '../../server/text/plaintext/reader';
import { ATOM } from '../../server/text/prose';
import { blocksOf, checkRanges, scripted, sourceOf, textOf } from './support';

const blocks = (source: string) => blocksOf(readPlainText(source));
const text = (source: string) => textOf(readPlainText(source)).replaceAll(ATOM, '@');
const marked = (source: string) => scripted(readPlainText(source));

suite('plain text: characters', () => {
  for (const [source, read] of [
    ['LiNi_{0.8}Co_{0.1}Mn_{0.1}O₂', 'LiNi_{0.8}Co_{0.1}Mn_{0.1}O_{2}'],
    ['Li^+ and Li⁺, AlF_3, Li_xO_y', 'Li^{+} and Li^{+}, AlF_{3}, Li_{x}O_{y}'],
    ['160 mAh g⁻¹ or g^{-1}, 10^-8 S', '160 mAh g^{−1} or g^{-1}, 10^{-8} S'],
    ['Li₂S₈²⁻ and Mn₁₋ₓO', 'Li_{2}S_{8}^{2−} and Mn_{1−x}O'],
    ['LiPF<sub>6</sub> &lt; Li&#x2010;ion', 'LiPF_{6} < Li‐ion'],
    [String.raw`$\text{LiFePO}_4\text{|Li}$ and \ce{LiPF6}`, 'LiFePO_{4}|Li and LiPF_{6}'],
    ['file_2.txt in snake_case, costs $5 and $6', 'file_2.txt in snake_case, costs $5 and $6'],
    ['a line\nbroken, an inter-\nphase', 'a line broken, an inter-phase'],
  ] as const) {
    test(JSON.stringify(source), () => assert.equal(marked(source), read));
  }

  test('numeric citation marks are citations without keys', () => {
    const { citations, prose } = readPlainText('fast.^[1–6] slow [7, 9] but [001], x[i] and [a]');
    assert.deepEqual(
      citations.map((use) => [use.command, use.keys.length, prose.slice(use.prose)]),
      [
        ['^[', 0, ATOM],
        ['[', 0, ATOM],
      ],
    );
    assert.equal(text('fast.^[1–6] slow [7, 9] but [001]'), 'fast.@ slow @ but [001]');
  });

  test('addresses are seen, not read', () => {
    assert.equal(text('see https://doi.org/10.1/x, www.a.org. Or a.b@c.org, 10.1002/aenm.1'), 'see @, @. Or a.b@, @');
  });

  test('the source of a formula holds its marks', () => {
    const parsed = readPlainText('a LiNi_{0.8}Co_{0.2}O₂|Li cell');
    assert.equal(sourceOf(parsed, 'LiNi0.8Co0.2O2|Li'), 'LiNi_{0.8}Co_{0.2}O₂|Li');
    assert.equal(sourceOf(readPlainText('a Li⁺ ion'), 'Li+'), 'Li⁺');
  });
});

suite('plain text: parts', () => {
  const paper = `Films on Lithium

Ann Smith,^[a] Bo Jones*^[b] and Cy Doe^[a]

We study films in cells. They are thin, and we show with many words and numbers why this matters so much.

1. Introduction

Batteries hold lithium.^[1] A film grows.

2.1. Growth of films

[a] Dr. A. Smith
Institute of Films, 12345 Town

Slow.

Figure 1. A film.

Abbreviations

SEI\tsolid electrolyte interphase
EC\tethylene carbonate

Acknowledgements

We thank all.

Keywords: lithium · film

${[1, 2, 3, 4, 5].map((n) => `- [${n}] A. Author, Journal 201${n}, ${n}, 10.`).join('\n')}
`;

  test('title, authors, abstract, headings, captions, lists and references are told by their shape', () => {
    assert.deepEqual(blocks(paper).slice(0, 20), [
      'body title: Films on Lithium',
      'front-matter author: Ann Smith,^[a] Bo Jones*^[b] and Cy Doe^[a]',
      'abstract paragraph: We study films in cells. They are thin, and we show with many words and numbers why this matters so much.',
      'body heading 1: 1. Introduction',
      `body paragraph: Batteries hold lithium.${ATOM} A film grows.`,
      'body heading 2: 2.1. Growth of films',
      'front-matter paragraph: [a] Dr. A. Smith Institute of Films, 12345 Town',
      'body paragraph: Slow.',
      'body caption: Figure 1. A film.',
      'abbreviations heading 1: Abbreviations',
      'abbreviations list-item: SEI\tsolid electrolyte interphase',
      'abbreviations list-item: EC\tethylene carbonate',
      'acknowledgements heading 1: Acknowledgements',
      'acknowledgements paragraph: We thank all.',
      'keywords paragraph: Keywords: lithium · film',
      'references list-item: - [1] A. Author, Journal 2011, 1, 10.',
      'references list-item: - [2] A. Author, Journal 2012, 2, 10.',
      'references list-item: - [3] A. Author, Journal 2013, 3, 10.',
      'references list-item: - [4] A. Author, Journal 2014, 4, 10.',
      'references list-item: - [5] A. Author, Journal 2015, 5, 10.',
    ]);
  });

  test('headings directly above their text, and a paragraph a line', () => {
    const long = 'Films grow on lithium because the solvent is reduced there. '.repeat(5).trim();
    assert.deepEqual(blocks(`Introduction\n${long}\n${long}\nReferences\n[1] A. Author, Journal 2001, 1.`), [
      'body heading 1: Introduction',
      `body paragraph: ${long}`,
      `body paragraph: ${long}`,
      'references heading 1: References',
      'references list-item: [1] A. Author, Journal 2001, 1.',
    ]);
  });

  test('a lone sentence is a paragraph', () => {
    assert.deepEqual(blocks('The SEI grows in LiPF6.'), ['body paragraph: The SEI grows in LiPF6.']);
    assert.deepEqual(blocks(' \n\n'), []);
  });
});

suite('plain text: whatever is typed', () => {
  test('never throws, and all ranges lie inside', () => {
    const piece = fc.constantFrom(
      ...[
        'Li',
        '_{',
        '_',
        '^',
        '^[',
        '[1]',
        '}',
        '$',
        '\\ce{',
        '₂',
        '⁺',
        '\n',
        '\n\n',
        ' ',
        '-',
        '1. ',
        'Abstract',
        '<sub>',
      ],
      ...['</sub>', '&amp;', 'http://x.y', '@a.bc', 'Keywords: ', '\t', 'References\n'],
    );
    const source = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(source, (s) => checkRanges(readPlainText(s))),
      { numRuns: 800 },
    );
  });
});
