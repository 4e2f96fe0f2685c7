import { deepEqual, equal } from 'node:assert/strict';
import type { FormatId } from '../../server/text';
import { diagnose, fixAll } from '../support/paper';

/** Texts that fix-all leaves as they are, by what would be lost. */
const untouched = (language: FormatId, texts: Record<string, string>): void => {
  for (const [what, text] of Object.entries(texts)) {
    test(`${language}: ${what}`, () => equal(fixAll(text, language), text));
  }
};

/** Titles of all that is offered, and whether it is safe. */
const offered = (text: string, language: FormatId = 'markdown'): string[] =>
  diagnose(text, { language }).diagnostics.flatMap(({ fixes = [] }) =>
    fixes.map(({ title, safe }) => `${safe ? 'safe' : 'to look at'}: ${title}`),
  );

/** The text as the first fix that is offered leaves it. */
function first(text: string, language: FormatId = 'markdown'): string {
  const { diagnostics, after } = diagnose(text, { language });
  return after(diagnostics.flatMap(({ fixes = [] }) => fixes)[0]);
}

suite('fixes: a material stays what it is', () => {
  test('nothing is defined within a composite, only where the short form stands by itself', () => {
    const text = 'A SnO2-PEO film. The poly(ethylene oxide) (PEO) is soft. PEO flows.';
    deepEqual(offered(text), []);
    equal(offered(text.replace('SnO2-PEO', 'PEO')).length, 1);
  });
});

suite('fixes: no words where none may be', () => {
  untouched('latex', {
    'a symbol in an equation':
      'The shift is\n\\begin{equation}\n\\phi_0 = \\mathrm{OCP}(x) + \\eta .\n\\end{equation}\nThe open-circuit potential (OCP) is fitted. The OCP is smooth.',
    'a symbol in a line of text': 'At $U_1 = \\text{OCP}$ it rests. The open-circuit potential (OCP) is smooth.',
    'the label of a description':
      'We made LTO.\n\\begin{description}\n\\item[Lithium titanate (LTO)] A spinel. LTO is safe.\n\\end{description}',
    'a formula': 'With \\ce{LiFSI + H2O} it reacts. The lithium bis(fluorosulfonyl)imide (LiFSI) is dry.',
    'a title that is cited':
      'The SEI is thin.\n\nA. Writer, The solid electrolyte interphase (SEI), J. Cells 2019, 126, 2047.',
    'a heading of a paragraph': 'The SEI is thin.\n\n\\textbf{Solid electrolyte interphase (SEI).} The film is thin.',
  });
  untouched('markdown', {
    'a symbol in math':
      'The signal belongs to $\\mathrm{PTL}$ here.\n\nThe porous transport layer (PTL) is thin. The PTL edges matter.',
    'a title under a heading of sources':
      'LiFSI conducts well.\n\n<h2>Sources</h2>\n\nA. Writer, et al., "Lithium bis(fluorosulfonyl)imide (LiFSI) as a salt for cells", J. Cells, 1, 23 (2011)\n',
    'a title without a heading':
      'SEI images mislead, and the SEI is fragile.\n\n[1] B. Writer, "The solid electrolyte interphase (SEI) revisited", J. Cells 2, 3 (2012).\n',
    'a term that the sentence is about':
      'The solid electrolyte interphase (SEI) is thin. The SEI grows. The term “solid electrolyte interphase” is old, and “solid electrolyte interphase (SEI)” is longer.',
    'a title in a sentence': 'The SEI is thin. See “On the solid electrolyte interphase (SEI) of lithium” for more.',
    'a term of a definition list': 'The SEI is thin.\n\nSolid electrolyte interphase (SEI)\n: A film.\n',
    'the first words of a paragraph, as its label':
      'The SEI is thin.\n\nSolid electrolyte interphase (SEI): The film was imaged.\n',
  });
  untouched('plaintext', {
    'a line that may be a heading':
      'The SEI is thin.\n\nThe solid electrolyte interphase (SEI) on lithium\n\nIt grows; the SEI stays.',
  });
  untouched('typst', {
    'a formula':
      '= Redox\n\n#ce("KBr_(s) + H_2O_(l) -> KBr_(aq)")\n\n= Begriffe\n\nEs entsteht Kaliumbromid (#ce("KBr")). Es ist weiß.\n',
    'a term of a list': 'We made LTO.\n\n/ Lithium titanate (LTO): A spinel. LTO is safe.\n',
  });

  test('no long form in a table, a quotation, a compound or a cell', () => {
    for (const text of [
      '| Salt | Note |\n|---|---|\n| LiTFSI | with LiTFSI |\n',
      'The title “LiTFSI salts for slow cells” says it all.',
      'By HAADF-STEM and by G~0~W~0~@HSE06 we see it.',
      'In Li||GBL||Cu cells it works.',
      'The EIS’s result is clear.',
    ])
      deepEqual(offered(text), [], text);
  });
});

