import { deepEqual, equal } from 'node:assert/strict';
import { diagnose, fixAll, only } from '../../support/paper';

const CODE = 'abbreviation/article';
const LATEX =
  '\\documentclass{article}\n\\usepackage{glossaries}\n\\newacronym{sei}{SEI}{solid electrolyte interphase}\n';
const found = (text: string, language: 'markdown' | 'latex' | 'typst' = 'markdown') =>
  only(CODE, diagnose(text, { language }).diagnostics).map(({ span }) => text.slice(span.start, span.end + 10));

suite(CODE, () => {
  test('follows how letters are said', () => {
    equal(
      fixAll('A NMC cell, a LFP cell, a LLZO pellet, an PEO film and an DSC scan. The NMC, the LFP.'),
      'An NMC cell, an LFP cell, an LLZO pellet, a PEO film and a DSC scan. The NMC, the LFP.',
    );
  });

  test('follows how small letters without a vowel are said', () => {
    const declared = '\\newacronym{fcc}{fcc}{face-centred cubic}\n\\begin{document}The \\gls{fcc} phase. ';
    deepEqual(found(`\\usepackage{glossaries}\n${declared}In an \\gls{fcc} lattice.\\end{document}`, 'latex'), []);
  });

  test('leaves what is said in two ways, names of salts, and letters of panels', () => {
    for (const text of [
      'A SEM image and an SEM image; a MOF and an MOF; a FEC and an FEC film.',
      'A LiFSI salt and a LiTFSI salt.',
      'Figure 2: a XRD patterns; b XPS spectra.',
      'The parts (a LFP, b NMC) are shown.',
    ])
      deepEqual(found(text), [], text);
  });

  test('says nothing in another language', () => {
    deepEqual(found('Il a SEI dans la cellule, et le film de la SEI est mince. La SEI a XRD.'), []);
  });

  test('a package writes the long form at its first use, and the short form later', () => {
    const text = `${LATEX}\\begin{document}\nWe grow an \\gls{sei} on lithium. Then a \\gls{sei} is thick.\n\\end{document}\n`;
    deepEqual(found(text, 'latex'), ['an \\gls{sei}', 'a \\gls{sei}']);
    deepEqual(
      found(
        `${LATEX}\\begin{document}\nWe grow a \\gls{sei} on lithium. Then an \\gls{sei} is thick.\n\\end{document}\n`,
        'latex',
      ),
      [],
    );
  });

  test('so do those of Typst and commands of one’s own', () => {
    const own = '\\newcommand{\\abk}[3]{\\newacronym{#1}{#2}{#3}}\n\\abk{sei}{SEI}{solid electrolyte interphase}\n';
    deepEqual(found(`${own}We grow a \\gls{sei} on lithium. Then an \\gls{sei} is thick.`, 'latex'), []);
    const typst = '#init-acronyms(("SEI": ("solid electrolyte interphase",),))\n';
    deepEqual(found(`${typst}We grow a #acr("SEI") on lithium. Then an #acr("SEI") is thick.`, 'typst'), []);
  });

  test('after a reset, nobody knows what a package writes', () => {
    deepEqual(
      found(
        `${LATEX}\\begin{document}\nThe \\gls{sei}.\\glsresetall{} We grow a \\gls{sei} and an \\gls{sei}.\n\\end{document}\n`,
        'latex',
      ),
      [],
    );
  });
});
