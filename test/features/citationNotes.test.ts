import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../server/base/refusal';
import { planCitation } from '../../server/features/citations/insert';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { check } from '../../server/rules';
import { parseFile } from '../../server/text';
import type { CitationNote } from '../../server/text/citing/form';
import { Workspace } from '../../server/workspace/workspace';
import { after, filesOf, load, uriOf } from '../support/loaded';
import '../support/seed';

const BIB = '@article{New2020, title = {T}}\n@article{Old2010, title = {U}}\n';
const LIST = '\n\nReferences\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n[2] B. Beck, J. Films 5, 6 (2021).\n';

type Name = 'a.tex' | 'a.md' | 'a.typ' | 'a.txt';
type Notes = Readonly<Record<string, CitationNote>>;

/** Cites works at the `‸` of a text; the text with the marks in it, or why there are none. */
async function cite(name: Name, marked: string, notes: Notes, ids = Object.keys(notes), textual = false) {
  const caret = marked.indexOf('‸');
  const texts = { [name]: marked.replace('‸', ''), 'refs.bib': BIB };
  const options = { textual, notes: new Map(Object.entries(notes)) };
  const plan = planCitation(await load(texts, name), caret, ids, 'auto', options);
  return isRefusal(plan) ? plan.refused : after(plan, texts)[name]!.replace(DECLARATIONS, '');
}

/** What names the bibliography. */
const DECLARATIONS = /^---\nbibliography: refs\.bib\n---\n\n|\n+#bibliography\("refs\.bib"\)\n$/;

const NEW = 'own:New2020';
const OLD = 'own:Old2010';
const page = { [NEW]: { locator: 'p. 3' } };
const both = { [NEW]: { prefix: 'see', locator: 'p. 3' } };
const see = { [NEW]: { prefix: 'see' } };

const natbib = (body: string) => `\\documentclass{article}\\usepackage{natbib}\\begin{document}${body}`;
const biblatex = (body: string) => `\\documentclass{article}\\usepackage{biblatex}\\begin{document}${body}`;
const body = async (text: Promise<string>) => (await text).replace(/^.*\\begin\{document\}/s, '');

