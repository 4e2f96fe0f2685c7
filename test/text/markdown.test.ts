import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../server/text/markdown/reader';
import { ATOM } from '../../server/text/prose';
import { blocksOf, checkRanges, scripted, sourceOf, textOf } from './support';

const blocks = (source: string) => blocksOf(readMarkdown(source));
const text = (source: string) => textOf(readMarkdown(source));
const marked = (source: string) => scripted(readMarkdown(source));
const from = (source: string, read: string) => sourceOf(readMarkdown(source), read);
const keys = (source: string) => readMarkdown(source).citations.map((use) => use.keys.map((k) => k.key).join(' '));

suite('Markdown: raised and lowered characters', () => {
  for (const [source, read] of [
    ['LiFePO~4~', 'LiFePO_{4}'],
    ['Li^+^ and Fe^2+^', 'Li^{+} and Fe^{2+}'],
    ['LiPF<sub>6</sub>', 'LiPF_{6}'],
    ['Mn<sub>1&#x2212;<em>x</em></sub>O', 'Mn_{1−x}O'],
    ['LiNi₀.₈Co₀.₁Mn₀.₁O₂', 'LiNi_{0.8}Co_{0.1}Mn_{0.1}O_{2}'],
    ['S₈²⁻', 'S_{8}^{2−}'],
    ['LiNi_{0.8}Co_{0.2}O₂', 'LiNi_{0.8}Co_{0.2}O_{2}'],
    ['Li_xO_y and AlF_3', 'Li_{x}O_{y} and AlF_{3}'],
    ['Li^+ moves, 10^{-8} S', 'Li^{+} moves, 10^{-8} S'],
    ['H{sub}`2`O and Li{sup}`+`', 'H_{2}O and Li^{+}'],
    ['*D*~v~ and mA g^−1^', 'D_{v} and mA g^{−1}'],
    ['H&sub2;O is no entity, m&sup2; is', 'H&sub2;O is no entity, m^{2} is'],
    ['~40 nm or ~50 nm', '~40 nm or ~50 nm'],
    ['file_2 in snake_case', 'file_2 in snake_case'],
  ] as const) {
    test(source, () => assert.equal(marked(source), read));
  }

  test('the markup of an index belongs to a formula', () => {
    assert.equal(from('a LiFePO~4~ cathode', 'LiFePO4'), 'LiFePO~4~');
    assert.equal(from('a LiFePO~4~|Li cell', 'LiFePO4|Li'), 'LiFePO~4~|Li');
    assert.equal(from('in LiCoO<sub>2</sub> now', 'LiCoO2'), 'LiCoO<sub>2</sub>');
    assert.equal(from('LiNi_{0.8}Co_{0.1}Mn_{0.1}O₂|Li', 'LiNi0.8Co0.1Mn0.1O2|Li'), 'LiNi_{0.8}Co_{0.1}Mn_{0.1}O₂|Li');
    assert.equal(from('the **LiF** film', 'LiF'), 'LiF');
    assert.equal(from('H{sub}`2`O', 'H2O'), 'H{sub}`2`O');
  });
});

suite('Markdown: TeX in the text', () => {
  test('math is read as the characters it shows', () => {
    assert.equal(marked('the $\\text{LiFePO}_4\\text{|Li}$ cell'), 'the LiFePO_{4}|Li cell');
    assert.equal(from('the $\\text{LiFePO}_4\\text{|Li}$ cell', 'LiFePO4|Li'), '\\text{LiFePO}_4\\text{|Li}');
    assert.equal(from('in Li$_x$Si now', 'LixSi'), 'Li$_x$Si');
    assert.equal(marked('\\(\\mathrm{Li}^+\\) ions'), 'Li^{+} ions');
  });

  test('\\ce with and without dollars', () => {
    assert.equal(marked('\\ce{LiPF6} or $\\ce{LiBF4}$'), 'LiPF_{6} or LiBF_{4}');
    assert.equal(from('in \\ce{LiPF6} now', 'LiPF6'), '\\ce{LiPF6}');
  });

  test('prices are not math', () => assert.equal(text('from $100 to $20 a unit'), 'from $100 to $20 a unit'));

  test('a display is a block of its own', () => {
    assert.deepEqual(blocks('We write\n\n$$\nE = m\n$$\n\nhere.'), [
      'body paragraph: We write',
      'body equation: E = m',
      'body paragraph: here.',
    ]);
  });

  test('commands that cite or refer', () => {
    assert.deepEqual(keys('shown \\citep[p. 3]{peled1979, xu2014} in \\autoref{fig:a}'), ['peled1979 xu2014']);
    assert.equal(text('in \\autoref{fig:a} here'), `in ${ATOM} here`);
  });
});

