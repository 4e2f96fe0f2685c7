import { deepEqual, equal } from 'node:assert/strict';
import { check } from '../../../server/rules';
import { applyEdits } from '../../../server/rules/fixAll';
import { load } from '../../support/loaded';
import { marked } from '../../support/marked';

/** What a rule finds in a file of a manuscript, as marked there, and the text after the first fix of each finding. */
async function found(code: string, name: string, files: Record<string, string>) {
  const doc = marked(files[name]!);
  const { file, manuscript, bibliography } = await load({ ...files, [name]: doc.text }, name);
  const findings = check(file, manuscript, {}, { accepted: new Set(), bibliography }).filter((d) => d.code === code);
  const edits = findings.flatMap(({ fixes = [] }) => fixes[0]?.edits ?? []);
  return { doc, findings, spans: findings.map(({ span }) => span), fixed: applyEdits(doc.text, edits) };
}

const REFS = '@misc{Ahn2020, title={One}, ids={old}}\n@misc{beck_2021, title={Two}}\n';
const paper = (body: string, head = ''): string =>
  `\\documentclass{article}${head}\\begin{document}\n${body}\n\\bibliography{refs}\n\\end{document}\n`;

suite('citation/undefined-key', () => {
  const silent = async (text: string, files: Record<string, string> = { 'refs.bib': REFS }, name = 'm.tex') =>
    deepEqual((await found('citation/undefined-key', name, { ...files, [name]: text })).findings, []);

  test('finds each key of a group by itself, and offers keys that are like it', async () => {
    const text = paper('Films \\cite{Ahn2020,«Beck2021»} and \\citep[p.~3]{«Nobody»}.');
    const { spans, doc, fixed, findings } = await found('citation/undefined-key', 'm.tex', {
      'm.tex': text,
      'refs.bib': REFS,
    });
    deepEqual(spans, doc.spans);
    equal(fixed, doc.text.replace('Beck2021', 'beck_2021'));
    equal(findings[0]!.message, 'No entry has the key “Beck2021” (refs.bib).');
  });

  test('is silent for second keys, and for the keys that styles and packages make', async () => {
    await silent(paper('Films \\cite{old} \\cite{Note1} \\nocite{achemso-control} \\cite{*Ahn2020} \\nocite{*}.'));
    await silent(paper('\\newcommand{\\film}[1]{\\cite{#1}} Films \\film{Ahn2020}.'));
  });

  test('BibTeX takes a key of another case, where only one case is cited; biber does not', async () => {
    await silent(paper('Films \\cite{ahn2020}.'));
    const head = '\\usepackage{biblatex}';
    const { findings } = await found('citation/undefined-key', 'm.tex', {
      'm.tex': paper('Films \\cite{ahn2020}.', head),
      'refs.bib': REFS,
    });
    equal(findings.length, 1);
  });

  test('is silent while a bibliography is missing, empty or not named', async () => {
    await silent(paper('Films \\cite{x}.').replace('{refs}', '{refs,generated}'));
    await silent(paper('Films \\cite{x}.'), { 'refs.bib': '' });
    await silent('\\documentclass{article}\\begin{document}Films \\cite{x}.\\end{document}', { 'refs.bib': REFS });
    await silent('Films [@x].\n', {}, 'm.md');
  });

  test('is silent for labels and people in Markdown and Typst', async () => {
    await silent(
      '---\nbibliography: refs.bib\n---\n\nAs @Ahn2020 says to @someone; see @plot.\n\n![A](a.png){#plot}\n',
      undefined,
      'm.md',
    );
    await silent(
      'See @plot, @code:9 and @Ahn2020.\n\n#figure(image("a.png")) <plot>\n\n#listing[] #label("code")\n\n#bibliography("refs.bib")\n',
      undefined,
      'm.typ',
    );
  });
});