suite('a page and words before a work', () => {
  test('in LaTeX are the options of the command', async () => {
    equal(await cite('a.tex', 'So‸.', page), 'So~\\cite[p.~3]{New2020}.');
    equal(await body(cite('a.tex', natbib('So‸.'), both)), 'So~\\citep[see][p.~3]{New2020}.');
    equal(await body(cite('a.tex', natbib('So‸.'), see)), 'So~\\citep[see][]{New2020}.');
    equal(await body(cite('a.tex', biblatex('So‸.'), both)), 'So~\\autocite[see][p.~3]{New2020}.');
    equal(
      await body(cite('a.tex', biblatex('It \\parencite{A}. So‸.'), both)),
      'It \\parencite{A}. So \\parencite[see][p.~3]{New2020}.',
    );
    equal(await body(cite('a.tex', natbib('As ‸ says.'), page, [NEW], true)), 'As \\citet[p.~3]{New2020} says.');
  });

  test('come beside another page of the same work, not the same page again', async () => {
    equal(await cite('a.md', 'So [@New2020, p. 7‸].', page), 'So [@New2020, p. 7; @New2020, p. 3].');
    equal(await cite('a.md', 'So [@New2020, p. 33‸].', page), 'So [@New2020, p. 33; @New2020, p. 3].');
    equal(await cite('a.md', 'So [@New2020, p. 3‸].', page), 'New2020 is cited here already.');
    equal(
      await body(cite('a.tex', natbib('So \\citep[p.~7]{New2020‸}.'), page)),
      'So \\citep[p.~7]{New2020} \\citep[p.~3]{New2020}.',
    );
    equal(
      await body(cite('a.tex', biblatex('So \\autocite[7]{New2020‸}.'), page)),
      'So \\autocites[7]{New2020}[p.~3]{New2020}.',
    );
    equal(
      await cite('a.typ', 'So @New2020[p. 7]‸ now.', page),
      'So @New2020[p. 7] #cite(<New2020>, supplement: [p. 3]) now.',
    );
  });

  test('in LaTeX read as they are typed', async () => {
    const typed = (locator: string) => cite('a.tex', 'So‸.', { [NEW]: { locator } });
    equal(await typed('p. 3 [sic]'), 'So~\\cite[p.~3 {\\lbrack}sic{\\rbrack}]{New2020}.');
    equal(await typed('50 % of Fig. 2, x_1 & {y}'), 'So~\\cite[50 \\% of Fig.~2, x\\_1 \\& \\{y\\}]{New2020}.');
    equal(await typed('p.~3\\'), 'So~\\cite[p.~3\\textbackslash{}]{New2020}.');
  });

  test('in LaTeX have words before the work only where the command has a place for them', async () => {
    const refused = '\\cite takes no words before a work here: write “see” into the sentence.';
    equal(await cite('a.tex', 'So‸.', both), refused);
    equal(await cite('a.tex', '\\documentclass{achemso}\\begin{document}So‸.', both), refused);
    match(
      await cite('a.tex', '\\documentclass{elsarticle}\\begin{document}So‸.', both),
      /So~\\cite\[see\]\[p\.~3\]\{New2020\}\.$/,
    );
    equal(
      await cite('a.tex', biblatex('\\supercite{A} So‸.'), page),
      '\\supercite prints numbers only: write where in the work it is into the sentence.',
    );
  });

  test('of one of several works are about no other', async () => {
    const ids = [OLD, NEW];
    equal(await cite('a.tex', 'So‸.', page, ids), 'So~\\cite{Old2010}~\\cite[p.~3]{New2020}.');
    equal(await cite('a.tex', 'So‸.', page, [NEW, OLD]), 'So~\\cite[p.~3]{New2020}~\\cite{Old2010}.');
    equal(await body(cite('a.tex', biblatex('So‸.'), both, ids)), 'So~\\autocites{Old2010}[see][p.~3]{New2020}.');
    equal(await cite('a.md', 'So‸.', both, ids), 'So [@Old2010; see @New2020, p. 3].');
    equal(await cite('a.typ', 'So‸.', page, ids), 'So @Old2010 #cite(<New2020>, supplement: [p. 3]).');
    equal(
      await cite('a.md', 'Known {cite:p}`A`. So‸.', both, ids),
      'Known {cite:p}`A`. So {cite:p}`Old2010,{see}New2020{p. 3}`.',
    );
  });

  test('in Markdown are written in the brackets, in Typst in the supplement', async () => {
    equal(await cite('a.md', 'So‸.', both), 'So [see @New2020, p. 3].');
    equal(await cite('a.md', 'As ‸ says.', page, [NEW], true), 'As @New2020 [p. 3] says.');
    equal(await cite('a.md', 'Known {cite:p}`A`. So‸.', both), 'Known {cite:p}`A`. So {cite:p}`{see}New2020{p. 3}`.');
    equal(
      await cite('a.md', 'Known {cite:p}`A`. So‸.', { [NEW]: { locator: 'pp. 3, 5' } }),
      'A role of MyST takes no “,” within a note: write the note into the sentence, or without it.',
    );
    equal(await cite('a.typ', 'So‸.', page), 'So #cite(<New2020>, supplement: [p. 3]).');
    equal(await cite('a.typ', 'So‸.', both), 'Typst takes no words before a work here: write “see” into the sentence.');
  });

  test('of a work that joins a group stay its own', async () => {
    equal(await cite('a.tex', 'So \\cite{A‸}.', page), 'So \\cite{A} \\cite[p.~3]{New2020}.');
    equal(await cite('a.tex', 'So \\cite{‸}.', page), 'So \\cite[p.~3]{New2020}.');
    equal(
      await body(cite('a.tex', biblatex('So \\cite{‸}.'), both, [OLD, NEW])),
      'So \\cites{Old2010}[see][p.~3]{New2020}.',
    );
    equal(await body(cite('a.tex', natbib('So \\citep{A‸}.'), both)), 'So \\citep{A} \\citep[see][p.~3]{New2020}.');
    equal(
      await body(cite('a.tex', biblatex('So \\parencite{A,B‸}.'), both)),
      'So \\parencites{A,B}[see][p.~3]{New2020}.',
    );
    equal(
      await body(cite('a.tex', biblatex('So \\parencite[p.~9]{A‸}.'), { [NEW]: {} })),
      'So \\parencites[p.~9]{A}{New2020}.',
    );
    equal(
      await body(cite('a.tex', biblatex('So \\parencites[9]{A}{B‸}.'), page)),
      'So \\parencites[9]{A}{B}[p.~3]{New2020}.',
    );
    equal(await cite('a.md', 'So [@A, p. 9‸].', both), 'So [@A, p. 9; see @New2020, p. 3].');
    equal(await cite('a.md', 'As @A‸ says.', page), 'As @A [@New2020, p. 3] says.');
    equal(await cite('a.md', 'So {cite:p}`A{p. 9}‸`.', both), 'So {cite:p}`A{p. 9},{see}New2020{p. 3}`.');
  });

  test('go into a mark that is begun', async () => {
    equal(await cite('a.md', 'So [‸].', both), 'So [see @New2020, p. 3].');
    equal(await cite('a.md', 'So [@‸].', page), 'So [@New2020, p. 3].');
    equal(await cite('a.md', 'As @‸ says.', page), 'As @New2020 [p. 3] says.');
    equal(await cite('a.typ', 'So @‸.', page), 'So @New2020[p. 3].');
    equal(await cite('a.typ', 'So #cite(‸).', page), 'So #cite(<New2020>, supplement: [p. 3]).');
  });

  test('are not put before brackets that biblatex would take for more of the group', async () => {
    equal(
      await body(cite('a.tex', biblatex('So‸ [sic] it is.'), page, [OLD, NEW])),
      'So [sic~\\autocites{Old2010}[p.~3]{New2020}] it is.',
    );
    equal(
      await body(cite('a.tex', biblatex('So \\parencite{A‸} [sic].'), page)),
      'So \\parencite{A} \\parencite[p.~3]{New2020} [sic].',
    );
  });
});