suite('fixes: the words of others stay theirs', () => {
  const BEFORE = 'The solid electrolyte interphase (SEI) is thin. The SEI ages; the SEI grows.';
  const OTHERS = 'the solid electrolyte interphase (SEI) of lithium';
  const quoted = (language: FormatId, quotes: Record<string, string>) =>
    untouched(
      language,
      Object.fromEntries(
        Object.entries(quotes).map(([what, text]) => [
          what,
          `${BEFORE} See ${text.replace('X', () => OTHERS)} here.\n`,
        ]),
      ),
    );
  quoted('latex', {
    'in quotes of TeX': "``X''",
    'in quotes that close on a typewriter': '``X"',
    'in single quotes': "`X'",
    'in \\enquote': '\\enquote{X}',
    'in \\textquote with its source': '\\textquote[{\\cite{a}}]{X}',
    'in \\foreignquote': '\\foreignquote{german}{X}',
    'in French quotes': '\\og X\\fg{}',
    'in German quotes': '\\glqq X\\grqq{}',
    'in a quotation': '\n\\begin{quote}\nX\n\\end{quote}\n',
    'in a quotation of csquotes': '\n\\begin{displayquote}[{\\cite{a}}]\nX\n\\end{displayquote}\n',
    'in a link': '\\href{https://example.org/SEI}{X}',
  });
  quoted('markdown', {
    'in curly quotes': '“X”',
    'in German quotes that close on a typewriter': '„X"',
    'in guillemets': '« X »',
    'in Swedish quotes': '”X”',
    'in single quotes': '‘X’',
    'in straight quotes': "'X'",
    'in a block quote': '\n\n> X\n\n',
    'in HTML': '<q>X</q> <cite>X</cite>',
    'in a link': '[X](https://example.org/SEI "The SEI"){.c}',
    'in a link with a name': '[X][sei] here.\n\n[sei]: https://example.org/\n\nSee',
  });
  quoted('typst', {
    'in a quotation on the line': '#quote[X]',
    'in a block quotation': '#quote(block: true, attribution: [A. Ahn])[X]',
    'in a link': '#link("https://example.org/SEI")[X]',
  });

  test('an apostrophe and an inch open no quotation', () => {
    const text = `${BEFORE} The cells’ 5" wafer and the cell’s ${OTHERS} age.`;
    equal(fixAll(text), text.replace(OTHERS, 'the SEI of lithium'));
  });
});

suite('fixes: a term and its explanation stay', () => {
  const BEFORE = 'The solid electrolyte interphase (SEI) is thin. The SEI ages.';
  untouched('markdown', {
    'in a definition list': `${BEFORE}\n\nSEI\n: The solid electrolyte interphase (SEI) of lithium.\n`,
    'after a colon': `${BEFORE}\n\n- SEI: the solid electrolyte interphase (SEI) of lithium.\n`,
  });
  untouched('latex', {
    'of a description': `${BEFORE}\n\\begin{description}\n\\item[SEI] The solid electrolyte interphase (SEI) of lithium.\n\\end{description}\n`,
    'of panels that are typed as a paragraph':
      'a) Growth of the CEI. b) Images of the CEI.\n\nThe cathode electrolyte interphase (CEI) is thin. The CEI ages.\n',
  });
  untouched('typst', {
    'of a list of terms': `${BEFORE}\n\n/ SEI: The solid electrolyte interphase (SEI) of lithium.\n`,
  });
});

suite('fixes: nothing that a definition holds is lost', () => {
  untouched('latex', {
    'a citation':
      'A solid electrolyte interphase (SEI) grows. The solid electrolyte interphase~\\cite{a} (SEI) is thin, the SEI.',
    'the maker of an instrument':
      'By X-ray diffraction (XRD). Later X-ray diffraction (XRD, Bruker D8) was used. XRD shows it.',
    'an entry of the index':
      'A solid electrolyte interphase (SEI) grows. The solid \\index{film}electrolyte interphase (SEI) is thin.',
    'a comment':
      'A solid electrolyte interphase (SEI) grows. The solid % my note\nelectrolyte interphase (SEI) is thin.',
    'a note': 'A solid electrolyte interphase (SEI) grows. The solid electrolyte\\footnote{Thin.} interphase (SEI) is.',
    'a formula': 'The salt \\ce{LiPF6} (LPF) is wet. The salt \\ce{LiPF6} (LPF) is dry.',
  });
  untouched('markdown', {
    'the noun that two short forms share':
      'By scanning electron microscopy (SEM) and transmission electron microscopy (TEM). Now scanning (SEM) and transmission electron microscopy (TEM).',
    'the noun that a hanging hyphen leans on':
      'By wide-angle X-ray scattering (WAXS). Both small- and wide-angle X-ray scattering (WAXS) show it.',
    'the noun that an adjective leans on':
      'By molecular layer deposition (MLD). Both atomic and molecular layer deposition (MLD) work.',
    'the noun that a second complement leans on':
      'La batería de iones de litio (BIL) es ligera. La BIL dura. Se compara la batería de iones de litio y de sodio.',
    'an apposition': 'A solid electrolyte interphase (SEI) grows. This solid electrolyte interphase, SEI, is thin.',
  });

  test('markup around the definition stays', () => {
    equal(
      fixAll(
        'A solid electrolyte interphase (SEI) grows. The \\emph{solid electrolyte interphase (SEI)} is thin.',
        'latex',
      ),
      'A solid electrolyte interphase (SEI) grows. The \\emph{SEI} is thin.',
    );
  });
});

