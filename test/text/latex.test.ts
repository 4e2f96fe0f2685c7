import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { span } from '../../server/base/span';
import { readLatex } from '../../server/text/latex/latex';
import { ATOM } from '../../server/text/prose';
import { blocksOf, checkRanges, scripted, sourceOf, textOf } from './support';

const tex = String.raw;
const blocks = (source: string) => blocksOf(readLatex(source));
const text = (source: string) => textOf(readLatex(source)).replaceAll(ATOM, '@');
const marked = (source: string) => scripted(readLatex(source));
const from = (source: string, read: string) => sourceOf(readLatex(source), read);
const document = (preamble: string, body: string) =>
  `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;

/** Each pair: source, and what is read of it. */
const table = (cases: readonly (readonly [string, string])[], read: (source: string) => string) => {
  for (const [source, expected] of cases) test(source, () => assert.equal(read(source), expected));
};

suite('LaTeX: characters', () => {
  table(
    [
      ['a~b and 10\\,mA', 'a b and 10 mA'],
      ['1--2 \\% --- \\& more', '1–2 % — & more'],
      ["``solid'' `ion' and Li's", "“solid” ‘ion' and Li's"],
      [tex`J\"uttner, \'Etude, \c{c}a, \v{S}koda, na\"{\i}ve, Stra\ss e`, 'Jüttner, Étude, ça, Škoda, naïve, Straße'],
      [tex`5\,\textmu m, \textdegree C, \AA, \textonehalf`, '5 µm, °C, Å, ½'],
      [tex`\textbf{bold} and \emph{not} bold`, 'bold and not bold'],
      [tex`{\bfseries bold} text`, 'bold text'],
      ['one  two\n   three', 'one two three'],
      ['one% comment\n  two', 'onetwo'],
      ['one % comment\ntwo', 'one two'],
      [tex`A \\ B \newline C`, 'A B C'],
      [tex`see \url{https://a.b/c%20d} and \href{https://a.b}{the site}`, 'see @ and the site'],
      [tex`run \verb|NPAR=4| and \texttt{CHGCAR}`, 'run @ and @'],
      [tex`in Fig.~\ref{fig:a}, \cref{eq:b}\label{x} and \autoref{t}`, 'in Fig. @, @ and @'],
      [tex`\textcolor{red}{new} \colorbox{blue}{text}`, 'new text'],
      [tex`{\color[HTML]{000000} a} \rowcolor[gray]{.9}[0pt] b \cellcolor[rgb]{1,0,0}c`, 'a b c'],
      [tex`\vspace{1em}\hspace*{2cm}a\hskip 1em plus 2pt b`, 'a b'],
      [tex`\added[id=A]{new} \deleted{old} \replaced{this}{that}`, 'new this'],
      [tex`\todo{check} done \includegraphics[width=2cm]{a.png}`, 'done'],
      [tex`\newcommand{\NMC}{NMC811\xspace}The \NMC (new) and \NMC.`, 'The NMC811 (new) and NMC811.'],
      [tex`seen \iffalse never \ifx a \fi either \fi again`, 'seen again'],
      [
        tex`the salt \cmpd{LiX.one}, \cmpd*[cmpd={a}]{b} and \compound+{PVDF,c}\declarecompound[a]{Mes}\setchemnum{x=y}`,
        'the salt @, @ and @',
      ],
      [tex`\unknown{shown} and \link{sec:key}{also shown}`, 'shown and also shown'],
      [tex`a\footnote{b} c`, 'a@ c\nb'],
    ],
    text,
  );
});

