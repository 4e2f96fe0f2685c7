import { deepEqual, equal, match } from 'node:assert/strict';
import { bundledCatalogue } from '../../../server/knowledge/bundled';
import { checkBibliography } from '../../../server/rules';
import { Workspace } from '../../../server/workspace/workspace';
import { after, filesOf, nameOf } from '../../support/loaded';
import { diagnoseBibliography } from '../../support/paper';

const messages = (code: string, text: string): string[] =>
  diagnoseBibliography(text)
    .diagnostics.filter((d) => d.code === code)
    .map(({ message }) => message);

const fixedBy = (code: string, text: string): string => {
  const { diagnostics, after: made } = diagnoseBibliography(text);
  const fixes = diagnostics.filter((d) => d.code === code).flatMap((d) => d.fixes?.[0]?.edits ?? []);
  return made({ title: '', safe: false, edits: fixes });
};

suite('citation/duplicate-entry', () => {
  const files = {
    'm.tex':
      '\\documentclass{article}\\begin{document}Films \\cite{b,c}.\\input{two}\\bibliography{refs}\\end{document}',
    'two.tex': 'Again \\citep{b}.\n',
    'refs.bib':
      '@article{a, author={Ahn, A.}, title={A}, doi={10.1000/x}, year=2020}\n\n@article{b, author={Ahn, A.}, title={A}, doi={https://doi.org/10.1000/X}, year=2020}\n\n@misc{c, title={C}, crossref={b}}\n',
  };

  test('the fix cites the first entry everywhere', async () => {
    const context = await new Workspace(filesOf(files), bundledCatalogue()).loadBibliography('file:///paper/refs.bib');
    const { bibliography, catalogue, manuscripts } = context!;
    const around = { catalogue, manuscripts: manuscripts.map(({ manuscript }) => manuscript) };
    const [found] = checkBibliography(bibliography, around, {}).filter((d) => d.code === 'citation/duplicate-entry');
    equal(found?.message, '“b” and “a” are the same work.');
    const texts = after({ edits: found!.fixes![0]!.edits, creates: [] }, files);
    match(texts['m.tex']!, /\\cite\{a,c\}/);
    equal(texts['two.tex'], 'Again \\citep{a}.\n');
    equal(texts['refs.bib']!.includes('@article{b'), false);
    match(texts['refs.bib']!, /crossref=\{a\}/);
    equal(nameOf(bibliography.uri), 'refs.bib');
  });

  test('not for works whose DOIs, editions, addresses or parts differ', () => {
    for (const pair of [
      '@article{a, author={Ahn, A.}, title={A film}, doi={10.1000/x}, year=2020}\n@article{b, author={Ahn, A.}, title={A film}, doi={10.1000/y}, year=2020}',
      '@book{a, author={Ahn, A.}, title={Films}, year=2001}\n@book{b, author={Ahn, A.}, title={Films}, year=2002}',
      '@online{a, author={Team}, title={Films}, url={https://a.b/1}, year=2001}\n@online{b, author={Team}, title={Films}, url={https://a.b/2}, year=2001}',
      '@misc{a, title={Data}}\n@misc{b, title={Data}}',
      '@article{a, author={Ahn, A.}, title={A film}, year=2020}\n@article{b, author={Ahn, A.}, title={Erratum: A film}, year=2020}',
    ])
      deepEqual(messages('citation/duplicate-entry', pair), [], pair);
  });
});

suite('citation/unprotected-formula', () => {
  const code = 'citation/unprotected-formula';
  const titled = (title: string): string => `@article{a, title={${title}}}\n`;
  test('protects each word, and sets formulas', () => {
    for (const [title, fixed] of [
      ['The SEI on Li7La3Zr2O12-based LIBs', 'The {SEI} on {Li$_7$La$_3$Zr$_2$O$_{12}$}-based {LIBs}'],
      ['Growth (Co3O4) of “NMC”', 'Growth ({Co$_3$O$_4$}) of “{NMC}”'],
      ['Grown β-Co(OH)2 on Li7La3Zr2O12–Li3BO3', 'Grown {β-Co(OH)$_2$} on {Li$_7$La$_3$Zr$_2$O$_{12}$–Li$_3$BO$_3$}'],
      ['Doped LiNi1-xCoxO2 films', 'Doped {LiNi$_{1-x}$Co$_x$O$_2$} films'],
    ] as const)
      equal(fixedBy(code, titled(title)), titled(fixed));
  });

  test('lowers all indices of a formula or none', () => {
    for (const formula of ['LiNi1/3Mn2/3O2', 'Li[NixCoyMnz]O2', 'NixCo1-xO4@CoyNi1-yO4', 'Li[(Ni1/3Co2/3)1-xMgx]O2'])
      equal(fixedBy(code, titled(`Films of ${formula}`)), titled(`Films of {${formula}}`));
  });

  test('not for what is set already, in part or whole, nor for names and numbers', () => {
    for (const title of [
      'Films of LiNi$_{1-x}$Co$_x$O$_2$ and {LiF}',
      'Films of {Li}7{La}3Zr2O12',
      'Solid (Li3xLa2/3− xTiO3) films',
      'Garnets Li7−XLa3(Zr2−X, NbX)O12 (X = 0–2)',
      'LiMn2O4 AND ALL THAT',
      'On Carbon in Norway, Part IV: McDonald and O’Neill',
    ])
      deepEqual(messages(code, titled(title)), [], title);
  });
});