suite('Markdown: emphasis, links, code, escapes', () => {
  for (const [source, read] of [
    ['*in situ* and **bold** and ***both***', 'in situ and bold and both'],
    ['60 *°*C and **LiPF~6~**', '60 °C and LiPF6'],
    ['a * b * c and snake_case_name', 'a * b * c and snake_case_name'],
    ['**open and *closed*', '**open and closed'],
    ['a [film](https://a.org/x_(y)) grows', 'a film grows'],
    ['a [film][Ref  1] and [a film]{.mark}\n\n[ref 1]: https://a.org', 'a film and a film'],
    ['[EMIM][BF4] and [a film][nowhere]', '[EMIM][BF4] and [a film][nowhere]'],
    ['call `readMarkdown` now', `call ${ATOM} now`],
    ['LFP \\| Li and \\[sic\\] and \\*', 'LFP | Li and [sic] and *'],
    ['see https://doi.org/10.1000/x, or <https://a.org>', `see ${ATOM}, or ${ATOM}`],
    ['mail jane.doe@lab.org today', `mail ${ATOM} today`],
    ['1--2 M --- both', '1–2 M — both'],
    ['&ldquo;SEI&rdquo; &lt; 5&nbsp;nm &amp; more', '“SEI” < 5 nm & more'],
    ['one\nline\r\nmore  \nend', 'one line more end'],
    ['a ![icon](x.png) inside', `a ${ATOM} inside`],
    ['Li[Li_{0.2}Mn_{0.8}]O₂ keeps its brackets', 'Li[Li0.2Mn0.8]O2 keeps its brackets'],
  ] as const) {
    test(source, () => assert.equal(text(source), read));
  }

  test('debris of a PDF', () => {
    assert.equal(text('all sul /uniFB01 de in the /uniFB01 eld, o/uniFB03ce'), 'all sulfide in the field, office');
    assert.equal(text('2600 Wh kg GLYPH&lt;0&gt; 1'), '2600 Wh kg −1');
    assert.equal(text('before\n\n<!-- formula-not-decoded -->\n\nbehind'), 'before\nbehind');
  });

  test('a comment before a block is not part of it', () => {
    const { prose } = readMarkdown('<!-- c -->\n# On Films\n\n<!-- c -->\n![Caption.](f.png)\n');
    assert.deepEqual(
      prose.blocks.map((block) => [block.kind, prose.slice(block)]),
      [
        ['title', 'On Films'],
        ['caption', 'Caption.'],
      ],
    );
  });

  test('comments, also over blank lines', () => {
    const read = readMarkdown('SEI <!-- interphase-disable-line --> film\n\n<!-- one\n\ntwo -->\ntext');
    assert.deepEqual(
      read.comments.map((comment) => comment.text),
      ['interphase-disable-line', 'one\n\ntwo'],
    );
    assert.equal(textOf(read), 'SEI film\ntext');
  });
});