suite('LaTeX: formulas', () => {
  table(
    [
      ['LiNi$_{0.8}$Co$_{0.1}$Mn$_{0.1}$O$_2$', 'LiNi_{0.8}Co_{0.1}Mn_{0.1}O_{2}'],
      ['Li$^+$ and Fe$^{3+}$, S$^{2-}$', 'Li^{+} and Fe^{3+}, S^{2−}'],
      [tex`LiFe\textsubscript{0.5}PO\textsubscript{4}, Li\textsuperscript{+}`, 'LiFe_{0.5}PO_{4}, Li^{+}'],
      [tex`$\mathrm{P}_2\mathrm{S}_5$ and $\text{Li}_4\text{Ti}_5\text{O}_{12}$`, 'P_{2}S_{5} and Li_{4}Ti_{5}O_{12}'],
      [tex`\(\mathrm{LiPF}_6\)`, 'LiPF_{6}'],
      [tex`$\left(\mathrm{Li}\left[\mathrm{N}(\mathrm{SO}_2)_2\right]\right)$`, '(Li[N(SO_{2})_{2}])'],
      [tex`Li$_{1-x}$CoO$_{2-\delta}$`, 'Li_{1−x}CoO_{2−δ}'],
      [tex`$\mathrm{Mg}^{2 + }$`, 'Mg^{2+}'],
      [tex`$\mathrm{Li}^+ + e^- \to \mathrm{Li}$`, 'Li^{+} + e^{−} → Li'],
      [tex`FeSO$_4\cdot$7H$_2$O`, 'FeSO_{4}·7H_{2}O'],
      ['25 $^\\circ$C and 25$^{\\circ}$C', '25 °C and 25°C'],
      ['LiPF₆ in Li[Ni₀.₈]O₂', 'LiPF_{6} in Li[Ni_{0.8}]O_{2}'],
      ['a draft: LiPF_6 and Li_{0.8}', 'a draft: LiPF_{6} and Li_{0.8}'],
    ],
    marked,
  );

  test('the source of a formula is its markup, without the dollars around a whole one', () => {
    assert.equal(from('a LiFePO$_4$ cathode', 'LiFePO4'), 'LiFePO$_4$');
    assert.equal(from(tex`of \ce{LiPF6} salt`, 'LiPF6'), tex`\ce{LiPF6}`);
    assert.equal(from(tex`and $\mathrm{P}_2\mathrm{S}_5$ form`, 'P2S5'), tex`\mathrm{P}_2\mathrm{S}_5`);
    assert.equal(from(tex`\(\mathrm{LiPF}_6\)`, 'LiPF6'), tex`\mathrm{LiPF}_6`);
    assert.equal(from(tex`$\boldsymbol{\mathrm{Li_{1-x}FePO_{4}}}$`, 'Li1−xFePO4'), tex`\mathrm{Li_{1-x}FePO_{4}}`);
    assert.equal(from(tex`LiFePO$_4$$|$Li cell`, 'LiFePO4|Li'), 'LiFePO$_4$$|$Li');
    assert.equal(from(tex`the \textbf{SEI} and \emph{in} situ`, 'SEI'), 'SEI');
    assert.equal(from(tex`the \textbf{SEI} and \emph{in} situ`, 'in situ'), tex`\emph{in} situ`);
  });

  test('letters of math, of \\mathrm and of \\ce are told apart', () => {
    const { prose } = readLatex(tex`x $y$ $\mathrm{Li}$ \ce{O2} \SI{3}{\volt}`);
    const setting = (read: string) => prose.settingAt(prose.text.indexOf(read));
    assert.deepEqual(['x', 'y', 'Li', 'O2', 'V'].map(setting), ['text', 'math', 'upright', 'chemistry', 'upright']);
  });
});

