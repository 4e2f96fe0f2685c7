import { deepEqual, equal } from 'node:assert/strict';
import { parseFile } from '../../server/text';
import { blocksOf, checkRanges, sourceOf, textOf } from './support';

const read = (source: string) => parseFile('latex', source);
const blocks = (source: string) => blocksOf(read(source));
const body = (text: string) => `\\begin{document}\n${text}\n\\end{document}\n`;

suite('LaTeX: journal classes', () => {
  test('achemso', () => {
    deepEqual(
      blocks(`\\documentclass[journal=jacsat]{achemso}
\\author{Ada Example}
\\altaffiliation{Contributed equally}
\\affiliation[Town]{Institute A, Town}
\\email{ada@example.org}
\\phone{+1 23}
\\title[Short]{Films on \\ce{Li}}
\\abbreviations{SEI, FEC}
\\keywords{film, lithium}
${body(`\\begin{tocentry}\nA graphic.\n\\end{tocentry}
\\begin{abstract}\nA film grows.\n\\end{abstract}
\\section{Results}\nText.
\\begin{scheme}\\includegraphics{a}\\caption{Reduction.}\\end{scheme}
\\begin{acknowledgement}\nWe thank all.\n\\end{acknowledgement}
\\begin{suppinfo}\nSpectra of LiF.\n\\end{suppinfo}`)}`),
      [
        'front-matter author: Ada Example',
        'front-matter author: Contributed equally',
        'front-matter author: Institute A, Town',
        'front-matter author: ada@example.org',
        'body title: Films on Li',
        'abbreviations paragraph: SEI, FEC',
        'keywords paragraph: film, lithium',
        'back-matter paragraph: A graphic.',
        'abstract paragraph: A film grows.',
        'body heading 1: Results',
        'body paragraph: Text.',
        'body caption: Reduction.',
        'acknowledgements paragraph: We thank all.',
        'back-matter paragraph: Spectra of LiF.',
      ],
    );
  });

  test('revtex', () => {
    deepEqual(
      blocks(`\\documentclass[aps]{revtex4-2}
${body(`\\preprint{APS/123}
\\title{Diffusion}
\\thanks{A note}
\\author{Ada Example}
\\altaffiliation[Also at ]{Institute B}
\\affiliation{Institute A}
\\begin{abstract}\nIons move.\n\\end{abstract}
\\pacs{82.47.Aa}
\\maketitle
\\section{\\label{sec:a}Results}\nText.
\\begin{acknowledgments}\nThanks.\n\\end{acknowledgments}
\\appendix
\\section{Details}\nMore.`)}`),
      [
        'body title: Diffusion',
        'front-matter footnote: A note',
        'front-matter author: Ada Example',
        'front-matter author: Institute B',
        'front-matter author: Institute A',
        'abstract paragraph: Ions move.',
        'body heading 1: Results',
        'body paragraph: Text.',
        'acknowledgements paragraph: Thanks.',
        'supporting-information heading 1: Details',
        'supporting-information paragraph: More.',
      ],
    );
  });

  test('elsarticle', () => {
    deepEqual(
      blocks(`\\documentclass{elsarticle}
${body(`\\begin{frontmatter}
\\title{Plating\\tnoteref{t1}}
\\tnotetext[t1]{Funded.}
\\author[a]{Ada Example\\corref{c}\\fnref{f}}
\\ead{ada@example.org}
\\cortext[c]{Corresponding author}
\\begin{abstract}\nLithium plates.\n\\end{abstract}
\\begin{graphicalabstract}\nA picture.\n\\end{graphicalabstract}
\\begin{highlights}\n\\item It plates\n\\end{highlights}
\\begin{keyword}\nlithium\\sep plating\n\\end{keyword}
\\end{frontmatter}
\\section{Results}\nText.
\\section*{CRediT authorship contribution statement}\nAda: all.
\\appendix
\\section{Details}\nMore.`)}`),
      [
        'body title: Plating',
        'front-matter footnote: Funded.',
        'front-matter author: Ada Example',
        'front-matter author: ada@example.org',
        'front-matter author: Corresponding author',
        'abstract paragraph: Lithium plates.',
        'back-matter paragraph: A picture.',
        'abstract list-item: It plates',
        'keywords paragraph: lithium, plating',
        'body heading 1: Results',
        'body paragraph: Text.',
        'back-matter heading 1: CRediT authorship contribution statement',
        'back-matter paragraph: Ada: all.',
        'supporting-information heading 1: Details',
        'supporting-information paragraph: More.',
      ],
    );
  });

  test('rsc sets title, authors and abstract in a table above two columns', () => {
    deepEqual(
      blocks(`\\documentclass[twocolumn]{article}
${body(`\\fancypagestyle{plain}{\\fancyhead[C]{\\includegraphics[width=2cm]{bar}}}
\\twocolumn[
  \\begin{@twocolumnfalse}
\\begin{tabular}{m{4cm} p{13cm}}
\\includegraphics{doi} & \\noindent\\LARGE{\\textbf{Hard carbon}} \\\\
 & \\noindent\\large{Ada Example\\textit{$^{a}$}} \\\\
 & \\noindent\\normalsize{Carbon stores sodium.} \\\\
\\end{tabular}
  \\end{@twocolumnfalse} \\vspace{1cm}
  ]
\\section{Introduction}
Text.
\\section*{Conflicts of interest}
None.`)}`),
      [
        'body title: Hard carbon',
        'front-matter author: Ada Examplea',
        'abstract paragraph: Carbon stores sodium.',
        'body heading 1: Introduction',
        'body paragraph: Text.',
        'back-matter heading 1: Conflicts of interest',
        'back-matter paragraph: None.',
      ],
    );
  });

  test('MDPI', () => {
    deepEqual(
      blocks(`\\documentclass[batteries]{Definitions/mdpi}
\\pubvolume{1}
\\Title{Sodium}
\\TitleCitation{Sodium}
\\Author{Ada Example $^{1}$}
\\corres{Correspondence: ada@example.org}
\\abstract{Sodium plates.}
\\keyword{sodium; plating}
${body(`\\section{Results}\nText.
\\supplementary{Figure S1.}
\\authorcontributions{Ada: all.}
\\funding{No funding.}
\\dataavailability{On request.}
\\acknowledgments{Thanks.}
\\conflictsofinterest{None.}
\\abbreviations{Abbreviations}{\\begin{tabular}{@{}ll}\nSEI & solid electrolyte interphase\n\\end{tabular}}
\\appendixtitles{no}
\\reftitle{References}`)}`),
      [
        'body title: Sodium',
        'front-matter author: Ada Example 1',
        'front-matter author: Correspondence: ada@example.org',
        'abstract paragraph: Sodium plates.',
        'keywords paragraph: sodium; plating',
        'body heading 1: Results',
        'body paragraph: Text.',
        'back-matter paragraph: Figure S1.',
        'back-matter paragraph: Ada: all.',
        'acknowledgements paragraph: No funding.',
        'back-matter paragraph: On request.',
        'acknowledgements paragraph: Thanks.',
        'back-matter paragraph: None.',
        'abbreviations heading 1: Abbreviations',
        'abbreviations table-cell 0.0: SEI',
        'abbreviations table-cell 0.0: solid electrolyte interphase',
        'back-matter paragraph: References',
      ],
    );
  });

  test('Springer Nature', () => {
    deepEqual(
      blocks(`\\documentclass{sn-jnl}
${body(`\\title[Short]{Ageing}
\\author*[1]{\\fnm{Ada} \\sur{Example}}\\email{ada@example.org}
\\equalcont{Equal.}
\\affil*[1]{\\orgdiv{Dept}, \\orgname{Institute}, \\orgaddress{\\city{Town}, \\country{Land}}}
\\abstract{Cells age.}
\\keywords{ageing}
\\pacs[JEL]{D8}
\\maketitle
\\section{Results}\\label{a}\nText.
\\backmatter
\\bmhead{Acknowledgements}\nThanks.
\\section*{Declarations}\nNone.
\\begin{appendices}\n\\section{Details}\nMore.\n\\end{appendices}`)}`),
      [
        'body title: Ageing',
        'front-matter author: Ada Example',
        'front-matter author: ada@example.org',
        'front-matter author: Equal.',
        'front-matter author: Dept, Institute, Town, Land',
        'abstract paragraph: Cells age.',
        'keywords paragraph: ageing',
        'body heading 1: Results',
        'body paragraph: Text.',
        'acknowledgements heading 1: Acknowledgements',
        'acknowledgements paragraph: Thanks.',
        'back-matter heading 1: Declarations',
        'back-matter paragraph: None.',
        'supporting-information heading 1: Details',
        'supporting-information paragraph: More.',
      ],
    );
  });

  test('IEEEtran', () => {
    deepEqual(
      blocks(`\\documentclass{IEEEtran}
${body(`\\title{States}
\\author{\\IEEEauthorblockN{Ada Example}\n\\and\n\\IEEEauthorblockN{Bo Example}}
\\markboth{Journal}{Example}
\\IEEEpubid{0000}
\\begin{abstract}\nA state.\n\\end{abstract}
\\begin{IEEEkeywords}\nstate, cell\n\\end{IEEEkeywords}
\\section{Results}
\\IEEEPARstart{T}{he} text.
\\appendices
\\section{Proof}\nMore.
\\section*{Acknowledgment}\nThanks.
\\begin{IEEEbiographynophoto}{Ada Example}\nHer life.\n\\end{IEEEbiographynophoto}`)}`),
      [
        'body title: States',
        'front-matter author: Ada Example',
        'front-matter author: Bo Example',
        'abstract paragraph: A state.',
        'keywords paragraph: state, cell',
        'body heading 1: Results',
        'body paragraph: The text.',
        'supporting-information heading 1: Proof',
        'supporting-information paragraph: More.',
        'acknowledgements heading 1: Acknowledgment',
        'acknowledgements paragraph: Thanks.',
        'back-matter paragraph: Her life.',
      ],
    );
  });

  test('Wiley', () => {
    deepEqual(
      blocks(`\\documentclass{WileyNJD-v2}
\\articletype{Article}
${body(`\\title{Ethers}
\\author[1]{Ada Example}
\\authormark{EXAMPLE \\textsc{et al}}
\\address[1]{\\orgname{Institute}}
\\presentaddress{Elsewhere}
\\abstract[Summary]{Ethers solvate.}
\\keywords{ether}
\\jnlcitation{\\cname{\\author{Example A}} (\\cyear{2017})}
\\maketitle
\\section{Results}\nText.
\\subsection*{Author contributions}\nAda: all.
\\subsection*{Financial disclosure}\nNone.`)}`),
      [
        'body title: Ethers',
        'front-matter author: Ada Example',
        'front-matter author: Institute',
        'front-matter author: Elsewhere',
        'abstract paragraph: Ethers solvate.',
        'keywords paragraph: ether',
        'body heading 1: Results',
        'body paragraph: Text.',
        'back-matter heading 2: Author contributions',
        'back-matter paragraph: Ada: all.',
        'acknowledgements heading 2: Financial disclosure',
        'acknowledgements paragraph: None.',
      ],
    );
  });
});

