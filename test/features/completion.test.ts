import { deepEqual, equal, ok } from 'node:assert/strict';
import { planCitation, planEntries } from '../../server/features/citations/insert';
import { bundledId } from '../../server/features/citations/workIds';
import { describeCitable } from '../../server/features/completion/citations';
import { completionsAt, type Suggestion } from '../../server/features/completion/completion';
import { applyEdits } from '../../server/rules/fixAll';
import { after, load } from '../support/loaded';

const ON = { abbreviations: true, citations: true, species: false };

/** What is offered where `|` is, in a LaTeX file beside a bibliography. */
async function offered(
  text: string,
  { name = 'a.tex', options = ON } = {},
): Promise<{ text: string; found: readonly Suggestion[] }> {
  const offset = text.indexOf('|');
  const typed = text.slice(0, offset) + text.slice(offset + 1);
  const bib =
    '@article{Peled1979, author = {Peled, E.}, title = {The model}, year = {1979}}\n@article{B2001, title = {Other}}\n';
  const context = await load({ [name]: typed, 'refs.bib': bib }, name);
  return { text: typed, found: completionsAt(context, offset, options) };
}

const labels = ({ found }: { found: readonly Suggestion[] }) => found.map(({ label }) => label);

const accepted = ({ text, found }: Awaited<ReturnType<typeof offered>>, label: string): string => {
  const { replace, newText } = found.find((s) => s.label === label)!;
  return applyEdits(text, [{ uri: '', span: replace, newText }]);
};

suite('completion of keys of a glossary', () => {
  const LATEX =
    '\\usepackage{acro}\n\\DeclareAcronym{dse}{short=DSE,long=dual salt electrolyte}\n\\DeclareAcronym{sei}{short=SEI,long=solid electrolyte interphase}\n';

  test('in macros of the packages and of one’s own, by key, short form or long form', async () => {
    for (const typed of ['\\ac{d|}', '\\acp{DS|}', '\\Acs[x]{dual|}'])
      deepEqual(labels(await offered(`${LATEX}The ${typed} helps.`)), ['dse'], typed);
    deepEqual(labels(await offered(`${LATEX}The \\ac{|} helps.`)), ['dse', 'sei']);
    const own = '\\newcommand{\\abk}[1]{\\ac{#1}}\n\\begin{document}\nThe \\abk{dse} helps.\n';
    deepEqual(labels(await offered(`\\documentclass{article}\n${LATEX}${own}The \\abk{s|} helps.`)), ['sei']);
    equal(accepted(await offered(`${LATEX}The \\ac{d|} helps.`), 'dse'), `${LATEX}The \\ac{dse} helps.`);
  });

  test('in acronyms of Pandoc and Quarto', async () => {
    const head = '---\nacronyms:\n  dse:\n    short: DSE\n    long: dual salt electrolyte\n---\n\n';
    for (const typed of ['[+d|]', '{{< acr d|', '\\acr{d|}']) {
      const found = await offered(`${head}The ${typed} helps.`, { name: 'a.md' });
      deepEqual([labels(found), found.found[0]?.detail], [['dse'], 'DSE – dual salt electrolyte'], typed);
    }
  });

  test('in functions and references of Typst', async () => {
    const head = '#register-glossary(((key: "dse", short: "DSE", long: "dual salt electrolyte"),))\n\n';
    for (const typed of ['#gls("d|")', '@d|'])
      equal(labels(await offered(`${head}The ${typed} helps.`, { name: 'a.typ' }))[0], 'dse', typed);
  });

  test('none in other macros, and none without a glossary', async () => {
    deepEqual(labels(await offered(`${LATEX}The \\emph{ds|} helps.`)).includes('dse'), false);
    deepEqual(labels(await offered('The \\gls{d|} helps.')), []);
  });
});

suite('completion of abbreviations', () => {
  const DEFINED = 'A solid electrolyte interphase (SEI) and fluoroethylene carbonate (FEC).\n\n';

  test('short forms of the manuscript, with what they stand for', async () => {
    const [found, ...rest] = (await offered(`${DEFINED}The se| film.`)).found;
    deepEqual(rest, []);
    deepEqual([found?.label, found?.detail], ['SEI', 'solid electrolyte interphase']);
  });

  test('a long form that is being typed gives way to the short one, or is completed', async () => {
    const result = await offered(`${DEFINED}With fluoroethylene c|`);
    deepEqual(labels(result), ['FEC', 'fluoroethylene carbonate']);
    equal(accepted(result, 'FEC'), `${DEFINED}With FEC`);
    equal(accepted(result, 'fluoroethylene carbonate'), `${DEFINED}With fluoroethylene carbonate`);
  });

  test('not for any small letter, in comments, commands or after a space', async () => {
    for (const place of ['A s| film', '% The se|', '\\se|', '\\cite{se|}', '$se|$', 'The |']) {
      deepEqual(labels(await offered(`${DEFINED}${place}\n`, { options: { ...ON, citations: false } })), [], place);
    }
  });

  test('the definition that is being typed does not offer itself', async () => {
    deepEqual(labels(await offered('A solid electrolyte interphase (SEI|).')), []);
  });
});

