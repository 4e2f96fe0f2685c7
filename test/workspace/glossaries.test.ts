import { deepEqual, equal, match } from 'node:assert/strict';
import { load } from '../support/loaded';

type Texts = Readonly<Record<string, string>>;

const SEI = '\\newacronym{sei}{SEI}{solid electrolyte interphase}\n';
const latex = (preamble: string, text = 'The \\gls{sei} grows.') =>
  `\\documentclass{article}\n${preamble}\\begin{document}\n${text}\n\\end{document}\n`;

/** Ways to declare SEI, and a text that uses the entry. */
const ROADS: readonly (readonly [what: string, name: string, texts: Texts])[] = [
  ['\\loadglsentries', 'a.tex', { 'a.tex': latex('\\loadglsentries[main]{defs}\n'), 'defs.tex': SEI }],
  [
    'a package that inputs',
    'a.tex',
    { 'a.tex': latex('\\usepackage{own}\n'), 'own.sty': '\\input{defs}', 'defs.tex': SEI },
  ],
  ['a class', 'a.tex', { 'a.tex': latex('').replace('article', 'own'), 'own.cls': `\\LoadClass{book}\n${SEI}` }],
  ['\\newabbr', 'a.tex', { 'a.tex': latex('\\newabbr{sei}{SEI}{solid electrolyte interphase}\n', 'The \\ab{sei}.') }],
  [
    'a command of one’s own',
    'a.tex',
    {
      'a.tex': latex(
        '\\newcommand{\\abk}[3]{\\newacronym{#1}{#2}{#3}\\expandafter\\newcommand\\csname #1\\endcsname{\\gls{#1}}}\n% \\abk{no}{NO}{nothing}\n\\abk{sei}{SEI}{solid electrolyte interphase}\n',
      ),
    },
  ],
  [
    'a command of a package, used in a chapter',
    'b.tex',
    {
      'a.tex': latex('\\usepackage{own}\n\\abk{SEI}{solid electrolyte interphase}\n', '\\input{b}'),
      'b.tex': 'The \\gls{SEI} grows.',
      'own.sty': '\\newcommand\\abk[2]{\\newacronym{#1}{#1}{#2}}',
    },
  ],
  [
    'the first use of a term',
    'a.tex',
    {
      'a.tex': latex(
        '\\longnewglossaryentry{sei}{name={SEI},first={solid electrolyte interphase (SEI)}}{A film. It grows.}\n',
      ),
    },
  ],
  [
    'settings of a project of any type',
    'a.qmd',
    {
      'a.qmd': 'The {{< acr SEI >}} grows.',
      '_quarto.yml':
        'project:\n  type: website\nacronyms:\n  keys:\n    - shortname: SEI\n      longname: solid electrolyte interphase\n',
    },
  ],
  [
    'abbreviations of a MyST project',
    'a.md',
    { 'a.md': 'The SEI grows.', 'myst.yml': 'project:\n  abbreviations:\n    SEI: solid electrolyte interphase\n' },
  ],
  [
    'a file of acronyms',
    'a.qmd',
    {
      'a.qmd': '---\nacronyms:\n  fromfile: [one.yml, ./two.yml]\n---\n\nThe \\acr{SEI} grows.',
      'one.yml': 'FEC: fluoroethylene carbonate\n',
      'two.yml': '---\nacronyms:\n  keys:\n  - shortname: SEI\n    longname: solid electrolyte interphase\n---\n',
    },
  ],
  [
    'a file that the settings of the project name',
    'a.qmd',
    {
      'a.qmd': 'The +sei grows.',
      '_quarto.yml': 'acronyms:\n  fromfile: all.yml\n',
      'all.yml': 'acronyms:\n  keys:\n  - key: sei\n    shortname: SEI\n    longname: solid electrolyte interphase\n',
    },
  ],
  [
    'rows of abbr',
    'a.typ',
    {
      'a.typ': '#abbr.load("all.csv")\nThe #abbr.a[SEI] grows, and @SEI:s.',
      'all.csv': 'SEI,"solid electrolyte interphase",films\n',
    },
  ],
  [
    'YAML of glossarium',
    'a.typ',
    {
      'a.typ': '#register-glossary(yaml("all.yml"))\nThe #gls("sei") grows, and @Sei.',
      'all.yml': 'sei:\n  short: SEI\n  long: solid electrolyte interphase\n',
    },
  ],
  [
    'JSON of glossarium',
    'a.typ',
    {
      'a.typ': '#register-glossary(json("all.json"))\nThe #gls("sei") grows, and @Sei.',
      'all.json':
        '[\n  { "key": "sei", "short": "SEI", "long": "solid electrolyte interphase", "group": ["films", {"of": "Li"}] }\n]\n',
    },
  ],
  [
    'TOML of glossy',
    'a.typ',
    {
      'a.typ': '#show: init-glossary.with(toml("all.toml"))\nThe @sei grows, and @a:sei:short.',
      'all.toml':
        '# films\n[film] # a word\nshort = "film"\ndescription = """\nIt grows.\n[sei]\n"""\n\n[sei]\nshort = "SEI"\nlong = \'solid electrolyte interphase\'\n',
    },
  ],
  [
    'TOML with arrays, inline tables and dots',
    'a.typ',
    {
      'a.typ': '#register-glossary(toml("all.toml"))\nThe @sei grows, as @cei and @LFP do.',
      'all.toml':
        'cei = { short = "CEI", long = "cathode electrolyte interphase" }\nLFP.short = "LFP"\nLFP."long" = "lithium iron phosphate"\nodd = [1, "two", # three\n]\n[sei]\nlong = "solid electrolyte interphase"\nshort = "SEI"\n',
    },
  ],
  [
    'short entries of glossy',
    'a.typ',
    { 'a.typ': '#show: init-glossary.with((SEI: "solid electrolyte interphase"))\nThe @SEI grows, and @SEI:pl.' },
  ],
  [
    'a glossary after the text that uses it',
    'b.typ',
    {
      'a.typ': '#include "b.typ"\n#include "c.typ"',
      'b.typ': 'The @sei grows, and @Sei:pl.',
      'c.typ':
        '#print-glossary(((key: "sei", short: "SEI", long: "solid electrolyte interphase"), (key: "film", description: [thin])))',
    },
  ],
  [
    'settings of the folder of a Quarto document',
    'parts/one/a.qmd',
    {
      'parts/one/a.qmd': 'The {{< acr SEI >}} grows.',
      'parts/_metadata.yml': 'acronyms:\n  keys:\n    - shortname: SEI\n      longname: solid electrolyte interphase\n',
      'parts/one/_metadata.yml': 'bibliography: refs.bib\n',
      '_quarto.yml': 'project:\n  type: website\n',
    },
  ],
  [
    'a file of further settings of Quarto',
    'a.qmd',
    {
      'a.qmd': 'The {{< acr SEI >}} grows.',
      '_quarto.yml': 'metadata-files:\n  - shared.yml\n',
      'shared.yml': 'acronyms:\n  keys: [{shortname: SEI, longname: "solid electrolyte interphase"}]\n',
    },
  ],
  [
    'a file that the settings of MyST extend',
    'a.md',
    {
      'a.md': 'The SEI grows.',
      'myst.yml': 'version: 1\nextend:\n  - ./group.yml\n',
      'group.yml': 'version: 1\nproject:\n  abbreviations:\n    SEI: solid electrolyte interphase\n',
    },
  ],
  [
    'acrostiche by name, with a key',
    'a.typ',
    {
      'a.typ':
        '#let list = ("sei": (short: "SEI", long: "solid electrolyte interphase"))\n#init-acronyms(list)\nThe #acrcap("sei") grows.',
    },
  ],
  [
    'i-am-acro in two languages',
    'a.typ',
    {
      'a.typ':
        '#let list = (SEI: (de: (short: "SEI", long: "Grenzschicht"), en: (short: [SEI], long: [solid electrolyte interphase])))\n#init-acronyms(list, "en")\nThe #ac("SEI") grows.',
    },
  ],
];