suite('LaTeX: mhchem and chemformula', () => {
  table(
    [
      [tex`\ce{Li7La3Zr2O12}`, 'Li_{7}La_{3}Zr_{2}O_{12}'],
      [tex`\ce{Li_{1.2}Mn_{0.8}O2}`, 'Li_{1.2}Mn_{0.8}O_{2}'],
      [tex`\ce{LiNi0.8Co0.1Mn0.1O2}`, 'LiNi_{0.8}Co_{0.1}Mn_{0.1}O_{2}'],
      [tex`\ce{Li[Ni1/3Co1/3Mn1/3]O2}`, 'Li[Ni_{1/3}Co_{1/3}Mn_{1/3}]O_{2}'],
      [tex`\ce{Li^+}, \ce{Ca^2+}, \ce{Mn^{4+}}`, 'Li^{+}, Ca^{2+}, Mn^{4+}'],
      [tex`\ce{BF4-}, \ce{H+}, \ce{e-}`, 'BF_{4}^{−}, H^{+}, e^{−}'],
      [tex`\ce{SO4^2-} and \ce{Zn(OH)^{2-}_{4}}`, 'SO_{4}^{2−} and Zn(OH)^{2−}_{4}'],
      [tex`\ce{2H2O} \ce{1/2 O2}`, '2H_{2}O 1/2 O_{2}'],
      [tex`\ce{FeSO4.7H2O} \ce{CaO*H2O}`, 'FeSO_{4}·7H_{2}O CaO·H_{2}O'],
      [tex`\ce{Fe^{III}2O4}`, 'Fe^{III}_{2}O_{4}'],
      [tex`\ce{^{227}_{90}Th+}`, '^{227}_{90}Th^{+}'],
      [tex`\ce{MnO2 + H2O + e- -> MnOOH + OH^-}`, 'MnO_{2} + H_{2}O + e^{−} → MnOOH + OH^{−}'],
      [tex`\ce{A <=>[k_1] B}`, 'A ⇌[k_{1}] B'],
      [tex`\ce{2Li + H2 \xlongequal{heat} 2LiH}, \ce{Cl2\xlongrightarrow{}2Cl}`, '2Li + H_{2} = 2LiH, Cl_{2} → 2Cl'],
      [tex`\ce{SO4^2–}, \ce{PO^3–_4}, \ce{Mn^2–O}`, 'SO_{4}^{2–}, PO^{3–}_{4}, Mn^{2}–O'],
      [tex`$\begin{cases}\text{first}&\ce{Li+}\\\text{then}&\ce{Na+}\end{cases}$`, 'first Li^{+} then Na^{+}'],
      [tex`\ce{C6H5-CHO} \ce{C=O} \ce{C#N}`, 'C_{6}H_{5}-CHO C=O C≡N'],
      [tex`\ce{Ge(111)} \ce{Li2[Mn, Ir]O3}`, 'Ge(111) Li_{2}[Mn, Ir]O_{3}'],
      [tex`\ce{O2 ^} \ce{BaSO4 v}`, 'O_{2} ↑ BaSO_{4} ↓'],
      [tex`\ch{Li_{1-$x$} MO2}`, 'Li_{1−x} MO_{2}'],
      [tex`$\ce{Li2O + P2O5}$`, 'Li_{2}O + P_{2}O_{5}'],
      [tex`\ce{LiPF6 in {ethylene carbonate}}`, 'LiPF_{6} in ethylene carbonate'],
    ],
    marked,
  );
});