suite('completion of species', () => {
  const SPECIES = { abbreviations: true, citations: false, species: true };
  const offeredSpecies = (text: string, name = 'a.tex') => offered(text, { name, options: SPECIES });

  const forms: [name: string, text: string, written: string][] = [
    ['a.tex', 'Li$_2$CO$_3$ forms. With lithium hexafl|', 'LiPF$_6$'],
    ['a.tex', '\\ce{Li2CO3} forms. With lithium hexafl|', '\\ce{LiPF6}'],
    ['a.tex', 'Li\\textsubscript{2}CO\\textsubscript{3} forms. With LiPF|', 'LiPF\\textsubscript{6}'],
    ['a.tex', 'Li2CO3 forms, and Li2SO4. With LiPF|', 'LiPF6'],
    ['a.tex', '\\usepackage{mhchem}\n\\begin{document}\nWith LiPF|', '\\ce{LiPF6}'],
    ['a.tex', 'With LiPF|', 'LiPF$_6$'],
    ['a.md', 'Li~2~CO~3~ forms. With LiPF|', 'LiPF~6~'],
    ['a.md', 'Li<sub>2</sub>CO<sub>3</sub> forms. With LiPF|', 'LiPF<sub>6</sub>'],
    ['a.md', 'Li₂CO₃ forms. With LiPF|', 'LiPF₆'],
    ['a.typ', '#ce("Li2CO3") forms. With LiPF|', '#ce("LiPF6")'],
    ['a.typ', 'With LiPF|', 'LiPF#sub[6]'],
  ];
  for (const [name, text, written] of forms) {
    test(`${text.replace(/\n/g, ' ')} → ${written}`, async () => {
      const result = await offeredSpecies(text, name);
      ok(accepted(result, 'LiPF₆').endsWith(`With ${written}`));
    });
  }

  test('the name as well; of a substance that nobody writes as a formula the name only', async () => {
    const salt = await offeredSpecies('With lithium hexafluorop|');
    deepEqual(labels(salt), ['LiPF₆', 'lithium hexafluorophosphate']);
    equal(accepted(salt, 'lithium hexafluorophosphate'), 'With lithium hexafluorophosphate');
    deepEqual(labels(await offeredSpecies('With fluoroethylene carb|')), ['fluoroethylene carbonate']);
    equal(
      accepted(await offeredSpecies('Fluoroethylene carb|'), 'fluoroethylene carbonate'),
      'Fluoroethylene carbonate',
    );
  });

  test('a short form in its own letters', async () => {
    ok(labels(await offeredSpecies('With LiTF|')).includes('LiTFSI'));
    deepEqual(labels(await offeredSpecies('With litf|')), []);
  });

  test('what the manuscript speaks of comes first', async () => {
    const found = await offeredSpecies('Sodium fluoride is sodium fluoride. With sodium f|');
    equal(labels(found)[0], 'NaF');
  });

  test('nothing for few letters, whole names and formulas, words of the manuscript', async () => {
    for (const place of [
      'With Li|',
      'With lit|',
      'With LiF|',
      'With MnO|',
      'With graphite|',
      'With ethylene|',
      'With solid|',
      'With solve|',
      'Known phosphate. The phosphate|',
    ])
      deepEqual(labels(await offeredSpecies(place)), [], place);
  });

  test('nothing within words, formulas, cells, commands, comments and references', async () => {
    const places = [
      'With LiPF|6',
      'With Li$_2$CO|',
      'With \\ce{LiPF|}',
      'With $LiPF|$',
      'A Li||LiFeP|',
      'A Li | LiFeP|',
      'A SiO@graphi|',
      'A pre-graphi|',
      '\\LiPF|',
      '% LiPF|',
      '\\begin{thebibliography}{9}\\bibitem{a} A. B, LiPF|',
    ];
    for (const place of places) deepEqual(labels(await offeredSpecies(place)), [], place);
  });

  test('no short form of the manuscript as a layer of a cell that is being typed', async () => {
    const text = 'Lithium metal batteries (LMB) and lithium. A Li||L|';
    const offset = text.length - 1;
    const context = await load({ 'a.tex': text.slice(0, offset) }, 'a.tex');
    deepEqual(completionsAt(context, offset, SPECIES), []);
  });
});

