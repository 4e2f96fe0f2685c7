import { deepEqual, equal, ok } from 'node:assert/strict';
import { compositionKey } from '../../server/chemistry/composition';
import { formsFor, planFormulas } from '../../server/features/formulas/oneWay';
import type { FormatId } from '../../server/text';
import type { Markup } from '../../server/text/format';
import { after, load } from '../support/loaded';

const NAMES: Readonly<Record<FormatId, string>> = {
  latex: 'paper.tex',
  markdown: 'paper.md',
  typst: 'paper.typ',
  plaintext: 'paper.txt',
};

/** The text with all formulas set in one way. */
async function set(text: string, language: FormatId, markup: Markup): Promise<string> {
  const files = { [NAMES[language]]: text };
  const { manuscript } = await load(files, NAMES[language]);
  return after(planFormulas(manuscript, markup), files)[NAMES[language]] ?? text;
}

const LATEX = (body: string) =>
  `\\documentclass{article}\n\\usepackage{mhchem}\n\\begin{document}\n${body}\n\\end{document}\n`;

/** How one formula looks in each way. */
const WAYS: Readonly<Partial<Record<FormatId, readonly (readonly [Markup, string])[]>>> = {
  latex: [
    ['dollars', 'Li$_{1-x}$Ni$_{0.8}$O$_2$ and SO$_4^{2-}$'],
    [
      'macro',
      'Li\\textsubscript{1$-$x}Ni\\textsubscript{0.8}O\\textsubscript{2} and SO\\textsubscript{4}\\textsuperscript{2$-$}',
    ],
    ['upright', '$\\mathrm{Li_{1-x}Ni_{0.8}O_2}$ and $\\mathrm{SO_4^{2-}}$'],
    ['ce', '\\ce{Li_{1-x}Ni_{0.8}O2} and \\ce{SO4^2-}'],
  ],
  markdown: [
    ['dollars', 'Li$_{1-x}$Ni$_{0.8}$O$_2$ and SO$_4^{2-}$'],
    ['tildes', 'Li~1−x~Ni~0.8~O~2~ and SO~4~^2−^'],
    ['html', 'Li<sub>1−x</sub>Ni<sub>0.8</sub>O<sub>2</sub> and SO<sub>4</sub><sup>2−</sup>'],
  ],
  typst: [
    ['function', 'Li#sub[1−x]Ni#sub[0.8]O#sub[2] and SO#sub[4]#super[2−]'],
    ['unicode', 'Li₁₋ₓNi₀.₈O₂ and SO₄²⁻'],
  ],
};