suite('Markdown: citations and glossary', () => {
  test('groups, keys in the text, suppressed authors', () => {
    const source = 'As @xu2014 [p. 3] says [see @peled1979, p. 2; -@winter2009], but not Si@C nor a@b.org.';
    assert.deepEqual(keys(source), ['xu2014', 'peled1979 winter2009']);
    const [, group] = readMarkdown(source).citations;
    assert.equal(source.slice(group!.span.start, group!.span.end), '[see @peled1979, p. 2; -@winter2009]');
  });

  test('coatings are not citations', () => {
    assert.deepEqual(keys('LiFePO~4~@C, Li₂S@Li, Si</b>@C and $\\ce{Si}$@C'), []);
  });

  test('brackets that a converter escaped are one mark', () => {
    assert.equal(text('long \\[[@B1],[@B2]\\] and \\[claim 5\\]'), `long ${ATOM} and [claim 5]`);
    assert.deepEqual(keys('long \\[[@B1],[@B2]\\]'), ['B1 B2']);
  });

  test('numbers in brackets, raised or not', () => {
    const read = readMarkdown('devices.^[1–6] films^{[23,24]} here [7, 8], in the [110] direction');
    assert.equal(
      textOf(read),
      `devices.${ATOM} films${ATOM} here ${ATOM}, in the ${ATOM} direction`.replace(/the ./, 'the ￼'),
    );
    assert.deepEqual(
      read.citations.slice(0, 3).map((use) => [use.command, use.keys.length]),
      [
        ['^[', 0],
        ['^[', 0],
        ['[', 0],
      ],
    );
  });

  test('references within the paper are not citations', () => {
    assert.deepEqual(keys('see @fig-cells, [@tbl-salts] and {numref}`cells`'), []);
  });

  test('MyST roles', () => {
    assert.deepEqual(keys('shown {cite:p}`a,b` and {cite}`c`'), ['a b', 'c']);
    const read = readMarkdown('with {abbr}`FEC (fluoroethylene carbonate)` here');
    assert.equal(textOf(read), 'with FEC here');
    assert.deepEqual(
      read.declarations.map(({ short, long }) => [short, long]),
      [['FEC', 'fluoroethylene carbonate']],
    );
  });

  test('declared abbreviations and their uses', () => {
    const read = readMarkdown(
      '---\nacronyms:\n  keys:\n    - shortname: SEI\n      longname: solid electrolyte interphase\n  FEC:\n    short: FEC\n    long: fluoroethylene carbonate\n---\n' +
        'An {{< acr SEI >}} from +FEC, not +XYZ, and \\acr{SEI}.\n\n*[VC]: vinylene carbonate\n',
    );
    assert.equal(textOf(read), 'An SEI from FEC, not +XYZ, and SEI.');
    assert.deepEqual(
      read.declarations.map(({ form, short, long }) => [form, short, long]),
      [
        ['acronyms', 'SEI', 'solid electrolyte interphase'],
        ['acronyms', 'FEC', 'fluoroethylene carbonate'],
        ['*[…]', 'VC', 'vinylene carbonate'],
      ],
    );
    assert.deepEqual(
      read.glossaryUses.map(({ key, command }) => [key, command]),
      [
        ['SEI', 'acr'],
        ['FEC', '+'],
        ['SEI', '\\acr'],
      ],
    );
    const { longSpan } = read.declarations[2]!;
    assert.equal(read.source.slice(longSpan.start, longSpan.end), 'vinylene carbonate');
  });
});

test('Markdown is read with the abbreviations that other files declare', () => {
  const { definitions } = readMarkdown(
    '---\nacronyms:\n  FEC:\n    short: FEC\n    long: fluoroethylene carbonate\n---\n',
  );
  const read = readMarkdown('More +FEC.', definitions);
  assert.equal(textOf(read), 'More FEC.');
  assert.equal(read.glossaryUses.length, 1);
  assert.equal(read.declarations.length, 0);
});

