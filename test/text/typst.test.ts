import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ATOM } from '../../server/text/prose';
import { readTypst } from '../../server/text/typst/reader';
import { blocksOf, checkRanges, scripted, sourceOf, textOf } from './support';

const blocks = (source: string) => blocksOf(readTypst(source));
const text = (source: string) => textOf(readTypst(source));
const marked = (source: string) => scripted(readTypst(source));
const from = (source: string, read: string) => sourceOf(readTypst(source), read);
const keys = (source: string) => readTypst(source).citations.map((use) => use.keys.map((k) => k.key).join(' '));

suite('Typst: raised and lowered characters', () => {
  for (const [source, read] of [
    ['LiFePO#sub[4]', 'LiFePO_{4}'],
    ['Li#super("+") ions', 'Li^{+} ions'],
    ['$upright("LiPF")_6$', 'LiPF_{6}'],
    ['$"LiNi"_0.8 "Co"_0.2 "O"_2$', 'LiNi_{0.8}Co_{0.2}O_{2}'],
    ['$"PF"_6^-$ and $"Mg"^(2+)$', 'PF_{6}^{−} and Mg^{2+}'],
    ['LiNi₀.₈Co₀.₂O₂', 'LiNi_{0.8}Co_{0.2}O_{2}'],
    ['LiPF\\u{2086}', 'LiPF_{6}'],
    ['#ce("Li_(1-x)CoO2"), #ce("SO4^(2-)") and #ce("Fe^III")', 'Li_{1−x}CoO_{2}, SO_{4}^{2−} and Fe^{III}'],
    ['#ce("LiPF6") and #ce[Li2CO3]', 'LiPF_{6} and Li_{2}CO_{3}'],
    ['Li_{0.8} in a draft', 'Li_{0.8} in a draft'],
    ['snake_case_name', 'snake_case_name'],
    ['$x_(1-y)$', 'x_{1−y}'],
  ] as const) {
    test(source, () => assert.equal(marked(source), read));
  }

  test('the markup of an index belongs to a formula, dollars around it do not', () => {
    assert.equal(from('a LiFePO#sub[4]|Li cell', 'LiFePO4|Li'), 'LiFePO#sub[4]|Li');
    assert.equal(from('in $"LiPF"_6$ now', 'LiPF6'), '"LiPF"_6');
    assert.equal(from('in #ce("LiPF6") now', 'LiPF6'), '#ce("LiPF6")');
    assert.equal(from('the *LiF* film', 'LiF'), 'LiF');
    assert.equal(from('the #text(fill: red)[LiF] film', 'LiF'), 'LiF');
  });

  test('characters of chemistry and math say how they were set', () => {
    const { prose } = readTypst('#ce("LiF") $"Li"$ $x$');
    assert.deepEqual(
      ['L', 'x'].map((c) => prose.settingAt(prose.text.indexOf(c))),
      ['chemistry', 'math'],
    );
    assert.equal(prose.settingAt(prose.text.lastIndexOf('L')), 'upright');
  });
});

