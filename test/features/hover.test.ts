import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { image } from '../../server/features/card/image';
import { cellSketch } from '../../server/features/hover/cellSketch';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { load } from '../support/loaded';

const SHOW_ALL = { ...DEFAULTS.hover, drawing: false };

async function hoverOver(word: string, files: Record<string, string>): Promise<string> {
  const context = await load(files, 'paper.md');
  const offset = files['paper.md']!.indexOf(word) + 1;
  return hoverAt({ context, offset, options: SHOW_ALL })?.markdown ?? '';
}

/** Without the escapes of Markdown. */
const plainHoverOver = async (word: string, files: Record<string, string>): Promise<string> =>
  (await hoverOver(word, files)).replaceAll('\\', '');

/** Two electrodes whose average voltages are known. */
const OWN = `
species:
  - id: own-positive
    class: positive-electrode
    names: [{ text: LPQ, kind: abbreviation }]
    formula: LiFePO4F
    reaction: { electrons: 1, equation: "LiFePO4F ⇌ FePO4F + Li+ + e−" }
    properties:
      - { property: average_voltage, value: 3.5, unit: V, basis: measured, conditions: vs Li/Li+, sources: [{ ref: own }] }
      - { property: density, value: 2, unit: g/cm3, basis: measured, sources: [{ ref: own }] }
  - id: own-negative
    class: negative-electrode
    names: [{ text: NGQ, kind: abbreviation }]
    formula: Li4Ti5O12
    reaction: { electrons: 3, equation: "Li4Ti5O12 + 3 Li+ + 3 e− ⇌ Li7Ti5O12" }
    properties:
      - { property: average_voltage, value: 1.5, unit: V, basis: measured, conditions: vs Li/Li+, sources: [{ ref: own }] }
`;

suite('hover: numbers of works', () => {
  test('the works of the list, without its markup', async () => {
    const list = '\n\nReferences\n\n[1] Ahn, *Films* (2020).\n\n[2] Beck, *Films* (2021).\n';
    equal(await plainHoverOver('1, 2', { 'paper.md': `Films grow [1, 2].${list}` }), '**1** Ahn, *Films* (2020).');
    equal(
      await plainHoverOver('1–2', { 'paper.md': `Films grow^1–2^.${list}` }),
      '**1** Ahn, *Films* (2020).\n\n**2** Beck, *Films* (2021).',
    );
    equal(await plainHoverOver('2^', { 'paper.md': `Films of 3 cm^2^ grow^1–2^.${list}` }), '');
  });
});

suite('hover: computed figures', () => {
  const files = {
    '.interphase.yaml': OWN,
    'paper.md': 'We cycled a LPQ||NGQ cell with LiF and Li~2~O in the film; LPQ alone too.\n',
  };

  test('a cell with known electrodes says voltage and energy', async () =>
    match(await hoverOver('LPQ||', files), /About 2\\?\.0 V; 163 Wh kg⁻¹ of both active materials in theory/));

  test('values that disagree are a range, and that is said beside it', async () => {
    const property = (value: number, ref: string) =>
      `{ property: density, value: ${value}, unit: g/cm3, basis: measured, conflict: true, sources: [{ ref: ${ref} }] }`;
    const own = `species:
  - id: own-salt
    class: salt
    names: [{ text: LXQ, kind: abbreviation }]
    properties: [${property(2, 'one')}, ${property(3, 'two')}]
`;
    const hover = await plainHoverOver('LXQ', {
      '.interphase.yaml': own,
      'paper.md': 'We dried LXQ with LiF, Li~2~O.\n',
    });
    match(hover, /\| density \| 2\s–\u2060\s3\sg\scm⁻³\s\[1,\s2\] \| sources disagree \|/);
  });

  test('a material with known density says its capacity per volume', async () =>
    match(await hoverOver('LPQ alone', files), /152\smAh\sg⁻¹;\s303\smAh\scm⁻³/));
});

