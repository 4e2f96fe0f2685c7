import { deepEqual, equal, match } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { renameAt, renameableAt } from '../../server/features/rename';
import { renameKey } from '../../server/features/renameKey';
import { after, load } from '../support/loaded';

const RENAMED: readonly [what: string, name: string, from: string, to: string, before: string, result: string][] = [
  [
    'definition, uses, plural and list; not the title of a cited work',
    'a.tex',
    'LIB',
    'LiB',
    'Lithium-ion batteries (LIBs) age. A LIB and two LIBs, \\emph{LIB}-like.\n\\section*{Abbreviations}\n\\begin{description}\\item[LIB] lithium-ion battery\\end{description}\n\\begin{thebibliography}{9}\\bibitem{X} On LIB\\end{thebibliography}\n',
    'Lithium-ion batteries (LiBs) age. A LiB and two LiBs, \\emph{LiB}-like.\n\\section*{Abbreviations}\n\\begin{description}\\item[LiB] lithium-ion battery\\end{description}\n\\begin{thebibliography}{9}\\bibitem{X} On LIB\\end{thebibliography}\n',
  ],
  [
    'a declaration, but no key',
    'a.tex',
    'SEI',
    'SEL',
    '\\newacronym{SEI}{SEI}{solid electrolyte interphase}\nThe \\gls{SEI} and the SEI.\n',
    '\\newacronym{SEI}{SEL}{solid electrolyte interphase}\nThe \\gls{SEI} and the SEL.\n',
  ],
  [
    'no macro that prints the definition of its entry',
    'a.tex',
    'FEC',
    'F1EC',
    '\\newacronym{fec}{FEC}{fluoroethylene carbonate}\nWe add \\acrfull{fec} and FEC.\n',
    '\\newacronym{fec}{F1EC}{fluoroethylene carbonate}\nWe add \\acrfull{fec} and F1EC.\n',
  ],
  [
    'a role that declares and defines at once',
    'a.md',
    'FEC',
    'F1EC',
    'We add {abbr}`FEC (fluoroethylene carbonate)` and FEC.\n',
    'We add {abbr}`F1EC (fluoroethylene carbonate)` and F1EC.\n',
  ],
  [
    'a key that is the short form stays the key',
    'a.tex',
    'SEI',
    'SEL',
    '\\begin{acronym}\\acro{SEI}{solid electrolyte interphase}\\end{acronym}\nThe \\ac{SEI} and the SEI.\n',
    '\\begin{acronym}\\acro{SEI}[SEL]{solid electrolyte interphase}\\end{acronym}\nThe \\ac{SEI} and the SEL.\n',
  ],
  [
    'uses that name the short form for want of a key',
    'a.typ',
    'FEC',
    'F1EC',
    '#init-acronyms(("FEC": ("fluoroethylene carbonate",)))\nWe add #acr("FEC") and FEC.\n',
    '#init-acronyms(("F1EC": ("fluoroethylene carbonate",)))\nWe add #acr("F1EC") and F1EC.\n',
  ],
  [
    'abbreviations and their table in Markdown',
    'a.md',
    'FEC',
    'F1EC',
    '*[FEC]: fluoroethylene carbonate\n\nWe add **FEC** to LiPF~6~ in EC.\n\n# Abbreviations\n\n| FEC | fluoroethylene carbonate |\n|---|---|\n',
    '*[F1EC]: fluoroethylene carbonate\n\nWe add **F1EC** to LiPF~6~ in EC.\n\n# Abbreviations\n\n| F1EC | fluoroethylene carbonate |\n|---|---|\n',
  ],
];

suite('rename', () => {
  for (const [what, name, from, to, before, result] of RENAMED) {
    test(what, async () => {
      const texts = { [name]: before };
      const plan = renameAt(await load(texts, name), useOf(before, from), to);
      deepEqual(after(plan, texts), { [name]: result });
    });
  }

  test('reaches the other files of the project', async () => {
    const texts = {
      'main.tex':
        '\\documentclass{article}\\begin{document}\nA solid electrolyte interphase (SEI).\\input{two}\\end{document}',
      'two.tex': 'The SEI ages.',
    };
    const plan = renameAt(await load(texts, 'two.tex'), 5, 'SEL');
    deepEqual(Object.keys(after(plan, texts)), ['main.tex', 'two.tex']);
    equal(after(plan, texts)['two.tex'], 'The SEL ages.');
  });

  test('is offered for the letters without the plural s, and nowhere else', async () => {
    const context = await load({ 'a.tex': 'Lithium-ion batteries (LIBs) age. Two LIBs age.' }, 'a.tex');
    deepEqual(renameableAt(context, 40), { short: 'LIB', span: { start: 38, end: 41 } });
    equal(renameableAt(context, 30), undefined);
  });

  test('refuses a name that is taken, used or no word, and says why', async () => {
    const text = 'A solid electrolyte interphase (SEI) and an atomic force microscope (AFM). The SEI. By EIS.';
    const context = await load({ 'a.tex': text }, 'a.tex');
    const refused = (to: string) => {
      const plan = renameAt(context, text.indexOf('SEI.'), to);
      return isRefusal(plan) ? plan.refused : '';
    };
    match(refused('AFM'), /“AFM” stands for “atomic force microscope” already/);
    match(refused('EIS'), /“EIS” is used already, in line 1 of a\.tex/);
    match(refused('S?'), /cannot be a short form/);
    match(refused(''), /cannot be a short form/);
  });
});

suite('a citation key with another name', () => {
  const renamed = async (name: string, text: string, to: string) =>
    renameKey({ key: 'a', bibliographies: [], manuscripts: [await load({ [name]: text }, name)] }, to);

  test('is one that the format of each paper cites as it is', async () => {
    const latex = await renamed('a.tex', 'As seen \\cite{a}.\n', 'a!b');
    deepEqual(after(latex, { 'a.tex': 'As seen \\cite{a}.\n' }), { 'a.tex': 'As seen \\cite{a!b}.\n' });
    for (const [name, text, why] of [
      ['a.typ', 'As seen @a.\n', /“a!b” cannot be cited in Typst: letters/],
      ['a.md', 'As seen [@a].\n', /“a!b” cannot be cited in Markdown: letters/],
    ] as const) {
      const plan = await renamed(name, text, 'a!b');
      match(isRefusal(plan) ? plan.refused : '', why);
      equal(isRefusal(await renamed(name, text, 'a:b')), false);
    }
  });
});

/** End of a use in running text: the short form after an article or the like. */
function useOf(text: string, short: string): number {
  const use = new RegExp(`\\b(?:the|A|add|and) \\**${short}`).exec(text)!;
  return use.index + use[0].length;
}