suite('Typst: markup', () => {
  for (const [source, read] of [
    ['_in situ_ and *bold*', 'in situ and bold'],
    ['one\ntwo \\ three', 'one two three'],
    ['a~b -- c --- d', 'a b – c — d'],
    ['\\#sub and \\$5 and \\@you', '#sub and $5 and @you'],
    ['call `main` now', `call ${ATOM} now`],
    ['see https://typst.app/docs, now', `see ${ATOM}, now`],
    ['mail jane@lab.org now', `mail ${ATOM} now`],
    ['#link("https://a.org")[a film] and #link("https://b.org")', `a film and ${ATOM}`],
    ['#text(fill: red)[A film], #strong("thin")', 'A film, thin'],
    ['#sym.arrow.r and #h(1em) x', '→ and x'],
    ['A #unknown(1, key: [hidden])[film] grows', 'A film grows'],
    ['// gone\nhere /* not\n\nhere */ too', 'here too'],
    ['$E = 3 "eV"$ and $alpha$', 'E = 3 eV and α'],
    ['#if x [a film] else [none] grows', 'a filmnone grows'],
    ['#"LiF" film', 'LiF film'],
    ['#qty("5", "mA h g^-1") at #qty(25, "degree Celsius")', '5 mA h g−1 at 25 °C'],
    [
      '#qtyrange("1e3", "2e3", "meter per second squared"), #num[0.5] $#unit("S cm^(-1)")$',
      '1 × 103 to 2 × 103 m s−2, 0.5 S cm−1',
    ],
  ] as const) {
    test(source, () => assert.equal(text(source), read));
  }

  test('headings, paragraphs and lists', () => {
    assert.deepEqual(
      blocks('= Results <res>\nA film\nforms.\n\n== Salts\n- LiF\n- Li#sub[2]O\n+ one\n/ FEC: an additive\n\nEnd.'),
      [
        'body heading 1: Results',
        'body paragraph: A film forms.',
        'body heading 2: Salts',
        'body list-item: LiF',
        'body list-item: Li2O',
        'body list-item: one',
        'body list-item: FEC\tan additive',
        'body paragraph: End.',
      ],
    );
  });

  test('rules and imports show nothing', () => {
    assert.equal(
      text(
        '#import "@preview/a:0.1.0": *\n#set text(lang: "en")\n#show heading: it => [x #it]\n#let f(x) = [LiF #x]\nText',
      ),
      'Text',
    );
  });

  test('comments', () => {
    const read = readTypst('A // interphase-disable-line\nB /* one /* two */ */ C');
    assert.deepEqual(
      read.comments.map((comment) => comment.text),
      ['interphase-disable-line', 'one /* two */'],
    );
  });

  test('code is not prose', () => {
    assert.deepEqual(blocks('Text\n\n```python\nSEI = 1\n```\n\nend'), ['body paragraph: Text', 'body paragraph: end']);
  });
});

suite('Typst: functions', () => {
  test('figures, captions and tables', () => {
    const source =
      '#figure(image("a.png"), caption: [A *cell*.]) <fig:a>\n\n#figure(\n  table(columns: (auto, 1fr), table.header[Salt][Formula], [LiF], [Li], "LFP", [LiFePO#sub[4]]),\n  caption: "Salts",\n)\n';
    assert.deepEqual(blocks(source), [
      `body paragraph: ${ATOM}`,
      'body caption: A cell.',
      'body table-cell 0.0: Salt',
      'body table-cell 0.0: Formula',
      'body table-cell 0.1: LiF',
      'body table-cell 0.1: Li',
      'body table-cell 0.2: LFP',
      'body table-cell 0.2: LiFePO4',
      'body caption: Salts',
    ]);
  });

  test('footnotes follow the paragraph they are in', () => {
    assert.deepEqual(blocks('A film#footnote[Of _LiF_.] grows.\n\nNext.'), [
      `body paragraph: A film${ATOM} grows.`,
      'body footnote: Of LiF.',
      'body paragraph: Next.',
    ]);
  });

  test('displays are blocks of their own', () => {
    assert.deepEqual(blocks('We write $ "Li"^+ + e^- -> "Li" $ here.'), [
      'body paragraph: We write',
      'body equation: Li+ + e− → Li',
      'body paragraph: here.',
    ]);
  });

  test('a variable is read where it is used, and all of it maps there', () => {
    const source =
      '#let LFP = [LiFePO#sub[4]]\n#let salt = ce("LiPF6")\n#let name = "LiTFSI"\nA #LFP|Li cell with #salt and #name; done.';
    assert.equal(marked(source), 'A LiFePO_{4}|Li cell with LiPF_{6} and LiTFSI done.');
    assert.equal(from(source, 'LiFePO4'), '#LFP');
    assert.equal(from(source, 'LiPF6'), '#salt');
  });

  test('variables that use each other end', () => {
    assert.equal(text('#let a = [x #b]\n#let b = [y #a]\n#a').replace(/[xy ]+/g, ''), '');
  });

  test('what a template is told', () => {
    const source =
      '#show: article.with(\n  title: [A film],\n  authors: ((name: "Jane Doe"),),\n  abstract: [We study.\n\n  Much.],\n  keywords: ("SEI", [LiF]),\n  bibliography: bibliography("a.bib"),\n)\n= Introduction\nText.';
    assert.deepEqual(blocks(source), [
      'body title: A film',
      'abstract paragraph: We study.',
      'abstract paragraph: Much.',
      'keywords paragraph: SEI',
      'keywords paragraph: LiF',
      'body heading 1: Introduction',
      'body paragraph: Text.',
    ]);
    assert.deepEqual(
      readTypst(source).bibliographies.map((file) => file.path),
      ['a.bib'],
    );
  });

  test('title and authors centred above the first heading, an abstract, parts by headings', () => {
    const source =
      '#align(center)[*A film*]\n#align(center)[Jane Doe]\n#abstract[We study.]\n= Introduction\nText.\n= Acknowledgements\nThanks.\n*Keywords:* film';
    assert.deepEqual(blocks(source), [
      'body title: A film',
      'front-matter author: Jane Doe',
      'abstract paragraph: We study.',
      'body heading 1: Introduction',
      'body paragraph: Text.',
      'acknowledgements heading 1: Acknowledgements',
      'acknowledgements paragraph: Thanks. Keywords: film',
    ]);
  });

  test('files', () => {
    const read = readTypst('#include "a.typ"\n#bibliography(("b.bib", "c.yml"), style: "acs")');
    assert.deepEqual(
      [...read.includes, ...read.bibliographies].map(({ path, span: at }) => [
        path,
        read.source.slice(at.start, at.end),
      ]),
      [
        ['a.typ', 'a.typ'],
        ['b.bib', 'b.bib'],
        ['c.yml', 'c.yml'],
      ],
    );
  });
});