suite('citation/key-twice', () => {
  test('over all forms of a group', async () => {
    for (const [name, text, fixed] of [
      ['m.tex', paper('Films \\cite{a, b, «a»}.'), '\\cite{a, b}'],
      ['m.md', 'Films {cite:p}`a,b,«a»`.\n', '{cite:p}`a,b`'],
      ['m.md', 'Films [see @a; @«a»].\n', '[see @a]'],
    ] as const) {
      const { spans, doc, fixed: after } = await found('citation/key-twice', name, { [name]: text });
      deepEqual(spans, doc.spans, text);
      equal(after.includes(fixed), true, after);
    }
  });

  test('not where each has a page of its own', async () => {
    const texts = paper('Films \\parencites[3]{a}[9]{a}.');
    deepEqual((await found('citation/key-twice', 'm.tex', { 'm.tex': texts })).findings, []);
  });
});

suite('numbered lists', () => {
  const list =
    '\n\nReferences\n\n- [1] A. Ahn, *J. Films* **2020**, *1*, 2.\n- [2] B. Beck, *J. Films* **2020**, *1*, 9.\n';
  test('numbers beyond the list and works without number are found, in ranges too', async () => {
    const beyond = `Films grow [1] and ^[«1–3»] and [2, «5»].${list}`;
    const { spans, doc } = await found('citation/number-without-entry', 'm.md', { 'm.md': beyond });
    deepEqual(spans, doc.spans);
    const unused = `Films grow [1].${list.replace('[2]', '[«2»]')}`;
    const without = await found('citation/entry-without-number', 'm.md', { 'm.md': unused });
    deepEqual(without.spans, without.doc.spans);
  });

  const works = (count: number) =>
    `\n\nReferences\n\n${Array.from({ length: count }, (_, i) => `${i + 1}. A. Ahn, J. Films ${i}, 2 (2020).`).join('\n')}\n`;
  const spansOf = async (code: string, text: string, name = 'm.md') => {
    const { spans, doc } = await found(code, name, { [name]: text });
    deepEqual(spans, doc.spans, text);
  };

  test('raised numbers and those in parentheses cite where the text cites so', async () => {
    for (const [text, name] of [
      ['Films grow^1,2^ and thin.^3,«5»^', 'm.md'],
      ['Films grow<sup>1–3</sup> and thin<sup>«5»</sup>.', 'm.md'],
      ['Films grow¹,² and thin.³,«⁵»', 'm.txt'],
      ['Films grow\\textsuperscript{1,2} and thin$^{3,«5»}$ out\\textsuperscript{2}.', 'm.txt'],
      ['Films grow (1, 2) and thin (3), then («2–5»).', 'm.md'],
    ] as const)
      await spansOf('citation/number-without-entry', text + works(4), name);
  });

  test('exponents, isotopes, charges, footnotes and numbers of equations cite nothing', async () => {
    for (const text of [
      'Films grow^1,2^ and thin^3^ at 5 mA cm^22^ and 10^12^ Hz, ^13^C and SO~4~^22−^, x^9^ or (a+b)^7^.',
      'Films grow^1^ and thin^2,3^ in vacuum[^12].\n\n[^12]: A note.',
      'Films (1) grow (2) and thin (3), as Eq. (12) says.',
      'Films (1) grow (2) and thin (3), so put (7) into it.\n\ny = ax (7)\n',
      'Others^7^ grew them.',
    ])
      await spansOf('citation/number-without-entry', text + works(4));
  });

  test('a work is unused where no number may cite it', async () => {
    await spansOf('citation/entry-without-number', `Films grow^1,2^ and thin.^4^${works(4).replace('3. A', '«3». A')}`);
    await spansOf('citation/entry-without-number', `Films grow^1,2^ and thin^4^ at 5 cm^3^.${works(4)}`);
    await spansOf('citation/entry-without-number', `Films grow^1^ in 2020.${works(4)}`);
    await spansOf('citation/entry-without-number', `Films grow^1,2^ and thin^3^^4^ out.${works(4)}`);
    await spansOf('citation/entry-without-number', `Films grow (1, 2) (see Fig. 2 (3)) and thin (4).${works(4)}`);
  });
});
