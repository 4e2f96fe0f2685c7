import { equal, match } from 'node:assert/strict';
import { definitionAt } from '../../server/features/definition';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { load, nameOf } from '../support/loaded';

/** What the hover says at `‸`, without the escapes of Markdown, and the file that holds the entry. */
async function at(text: string, name: string, more: Record<string, string> = {}) {
  const offset = text.indexOf('‸');
  const context = await load({ ...more, [name]: text.replace('‸', '') }, name);
  const hover = hoverAt({ context, offset, options: { ...DEFAULTS.hover, drawing: false } });
  const found = definitionAt(context, offset);
  return {
    hover: hover?.markdown.replaceAll('\\', '') ?? '',
    file: found && nameOf(found.target.uri),
    key: found && context.file.parsed.source.slice(found.target.span.start, found.target.span.end),
  };
}

const latex = (items: string, head = ''): string =>
  `\\documentclass{article}${head}\\begin{document}\nSee~\\cite{r‸1}.\n${items}\n\\end{document}\n`;
const list = (items: string): string => latex(`\\begin{thebibliography}{9}\n${items}\n\\end{thebibliography}`);

suite('works that the manuscript lists itself', () => {
  test('\\bibitem shows its text as it is printed', async () => {
    const { hover, key } = await at(list('\\bibitem{r1} A. Ahn, \\emph{J. Test} \\textbf{1}, 2 (2020).'), 'm.tex');
    match(hover, /A\. Ahn, J\. Test 1, 2 \(2020\)\./);
    equal(key, 'r1');
  });

  test('each item ends where the next begins, whatever its label and comments', async () => {
    const items = [
      '\\bibitem[Ahn(2020)]{r0} % mine\n A. Ahn, First.',
      "\\bibitem [{Beck(2021)}]{ r1 }%\n\\newblock B. Beck and C. Cho,\n\\newblock ``A film'', 2021.",
      '\\bibitem{r2} D. Diaz, Last.',
    ].join('\n');
    const { hover } = await at(list(items), 'm.tex');
    match(hover, /B\. Beck and C\. Cho, “A film”, 2021\./);
    equal(/Ahn|Diaz/.test(hover), false);
  });

  test('the last item ends with the list', async () => {
    const text = list('\\bibitem{r1} A. Ahn, J. Test 1, 2 (2020).');
    const { hover } = await at(
      text.replace('\\end{document}', 'B. Beck, Other films, J. Test 3, 4 (2021).\n$&'),
      'm.tex',
    );
    match(hover, /A\. Ahn/);
    equal(/Beck/.test(hover), false);
  });

  test('lists of REVTeX and natbib in a .bbl that the manuscript brings in', async () => {
    const bbl =
      '\\begin{thebibliography}{1}\n\\bibitem [{\\citenamefont {Ahn}(2020)}]{r1}%\n  \\BibitemOpen\n  \\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {A.}~\\bibnamefont {Ahn}},\\ }\\href {https://doi.org/10.1000/x} {\\bibinfo {journal} {J. Test}}\\BibitemShut {NoStop}\n\\end{thebibliography}\n';
    const { hover, file } = await at(latex('\\input{m.bbl}'), 'm.tex', { 'm.bbl': bbl });
    match(hover, /A\. Ahn, J\. Test/);
    equal(/author|NoStop/.test(hover), false);
    equal(file, 'm.bbl');
  });

  test('references: in the metadata of a Markdown manuscript, at its head or at its end', async () => {
    const references =
      '---\ntitle: T\nreferences:\n- id: r0\n  title: Other\n- id: r1\n  title: A Film\n  author:\n  - family: Ahn\n    given: Ann\n  issued:\n    year: 2020\nlang: en\n';
    for (const text of [
      `${references}---\n\nText [@r‸1].\n`,
      `Text [@r‸1].\n\n${references}...\n`,
      `${references.replaceAll('\n', '\r\n')}---\r\n\r\nText [@r‸1].\r\n`,
    ]) {
      const { hover, key } = await at(text, 'm.md');
      match(hover, /A Film[\s\S]*Ahn, A\./);
      equal(key, 'r1');
    }
  });

  test('references: at the end are no text of the manuscript', async () => {
    const works = '---\nreferences:\n- id: r1\n  title: A Film on LiPF6 (SEI)\n\n- id: r2\n  title: Another\n...\n';
    const body = '# Films\n\nText [@r1].\n\n---\n\nMore.\n';
    for (const text of [`${body}\n${works}`, `${body}\n${works}\nAnd on.\n`]) {
      const { file } = await load({ 'm.md': text }, 'm.md');
      const { prose, yamlReferences } = file.parsed;
      equal(yamlReferences.length, 1);
      equal(prose.text.replace('\uFFFC', '@'), `Films\nText @.\nMore.\n${text.includes('And') ? 'And on.\n' : ''}`);
      equal(file.mentions.filter(({ kind }) => kind !== 'citation').length, 0);
    }
  });

  test('references: in the text are none', async () => {
    equal((await at('references:\n- id: r1\n\nText [@r‸1].\n', 'm.md')).file, undefined);
  });
});

suite('the path of a bibliography', () => {
  const refs = '@article{r1, author={Ahn, Ann}, title={One}, year=2020}\n';
  test('may hold macros, wherever they are defined', async () => {
    const heads: readonly (readonly [string, Record<string, string>])[] = [
      ['\\newcommand{\\bibdir}{lit}\\usepackage{biblatex}\\addbibresource{\\bibdir/refs.bib}', {}],
      ['\\def\\bibdir{lit}\\def\\refs{\\bibdir/refs}\\bibliography{\\refs}', {}],
      ['\\input{macros}\\bibliography{\\bibdir/refs}', { 'macros.tex': '\\newcommand{\\bibdir}{lit}\n' }],
    ];
    for (const [head, more] of heads) {
      const { hover, file } = await at(latex('', head), 'm.tex', { ...more, 'lit/refs.bib': refs });
      match(hover, /Ahn/, head);
      equal(file, 'lit/refs.bib');
    }
  });

  test('leads to the file, macros or not', async () => {
    const text = '\\documentclass{article}\\def\\lit{lit}\\bibliography{\\lit/re‸fs}\\begin{document}A.\\end{document}';
    equal((await at(text, 'm.tex', { 'lit/refs.bib': refs })).file, 'lit/refs.bib');
  });
});