suite('Typst: several files', () => {
  test('a file is read with the definitions of others, and tells its own', () => {
    const { definitions } = readTypst(
      '#let LFP = [LiFePO#sub[4]]\n#register-glossary(((key: "fec", short: "FEC", long: "fluoroethylene carbonate"),))\n= Cells <cells>',
    );
    const read = readTypst('A #LFP cell with @fec, see @cells and @xu2014.', definitions);
    assert.equal(textOf(read), `A LiFePO4 cell with FEC, see ${ATOM} and ${ATOM}.`);
    assert.equal(sourceOf(read, 'LiFePO4'), '#LFP');
    assert.deepEqual(
      read.citations.flatMap((use) => use.keys.map((key) => key.key)),
      ['xu2014'],
    );
    assert.equal(read.declarations.length, 0);
    checkRanges(read);
  });

  test('modules of the project are named, packages are not', () => {
    const read = readTypst('#import "defs.typ": LFP\n#import "@preview/typsium:0.2.0": ce\nText');
    assert.deepEqual(
      read.includes.map(({ path, command }) => [path, command]),
      [['defs.typ', '#import']],
    );
  });

  test('a block with a body has its title in parentheses', () => {
    assert.deepEqual(blocks('#theorem([Of films])[A film grows.]\n#pair[One][Two]'), [
      'body heading 6: Of films',
      'body paragraph: A film grows.',
      'body paragraph: OneTwo',
    ]);
  });

  test('a template shows files that it is given, appendices last', () => {
    const read = readTypst(
      '#show: thesis.with(\n  title: [A],\n  appendices: [#set text(9pt)\n #include "si.typ"\n],\n)\n#include "a.typ"',
    );
    assert.deepEqual(
      read.includes.map(({ path }) => path),
      ['a.typ', 'si.typ'],
    );
  });
});