suite('citation/missing-field', () => {
  const code = 'citation/missing-field';
  test('names all that is missing', () =>
    deepEqual(messages(code, '@article{a, author={}, title={A}}'), [
      'This @article has no author and no journal and no year: it is printed with a gap.',
    ]));
  test('not what is inherited, in press, or said by another field', () => {
    for (const text of [
      '@inproceedings{a, author={Ahn, A.}, title={A}, crossref={p}}',
      '@article{a, author={Ahn, A.}, title={A}, year={in prep. 2020}}',
      '@article{a, author={Ahn, A.}, title={A}, journaltitle=jps, date={2020-01}}',
      '@book{a, editor={Ahn, A.}, title={A}, publisher={P}, year=2020}',
      '@software{a, title={A}}',
      '@unheardof{a}',
    ])
      deepEqual(messages(code, text), [], text);
  });
});

suite('citation/author-list', () => {
  const code = 'citation/author-list';
  const by = (names: string): string => `@misc{a, author={${names}}}\n`;
  test('parts names where they can be told', () => {
    for (const [names, fixed] of [
      ['A. Ahn, B. Beck, C. Cho', 'A. Ahn and B. Beck and C. Cho'],
      ['Ahn, A; Beck, B', 'Ahn, A and Beck, B'],
      ['Ahn, A. and Beck, B., et al.', 'Ahn, A. and Beck, B. and others'],
    ] as const)
      equal(fixedBy(code, by(names)), by(fixed));
  });
  test('not for suffixes, institutions and names of many words', () => {
    for (const names of [
      'Ahn, III, A. and others',
      '{Ahn, Beck, Cho and Partners}',
      'de la Cruz, Juan',
      'Ahn, A. and {et al.}',
    ])
      deepEqual(messages(code, by(names)), [], names);
  });
});

suite('citation/unused-entry', () => {
  const text = '@misc{cited, title={A}}\n@misc{other, title={B}}\n';
  const found = (citing: string, bib = text) =>
    diagnoseBibliography(bib, {}, citing).diagnostics.filter((d) => d.code === 'citation/unused-entry').length;
  test('not where all are cited at once, in a library, or in a file that a manager exports', () => {
    equal(found('Films [@cited].'), 1);
    equal(found('---\nnocite: "@*"\n---\n\nFilms [@cited].'), 0);
    equal(found('Films [@cited].', `${text}@misc{c, title={C}}\n@misc{d, title={D}}\n`), 0);
    equal(found('Films [@cited].', `% This file was created with Citavi 6\n${text}`), 0);
  });
});

suite('comments in a .bib', () => {
  test('switch a rule off for the next entry, or for the file', () => {
    const entry = '@article{a,\n  title={Films of LiFePO4},\n  doi={x}\n}\n';
    const codes = (text: string) => diagnoseBibliography(text).diagnostics.map(({ code }) => code);
    equal(codes(entry).includes('citation/malformed-doi'), true);
    equal(
      codes(`% interphase-disable-next-line citation/malformed-doi\n${entry}`).includes('citation/malformed-doi'),
      false,
    );
    deepEqual(codes(`% interphase-disable-file -- exported\n${entry}\n${entry.replace('{a', '{b')}`), []);
  });
});

suite('titles that a style lowers', () => {
  const paper = (preamble: string) => ({
    'm.tex': `\\documentclass{article}${preamble}\\begin{document}Films \\cite{a}.\\end{document}`,
  });
  const found = async (papers: Readonly<Record<string, string>>): Promise<number> => {
    const files = {
      ...papers,
      'refs.bib': '@article{a, author={Ahn, A.}, title={Films of LiF}, journal={J. Films}, year=2020}\n',
    };
    const context = await new Workspace(filesOf(files), bundledCatalogue()).loadBibliography('file:///paper/refs.bib');
    const { bibliography, catalogue, manuscripts } = context!;
    const around = { catalogue, manuscripts: manuscripts.map(({ manuscript }) => manuscript) };
    return checkBibliography(bibliography, around, {}).filter(({ code }) => code === 'citation/unprotected-formula')
      .length;
  };

  test('biblatex prints titles as they are typed, BibTeX lowers them', async () => {
    equal(await found(paper('\\usepackage{biblatex}\\addbibresource{refs.bib}')), 0);
    equal(await found(paper('\\AtEndDocument{\\bibliography{refs}}')), 1);
  });

  test('Typst runs no BibTeX', async () => {
    equal(await found({ 'm.typ': 'Films @a.\n#bibliography("refs.bib")' }), 0);
  });

  test('what lies beside it and cites nothing of it is no paper', async () => {
    const readme = { 'README.md': 'Build it, @someone; cite it as `@misc{a}`.' };
    equal(await found({ ...paper('\\usepackage{biblatex}\\addbibresource{refs.bib}'), ...readme }), 0);
    equal(await found(readme), 1);
  });
});