suite('LaTeX: quantities', () => {
  table(
    [
      [tex`\SI{2}{\milli\ampere\hour\per\gram}`, '2 mAh g^{−1}'],
      [tex`\qty{160}{mAh.g^{-1}}`, '160 mAh g^{−1}'],
      [tex`\si{\siemens\per\centi\meter}`, 'S cm^{−1}'],
      [tex`\si{\milli\ampere\hour/\gram}`, 'mAh/g'],
      [tex`\SI{1e-3}{\siemens\per\centi\metre\squared}`, '1 × 10^{−3} S cm^{−2}'],
      [tex`\SI{25}{\degreeCelsius}, \ang{45}`, '25 °C, 45°'],
      [tex`\num{2.5 +- 0.1}`, '2.5 ± 0.1'],
      [tex`\SIrange{1}{5}{\volt} \numlist{1;2;3}`, '1 to 5 V 1, 2 and 3'],
      [tex`\DeclareSIUnit\amphour{Ah}\SI{2}{\milli\amphour}`, '2 mAh'],
      [tex`\newcommand{\heat}[1]{\SI{#1}{\celsius}}at \heat{600}`, 'at 600 °C'],
      [
        tex`\newcommand{\q}[2]{\qty{#1}{#2}}\newcommand{\rate}[1]{\q{#1e-3}{\volt\per\second}}\rate{5}`,
        '5 × 10^{−3} V s^{−1}',
      ],
      [tex`\newcommand{\between}[2]{\SIrange{#1}{#2}{\nano\metre}}\between{2}{5}`, '2 to 5 nm'],
      [tex`\pu{123 kJ mol-1}`, '123 kJ mol^{−1}'],
    ],
    marked,
  );

  test('a quantity maps as a whole', () => {
    const source = tex`gives \SI{2}{\milli\ampere\hour\per\gram} here`;
    assert.equal(from(source, '2 mAh g−1'), tex`\SI{2}{\milli\ampere\hour\per\gram}`);
    assert.equal(from(source, 'mAh'), tex`\SI{2}{\milli\ampere\hour\per\gram}`);
  });
});

suite("LaTeX: the writer's own macros", () => {
  test('a macro is read as what it stands for, and maps onto its use', () => {
    const source = tex`\newcommand{\LFP}{LiFePO$_4$}We use \LFP{} and \LFP again, (\LFP).`;
    assert.equal(marked(source), 'We use LiFePO_{4} and LiFePO_{4} again, (LiFePO_{4}).');
    assert.equal(from(source, 'LiFePO4'), tex`\LFP`);
  });

  test('an argument maps onto where it is', () => {
    const source = tex`\newcommand{\hl}[1]{\textbf{#1} (new)}the \hl{solid electrolyte interphase} here`;
    assert.equal(text(source), 'the solid electrolyte interphase (new) here');
    assert.equal(from(source, 'electrolyte'), 'electrolyte');
  });

  test('\\def, optional arguments, macros within macros, math', () => {
    assert.equal(text(tex`\def\a#1{<#1>}\a{x}`), '<x>');
    assert.equal(text(tex`\newcommand{\q}[2][def]{#1-#2}\q{x} \q[y]{z}`), 'def-x y-z');
    assert.equal(text(tex`\newcommand{\b}{B}\newcommand{\c}[1]{\b#1}\c{1}`), 'B1');
    assert.equal(marked(tex`\newcommand{\E}[1]{E_{\mathrm{#1}}}$\E{ox} > 0$`), 'E_{ox} > 0');
  });

  test('a definition by cases gives the case that is meant, with its citations', () => {
    const source = tex`\newcommand{\dft}[1]{\IfEqCase{#1}{{DFT}{density functional theory~\cite{HK} (DFT)}{LDA}{local}}}by \dft{DFT}{} here`;
    assert.equal(text(source), 'by density functional theory @ (DFT) here');
    assert.deepEqual(
      readLatex(source).citations.map(({ keys }) => keys.map((k) => k.key)),
      [['HK']],
    );
  });

  test('a citation macro of one’s own cites what it is given', () => {
    const [use] = readLatex(tex`\newcommand{\mycite}[1]{~\cite{#1}}known\mycite{a, b}`).citations;
    assert.deepEqual(
      use!.keys.map((k) => k.key),
      ['a', 'b'],
    );
  });

  test('definitions that multiply or call themselves come to an end', () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `\\def\\${letter(i + 1)}{${`\\${letter(i)}`.repeat(10)}}`).join(
      '',
    );
    assert.ok(readLatex(`\\def\\za{x}${bomb}\\${letter(20)} end`).prose.text.endsWith('end\n'));
    assert.equal(text(tex`\def\self{\self\self}a \self b`), 'a b');
  });
});

const letter = (i: number) => `z${String.fromCharCode(97 + i)}`;