suite('Markdown: blocks', () => {
  test('headings in three spellings, without their attributes', () => {
    assert.deepEqual(blocks('# Results {#sec:r .x}\n\n## Cells ##\n\nText\n====\n\n\nBelow\n---\n'), [
      'body heading 1: Results',
      'body heading 2: Cells',
      'body heading 1: Text',
      'body heading 2: Below',
    ]);
  });

  test('lists, quotes and definitions', () => {
    assert.deepEqual(
      blocks('- LiF\n  goes on\n- Li₂O\n\n1. one\n2. two\n\n> quoted\n> **text**\n\nFEC\n:   an additive\n'),
      [
        'body list-item: LiF goes on',
        'body list-item: Li2O',
        'body list-item: one',
        'body list-item: two',
        'body paragraph: quoted text',
        'body list-item: FEC',
        'body list-item: an additive',
      ],
    );
  });

  test('pipe tables, their captions, and bars that part no cells', () => {
    assert.deepEqual(blocks('| Cell | E |\n|:--|--:|\n| LFP\\|Li | $a|b$ |\n\n: Two cells\n\nx'), [
      'body table-cell 0.0: Cell',
      'body table-cell 0.0: E',
      'body table-cell 0.1: LFP|Li',
      'body table-cell 0.1: a|b',
      'body caption: Two cells',
      'body paragraph: x',
    ]);
  });

  test('grid tables join the lines of a cell', () => {
    const source = '+-----+------+\n| A   | LFP  |\n|     | |Li  |\n+=====+======+\n| b   | c    |\n+-----+------+\n';
    assert.deepEqual(blocks(source).slice(0, 2), ['body table-cell 0.0: A', 'body table-cell 0.0: LFP |Li']);
  });

  test('simple tables part their columns by dashes', () => {
    assert.deepEqual(
      blocks('Salt     Formula\n-------  ------------\nLiFSI    LiN(SO~2~F)~2~\nLi salt  LiF\n\n: Salts'),
      [
        'body table-cell 0.0: Salt',
        'body table-cell 0.0: Formula',
        'body table-cell 0.1: LiFSI',
        'body table-cell 0.1: LiN(SO2F)2',
        'body table-cell 0.2: Li salt',
        'body table-cell 0.2: LiF',
        'body caption: Salts',
      ],
    );
  });

  test('tables in HTML', () => {
    assert.deepEqual(blocks('<table><tr><td>LFP</td><td>LiFePO<sub>4</sub></td></tr></table>'), [
      'body table-cell 0.0: LFP',
      'body table-cell 0.0: LiFePO4',
    ]);
  });

  test('images, and captions of code cells', () => {
    assert.deepEqual(blocks('![The *cell* Li||Cu](a.png){#fig:a}\n\n```{python}\n#| fig-cap: "Li|Li"\nx = 1\n```\n'), [
      'body caption: The cell Li||Cu',
      'body caption: Li|Li',
    ]);
  });

  test('captions typed as paragraphs', () => {
    assert.deepEqual(blocks('**Figure 2.** The cell.\n\nFig. 1 | The ion.\n\nFigure 3 shows more.'), [
      'body caption: Figure 2. The cell.',
      'body caption: Fig. 1 | The ion.',
      'body paragraph: Figure 3 shows more.',
    ]);
    for (const caption of [
      'FIG. 2. A film.',
      'TABLE II: Salts',
      'Fig. 7 Films on Li',
      'Scheme S1 Growth',
      'Figure 3. (a) A film.',
    ])
      assert.deepEqual(blocks(`Text.\n\n${caption}`)[1], `body caption: ${caption}`);
    for (const text of [
      'Fig. S1–S3 show the film.',
      'Table 2–4 list salts.',
      'Figure 3—in contrast to it—shows.',
      'Figure 3 XRD shows that.',
    ])
      assert.deepEqual(blocks(`Text.\n\n${text}`)[1], `body paragraph: ${text}`);
    assert.deepEqual(blocks('Text.\n\n![](a.png)\n![](b.png)  \nFigure 1. The film.\n'), [
      'body paragraph: Text.',
      'body caption: Figure 1. The film.',
    ]);
  });

  test('shortcodes of Hugo and tags of Liquid are not text', () => {
    const source =
      '{{% notice title="Does the SEI grow?" %}}\n\nIt does, {{< ref "SEI" >}} or {% link SEI.md %}.\n\n{{% /notice %}}\n';
    assert.deepEqual(blocks(source), [
      `body paragraph: ${ATOM}`,
      `body paragraph: It does, ${ATOM} or ${ATOM}.`,
      `body paragraph: ${ATOM}`,
    ]);
  });

  test('spaces in a row are one', () => {
    assert.deepEqual(blocks('Films of  $\\mathrm{LiF}$  and  *salts*  grow.'), [
      'body paragraph: Films of LiF and salts grow.',
    ]);
    checkRanges(readMarkdown('Films of  $\\mathrm{LiF}$  and  *salts*  grow.'));
  });

  test('what a publisher says of other articles, and text after a box of abbreviations', () => {
    const sentence =
      'The film grows as the salt reacts. The cell then ages as the film cracks. The current falls in each cycle. ';
    const source = `# You may also like\n\n- Growth of PbTe by ALD\n\n# Salts\n\nKeywords:  films  Gap size\n\n# Nomenclature\n\nSEI: solid electrolyte interphase\n\n${sentence.repeat(3)}\n`;
    assert.deepEqual(
      blocks(source).map((line) => line.slice(0, 40)),
      [
        'front-matter heading 1: You may also like',
        'front-matter list-item: Growth of PbTe by',
        'body heading 1: Salts',
        'keywords paragraph: Keywords: films Gap size',
        'abbreviations heading 1: Nomenclature',
        'abbreviations list-item: SEI: solid electrolyte',
        'body paragraph: The film grows as the sa',
      ].map((line) => line.slice(0, 40)),
    );
  });

  test('text below a heading under the title is not an abstract, whatever section comes later', () => {
    const text = 'The Gunn diode has a part in microwave electronics since 1963, and its current falls with voltage.';
    assert.deepEqual(blocks(`# Diodes\n\n## History\n\n${text}\n\n- Radar\n\n### 1. Resistance\n\nMore.\n`), [
      'body title: Diodes',
      'body heading 2: History',
      `body paragraph: ${text}`,
      'body list-item: Radar',
      'body heading 3: 1. Resistance',
      'body paragraph: More.',
    ]);
  });

  test('a supplement that is announced before the references is not the supplement', () => {
    const paper = (heading: string) =>
      `# Results\n\nFilms grow.\n\n# ${heading}\n\nSpectra of films.\n\n# Acknowledgements\n\nThanks.\n\n# References\n`;
    const parts = (source: string) =>
      blocks(source).flatMap((line) => /^(\S+) (?:heading 1: (.*)|paragraph)/.exec(line)?.slice(1, 3).join(' ') ?? []);
    assert.deepEqual(parts(`${paper('Supporting Information')}\n# Appendix\n\nMore.\n`), [
      'body Results',
      'body ',
      'back-matter Supporting Information',
      'back-matter ',
      'acknowledgements Acknowledgements',
      'acknowledgements ',
      'references References',
      'supporting-information Appendix',
      'supporting-information ',
    ]);
    assert.ok(parts(paper('Appendix A')).includes('supporting-information Appendix A'));
  });

  test('notes follow the paragraph they are in', () => {
    const source = 'First^[an *inline* note] and[^1] more.\n\n[^1]: A note\n    of two lines.\n\nNext.';
    assert.deepEqual(blocks(source), [
      `body paragraph: First${ATOM} and${ATOM} more.`,
      'body footnote: an inline note',
      'body footnote: A note of two lines.',
      'body paragraph: Next.',
    ]);
    assert.equal(from(source, 'an inline note'), 'an *inline* note');
  });

  test('code is not prose', () => {
    assert.deepEqual(blocks('Text\n\n```python\n# SEI\n```\n\n    SEI = 1\n\n~~~\nLiF\n~~~\nend'), [
      'body paragraph: Text',
      'body paragraph: end',
    ]);
  });

  test('divisions and prose directives are read through, others are not', () => {
    const source =
      '::: {.callout-note}\nA film.\n:::\n\n```{note}\n:class: x\nA salt.\n```\n\n:::{figure} a.png\n:name: f\nA cell.\n:::\n\n```{mermaid}\nSEI --> Li\n```\n';
    assert.deepEqual(blocks(source), ['body paragraph: A film.', 'body paragraph: A salt.', 'body caption: A cell.']);
  });

  test('a division can be a part', () => {
    assert.deepEqual(blocks('::: {.abstract}\nWe show.\n:::\n\nText.'), [
      'abstract paragraph: We show.',
      'body paragraph: Text.',
    ]);
  });

  test('files that go on with the text', () => {
    const read = readMarkdown(
      '{{< include methods.qmd >}}\n\n```{include} more.md\n```\n\n```{r child="third.Rmd"}\n```\n',
    );
    assert.deepEqual(
      read.includes.map(({ path, span: at }) => [path, read.source.slice(at.start, at.end)]),
      [
        ['methods.qmd', 'methods.qmd'],
        ['more.md', 'more.md'],
        ['third.Rmd', 'third.Rmd'],
      ],
    );
  });
});