suite('completion of citation keys', () => {
  test('by author or title; the typed words begin what the editor filters by', async () => {
    const result = await offered(
      '\\begin{document}Known \\cite{B2001, peled mod|}. \\bibliography{refs}\\end{document}',
    );
    equal(result.found[0]?.label, 'Peled1979');
    ok(result.found.every((s) => s.filterText.startsWith('peled mod')));
    ok(accepted(result, 'Peled1979').includes('\\cite{B2001, Peled1979}'));
  });

  test('in Markdown and Typst, bare and in brackets', async () => {
    for (const [name, text] of [
      ['a.md', 'Known [@B2001; @peled|].'],
      ['a.md', 'Known @peled|'],
      ['a.typ', 'Known @peled|'],
      ['a.typ', 'Known #cite(<peled|'],
    ] as const) {
      equal((await offered(text, { name })).found[0]?.label, 'Peled1979', text);
    }
  });

  test('in every form of a group: of several works, over lines, in a macro of the writer, in roles and braces', async () => {
    for (const [name, text] of [
      ['a.tex', 'Known \\parencites(see)(end)[3]{B2001}[4]{peled|}'],
      ['a.tex', 'Known \\volcite{2}[3]{peled|}'],
      ['a.tex', 'Known \\cite{B2001,\n  C2002, % the first, {old}\n  peled|\n}'],
      ['a.tex', '\\newcommand{\\refs}[1]{Refs.~\\cite{#1}}\nKnown \\refs{B2001, peled|}'],
      ['a.md', 'Known {cite:p}`B2001,peled|`'],
      ['a.md', 'Known [see @{peled|}]'],
      ['a.typ', 'Known #cite(form: "prose", <peled|>)'],
      ['a.typ', 'Known #cite(label("peled|"))'],
    ] as const) {
      equal((await offered(text, { name })).found[0]?.label, 'Peled1979', text);
    }
  });

  test('not in arguments that hold no keys', async () => {
    for (const [name, text] of [
      ['a.tex', 'Known \\cite{B2001} {peled|}'],
      ['a.tex', '\\newcommand{\\note}[1]{\\emph{#1} \\cite{B2001}}\nKnown \\note{peled|}'],
      ['a.tex', 'Known \\cite{B2001,\n\npeled|'],
      ['a.md', 'A role {sub}`peled|`'],
      ['a.typ', 'A label <peled|>'],
    ] as const) {
      const found = (await offered(text, { name })).found.filter(({ kind }) => kind === 'reference');
      deepEqual(found, [], text);
    }
  });

  test('at most a hundred; not in an address; not where they are switched off', async () => {
    ok((await offered('Known \\cite{|}.')).found.length <= 100);
    deepEqual(labels(await offered('Write to me@peled|', { name: 'a.md' })), []);
    deepEqual(labels(await offered('Known \\cite{pel|}.', { options: { ...ON, citations: false } })), []);
  });

  test('says more when asked, and adds a bundled reference to the bibliography', async () => {
    const texts = { 'a.tex': 'Known.', 'refs.bib': '' };
    const context = await load(texts, 'a.tex');
    const { key } = context.manuscript.catalogue.references[0]!;
    ok(describeCitable(context, `bundled:${key}`));
    ok(after(planEntries(context, [`bundled:${key}`]), texts)['refs.bib']!.includes(`{${key},`));
  });
});

suite('citing from a hover', () => {
  test('puts the mark after the word that the pointer is in', async () => {
    const texts = { 'a.tex': 'The LiF film.', 'refs.bib': '@article{K, title = {T}}' };
    const plan = planCitation(await load(texts, 'a.tex'), 5, ['own:K'], 'cite');
    equal(after(plan, texts)['a.tex'], 'The LiF~\\cite{K} film.');
  });

  test('names a new bibliography where the chapters of a Quarto book are listed', async () => {
    const texts = { '_quarto.yml': 'book:\n  chapters:\n    - a.qmd', 'a.qmd': 'The LiF film.\n' };
    const plan = planCitation(await load(texts, 'a.qmd'), 5, [bundledId('Peled1979')], 'auto');
    const { 'references.bib': bib, ...others } = after(plan, texts);
    deepEqual(others, {
      '_quarto.yml': 'book:\n  chapters:\n    - a.qmd\nbibliography: references.bib\n',
      'a.qmd': 'The LiF [@Peled1979] film.\n',
    });
    ok(bib!.startsWith('@article{Peled1979,'));
  });
});