suite('LaTeX: citations and glossaries', () => {
  const keys = (source: string) =>
    readLatex(source).citations.map((use) => `${use.command} ${use.keys.map((k) => k.key).join(' ')}`);

  test('commands of natbib, biblatex, REVTeX', () => {
    assert.deepEqual(
      keys(tex`a~\cite{x} \citep[see][p.~3]{y, z} \textcite*{u} \autocites[1]{v}[2]{w} \onlinecite{q}`),
      ['\\cite x', '\\citep y z', '\\textcite u', '\\autocites v w', '\\onlinecite q'],
    );
  });

  test('keys over lines, with comments between them', () => {
    const source = 'shown \\cite{Wang:2014ic,\n  Finegan2022-nf,% old: \\cite{no}\n  schuster_2015}.';
    const { citations, prose } = readLatex(source);
    assert.deepEqual(
      citations[0]!.keys.map((k) => [k.key, source.slice(k.span.start, k.span.end)]),
      ['Wang:2014ic', 'Finegan2022-nf', 'schuster_2015'].map((key) => [key, key]),
    );
    assert.equal(prose.slice(citations[0]!.prose), ATOM);
    assert.equal(text(source), 'shown @.');
  });

  test('a command with “cite” in its name and no keys is none; \\nocite leaves no mark', () => {
    assert.deepEqual(keys(tex`\tocite here`), []);
    assert.equal(text(tex`a\nocite{x} b`), 'a b');
    assert.deepEqual(keys(tex`\nocite{x}\nocite{*}`), ['\\nocite x']);
  });

  test('acronyms are declared in several ways', () => {
    const { declarations } = readLatex(
      [
        tex`\newacronym[longplural={fuel cells}]{fc}{FC}{fuel cell}`,
        tex`\newabbreviation{sei}{SEI}{solid electrolyte interphase}`,
        tex`\DeclareAcronym{fec}{short = FEC, long = fluoroethylene carbonate}`,
        tex`\begin{acronym}\acro{EC}{ethylene carbonate}\acro{ddp}[DDP]{drop dead point}\end{acronym}`,
        '\\newglossaryentry{DFT}{name=DFT,%\n  description={\\textit{density} functional theory}}',
        tex`\newglossaryentry{dendrite}{name=dendrite,description={a branched deposit}}`,
      ].join('\n'),
    );
    assert.deepEqual(
      declarations.map((d) => [d.form, d.key, d.short, d.long]),
      [
        ['\\newacronym', 'fc', 'FC', 'fuel cell'],
        ['\\newabbreviation', 'sei', 'SEI', 'solid electrolyte interphase'],
        ['\\DeclareAcronym', 'fec', 'FEC', 'fluoroethylene carbonate'],
        ['\\acro', 'EC', 'EC', 'ethylene carbonate'],
        ['\\acro', 'ddp', 'DDP', 'drop dead point'],
        ['\\newglossaryentry', 'DFT', 'DFT', 'density functional theory'],
      ],
    );
  });

  test('uses show what they show', () => {
    const acronym = tex`\newacronym{lib}{LIB}{lithium-ion battery}`;
    assert.equal(
      text(tex`${acronym}\gls{lib} \glspl{lib} \acrlong{lib} \acrfull{lib} \Acl{lib} \gls{other}`),
      'LIB LIBs lithium-ion battery lithium-ion battery (LIB) Lithium-ion battery other',
    );
    const { glossaryUses, prose } = readLatex(tex`${acronym}the \gls{lib}.`);
    assert.deepEqual(
      glossaryUses.map((u) => [u.command, u.key, u.shows, prose.slice(u.prose)]),
      [['\\gls', 'lib', 'first-full', 'LIB']],
    );
    assert.equal(from(tex`${acronym}the \acrlong{lib}.`, 'ion'), tex`\acrlong{lib}`);
  });
});

