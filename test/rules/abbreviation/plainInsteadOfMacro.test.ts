import { deepEqual } from 'node:assert/strict';
import type { FormatId } from '../../../server/text';
import { diagnose } from '../../support/paper';

/** What the fix writes where the short form is typed plain; in brackets where it is not part of fix-all. */
const written = (text: string, language: FormatId): string[] =>
  diagnose(text, { language }).diagnostics.flatMap(({ code, fixes = [] }) =>
    code === 'abbreviation/plain-instead-of-macro'
      ? fixes.map(({ safe, edits: [edit] }) => (safe ? edit!.newText : `(${edit!.newText})`))
      : [],
  );

suite('abbreviation/plain-instead-of-macro', () => {
  const paper = (body: string, more = '') =>
    `\\documentclass{article}\n\\newacronym{sei}{SEI}{solid electrolyte interphase}\n${more}\\begin{document}\n${body}\n\\end{document}\n`;

  test('is fixed without looking after the first use of the macro only, which prints the long form', () => {
    deepEqual(written(paper('An SEI grows. The \\gls{sei} is thin. An SEI ages.'), 'latex'), [
      '(\\gls{sei})',
      '\\gls{sei}',
    ]);
    deepEqual(written(paper('The \\gls{sei} is thin.\n\n\\glsresetall An SEI ages.'), 'latex'), ['(\\gls{sei})']);
  });

  test('is shown first in links and in macros that may not hold another', () => {
    const text = (body: string) => paper(`The \\gls{sei} is thin. ${body}`, '\\newcommand{\\mine}[1]{\\fbox{#1}}\n');
    deepEqual(written(text('An \\emph{SEI} ages.'), 'latex'), ['\\gls{sei}']);
    deepEqual(written(text('An \\hl{SEI} ages. A \\mine{SEI} ages.'), 'latex'), ['(\\gls{sei})', '(\\gls{sei})']);
    deepEqual(written(text('See \\href{https://example.org}{SEI}.'), 'latex'), []);
  });

  test('a letter before makes another name of it, an element does not', () => {
    const text = paper('A \\gls{sei} is thin. A Q-SEI device, an N-SEI, an Li-SEI.');
    deepEqual(written(text, 'latex'), ['\\gls{sei}', '\\gls{sei}']);
  });

  test('in Typst, never where the key would go on', () => {
    const head = '#print-glossary(((key: "sei", short: "SEI", long: "solid electrolyte interphase"),))\n';
    deepEqual(written(`${head}The @sei is thin. An SEI, an SEI:Cu film, an SEI[1] film. The SEI.`, 'typst'), [
      '@sei',
      '@sei',
    ]);
  });
});