suite('Markdown: front matter', () => {
  const source = `---
title: "A film on lithium: LiF"
authors:
  - name: Jane Doe
    affiliation: A University
abstract: |
  The solid electrolyte interphase (SEI)
  protects.

  It is thin.
keywords: [SEI, lithium metal]
bibliography: [a.bib, "b.json"]
---
# Introduction

The SEI.
`;

  test('title, abstract and keywords are blocks; authors are not', () => {
    assert.deepEqual(blocks(source), [
      'body title: A film on lithium: LiF',
      'abstract paragraph: The solid electrolyte interphase (SEI) protects.',
      'abstract paragraph: It is thin.',
      'keywords paragraph: SEI',
      'keywords paragraph: lithium metal',
      'body heading 1: Introduction',
      'body paragraph: The SEI.',
    ]);
  });

  test('bibliographies with their places, in each form of list', () => {
    for (const list of ['a.bib', '[a.bib, "b.json"]', '\n  - a.bib\n  - b.json', '\n- a.bib\n']) {
      const read = readMarkdown(`---\nbibliography: ${list}\ntitle: x\n---\n`);
      assert.ok(read.bibliographies.length > 0, list);
      for (const { path, span: at } of read.bibliographies) assert.equal(read.source.slice(at.start, at.end), path);
    }
    assert.deepEqual(
      readMarkdown(source).bibliographies.map((file) => file.path),
      ['a.bib', 'b.json'],
    );
  });

  test('a rule at the start is not front matter', () =>
    assert.deepEqual(blocks('---\ntext'), ['body paragraph: text']));
});