suite('LaTeX: what is not in the paper', () => {
  const text = (source: string) => textOf(read(source));

  test('a label in bold opens a part within its paragraph', () => {
    deepEqual(blocks('\\noindent\\textbf{Keywords:} lithium, film\n\nText.'), [
      'keywords paragraph: Keywords: lithium, film',
      'body paragraph: Text.',
    ]);
  });

  test('commands of latexdiff and changes show the new text, however the preamble colours it', () => {
    const diff =
      '\\providecommand{\\DIFadd}[1]{{\\color{blue}#1}}\\providecommand{\\DIFdel}[1]{{\\color{red}#1}}' +
      'The \\DIFdelbegin \\DIFdel{LiF }\\DIFdelend \\DIFaddbegin \\DIFadd{Li2O }\\DIFaddend film.';
    equal(text(diff), 'The Li2O film.');
    equal(text('The \\added[id=A]{thin} \\deleted{old }\\replaced{film}{layer}\\comment{why?}.'), 'The thin film.');
  });

  test('parts that open with a heading set by hand', () => {
    const typed = (name: string) =>
      `\\begin{center}\n{\\LARGE{\\scshape ${name}}}\\\\\n\\end{center}\n\nWe thank the CIO.\n`;
    const parts = (source: string) => read(source).prose.blocks.map(({ kind, part }) => `${part} ${kind}`);
    deepEqual(parts(typed('Acknowledgements')), ['acknowledgements heading', 'acknowledgements paragraph']);
    deepEqual(parts('\\textbf{ABSTRACT}\n\nA film grows.\n\n\\section{Salts}\nIt grows.'), [
      'abstract heading',
      'abstract paragraph',
      'body heading',
      'body paragraph',
    ]);
    deepEqual(parts('\\textbf{\\Large{Résumé}}\n\\\\\nUn film.\n\n\\section{Sels}\nIl croît.'), [
      'abstract paragraph',
      'body heading',
      'body paragraph',
    ]);
    for (const running of ['Acknowledgements\n\n\\textbf{Abstract thoughts} grow.', '\\textbf{Abstract} A film grows.'])
      deepEqual([...new Set(parts(running))], ['body paragraph']);
    deepEqual(parts('\\textbf{Acknowledgements}\n\nWe thank.\n\n\\textbf{Methods}\n\nWe weighed.'), [
      'acknowledgements heading',
      'acknowledgements paragraph',
      'body paragraph',
      'body paragraph',
    ]);
  });

  test('of conditionals one branch is read', () => {
    equal(text('A \\iffalse B \\else C \\fi D.'), 'A C D.');
    equal(text('A \\ifdefined\\thesis B \\else \\ifx\\a\\b C \\fi E \\fi D.'), 'A B D.');
  });
  test('switches of one’s own are read as they are turned', () => {
    const draft = '\\newif\\ifdraft\n';
    equal(text(`${draft}A \\ifdraft B \\else C \\fi D.`), 'A C D.');
    equal(text(`${draft}\\drafttrue\nA \\ifdraft B \\else C \\fi D.`), 'A B D.');
    equal(text(`${draft}%\\drafttrue\nA \\ifdraft B \\ifx\\a\\b b \\else c \\fi \\fi D.`), 'A D.');
    equal(text(`${draft}A \\ifdraft B \\fi \\drafttrue C \\ifdraft D \\fi E.`), 'A C D E.');
    equal(text(`${draft}A \\ifdraft B without an end.`), 'A B without an end.');
    equal(text('A \\ifanonymous B \\else \\ifother C \\fi D \\fi E.'), 'A B E.');
    equal(text(`${draft}A \\ifdraft x \\ifCLASSOPTIONcompsoc y \\else z \\fi w % \\fi old\n \\fi D.`), 'A D.');
    equal(
      text(`${draft}\\newcommand{\\nodraft}{\\draftfalse}\\drafttrue A \\ifdraft B \\fi 5 cm thick.`),
      'A B 5 cm thick.',
    );
    equal(text(`${draft}\\drafttrue\\iffalse\\draftfalse\\fi 5 cm A \\ifdraft 1 \\else 2 \\fi 4.`), '5 cm A 1 4.');
    equal(text('A \\iffalse x \\ifundef\\foo{y}{z} b \\fi The rest.'), 'A The rest.');
    equal(text('A \\iffalse without an end.'), 'A without an end.');
    equal(text('\\newboolean{si}A \\ifthenelse{\\boolean{si}}{B}{C} D.'), 'A C D.');
    equal(
      text('\\newtoggle{draft}\\togglefalse{draft}A \\iftoggle{draft}{B}{C} \\nottoggle{draft}{D}{E} F.'),
      'A C D F.',
    );
    equal(text('\\newbool{draft}\\setbool{draft}{true}A \\ifbool{draft}{B}{C} \\ifbool{other}{D}{E} F.'), 'A B D F.');
  });

  test('a switch in the preamble chooses among titles', () => {
    const document = (turn: string) =>
      `\\documentclass{article}\\newif\\ifanon${turn}\n\\ifanon\\author{A. Nobody}\\else\\author{J. Doe}\\fi\n\\begin{document}\\ifanon\\else Thanks. \\fi End.\\end{document}`;
    equal(text(document('\\anontrue')), 'A. Nobody\nEnd.');
    equal(text(document('')), 'J. Doe\nThanks. End.');
  });

  test('bibliographies in comments do not count, and lists may run over lines', () => {
    const { bibliographies } = read('%\\bibliography{old}\n\\bibliography{%\n  a,\n  % b,\n  lit/c\n}');
    deepEqual(
      bibliographies.map(({ path }) => path),
      ['a', 'lit/c'],
    );
  });

  test('long files of numbers are not text', () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${(i / 1000).toFixed(4)} ${Math.sin(i).toFixed(6)} \\\\`);
    equal(text(rows.join('\n')), '');
    equal(text('\\begin{axis}\n\\addplot coordinates {(0,1) (2,3)};\n\\end{axis}'), '');
  });
});

suite('LaTeX: definitions of other files', () => {
  const CONTEXT = read(
    '\\usepackage{acro}\\newcommand{\\LFP}{LiFePO$_4$}\\newcommand{\\by}[2][LiF]{#2 on #1}\\newglossaryentry{sei}{name=SEI, description={solid electrolyte interphase}}\\DeclareSIUnit\\amphour{Ah}',
  ).definitions;

  test('macros, entries, units and packages are known, and map to the place of use', () => {
    const chapter = parseFile('latex', 'The \\gls{sei} of \\LFP, \\by{Li2O}, \\SI{2}{\\milli\\amphour}.', CONTEXT);
    equal(textOf(chapter), 'The SEI of LiFePO4, Li2O on LiF, 2 mAh.');
    deepEqual(
      ['SEI', 'LiFePO4', 'Li2O'].map((part) => sourceOf(chapter, part)),
      ['\\gls{sei}', '\\LFP', 'Li2O'],
    );
    deepEqual(chapter.declarations, []);
    deepEqual([chapter.packages.has('acro'), chapter.definitions], [true, '']);
  });

  test('broken files stay within their own ranges', () => {
    const text = 'A \\LFP{} and \\by[a]{b} {$x \\gls{sei} \\newcommand{\\own}{\\LFP \\begin{verbatim} \\iffalse';
    for (let end = 0; end <= text.length; end++) checkRanges(parseFile('latex', text.slice(0, end), CONTEXT));
  });
});