suite('fixes: the sentence stays right', () => {
  test('the article suits what follows it', () => {
    equal(
      fixAll('It forms an SEI.\n\nThe film is a solid electrolyte interphase (SEI).'),
      'It forms a solid electrolyte interphase (SEI).\n\nThe film is an SEI.',
    );
    const unknown = 'A lithium-ion battery (LIB) ages. It is a lithium-ion battery (LIB).';
    equal(fixAll(unknown), unknown, 'a LIB or an LIB');
    equal(
      fixAll('A metal–organic framework (MOF) is porous; use a MOF. Here is a metal–organic framework (MOF).'),
      'A metal–organic framework (MOF) is porous; use a MOF. Here is a MOF.',
      'as the manuscript says it elsewhere',
    );
  });

  test('a name keeps its capital, a common word loses it', () => {
    for (const [text, fixed] of [
      [
        'By the MC method we see it.\n\nMonte Carlo (MC) is slow. Use MC.',
        'By the Monte Carlo (MC) method we see it.\n\nMC is slow. Use MC.',
      ],
      [
        'With DEZ it is stable.\n\nDiscrete edge zoning (DEZ) is slow; a discrete edge is not.',
        'With discrete edge zoning (DEZ) it is stable.\n\nDEZ is slow; a discrete edge is not.',
      ],
    ] as const)
      equal(fixAll(text), fixed);
    deepEqual(
      offered('With WXY it is stable.\n\nWagner xenon yield (WXY) is slow; use WXY.'),
      ['to look at: Define “WXY” here, where it is used first'],
      'a name or not: nobody knows',
    );
  });

  test('a German noun keeps its capital', () => {
    equal(
      fixAll(
        'Im LZP wandern Ionen.\n\nDas Lithium-Zirkonium-Phosphat (LZP) ist weiß. Das LZP leitet, und das LZP ist stabil.',
        'latex',
      ),
      'Im Lithium-Zirkonium-Phosphat (LZP) wandern Ionen.\n\nDas LZP ist weiß. Das LZP leitet, und das LZP ist stabil.',
    );
  });

  test('an adjective that is declined is left to the author', () => {
    deepEqual(offered('Mit der EIS wird gemessen.\n\nDie elektrochemische Impedanzspektroskopie (EIS) ist alt.'), [
      'to look at: Define “EIS” here, where it is used first',
    ]);
  });

  test('no English words are offered in another language', () => {
    deepEqual(offered('Der Film wird durch EIS und das Modell untersucht. Die EIS ist alt.'), []);
  });

  test('the noun that comes is not said twice', () => {
    equal(first('We see it by FTIR spectroscopy.'), 'We see it by Fourier transform infrared (FTIR) spectroscopy.');
    deepEqual(
      offered('In the EIS spectroscopy it shows.\n\nThe electrochemical impedance spectroscopy (EIS) is slow.'),
      ['to look at: Write “EIS”'],
    );
  });

  test('e.g. ends no sentence', () => {
    equal(
      first('Perovskites (e.g. LLTO) conduct; the LLTO.'),
      'Perovskites (e.g. lithium lanthanum titanate (LLTO)) conduct; the LLTO.',
    );
  });

  test('what a word leans on is left to the author', () => {
    for (const text of [
      'A σ RT of 1 mS was found.\n\nAt room temperature (RT) it flows.',
      'With LLTO (see Fig. 1) it works.\n\nLithium lanthanum titanate (LLTO) is hard.',
      'SEI, that is, the solid electrolyte interphase (SEI), grows.',
      'A solid electrolyte interphase (SEI) forms. The film (that is, the solid electrolyte interphase (SEI)) grows.',
      'The films (SEI) grow.\n\nA solid electrolyte interphase (SEI) is thin.',
    ])
      deepEqual(
        offered(text).filter((title) => title.startsWith('safe')),
        [],
        text,
      );
  });
});