suite('hover: what a species does', () => {
  const role = (where: string, claim: string) =>
    `{ in: ${where}, claim: ${claim}, agreement: reported, sources: [{ ref: own }] }`;
  const files = {
    '.interphase.yaml': `
species:
  - id: own-solvent
    class: solvent
    names: [{ text: ownol, kind: common }]
    roles:
      - ${role('cell', 'Lasts long in cells.')}
      - ${role('sei', 'Is reduced to films.')}
      - ${role('cei', 'Is oxidised late.')}
`,
    'paper.md': 'We added ownol.\n',
  };

  test('the first two claims, in the order of the record', async () => {
    const hover = await plainHoverOver('ownol', files);
    match(hover, /Lasts long in cells\..*Is reduced to films\./);
    doesNotMatch(hover, /oxidised/);
  });
});

suite('hover: space groups', () => {
  test('number and crystal system; another setting is shown as the standard one', async () => {
    equal(await plainHoverOver('Pbnm', paper('It is Pbnm.')), '**Pnma** · space group No. 62, orthorhombic');
  });
});

suite('hover: short enough to be seen at once', () => {
  test('the drawing is beside the first line, not above it', async () => {
    const context = await load(paper('We added fluoroethylene carbonate.'), 'paper.md');
    const markdown = hoverAt({ context, offset: 12, options: { ...SHOW_ALL, drawing: true } })?.markdown ?? '';
    match(markdown, /^<img align="right"[^>]*>\*\*fluoroethylene carbonate\*\* · FEC/);
  });

  const firsts: [written: string, first: RegExp][] = [
    ['graphite', /^\*\*graphite\*\* · Gr · C · 12/],
    ['Fluoroethylene carbonate', /^\*\*Fluoroethylene carbonate\*\* · FEC · C₃H₃FO₃ · 106/],
    ['LiPF~6~', /^\*\*LiPF₆\*\* · lithium hexafluorophosphate · 151/],
    ['LiN(CF~3~SO~2~)~2~', /^\*\*LiN\(CF₃SO₂\)₂\*\* · LiTFSI · /],
  ];
  for (const [written, first] of firsts) {
    test(`${written}: begins with what is written`, async () =>
      match(await plainHoverOver(written, paper(`We used ${written}.`)), first));
  }

  for (const name of ['ethylene carbonate', 'LiPF~6~', 'LLZO', 'graphite', 'PEO']) {
    test(`${name}: three values, and no works but those that are cited`, async () => {
      const hover = await plainHoverOver(name, paper(`We used ${name}.`));
      const rows = hover.split('\n').filter((line) => /^\| \w/.test(line));
      ok(rows.length > 0 && rows.length <= 3, `${rows.length} rows`);
      const [said = '', works = ''] = hover.split(/\n\n(?=\[1\] )/);
      const cited = [...said.matchAll(/\[([\d,–\s]+)\]/g)].flatMap(([, marks]) => numbersOf(marks!));
      const listed = [...works.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
      deepEqual(
        listed,
        [...new Set(cited)].sort((a, b) => a - b),
      );
    });
  }
});

/** `2–4, 7` → 2, 3, 4, 7. */
const numbersOf = (marks: string): number[] =>
  marks.split(/,\s/).flatMap((mark) => {
    const [from = 0, to = from] = mark.split('–').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });

suite('hover: terms', () => {
  test('a term names the works that explain it', async () =>
    match(
      await hoverOver('SEI', { 'paper.md': 'The SEI grows with every cycle.\n' }),
      /governs corrosion[\s\S]*Peled 1979[\s\S]*Peled/,
    ));

  test('a term that the manuscript defines names them too', async () =>
    match(
      await hoverOver('CCD', { 'paper.md': 'The critical current density (CCD) fell. The CCD is low.\n' }),
      /In this paper[\s\S]*without short circuit[\s\S]*Famprikis/,
    ));
});

const paper = (text: string) => ({ 'paper.md': `${text}\n` });

suite('hover: what a cell is called', () => {
  const titles: [text: string, kind: RegExp][] = [
    ['We cycled Li||NMC811 at C/3.', /– a lithium metal cell \(half cell, where lithium serves as counter electrode\)/],
    ['We cycled Na||NVP at C/3.', /– a sodium metal cell \(half cell, where sodium serves as counter electrode\)/],
    ['The Li||NMC811 full cells last.', /– a full cell$/m],
    ['The Li||NMC811 coin half-cells last.', /– a half cell$/m],
    ['Full cells (Li||NMC811) last.', /– a full cell$/m],
    ['A symmetric Li||NMC811 cell is none.', /– a symmetric cell$/m],
    ['The full Li||NMC811 data differ.', /– a lithium metal cell/],
    ['Li||NMC811 cells outlast full cells.', /– a lithium metal cell/],
  ];
  for (const [text, kind] of titles) {
    test(text, async () => match(await plainHoverOver('||', paper(text)), kind));
  }
});

suite('hover: the sketch of a cell', () => {
  /** Labels and signs as they are drawn, from above; the dashed lines of a double bar as `||`. */
  const drawn = async (text: string): Promise<string> => {
    const context = await load(paper(text), 'paper.md');
    const offset = context.file.mentions.find(({ kind }) => kind === 'cell')!.source.start;
    const markdown = hoverAt({ context, offset, options: { ...SHOW_ALL, drawing: true } })!.markdown;
    const svg = Buffer.from(/src="data:image\/svg\+xml;base64,([^"]*)"/.exec(markdown)![1]!, 'base64').toString();
    doesNotMatch(svg, /<(?:script|style|image|foreignObject)|\bon\w+=|href/);
    return [...svg.matchAll(/<text[^>]*>([^<]*)|<path [^>]*dasharray/g)].map(([, label]) => label ?? '¦').join(' ');
  };
  const sketches: [text: string, drawn: string][] = [
    ['A Li||NMC811 cell.', 'NMC811 + ¦ ¦ Li −'],
    ['A Li|LPSCl|NMC811 cell.', 'NMC811 + LPSCl Li −'],
    ['A graphite||LiFePO~4~ cell.', 'LiFePO₄ + ¦ ¦ graphite −'],
    ['A Cu|LiPON|LiCoO~2~ cell.', 'LiCoO₂ + LiPON Cu'],
    ['A Li~2~S@Li||S cell.', 'S + ¦ ¦ Li₂S Li −'],
    ['A Li|LPSCl|Li cell.', 'Li LPSCl Li'],
  ];
  for (const [text, expected] of sketches) {
    test(text, async () => deepEqual(await drawn(text), expected));
  }

  test('none where drawings are off; its text is told to those who do not see it', async () => {
    const context = await load(paper('A Li||NMC811 cell.'), 'paper.md');
    const markdown = (drawing: boolean) => hoverAt({ context, offset: 4, options: { ...SHOW_ALL, drawing } })!.markdown;
    doesNotMatch(markdown(false), /<img/);
    match(markdown(true), /^<img align="right"[^>]* alt="cell: positive electrode NMC811, negative electrode Li"/);
  });

  test('what the author wrote cannot become markup', async () => {
    const context = await load({ 'paper.txt': 'A Li | LLZO (a"b&c<d) | NMC811 cell.\n' }, 'paper.txt');
    const cell = context.file.mentions.find((mention) => mention.kind === 'cell')!;
    const { svg, alt } = cellSketch(cell, context.file.parsed.prose);
    match(svg, /LLZO \(a&#34;b&#38;c&#60;d\)/);
    match(image(svg, { alt, height: 1 }), /alt="[^"<>]*LLZO \(a&#34;b&#38;c&#60;d\)/);
  });
});

suite('hover: the sketch of a film', () => {
  const FILM =
    'A graphite electrode in EC with LiPF~6~ grows an SEI of LiF and Li~2~O; LiF is hard, and lithium fluoride is dense.';

  test('shows what the manuscript names of it: electrolyte, film and electrode, most often named first', async () => {
    const { labels, alt } = await film('SEI', paper(FILM));
    deepEqual(labels, ['EC, LiPF₆', 'LiF', 'Li₂O', 'graphite']);
    equal(alt, 'film of LiF, Li₂O between EC, LiPF₆ and graphite, as far as this paper names them');
  });

  test('of the CEI is on a positive electrode', async () =>
    deepEqual((await film('CEI', paper('LFP with LiPF~6~ has a CEI with LiF.'))).labels, ['LiPF₆', 'LiF', 'LFP']));

  test('says what a part is where the manuscript names none', async () =>
    deepEqual((await film('SEI', paper('An SEI of LiF.'))).labels, ['electrolyte', 'LiF', 'electrode']));

  test('none where the manuscript names nothing that films consist of, or means another SEI', async () => {
    deepEqual((await film('SEI', paper('Graphite in EC grows an SEI.'))).labels, []);
    deepEqual(
      (await film('SEI', paper('The Stockholm environment institute (SEI) asks for LiF. The SEI is old.'))).labels,
      [],
    );
  });

  async function film(short: string, files: Record<string, string>): Promise<{ labels: string[]; alt: string }> {
    const context = await load(files, 'paper.md');
    const offset = Object.values(files)[0]!.lastIndexOf(short);
    const { markdown } = hoverAt({ context, offset, options: { ...SHOW_ALL, drawing: true } })!;
    const [, alt = '', base64 = ''] = /alt="([^"]*)" src="data:image\/svg\+xml;base64,([^"]*)"/.exec(markdown) ?? [];
    const svg = Buffer.from(base64, 'base64').toString();
    return { labels: [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, label]) => label!), alt };
  }
});

suite('hover: voltage and energy of known couples', () => {
  const couples: [cell: string, volts: number, energy: number][] = [
    ['graphite||LFP', 3.3, 383],
    ['graphite||LCO', 3.7, 580],
    ['graphite||LMO', 4.0, 422],
    ['graphite||LNMO', 4.6, 482],
    ['graphite||NCA', 3.6, 571],
    ['graphite||NMC111', 3.6, 569],
    ['graphite||NMC622', 3.6, 568],
    ['graphite||NMC811', 3.6, 567],
    ['graphite||LiNiO2', 3.7, 589],
    ['Li||LFP', 3.4, 553],
    ['Li||LCO', 3.8, 972],
    ['Li||LNMO', 4.7, 664],
    ['Li||NCA', 3.7, 963],
    ['Li||NMC622', 3.7, 955],
    ['Li||NMC811', 3.7, 952],
    ['Si||NMC811', 3.4, 865],
    ['LTO||LFP', 1.8, 160],
    ['LTO||LMO', 2.5, 205],
    ['LTO||LNMO', 3.2, 251],
    ['Na||NVP', 3.4, 363],
  ];
  for (const [cell, volts, energy] of couples) {
    test(cell, async () => {
      const hover = await plainHoverOver('||', paper(`A ${cell} cell.`));
      ok(hover.includes(`About ${volts.toFixed(1)} V; ${energy} Wh kg⁻¹`), hover);
    });
  }

  test('the potentials come with their reference electrode and sources', async () =>
    match(
      await plainHoverOver('||', paper('A graphite||LFP cell.')),
      /Average potentials vs Li\/Li⁺: LFP 3\.4 V \(Nitta 2015\), Gr 0\.12 V \(Karthikeyan 2008\)/,
    ));

  test('lithium metal is its own reference; sodium potentials do not mix with lithium ones', async () => {
    match(await plainHoverOver('||', paper('A Li||LFP cell.')), /, lithium metal 0 V\./);
    doesNotMatch(await plainHoverOver('||', paper('A Li||NVP cell.')), /About/);
  });
});

suite('hover: what a manuscript of several files says', () => {
  const files = {
    'main.tex':
      '\\documentclass{article}\n\\begin{document}\nLiF forms in Li|LFP cells.\n\\input{results}\n\\end{document}\n',
    'results.tex': 'More LiF forms in Li||Cu cells, and LiF again.\n',
  };
  const over = async (word: string): Promise<string> => {
    const context = await load(files, 'main.tex');
    const offset = files['main.tex'].indexOf(word) + 1;
    return hoverAt({ context, offset, options: SHOW_ALL })?.markdown ?? '';
  };

  test('mentions are counted in all its files', async () => match(await over('LiF'), /mentioned 3 times/));

  test('the bars of its cells are compared over all its files', async () =>
    match(await over('Li|LFP'), /both \\\| \\\(once\\\) and \\\|\\\| \\\(once\\\)/));
});

suite('hover: names in other languages', () => {
  test('are not in the first line, in whatever order the record lists them', async () => {
    const files = {
      '.interphase.yaml': `
species:
  - id: own-salt
    class: salt
    names: [{ text: Musterfluorid, kind: synonym, lang: de }, { text: sample fluoride, kind: common }]
    formula: LiF
`,
      'paper.md': 'The sample fluoride is white, LiF and Li~2~O are too.\n',
    };
    const [line] = (await hoverOver('sample', files)).split('\n');
    match(line!, /^\*\*sample fluoride\*\* · LiF/);
  });
});
