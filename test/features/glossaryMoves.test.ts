import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { planDefinitions } from '../../server/features/glossary/defineAtFirstUse';
import { planMacros } from '../../server/features/glossary/toMacros';
import { planPlain } from '../../server/features/glossary/toPlain';
import { after, load } from '../support/loaded';

type Texts = Readonly<Record<string, string>>;

const SEI = 'solid electrolyte interphase';
const latex = (preamble: string, body: string) =>
  `\\documentclass{article}\n${preamble}\\begin{document}\n${body}\n\\end{document}\n`;

/** A manuscript in which SEI is typed plain, and the same with an entry for it. */
const MOVES: readonly (readonly [what: string, key: string, plain: Texts, managed: Texts])[] = [
  [
    'glossaries, over several files; abstract, captions and math keep their words',
    'sei',
    {
      'main.tex': latex(
        '\\usepackage{glossaries}\n\\input{list}\n',
        `\\begin{abstract}A ${SEI} (SEI) grows. The SEI ages.\\end{abstract}\nWith \\gls{fec} a ${SEI} (SEI) grows.\n\\input{two}`,
      ),
      'list.tex': '\\newacronym{cei}{CEI}{cathode interphase}\n\\newacronym{fec}{FEC}{fluoroethylene carbonate}\n',
      'two.tex':
        '\\section{The SEI}\nThe SEI ages, two SEIs do, in $t_\\mathrm{SEI}$.\n\\begin{figure}\\caption{The SEI.}\\end{figure}\nAn SEI-based model.\n',
    },
    {
      'main.tex': latex(
        '\\usepackage{glossaries}\n\\input{list}\n',
        `\\begin{abstract}A ${SEI} (SEI) grows. The SEI ages.\\end{abstract}\nWith \\gls{fec} a \\gls{sei} grows.\n\\input{two}`,
      ),
      'list.tex': `\\newacronym{cei}{CEI}{cathode interphase}\n\\newacronym{fec}{FEC}{fluoroethylene carbonate}\n\\newacronym{sei}{SEI}{${SEI}}\n`,
      'two.tex':
        '\\section{The SEI}\nThe \\gls{sei} ages, two \\glspl{sei} do, in $t_\\mathrm{SEI}$.\n\\begin{figure}\\caption{The SEI.}\\end{figure}\nAn \\gls{sei}-based model.\n',
    },
  ],
  [
    'acro, a plural at the start of a sentence',
    'sei',
    {
      'a.tex': latex(
        '\\DeclareAcronym{fec}{short = FEC, long = fluoroethylene carbonate}\n',
        'With \\ac{fec} the solid electrolyte interphases grow. Solid electrolyte interphases (SEIs) age. The SEI is thin.',
      ),
    },
    {
      'a.tex': latex(
        `\\DeclareAcronym{fec}{short = FEC, long = fluoroethylene carbonate}\n\\DeclareAcronym{sei}{short = SEI, long = ${SEI}}\n`,
        'With \\ac{fec} the solid electrolyte interphases grow. \\Acp{sei} age. The \\ac{sei} is thin.',
      ),
    },
  ],
  [
    'acronym, whose key is the short form',
    'SEI',
    {
      'a.tex': `\\begin{acronym}\n  \\acro{FEC}{fluoroethylene carbonate}\n\\end{acronym}\nWith \\ac{FEC} a ${SEI} (SEI) grows. The SEI ages.\n`,
    },
    {
      'a.tex': `\\begin{acronym}\n  \\acro{FEC}{fluoroethylene carbonate}\n  \\acro{SEI}{${SEI}}\n\\end{acronym}\nWith \\ac{FEC} a \\ac{SEI} grows. The \\ac{SEI} ages.\n`,
    },
  ],
  [
    'pandoc-acro',
    'sei',
    {
      'a.md': `---\nacronyms:\n  fec:\n    short: FEC\n    long: fluoroethylene carbonate\n---\n\nWith [+fec] a ${SEI} (SEI) grows. The SEI-rich film ages.\n`,
    },
    {
      'a.md': `---\nacronyms:\n  fec:\n    short: FEC\n    long: fluoroethylene carbonate\n  sei:\n    short: SEI\n    long: ${SEI}\n---\n\nWith [+fec] a [+sei] grows. The [+sei]-rich film ages.\n`,
    },
  ],
  [
    'Quarto, with a file of acronyms',
    'SEI',
    {
      'a.qmd': `---\nacronyms:\n  fromfile: all.yml\n---\n\nWith {{< acr FEC >}} a ${SEI} (SEI) grows. The SEI ages; two SEIs do.\n`,
      'all.yml': 'acronyms:\n  keys:\n    - shortname: FEC\n      longname: fluoroethylene carbonate\n',
    },
    {
      'a.qmd':
        '---\nacronyms:\n  fromfile: all.yml\n---\n\nWith {{< acr FEC >}} a {{< acr SEI >}} grows. The {{< acr SEI >}} ages; two {{< acr SEI plural=true >}} do.\n',
      'all.yml': `acronyms:\n  keys:\n    - shortname: FEC\n      longname: fluoroethylene carbonate\n    - shortname: SEI\n      longname: ${SEI}\n`,
    },
  ],
  [
    'acrostiche',
    'SEI',
    {
      'a.typ': `#init-acronyms((\n  "FEC": ("fluoroethylene carbonate",),\n))\nWith #acr("FEC") a ${SEI} (SEI) grows. The SEI ages; two SEIs do.\n`,
    },
    {
      'a.typ': `#init-acronyms((\n  "FEC": ("fluoroethylene carbonate",),\n  "SEI": ("${SEI}",),\n))\nWith #acr("FEC") a #acr("SEI") grows. The #acr("SEI") ages; two #acrpl("SEI") do.\n`,
    },
  ],
  [
    'glossarium, by references',
    'sei',
    {
      'a.typ': `#let list = (\n  (key: "fec", short: "FEC", long: "fluoroethylene carbonate"),\n)\n#register-glossary(list)\nWith @fec a ${SEI} (SEI) grows. The SEI ages; two SEIs do.\n`,
    },
    {
      'a.typ': `#let list = (\n  (key: "fec", short: "FEC", long: "fluoroethylene carbonate"),\n  (key: "sei", short: "SEI", long: "${SEI}"),\n)\n#register-glossary(list)\nWith @fec a @sei grows. The @sei ages; two @sei:pl do.\n`,
    },
  ],
];