suite('a page in a mark of numbers', () => {
  const two = (text: string) => text.slice(0, text.indexOf('\n'));
  const text = (line: string) => `${line}${LIST}`;
  const id = 'bundled:Peled1979';

  test('follows the number of its work', async () => {
    const cited = async (line: string, locator: string) => two(await cite('a.txt', text(line), { [id]: { locator } }));
    equal(await cited('Films [1] grow‸.', 'p. 5'), 'Films [1] grow [3, p. 5].');
    equal(await cited('Films [1] grow‸.', '5'), 'Films [1] grow [3, p. 5].');
    equal(await cited('Films [1] grow‸.', '5–7'), 'Films [1] grow [3, pp. 5–7].');
    equal(await cited('Films [1] grow‸.', 'Fig. 2a'), 'Films [1] grow [3, Fig. 2a].');
    equal(await cited('Films grow [1‸].', 'p. 5'), 'Films grow [1] [3, p. 5].');
  });

  test('is refused where it would be read as something else', async () => {
    match(
      await cite('a.txt', text('Films [1] grow‸.'), { [id]: { locator: 'end' } }),
      /^A mark of numbers takes pages/,
    );
    match(
      await cite('a.txt', text('Films [1] grow‸.'), { [id]: { prefix: 'see' } }),
      /^A mark of numbers takes no words/,
    );
  });

  test('is read as a page, and no other number joins it', async () => {
    const codes = async (line: string) => {
      const { file, manuscript } = await load({ 'a.txt': text(line) }, 'a.txt');
      return check(file, manuscript, {}, { accepted: new Set() }).map(({ code }) => code);
    };
    deepEqual(await codes('Films grow [1], and [2, p. 2047].'), []);
    deepEqual(await codes('Films grow [1], and [2, pp. 5–7, 9].'), []);
    deepEqual(await codes('Films grow [1], and [2, 20].'), ['citation/number-without-entry']);
    equal(two(await cite('a.txt', text('Films grow [2, p. 9‸].'), { [id]: {} })), 'Films grow [2, p. 9] [3].');
  });

  for (const [mark, isCitation] of [
    ['[3, p. 5]', true],
    ['[1, 3; pp. 5–7]', true],
    ['[3, Table 2]', true],
    ['[3, in part]', false],
    ['[p. 5]', false],
    ['[3, p. 5](https://x.org)', false],
  ] as const)
    test(`${mark} ${isCitation ? 'is one' : 'is none'}`, () =>
      equal(parseFile('plaintext', `Films grow ${mark} on.`).citations.length, isCitation ? 1 : 0));
});