suite('Typst: citations and glossaries', () => {
  test('@key, #cite, supplements', () => {
    const source = 'As @xu2014[p. 3] and #cite(<peled1979>, form: "prose")#cite(label("winter:2009")) say.';
    assert.deepEqual(keys(source), ['xu2014', 'peled1979', 'winter:2009']);
    assert.equal(text(source), `As ${ATOM} and ${ATOM}${ATOM} say.`);
  });

  test('labels of the file and of figures are not citations', () => {
    assert.deepEqual(keys('A film@peled1979 and one.@xu2014'), ['peled1979', 'xu2014']);
    assert.deepEqual(keys('= A <intro>\nSee @intro, @fig:cell and @tab-salts, not Si@C.'), []);
    assert.deepEqual(keys('#figure(image("a.png")) #label("film one") #label("bins")\nSee @bins.'), []);
  });

  test('commands that reset an acronym show nothing; acrs, acrl and acrfpl show their forms', () => {
    const read = readTypst(
      '#init-acronyms(("FEC": ("fluoroethylene carbonate",)))\nA #acrs("FEC"), #acrl("FEC"), #acrfpl("FEC").#racr("FEC")',
    );
    assert.deepEqual(
      read.glossaryUses.map(({ command, shows }) => [command, shows]),
      [
        ['#acrs', 'short'],
        ['#acrl', 'long'],
        ['#acrfpl', 'full'],
      ],
    );
  });

  test('acrostiche', () => {
    const read = readTypst(
      '#init-acronyms((\n  "FEC": ("fluoroethylene carbonate",),\n  EC: "ethylene carbonate",\n))\nA #acr("FEC") and #acrfull("EC").',
    );
    assert.equal(textOf(read), 'A FEC and EC.');
    assert.deepEqual(
      read.declarations.map(({ key, long, longSpan }) => [key, long, read.source.slice(longSpan.start, longSpan.end)]),
      [
        ['FEC', 'fluoroethylene carbonate', 'fluoroethylene carbonate'],
        ['EC', 'ethylene carbonate', 'ethylene carbonate'],
      ],
    );
    assert.deepEqual(
      read.glossaryUses.map(({ key, shows }) => [key, shows]),
      [
        ['FEC', 'first-full'],
        ['EC', 'full'],
      ],
    );
  });

  test('glossarium: keys show their short form, also through @', () => {
    const read = readTypst(
      '#let entries = (\n  (key: "fec", short: "FEC", long: [fluoroethylene carbonate]),\n  (key: "sei", short: "SEI", long: "solid electrolyte interphase"),\n)\n#register-glossary(entries)\nThe @sei:pl from @fec and #gls("fec").',
    );
    assert.equal(textOf(read), 'The SEIs from FEC and FEC.');
    assert.equal(read.declarations.length, 2);
    assert.equal(read.citations.length, 0);
    assert.equal(sourceOf(read, 'SEI'), '@sei:pl');
  });

  test('glossarium: a use may ask for the long form or for the short one', () => {
    const read = readTypst(
      '#register-glossary(((key: "fec", short: "FEC", long: "fluoroethylene carbonate"),))\n#gls("fec", first: true) #gls("fec", first: false) #gls("fec", link: true)',
    );
    assert.deepEqual(
      read.glossaryUses.map(({ shows }) => shows),
      ['full', 'short', 'first-full'],
    );
  });

  test('abbr and glossy', () => {
    const read = readTypst(
      '#abbr.make(("FEC", "fluoroethylene carbonate"), ("EC", "ethylene carbonate"))\n#show: init-glossary.with((sei: (short: "SEI", long: "solid electrolyte interphase")))\n#abbr.a[FEC] and @sei',
    );
    assert.deepEqual(
      read.declarations.map(({ short, long }) => [short, long]),
      [
        ['FEC', 'fluoroethylene carbonate'],
        ['EC', 'ethylene carbonate'],
        ['SEI', 'solid electrolyte interphase'],
      ],
    );
    assert.equal(textOf(read), 'FEC and SEI');
  });

  test('rows of an abbreviation list', () => {
    assert.deepEqual(blocks('= Abbreviations\n/ FEC: fluoroethylene carbonate\n').slice(1), [
      'abbreviations list-item: FEC\tfluoroethylene carbonate',
    ]);
    assert.deepEqual(
      blocks(
        '= Abbreviations\n#table(columns: 2, [FEC], [fluoroethylene carbonate], [EC], [ethylene carbonate])',
      ).slice(1),
      ['abbreviations list-item: FEC\tfluoroethylene carbonate', 'abbreviations list-item: EC\tethylene carbonate'],
    );
  });
});

suite('Typst: whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...'#a # #( #[ #{ ( ) [ ] { } $ " \' * _ ` ``` @a <a> = == - + / \\ // /* */ #let #set #show: #if #ce(" #sub[ #footnote[ #table( columns: #figure( caption: 2 , : ; . x Li ₂ _6 ^+ "Li" https://a.b a@b.c'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\n\n',
  );

  test('ranges lie inside the source, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => checkRanges(readTypst(parts.join('')))),
      { numRuns: 400 },
    );
  });
});