suite('Markdown made from a PDF', () => {
  const article = `
Salts for a Thin Film

Jane Doe,^[a] John Q. Public*^[a, b]

We study how salts shape the interphase on lithium metal, and which of them keep it thin. The film matters
for the life of a cell, as we show here with two salts and one additive.

1. Introduction

A film forms.^[1–3] It grows at

[a] J. Doe, J. Q. Public
Institute of Films, University of Salt, 12345 Lake City
E-mail: jane@lab.org

each cycle.

2. Results

2.1. Films

Figure 1. Two films.

Abbreviations

FEC\tfluoroethylene carbonate
SEI\tsolid electrolyte interphase

Acknowledgements

We thank the lake.

Keywords: films · salts

- [1] A. Salt, *J. Films* **2019**, *1*, 1.
- [2] B. Lake, *J. Films* **2020**, *2*, 2.

- [3] C. Film, *J. Films* **2021**, *3*, 3.
- [4] D. Cell, *J. Films* **2022**, *4*, 4.
- [5] E. Ion, *J. Films* **2023**, *5*, 5.

Manuscript received: May 1, 2024
`;

  test('a running head is not text, a long paragraph is, however often it comes', () => {
    const head = 'Advanced Energy Letters 12, 2301 (2023)';
    const text = `The film grows again. ${'It holds fluoride and carbonate. '.repeat(8)}`.trim();
    const read = readMarkdown(`# Results\n\n${`${head}\n\n${text}\n\n`.repeat(3)}`);
    const parts = new Set(read.prose.blocks.map((b) => `${b.part}: ${read.prose.slice(b).slice(0, 8)}`));
    assert.deepEqual([...parts], ['body: Results', 'front-matter: Advanced', 'body: The film']);
  });

  test('its parts are told by their shape', () => {
    assert.deepEqual(
      blocks(article).map((line) => line.slice(0, line.indexOf(':') + 13)),
      [
        'body title: Salts for a',
        'front-matter author: Jane Doe,￼ ',
        'abstract paragraph: We study ho',
        'body heading 1: 1. Introduc',
        'body paragraph: A film form',
        'front-matter paragraph: [a] J. Doe,',
        'body paragraph: each cycle.',
        'body heading 1: 2. Results',
        'body heading 2: 2.1. Films',
        'body caption: Figure 1. T',
        'abbreviations heading 1: Abbreviatio',
        'abbreviations list-item: FEC\tfluoroe',
        'abbreviations list-item: SEI\tsolid e',
        'acknowledgements heading 1: Acknowledge',
        'acknowledgements paragraph: We thank th',
        'keywords paragraph: Keywords: f',
        'references list-item: [1] A. Salt',
        'references list-item: [2] B. Lake',
        'references list-item: [3] C. Film',
        'references list-item: [4] D. Cell',
        'references list-item: [5] E. Ion,',
        'acknowledgements paragraph: Manuscript ',
      ],
    );
  });

  test('numbers of a reference list cite nothing', () => assert.equal(readMarkdown(article).citations.length, 3));
});