suite('LaTeX: parts of a paper', () => {
  test('title, authors, abstract, keywords, sections, appendix, references', () => {
    const source = document(
      tex`\usepackage[version=4]{mhchem}\title{On \ce{LiF}}\author{A. Smith\thanks{Grant 1} \and B. Jones}`,
      tex`\maketitle
\begin{abstract}
We study. More.
\end{abstract}
\keywords{salt, film}
\section{Introduction}
First.

\subsection*{Detail}
Second.
\section*{Acknowledgements}
Thanks.
\section{Conclusions}
Last.
\appendix
\section{Derivation}
Extra.
\begin{thebibliography}{9}
\bibitem{a} A. Author, Journal 2020.
\end{thebibliography}`,
    );
    assert.deepEqual(blocks(source), [
      'body title: On LiF',
      `front-matter author: A. Smith${ATOM}`,
      'front-matter footnote: Grant 1',
      'front-matter author: B. Jones',
      'abstract paragraph: We study. More.',
      'keywords paragraph: salt, film',
      'body heading 1: Introduction',
      'body paragraph: First.',
      'body heading 2: Detail',
      'body paragraph: Second.',
      'acknowledgements heading 1: Acknowledgements',
      'acknowledgements paragraph: Thanks.',
      'body heading 1: Conclusions',
      'body paragraph: Last.',
      'supporting-information heading 1: Derivation',
      'supporting-information paragraph: Extra.',
      'references list-item: A. Author, Journal 2020.',
    ]);
    const { packages, bibitems } = readLatex(source);
    assert.deepEqual([...packages], ['class:article', 'mhchem']);
    assert.deepEqual(
      bibitems.map(({ key, span }) => [key, source.slice(span.start, span.end)]),
      [['a', 'a']],
    );
  });

  test('an entry of a nomenclature in the text is not text', () => {
    const source = String.raw`Films. \nomenclature[A]{SEI}{interphase}\nomenclature[S]{$q$}{charge} Grow.`;
    assert.deepEqual(blocks(source), ['body paragraph: Films. Grow.']);
  });

  test('what goes to the log or to a file is not text', () => {
    const source = String.raw`Text. \immediate\write\@auxout{\string\bibdata{refs}} \InputIfFileExists{a.bbl}{}{\typeout{No file.}} More.`;
    assert.deepEqual(blocks(source), ['body paragraph: Text. More.']);
  });

  test('a heading names its part whatever sets its letters', () => {
    const heading = String.raw`\section{Films}Text. \section*{\textsc{Cr}\lowercase{E}d\lowercase{I}T author statement}`;
    assert.deepEqual(blocks(`${heading} Ada: all.`).slice(2), [
      'back-matter heading 1: CrEdIT author statement',
      'back-matter paragraph: Ada: all.',
    ]);
  });

  test('footnotes and floats do not cut the paragraph they are in', () => {
    const source = tex`A film\footnote{Of salt.} grows
\begin{figure}[ht]\includegraphics{x}\caption[short]{A film.}\label{f}\end{figure}
on lithium.

Next.`;
    assert.deepEqual(blocks(source), [
      `body paragraph: A film${ATOM} grows on lithium.`,
      'body footnote: Of salt.',
      'body caption: short',
      'body caption: A film.',
      'body paragraph: Next.',
    ]);
  });

  test('display math is a block of its own', () => {
    assert.deepEqual(
      blocks(tex`With \begin{align*} E &= mc^2 \label{e} \\ a &= b \end{align*} we \[ x \] get $$y$$.`),
      [
        'body paragraph: With',
        'body equation: E = mc2 a = b',
        'body paragraph: we',
        'body equation: x',
        'body paragraph: get',
        'body equation: y',
        'body paragraph: .',
      ],
    );
  });

  test('lists; a description sets its labels apart', () => {
    assert.deepEqual(blocks(tex`\begin{itemize}\item One\item Two\end{itemize}After.`), [
      'body list-item: One',
      'body list-item: Two',
      'body paragraph: After.',
    ]);
    assert.deepEqual(blocks(tex`\section*{Abbreviations}\begin{description}\item[SEI] solid film\end{description}`), [
      'abbreviations heading 1: Abbreviations',
      'abbreviations list-item: SEI\tsolid film',
    ]);
  });

  test('cells of a table know their row; column specifications and rules are not read', () => {
    const source = tex`\begin{table}\caption{Salts}\begin{tabularx}{\linewidth}{|c||p{2cm}|}\toprule
Salt & $T$ \\ \cmidrule(lr){1-2}
\multicolumn{1}{c}{\ce{LiPF6}} & \multirow{2}{*}{25} \\[2mm]
\begin{tabular}[c]{@{}l@{}}two\\lines\end{tabular} & \\
\end{tabularx}\end{table}`;
    assert.deepEqual(blocks(source), [
      'body caption: Salts',
      'body table-cell 0.0: Salt',
      'body table-cell 0.0: T',
      'body table-cell 0.1: LiPF6',
      'body table-cell 0.1: 25',
      'body table-cell 0.2: two lines',
    ]);
  });

  test('code, drawings and commented text are never read; comments are collected', () => {
    const source = tex`A \begin{lstlisting}
x = "{"  % no comment
\end{lstlisting} b \begin{comment} no \end{comment} c \begin{tikzpicture}\node{d};\end{tikzpicture} e % a note`;
    assert.equal(text(source).replace(/\s+/g, ' '), 'A b c e');
    assert.deepEqual(
      readLatex(source).comments.map((c) => c.text),
      ['a note'],
    );
  });

  test('a file of settings only holds no prose, a chapter without preamble is all prose', () => {
    assert.deepEqual(blocks(tex`\usepackage{siunitx}\setlength{\parindent}{0pt} stray words`), []);
    assert.deepEqual(blocks(tex`\chapter{Batteries}\resultsubsection{Structure}{}{sec} They work.`), [
      'body heading 0: Batteries',
      'body heading 2: Structure',
      'body paragraph: They work.',
    ]);
  });

  test('abbreviation environments and MDPI commands', () => {
    assert.deepEqual(
      blocks(tex`\abbreviations{Abbreviations}{\begin{tabular}{ll}EC & ethylene carbonate\end{tabular}}`),
      [
        'abbreviations heading 1: Abbreviations',
        'abbreviations table-cell 0.0: EC',
        'abbreviations table-cell 0.0: ethylene carbonate',
      ],
    );
    assert.deepEqual(blocks(tex`\begin{acknowledgement}Thanks.\end{acknowledgement}\funding{None.} Text.`), [
      'acknowledgements paragraph: Thanks.',
      'acknowledgements paragraph: None.',
      'body paragraph: Text.',
    ]);
  });

  test('files that the manuscript names', () => {
    const source = tex`\input{a} \include{chapters/b }\subfile{c}\import{d/}{e}
\bibliography{one,%
  two}\addbibresource[location=local]{three.bib}\GlsXtrLoadResources[src={g,h}, sort=en]`;
    const { includes, bibliographies } = readLatex(source);
    assert.deepEqual(
      includes.map((f) => `${f.command} ${f.path}`),
      ['\\input a', '\\include chapters/b', '\\subfile c', '\\import d/e'],
    );
    assert.deepEqual(
      bibliographies.map((f) => `${f.command} ${f.path} ${source.slice(f.span.start, f.span.end)}`),
      [
        '\\bibliography one one',
        '\\bibliography two two',
        '\\addbibresource three.bib three.bib',
        '\\GlsXtrLoadResources g g',
        '\\GlsXtrLoadResources h h',
      ],
    );
  });
});