suite('glossaries: roads of declaration', () => {
  for (const [what, name, texts] of ROADS) {
    test(what, async () => {
      const { file, manuscript } = await load(texts, name);
      equal(manuscript.abbreviations.expansion('SEI')?.definition.long, 'solid electrolyte interphase');
      deepEqual(manuscript.abbreviations.expansions('SEI').length, 1);
      const { text } = file.parsed.prose;
      equal(text.includes('The SEI') && !/sei|￼/.test(text), true, text);
    });
  }

  test('an entry with one form is a word of the text, and defines nothing', async () => {
    const glossary = '(key: "film", short: "layer"), (key: "ice", description: [water])';
    for (const [name, text] of Object.entries({
      'a.typ': `#register-glossary((${glossary}))\nThe @film grows on #gls("ice").`,
      'b.typ': '#register-glossary(yaml("words.yml"))\nThe @layer grows on @ice:pl.',
    })) {
      const words = 'layer:\n  short: layer\n  description: a film\nice:\n  description: water\n';
      const { file, manuscript } = await load({ [name]: text, 'words.yml': words }, name);
      match(file.parsed.prose.text, /^The layer grows on ices?\.\n?$/);
      deepEqual(file.parsed.citations, []);
      deepEqual([...manuscript.abbreviations.all], []);
    }
  });

  test('the settings of a book count for its chapters, and not for a plan beside them', async () => {
    const book =
      'project:\n  type: book\nbook:\n  chapters:\n    - a.qmd\nacronyms:\n  keys:\n    - shortname: SEI\n      longname: solid electrolyte interphase\n';
    const texts = { '_quarto.yml': book, 'a.qmd': 'The {{< acr SEI >}} grows.', 'PLAN.md': 'Write of the SEI.' };
    const shorts = async (name: string) =>
      Array.from((await load(texts, name)).manuscript.abbreviations.all, ({ definitions }) => definitions.length);
    deepEqual(await shorts('a.qmd'), [1]);
    deepEqual(await shorts('PLAN.md'), [0]);
  });

  test('a description explains a term, and abbreviates nothing', async () => {
    const text = latex('\\longnewglossaryentry{sei}{name={SEI}}{A film. It grows.}\n');
    const { manuscript } = await load({ 'a.tex': text }, 'a.tex');
    equal(manuscript.abbreviations.expansion('SEI'), undefined);
  });
});
