import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { planAbbreviationList } from '../../server/features/abbreviationList/abbreviationList';
import { after, load } from '../support/loaded';

/** The text with its list written, which a second time changes nothing. */
async function written(name: string, text: string): Promise<string> {
  const texts = { [name]: text };
  const plan = planAbbreviationList(await load(texts, name));
  const result = plan ? after(plan, texts)[name]! : text;
  equal(planAbbreviationList(await load({ [name]: result }, name)), undefined, 'a second time there is nothing to do');
  return result;
}

const TEXT = 'The solid electrolyte interphase (SEI) and Fluoroethylene carbonate (FEC). The SEI and FEC.';

suite('a new list of abbreviations', () => {
  test('LaTeX: a description list before the bibliography', async () => {
    equal(
      await written(
        'a.tex',
        `\\documentclass{article}\\begin{document}\n${TEXT}\n\\bibliography{refs}\n\\end{document}\n`,
      ),
      `\\documentclass{article}\\begin{document}\n${TEXT}\n\n\\section*{Abbreviations}\n\\begin{description}\n  \\item[FEC] fluoroethylene carbonate\n  \\item[SEI] solid electrolyte interphase\n\\end{description}\n\n\\bibliography{refs}\n\\end{document}\n`,
    );
  });

  test('before a group around the references, whose size it does not take', async () => {
    for (const [open, close] of [
      ['\\footnotesize{\n', '}\n'],
      ['{\\small %\n\n', '}\n'],
      ['\\begingroup\n', '\\endgroup\n'],
    ]) {
      const references = `${open}\\bibliography{refs}\n${close}\\end{document}\n`;
      const text = await written('a.tex', `\\documentclass{article}\\begin{document}\n${TEXT}\n\n${references}`);
      ok(text.endsWith(`\\end{description}\n\n${references}`), text);
    }
  });

  test('a group that is closed in a long form stays closed', async () => {
    const text = '\\documentclass{article}\\begin{document}\nAll large cells {cooled by water} (LCW). The LCW.\n';
    match(await written('a.tex', `${text}\\end{document}\n`), /\\item\[LCW\] large cells \{cooled by water\}\n/);
    const around = text.replace('water} (LCW)', 'water (LCW)}');
    match(await written('a.tex', `${around}\\end{document}\n`), /\\item\[LCW\] large cells cooled by water\n/);
    const emphasis = 'All large *cells cooled by water (LCW)*. The LCW.\n';
    match(await written('a.md', emphasis), /\| LCW \| large cells cooled by water \|\n/);
  });

  test('LaTeX with the package acronym: its entries; a formula keeps its markup', async () => {
    const text = '\\documentclass{article}\\usepackage{acronym}\\begin{document}\nThe LiFePO$_4$ (LFP) cell. LFP.\n';
    equal(
      await written('a.tex', `${text}\\end{document}\n`),
      `${text}\n\\section*{Abbreviations}\n\\begin{acronym}\n  \\acro{LFP}{LiFePO$_4$}\n\\end{acronym}\n\n\\end{document}\n`,
    );
  });

  test('a formula that fills its dollars keeps them, and a part of one is written without', async () => {
    for (const [name, typed, row] of [
      ['a.tex', '$\\mathrm{LiFePO_4}$', '\\item[LFP] $\\mathrm{LiFePO_4}$\n'],
      ['a.tex', '\\(\\mathrm{LiFePO_4}\\)', '\\item[LFP] \\(\\mathrm{LiFePO_4}\\)\n'],
      ['a.tex', '\\ce{LiFePO4}', '\\item[LFP] \\ce{LiFePO4}\n'],
      ['a.tex', 'LiFePO$_4$', '\\item[LFP] LiFePO$_4$\n'],
      ['a.md', '$\\mathrm{LiFePO_4}$', '| LFP | $\\mathrm{LiFePO_4}$ |'],
      ['a.typ', '$"LiFePO"_4$', '[LFP], [$"LiFePO"_4$],'],
    ] as const) {
      const list = await written(name, `The salt ${typed} (LFP) is dry. The LFP cell is old; LFP ages.\n`);
      ok(list.includes(row), `${name}: ${list}`);
    }
  });

  test('a comment in a long form stays out of the list', async () => {
    for (const [name, typed, row] of [
      ['a.tex', 'cathode % once {\nelectrolyte interphase', '\\item[CEI] cathode electrolyte interphase'],
      ['a.md', 'cathode <!-- once | -->electrolyte interphase', '| CEI | cathode electrolyte interphase |'],
      ['a.typ', 'cathode /* once ] */electrolyte interphase', '[CEI], [cathode electrolyte interphase],'],
    ] as const)
      ok((await written(name, `The ${typed} (CEI) is thin. The CEI.\n`)).includes(row), name);
  });

  test('nothing is written into code or a comment that goes on to the end', async () => {
    for (const [name, end] of [
      ['a.md', '```sh\nls\n'],
      ['a.typ', '/* to do\n'],
    ] as const)
      equal(await written(name, `${TEXT}\n\n${end}`), `${TEXT}\n\n${end}`, name + end);
  });

  test('Markdown: a table under a heading like that of the references', async () => {
    equal(
      await written('a.md', `# Paper\n\n## Results\n\n${TEXT}\n\n## References\n`),
      `# Paper\n\n## Results\n\n${TEXT}\n\n## Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| FEC | fluoroethylene carbonate |\n| SEI | solid electrolyte interphase |\n\n## References\n`,
    );
  });

  test('Typst: a table before the bibliography', async () => {
    equal(
      await written('a.typ', `= Results\n${TEXT}\n\n#bibliography("refs.bib")\n`),
      `= Results\n${TEXT}\n\n= Abbreviations\n\n#table(\n  columns: 2,\n  [FEC], [fluoroethylene carbonate],\n  [SEI], [solid electrolyte interphase],\n)\n\n#bibliography("refs.bib")\n`,
    );
  });

  test('a book: in its first chapter, not in the list of chapters', async () => {
    const texts = { '_quarto.yml': 'book:\n  chapters:\n    - a.qmd\n', 'a.qmd': `${TEXT}\n` };
    const result = after(planAbbreviationList(await load(texts, 'a.qmd'))!, texts);
    deepEqual(Object.keys(result), ['a.qmd']);
    ok(result['a.qmd']!.startsWith(`${TEXT}\n\n# Abbreviations\n`), result['a.qmd']);
  });

  test('names keep their capitals, and a long form that only began a sentence loses its own', async () => {
    const text =
      'The Monte Carlo (MC) and Doyle–Fuller–Newman (DFN) models. Gibbs free energy (GFE) and Wagner yield value (WYV) count. ' +
      'Random Phase Approximation (RPA) too. Slow charge window (SCW) is slow. MC, DFN, GFE, WYV, RPA, SCW.\n';
    equal(
      await written('a.txt', text),
      `${text}\nAbbreviations\n\nDFN: Doyle–Fuller–Newman\nGFE: Gibbs free energy\nMC: Monte Carlo\nRPA: Random Phase Approximation\nSCW: slow charge window\nWYV: Wagner yield value\n`,
    );
  });

  test('under a heading below the title, which stays the title', async () => {
    match(await written('a.md', `# On Films\n\n${TEXT}\n`), /\n## Abbreviations\n/);
  });

  test('before the references of a chapter, whose text stays text', async () => {
    const text = `${TEXT}\n\n# References\n\nA. Ahn, Films, J. Power Sources 1 (2020) 2.\n`;
    const after = await load({ 'a.md': await written('a.md', text) }, 'a.md');
    equal(after.file.parsed.prose.blocks[0]!.part, 'body');
  });

  test('nothing where nothing is defined, or only the symbol of an element', async () => {
    const nickel = 'An alloy of nickel (Ni) and gallium arsenide (GaAs). Ni is hard, GaAs is not.\n';
    equal(await written('a.md', nickel), nickel);
    equal(await written('a.tex', 'The SEI.\n'), 'The SEI.\n');
  });
});

suite('a list of abbreviations that is there', () => {
  test('gets what it lacks in its own shape, loses what nobody uses, and keeps its wording', async () => {
    const head = `# Results\n\n${TEXT}\n\n# Abbreviations\n\n| Short | Long |\n|:------|:-----|\n`;
    equal(
      await written('a.md', `${head}| AFM   | atomic force microscopy |\n| SEI   | solid–electrolyte interphase |\n`),
      `${head}| FEC   | fluoroethylene carbonate |\n| SEI   | solid–electrolyte interphase |\n`,
    );
  });

  test('a table in LaTeX', async () => {
    const list = (rows: string) => `${TEXT}\n\\section*{Abbreviations}\n\\begin{tabular}{ll}\n${rows}\\end{tabular}\n`;
    equal(
      await written('a.tex', list('FEC & fluoroethylene carbonate \\\\\n')),
      list('FEC & fluoroethylene carbonate \\\\\nSEI & solid electrolyte interphase \\\\\n'),
    );
  });

  test('one line with semicolons', async () => {
    const list = (rows: string) => `${TEXT} By XPS.\n\n# Abbreviations\n\n${rows}\n`;
    equal(
      await written('a.md', list('FEC, fluoroethylene carbonate; XPS, X-ray photoelectron spectroscopy')),
      list('FEC, fluoroethylene carbonate; SEI, solid electrolyte interphase; XPS, X-ray photoelectron spectroscopy'),
    );
  });

  test('declarations of a glossary get new ones beside them, with keys', async () => {
    const text = (more: string) =>
      `\\newacronym{fec}{FEC}{fluoroethylene carbonate}\n${more}\\begin{document}\nThe \\gls{fec}. A solid electrolyte interphase (SEI). SEI.\n\\end{document}\n`;
    equal(await written('a.tex', text('')), text('\\newacronym{sei}{SEI}{solid electrolyte interphase}\n'));
  });

  test('settings of a declaration: a key of one letter, a long form with a comma', async () => {
    const text = (more: string) =>
      `${more}\\DeclareAcronym{s}{short = SEI, long = solid electrolyte interphase}\n\\begin{document}\nThe \\ac{s}. The 1,3-dioxolane (DOL). DOL.\n\\end{document}\n`;
    equal(await written('a.tex', text('')), text('\\DeclareAcronym{dol}{short = DOL, long = {1,3-dioxolane}}\n'));
  });

  test('a row that cites stays, and text after the list is not a row', async () => {
    const text = `${TEXT}\n\n# Abbreviations\n\n- FEC: fluoroethylene carbonate\n- SEI: solid electrolyte interphase\n- XYZ: x-ray yield zone [@a]\n\nCu-Q and more. It goes on. It does.\n`;
    equal(await written('a.md', text), text);
  });

  test('of which the text uses nothing stays, and so do the declarations after it', async () => {
    const text =
      '# Abbreviations\n\n| Short | Long |\n|---|---|\n| SEI | interphase |\n\n# More\n\nText.\n\n*[FEC]: fluoroethylene carbonate\n';
    equal(await written('a.md', text), text);
  });

  test('line ends of Windows stay', async () => {
    const text = `${TEXT} By XPS.\n\n# Abbreviations\n\n| Short | Long |\n|---|---|\n| XPS | X-ray photoelectron spectroscopy |`;
    ok(!/[^\r]\n/.test(await written('a.md', text.replaceAll('\n', '\r\n'))));
    ok(!/[^\r]\n/.test(await written('b.md', `# A\r\n\r\n${TEXT}\r\n`)));
  });

  test('a row goes before the one that it takes the place of', async () => {
    const rows = (short: string, long: string) =>
      `${TEXT}\n\n# Abbreviations\n\n| Short | Long |\n|---|---|\n| ${short} | ${long} |\n`;
    const plan = planAbbreviationList(await load({ 'a.md': rows('XYZ', 'x-ray yield zone') }, 'a.md'))!;
    const [added, removed] = plan.edits;
    deepEqual([added!.newText !== '', removed!.newText], [true, '']);
  });
});