suite('LaTeX: broken and hostile input', () => {
  table(
    [
      ['a {b c\n\nd', 'a b c\nd'],
      ['a $b c\n\nd', 'a b c\nd'],
      [`${tex`a \ce{LiPF6`}\n\nd`, 'a LiPF6\nd'],
      [`${tex`a \textbf{b`}\n\nd`, 'a b\nd'],
      [`${tex`a \cite{b`}\n\nd`, 'a @\nd'],
      ['a } b', 'a b'],
      [`${tex`\begin{itemize}\item a`}\n\nb`, 'a\nb'],
      [tex`a \end{figure} b \( c`, 'a b c'],
      [tex`\frac{1}`, '1'],
      ['\\', ''],
    ],
    text,
  );

  test('never throws, and all ranges lie inside, in the order of the source', () => {
    const piece = fc.constantFrom(
      ...['\\ce{', '\\textbf{', '\\cite{a,', '\\footnote{', '\\begin{table}', '\\end{table}', '\\begin{tabular}{cc}'],
      ...['\\item', '\\section{', '\\SI{1}{', '\\gls{x}', '\\newcommand{\\q}[1]{', '\\q{', '#1', '\\left(', '\\verb|'],
      ...[
        '{',
        '}',
        '$',
        '$$',
        '_',
        '^',
        '&',
        '%',
        '~',
        '\n',
        '\n\n',
        ' ',
        '\\\\',
        '\\(',
        '\\)',
        '[',
        ']',
        '₂',
        'Li',
        '2',
        '+',
        '-',
      ],
      ...[
        '\\begin{equation}',
        '\\end{equation}',
        '\\iffalse',
        '\\fi',
        '\\begin{document}',
        '\\def\\w{',
        '\\w',
        "'",
        '`',
      ],
    );
    const source = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(source, (s) => {
        const parsed = readLatex(s);
        checkRanges(parsed);
      }),
      { numRuns: 1500 },
    );
  });

  test('a character cut out of a good document does no harm', () => {
    const good = document(
      tex`\newcommand{\LFP}{LiFePO$_4$}`,
      tex`\section{A} The \LFP{} cell \cite{a} in \ce{LiPF6}\footnote{b} with \SI{1}{\volt} and $x_2$.`,
    );
    for (let i = 0; i < good.length; i++) checkRanges(readLatex(good.slice(0, i) + good.slice(i + 1)));
    for (let i = 0; i < good.length; i++) checkRanges(readLatex(good.slice(0, i)));
  });
});

suite('LaTeX: real manuscripts', () => {
  test('every file of the corpus gives prose without markup, with ranges that hold', function () {
    const corpus = process.env.INTERPHASE_CORPUS;
    if (!corpus || !existsSync(corpus)) return this.skip();
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tex'));
    assert.ok(files.length > 10);
    for (const name of files) {
      const parsed = readLatex(readFileSync(join(corpus, name), 'utf8'));
      checkRanges(parsed);
      assert.doesNotMatch(parsed.prose.text, /\\(?:ce|cite|ref|label|begin|end|textbf)\b/, name);
    }
  });

  test('formulas in wild markup keep the ranges that their annotators gave them', function () {
    const gold = process.env.INTERPHASE_GOLD;
    if (!gold || !existsSync(gold)) return this.skip();
    const { positives } = JSON.parse(readFileSync(join(gold, 'formula/wild-markup.json'), 'utf8')) as {
      positives: { id: string; text: string; formulas: { start: number; end: number; text: string }[] }[];
    };
    for (const { id, text: source, formulas } of positives) {
      if (/[₀-₉]|<\w+>/.test(source)) continue;
      const { prose } = readLatex(source);
      for (const formula of formulas) {
        const start = prose.toProse(formula.start)!;
        const inside = (i: number) => i < prose.text.length - 1 && prose.toSource(span(i, i + 1)).start < formula.end;
        let end = start + 1;
        while (inside(end)) end++;
        const range = prose.toSource(span(start, end));
        assert.equal(source.slice(range.start, range.end), formula.text, id);
      }
    }
  });
});