suite('Markdown: lists of abbreviations, a row a block', () => {
  for (const [name, list] of [
    ['lines', 'FEC\tfluoroethylene carbonate\nEC\tethylene carbonate'],
    ['a table', '| FEC | fluoroethylene carbonate |\n|---|---|\n| EC | ethylene carbonate |'],
    ['definitions', 'FEC\n:   fluoroethylene carbonate\n\nEC\n:   ethylene carbonate'],
  ] as const) {
    test(name, () => {
      assert.deepEqual(blocks(`# Abbreviations\n\n${list}`).slice(1), [
        'abbreviations list-item: FEC\tfluoroethylene carbonate',
        'abbreviations list-item: EC\tethylene carbonate',
      ]);
    });
  }

  test('items, and one paragraph with semicolons', () => {
    assert.deepEqual(
      blocks('# Abbreviations\n\n-  FEC: fluoroethylene carbonate\n-  EC: ethylene carbonate').slice(1),
      ['abbreviations list-item: FEC: fluoroethylene carbonate', 'abbreviations list-item: EC: ethylene carbonate'],
    );
    assert.deepEqual(blocks('# Abbreviations\n\nFEC, fluoroethylene carbonate; EC, ethylene carbonate').slice(1), [
      'abbreviations list-item: FEC, fluoroethylene carbonate',
      'abbreviations list-item: EC, ethylene carbonate',
    ]);
  });
});

suite('Markdown: whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...'* ** _ ` ``` ~ ^ $ $$ [ ] ( ) { } < > <sub> </sub> <!-- --> | \\ \\[ \\] & ; @a [@a] ^[ ![ : ::: - + 1. # = --- \n \n\n > > : \t Li ₂ 0.8 \\ce{LiF} \\cite{a} {{< >}} *[A]: [^1]: `{sub}` GLYPH /uniFB01 https://a.b'.split(
      / /,
    ),
    ' ',
  );

  test('ranges lie inside the source, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => checkRanges(readMarkdown(parts.join('')))),
      { numRuns: 400 },
    );
  });
});