suite('abbreviations into the glossary and out of it', () => {
  for (const [what, key, plain, managed] of MOVES) {
    const [name] = Object.keys(plain) as [string];

    test(`in: ${what}`, async () => {
      const { manuscript } = await load(plain, name);
      deepEqual({ ...plain, ...after(planMacros('SEI', manuscript), plain) }, managed);
    });

    test(`out: ${what}`, async () => {
      const { manuscript } = await load(managed, name);
      deepEqual({ ...managed, ...after(planPlain(key, manuscript), managed) }, plain);
    });
  }

  const refused = async (plan: (of: Awaited<ReturnType<typeof load>>['manuscript']) => object, text: string) => {
    const planned = plan((await load({ 'a.tex': text }, 'a.tex')).manuscript);
    return isRefusal(planned) ? planned.refused : '';
  };
  const ENTRY = '\\newacronym{fec}{FEC}{fluoroethylene carbonate}\n';

  test('nothing goes in that cannot go in whole', async () => {
    const into = (text: string) => refused((of) => planMacros('SEI', of), `${ENTRY}With \\gls{fec} it grows. ${text}`);
    match(await into(`A ${SEI}~\\cite{a} (SEI) grows.`), /holds more than its two forms/);
    match(await into('The SEI ages.'), /does not define/);
    match(await into(`The SEI ages. A ${SEI} (SEI) grows.`), /used before it is defined/);
    match(
      await into('The solid electrolyte industries (SEIs) grow.'),
      /The plural “solid electrolyte industries” is not one/,
    );
    match(await refused((of) => planMacros('SEI', of), `A ${SEI} (SEI) grows.`), /uses no entry of a glossary/);
    const own = '\\newacronym[longplural=x]{fec}{FEC}{fluoroethylene carbonate}\n';
    match(
      await refused((of) => planMacros('SEI', of), `${own}With \\gls{fec} a ${SEI} (SEI) grows.`),
      /No entry of the glossary shows/,
    );
  });

  test('nothing goes in where the style prints another first form', async () => {
    const body = `With \\gls{fec} a ${SEI} (SEI) grows. The SEI ages.`;
    const of = (packages: string) =>
      refused((manuscript) => planMacros('SEI', manuscript), latex(`${packages}\n${ENTRY}`, body));
    match(await of('\\usepackage{glossaries-extra}'), /No entry/);
    match(await of('\\usepackage{glossaries}\\setabbreviationstyle{short-long}'), /No entry/);
    equal(await of('\\usepackage{glossaries-extra}\\setabbreviationstyle[acronym]{long-short}'), '');
  });

  test('nothing comes out whose printed form is not known', async () => {
    const out = (text: string) => refused((of) => planPlain('fec', of), ENTRY + text);
    match(await out('\\newcommand{\\f}{\\gls{fec}}\nWith \\f{} and \\gls{fec}.'), /named by a macro/);
    match(await out('With \\gls{fec}. \\glsresetall \\gls{fec}.'), /resets the glossary/);
    match(await out('\\section{With \\gls{fec}}\nWith \\gls{fec}.'), /used first in a heading/);
    match(await out('With \\gls{fec} and \\glsdesc{fec}.'), /is not known/);
    match(await out('It grows.'), /named by a macro/);
  });
});

suite('define at the first use', () => {
  test('definitions move, others and long forms become short, in all files', async () => {
    const texts = {
      'main.tex': latex('', `The SEI grows on the film.\n\\input{two}`),
      'two.tex': `It is a ${SEI} (SEI). Again a ${SEI} (SEI) forms, and the ${SEI} is thin. The SEI ages.\n`,
    };
    const { manuscript } = await load(texts, 'main.tex');
    const plan = planDefinitions(manuscript, { accepted: new Set() });
    const changed = after(plan!, texts);
    match(changed['main.tex']!, /^The solid electrolyte interphase \(SEI\) grows on the film\.$/m);
    ok(!changed['two.tex']!.includes(SEI), changed['two.tex']);
  });

  test('nothing where all is as it should be', async () => {
    const { manuscript } = await load({ 'a.md': `A ${SEI} (SEI) grows. The SEI ages.` }, 'a.md');
    equal(planDefinitions(manuscript, { accepted: new Set() }), undefined);
  });
});