/** What may be typed, and what markup is made of. */
const noteText = fc
  .array(
    fc.oneof(
      fc.constantFrom('p. 3', 'pp. 5–7', 'see', 'Fig. 2a', '§ 4', 'e.g.,', 'théorème'),
      fc.constantFrom(...'[]{}()<>;,:@#$%&*_^~`\'"|\\/=+-!.'),
      fc.constantFrom(
        '//',
        '/*',
        '-- ',
        '\n',
        '\u00A0',
        '](',
        '\\end{document}',
        '@Old2010',
        '<!--',
        '1. ',
        '```',
        '%%',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

suite('whatever is typed for a page or a prefix', () => {
  const PAPERS: readonly (readonly [Name, string])[] = [
    ['a.tex', biblatex('Films grow, as \\parencite{Old2010} says. More of (it).')],
    ['a.tex', natbib('Films grow \\citep{A}. \\begin{itemize}\\item One \\item Two\\end{itemize}')],
    ['a.md', 'Films grow [@A; @B]. More *of* it.\n\n- One\n- Two [x](y)\n'],
    ['a.md', 'Films {cite:p}`A` grow.\n\n> More of it.\n'],
    ['a.typ', 'Films @A grow. #emph[More] of it.\n\n- One\n'],
    ['a.txt', `Films grow [1], more [2].${LIST}`],
  ];

  for (const [name, text] of PAPERS)
    test(`is printed as it is, or refused: ${name}, ${text.slice(-30).trim()}`, async () => {
      const texts = { [name]: text, 'refs.bib': BIB };
      const workspace = new Workspace(filesOf(texts), bundledCatalogue());
      const before = (await workspace.load(uriOf(name)))!;
      const length = name === 'a.txt' ? text.indexOf('\n') : text.length;
      let cited = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(length), noteText, noteText, async (caret, prefix, locator) => {
          const options = { notes: new Map([[NEW, { prefix: caret % 2 ? prefix : '', locator }]]) };
          const plan = planCitation(before, caret, [NEW], 'auto', options);
          if (isRefusal(plan)) return;
          cited++;
          const written = after(plan, texts)[name]!;
          workspace.edit(uriOf(name), before.file.parsed.format, written);
          const reread = (await workspace.load(uriOf(name)))!;
          deepEqual(saidIn(reread.file.parsed), saidIn(before.file.parsed), written);
          const keys = reread.file.parsed.citations.flatMap((use) => use.keys.map(({ key }) => key));
          equal(keys.filter((key) => key === 'New2020').length, name === 'a.txt' ? 0 : 1, written);
        }),
        { numRuns: 60 },
      );
      ok(cited > 3, `only ${cited} were cited`);
    });
});

/** The text without the marks and without spaces. */
const saidIn = ({ prose }: ReturnType<typeof parseFile>): string => {
  const end = prose.blocks.find(({ part }) => part === 'references')?.start;
  return prose.text.slice(0, end).replace(/[\s\uFFFC]+/g, '');
};