suite('all formulas set one way', () => {
  for (const [language, ways] of Object.entries(WAYS) as [FormatId, (typeof WAYS)['latex'] & object][]) {
    for (const [from, text] of ways) {
      for (const [to, expected] of ways) {
        test(`${language}: ${from} as ${to}`, async () => {
          const paper = (formulas: string) =>
            language === 'latex' ? LATEX(`We used ${formulas} here.`) : `We used ${formulas} here.\n`;
          equal(await set(paper(text), language, to), paper(expected));
        });
      }
    }
  }

  test('flat formulas too; macros of the author, code, labels and equations stay', async () => {
    const rest =
      '\\texttt{LiPF6}, \\chem{LiPF6}, \\label{LiPF6}\\cite{LiPF6}, $x_\\mathrm{Li_2O}$, \\ce{Li2O + H2O -> 2 LiOH}\n\\begin{equation}\n\\mathrm{Li_2O} = \\mathrm{LiPF_6}\n\\end{equation}\n\\begin{verbatim}\nLiPF6\n\\end{verbatim}';
    equal(
      await set(LATEX(`LiPF6 and \\emph{Li$_2$O} in ${rest}`), 'latex', 'ce'),
      LATEX(`\\ce{LiPF6} and \\emph{\\ce{Li2O}} in ${rest}`),
    );
    equal(await set('LiPF6 in `LiPF6`, Li~2~O.\n', 'markdown', 'tildes'), 'LiPF~6~ in `LiPF6`, Li~2~O.\n');
  });

  test('in math of either kind where it holds nothing else; a part of more math stays', async () => {
    const more =
      '$n_{\\ce{Li2O}} = 2$, $\\ce{Li2O} = 2$, \\(\\ce{Li2O} > 3\\), $c(\\ce{Li2O})$, \\(2\\,\\mathrm{Li_2O}\\), $a=\\text{Li$_2$O}$, \\[\\ce{Li2O}\\]';
    const text = LATEX(
      `Li\\(_2\\)O, \\(\\mathrm{Li_2O}\\), SO\\(_4^{2-}\\), \\(\\ce{Li2O}\\), $\\ce{Li2O}$, for \\$5 % $\n${more}`,
    );
    equal(
      await set(text, 'latex', 'macro'),
      LATEX(
        `Li\\textsubscript{2}O, Li\\textsubscript{2}O, SO\\textsubscript{4}\\textsuperscript{2$-$}, Li\\textsubscript{2}O, Li\\textsubscript{2}O, for \\$5 % $\n${more}`,
      ),
    );
    for (const markup of ['dollars', 'upright', 'ce'] as const)
      ok((await set(text, 'latex', markup)).endsWith(`${more}\n\\end{document}\n`), markup);
  });

  test('hydrates with the dot of the markup, and states below the line', async () => {
    const ways: readonly (readonly [Markup, string])[] = [
      ['ce', '\\ce{CuSO4.5H2O}, \\ce{LiOH.H2O} and \\ce{H2O_{(l)}}'],
      ['dollars', 'CuSO$_4\\cdot$5H$_2$O, LiOH$\\cdot$H$_2$O and H$_2$O$_{(l)}$'],
      [
        'macro',
        'CuSO\\textsubscript{4}$\\cdot$5H\\textsubscript{2}O, LiOH$\\cdot$H\\textsubscript{2}O and H\\textsubscript{2}O\\textsubscript{(l)}',
      ],
      ['upright', '$\\mathrm{CuSO_4\\cdot 5H_2O}$, $\\mathrm{LiOH\\cdot H_2O}$ and $\\mathrm{H_2O_{(l)}}$'],
    ];
    for (const [from, text] of ways)
      for (const [to, expected] of ways)
        equal(await set(LATEX(`We used ${text}.`), 'latex', to), LATEX(`We used ${expected}.`), `${from} as ${to}`);
    equal(
      await set('CuSO₄·5H₂O, LiOH·H2O and H~2~O~(l)~.\n', 'markdown', 'tildes'),
      'CuSO~4~·5H~2~O, LiOH·H~2~O and H~2~O~(l)~.\n',
    );
  });

  test('what a way cannot hold stays: a half of water in \\\\ce, δ in Unicode', async () => {
    equal(
      await set(LATEX('CaSO$_4\\cdot$0.5H$_2$O and Li$_2$O.'), 'latex', 'ce'),
      LATEX('CaSO$_4\\cdot$0.5H$_2$O and \\ce{Li2O}.'),
    );
    equal(await set('YBa~2~Cu~3~O~7−δ~ and Li~2~O.\n', 'markdown', 'unicode'), 'YBa~2~Cu~3~O~7−δ~ and Li₂O.\n');
  });

  test('headings are set as most headings are, and left flat where they are', async () => {
    const [flat, dollars] = ['\\section{On LiPF6 and Li2O}', '\\section{On LiPF$_6$ and Li$_2$O and SO2}'];
    equal(await set(LATEX(`${flat}\nLiPF$_6$.`), 'latex', 'ce'), LATEX(`${flat}\n\\ce{LiPF6}.`));
    equal(
      await set(LATEX(`${dollars}\nLiPF6.`), 'latex', 'ce'),
      LATEX('\\section{On LiPF$_6$ and Li$_2$O and SO$_2$}\n\\ce{LiPF6}.'),
    );
  });

  test('titles in lists of works stay', async () => {
    const list =
      '\\begin{thebibliography}{1}\n\\bibitem{a} A. Author, On LiPF$_6$, J. 1 (2020) 1.\n\\end{thebibliography}';
    equal(await set(LATEX(`LiPF$_6$ \\cite{a}.\n${list}`), 'latex', 'ce'), LATEX(`\\ce{LiPF6} \\cite{a}.\n${list}`));
  });

  test('ways that need a package are offered where the manuscript uses it', async () => {
    const shown = async (text: string) =>
      formsFor((await load({ 'paper.tex': text }, 'paper.tex')).manuscript).map((f) => f.shown);
    deepEqual(await shown(LATEX('Li$_2$O')), [
      '\\ce{LiPF6}',
      'LiPF$_6$',
      'LiPF\\textsubscript{6}',
      '$\\mathrm{LiPF_6}$',
    ]);
    deepEqual(await shown(LATEX('Li$_2$O').replace('{mhchem}', '{amsmath}')), [
      'LiPF$_6$',
      'LiPF\\textsubscript{6}',
      '$\\mathrm{LiPF_6}$',
    ]);
  });

  suite('leaves words, compositions and charges as they are, and a second time changes nothing', () => {
    const formulas = [
      'LiNi|0.8|Co|0.1|Mn|0.1|O|2|',
      'Li|7|La|3|Zr|2|O|12|',
      'Ni(OH)|2|',
      'C|3|H|4|O|3|',
      'Li|x|CoO|2|',
      'PF|6|^-^',
      'Fe^3+^',
      'Li^+^',
      'Li|10|GeP|2|S|12|',
      'Li|1-x|FePO|4|',
      'LiOH·H|2|O',
    ];
    const written: Readonly<Partial<Record<FormatId, readonly ((flat: string) => string)[]>>> = {
      latex: [
        (f) => f.replace(/\|(.*?)\|/g, '$_{$1}$').replace(/\^(.*?)\^/g, (_, c) => `$^{${c}}$`),
        (f) => f.replace(/\|(.*?)\|/g, '\\textsubscript{$1}').replace(/\^(.*?)\^/g, '\\textsuperscript{$1}'),
        (f) => `$\\mathrm{${f.replace(/\|(.*?)\|/g, '_{$1}').replace(/\^(.*?)\^/g, (_, c) => `^{${c}}`)}}$`,
        (f) => `\\ce{${f.replace(/\|(.*?)\|/g, '_{$1}').replace(/\^(.*?)\^/g, (_, c) => `^{${c}}`)}}`,
      ],
      markdown: [
        (f) => f.replace(/\|(.*?)\|/g, '~$1~'),
        (f) => f.replace(/\|(.*?)\|/g, '<sub>$1</sub>').replace(/\^(.*?)\^/g, '<sup>$1</sup>'),
        (f) => f.replace(/\|(.*?)\|/g, '$_{$1}$').replace(/\^(.*?)\^/g, (_, c) => `$^{${c}}$`),
      ],
      typst: [(f) => f.replace(/\|(.*?)\|/g, '#sub[$1]').replace(/\^(.*?)\^/g, '#super[$1]')],
    };
    for (const [language, ways] of Object.entries(written) as [FormatId, readonly ((flat: string) => string)[]][]) {
      test(language, async () => {
        const sentences = formulas.flatMap((formula, i) =>
          ways.map(
            (way, j) =>
              `Film ${'abcdefghij'[i]}${'klmn'[j]} of ${way(formula)}, then (${way(formula)}) and “${way(formula)}-rich” ones with ${formula.replace(/[|^]/g, '')}.`,
          ),
        );
        const text = language === 'latex' ? LATEX(sentences.join('\n\n')) : `${sentences.join('\n\n')}\n`;
        const name = NAMES[language];
        const before = (await load({ [name]: text }, name)).manuscript;
        for (const { markup } of formsFor(before)) {
          const changed = await set(text, language, markup);
          ok(changed !== text, markup);
          const again = (await load({ [name]: changed }, name)).manuscript;
          deepEqual(atoms(again), atoms(before), markup);
          equal(words(again), words(before), markup);
          equal(await set(changed, language, markup), changed, markup);
        }
      });
    }
  });
});

type Read = Awaited<ReturnType<typeof load>>['manuscript'];

const atoms = ({ files }: Read) =>
  files.flatMap((file) =>
    file.formulas.map(({ formula: { composition, charge, variables } }) => [
      composition ? compositionKey(composition) : variables.join(),
      charge,
    ]),
  );

const words = ({ files }: Read): string => files.map((file) => file.parsed.prose.text.replace(/[−–]/g, '-')).join();
