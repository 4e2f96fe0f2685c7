import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { type CitationOptions, planCitation } from '../../server/features/citations/insert';
import { bundledId, recordId } from '../../server/features/citations/workIds';
import type { FileAnalysis } from '../../server/manuscript/fileAnalysis';
import { applyEdits } from '../../server/rules/fixAll';
import { after, load } from '../support/loaded';

/** The text with a work cited after “grow”. */
async function cited(text: string, name = 'a.tex', id = bundledId('Peled1979')): Promise<string> {
  const plan = planCitation(await load({ [name]: text }, name), text.indexOf('grow') + 4, [id], 'auto');
  const files = after(plan, { [name]: text });
  deepEqual(Object.keys(files), [name]);
  return files[name]!;
}

const listed = (...items: readonly string[]): string =>
  `\\documentclass{article}\n\\begin{document}\nFilms grow \\cite{r1}.\n\\begin{thebibliography}{9}\n${items.map((item, at) => `\\bibitem{r${at + 1}} ${item}`).join('\n')}\n\\end{thebibliography}\n\\end{document}\n`;

/** The new item of the list. */
const newItem = (text: string): string => /\\bibitem\{r2\} (.*)\n\\end/.exec(text)![1]!;

suite('thebibliography gets an item in the form of its last', () => {
  const TITLE =
    'The Electrochemical Behavior of Alkali and Alkaline Earth Metals in Nonaqueous Battery Systems---The Solid Electrolyte Interphase Model';
  const cases: readonly (readonly [string, string])[] = [
    [
      'A. Ahn and B. Beck, \\emph{J. Power Sources} \\textbf{1}, 2 (2020).',
      'E. Peled, \\emph{J. Electrochem. Soc.} \\textbf{126}, 2047 (1979).',
    ],
    [
      'Ahn, A.; Beck, B. \\textit{Journal of Power Sources} \\textbf{2020}, \\textit{1}, 2--5.',
      'Peled, E. \\textit{Journal of The Electrochemical Society} \\textbf{1979}, \\textit{126}, 2047--2051.',
    ],
    [
      "A. Ahn, B. Beck, and C. Cid, ``Some films,'' J. Power Sources 12, 33-35 (2020).",
      `E. Peled, \`\`${TITLE},'' J. Electrochem. Soc. 126, 2047-2051 (1979).`,
    ],
    [
      'A.~Ahn, B.~Beck, Some films on electrodes, J. Power Sources 12 (2020) 33--35.',
      `E.~Peled, ${TITLE}, J. Electrochem. Soc. 126 (1979) 2047--2051.`,
    ],
    [
      'Ahn A, Beck B (2020) Some films on electrodes. Journal of Power Sources 12:33--35',
      `Peled E (1979) ${TITLE}. Journal of The Electrochemical Society 126:2047--2051`,
    ],
    [
      "A. Ahn, B. Beck, et al., ``Some films,'' J. Power Sources, vol. 2, no. 1, pp. 33--35, Jan. 2020.",
      `E. Peled, \`\`${TITLE},'' J. Electrochem. Soc., vol. 126, no. 12, pp. 2047--2051, 1979.`,
    ],
    [
      'Ahn A, Beck B. Films of lithium. J Power Sources. 2020;2(4):33-35.',
      `Peled E. ${TITLE}. J Electrochem Soc. 1979;126(12):2047-2051.`,
    ],
    ['A. Ahn, Films, Cell Lett. 2, 3 (2020).', `E. Peled, ${TITLE}, J. Electrochem. Soc. 126, 2047 (1979).`],
  ];
  for (const [item, wanted] of cases)
    test(item, async () =>
      equal(
        newItem(
          (await cited(listed(item))).replace('{Peled1979}', '{r2}').replace('bibitem{Peled1979}', 'bibitem{r2}'),
        ),
        wanted,
      ),
    );

  test('one that cannot be told in parts is followed by the usual form', async () => {
    for (const item of [
      'See the manual of the cycler.',
      "A. Ahn, ``Some films,'' in Proc. Cells, Paris, 2012, pp. 3-5.",
      "A. Ahn, ``Some films,'' J. Power Sources 2, 3 (part 4), 5-6 (2012).",
    ])
      match(
        await cited(listed(item)),
        /\n\\bibitem\{\w+\} Peled, E\. The Electrochemical Behavior .* 1979, 126, 2047--2051\.\n/,
        item,
      );
  });

  test('with initials that a hyphen joins', async () => {
    const written = async (item: string) => cited(listed(item), 'a.tex', bundledId('Hwang2017'));
    match(
      await written('A. Ahn and B. Beck, \\emph{Nature} \\textbf{1}, 2 (2020).'),
      / J\.-Y\. Hwang, S\.-T\. Myung,? and Y\.-K\. Sun, /,
    );
    match(await written('Ahn A, Beck B (2020) Some films. Nature 12:33--35'), / Hwang JY, Myung ST, Sun YK \(2017\)/);
  });

  suite('of what is not in a journal, title and publisher are told, too', () => {
    const works: Readonly<Record<string, string>> = {
      book: '@book{k, author = {Ito, R. and Solo, A.}, title = {Films}, edition = {2}, publisher = {Press}, year = 2001}',
      thesis: '@phdthesis{k, author = {Ito, Jun-Ichi}, title = {On Films?}, school = {Univ. X}, year = 2001}',
      page: '@online{k, author = {{Cell Agency}}, title = {Films}, url = {https://example.org/a}, year = 2001}',
      chapter:
        '@incollection{k, author = {Ito, R.}, title = {Films}, booktitle = {A Book}, publisher = {Press}, pages = {1--9}, year = 2001}',
    };
    const items: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [
        'A. Ahn and B. Beck, \\emph{Nature} \\textbf{1}, 2 (2020).',
        {
          book: 'R. Ito and A. Solo, \\emph{Films}, 2nd ed., Press, 2001.',
          thesis: 'J.-I. Ito, \\emph{On Films?}, PhD thesis, Univ. X, 2001.',
          page: 'Cell Agency, \\emph{Films}, 2001, https://example.org/a.',
          chapter: 'R. Ito, \\emph{Films}, in A Book; Press, 2001, pp 1--9.',
        },
      ],
      [
        'Ahn A, Beck B (2020) Some films on electrodes. Nature 12:33--35',
        {
          book: 'Ito R, Solo A (2001) Films. 2nd ed., Press',
          thesis: 'Ito JI (2001) On Films? PhD thesis, Univ. X',
          page: 'Cell Agency (2001) Films, https://example.org/a',
          chapter: 'Ito R (2001) Films. In A Book; Press, pp 1--9',
        },
      ],
      [
        "A. Ahn, B. Beck, and C. Cid, ``Some films,'' Nature 12, 33-35 (2020).",
        {
          book: "R. Ito and A. Solo, ``Films,'' 2nd ed., Press, 2001.",
          thesis: "J.-I. Ito, ``On Films?,'' PhD thesis, Univ. X, 2001.",
          page: "Cell Agency, ``Films,'' 2001, https://example.org/a.",
          chapter: "R. Ito, ``Films,'' in A Book; Press, 2001, pp 1--9.",
        },
      ],
    ];
    for (const [item, wanted] of items)
      for (const [name, bib] of Object.entries(works))
        test(`${name}: ${item}`, async () => {
          const text = await cited(listed(item), 'a.tex', recordId(bib));
          equal(/\\bibitem\{k\} (.*)\n\\end/.exec(text)?.[1], wanted[name]);
        });
  });

  test('an institution ends in a full stop before a title, and what is missing leaves no mark', async () => {
    const item = '1. Ahn, A.; Beck, B. Some films. *Nature* **2020**, *12*, 33–35.\n';
    const written = async (bib: string) =>
      /^2\. .*$/m.exec(await cited(`Films grow.\n\n## References\n\n${item}`, 'a.md', recordId(bib)))?.[0];
    equal(
      await written(
        '@article{k, author = {{Cell Agency}}, title = {Why?}, journal = {Nature}, pages = {7}, year = 2001}',
      ),
      '2. Cell Agency. Why? *Nature* **2001**, 7.',
    );
  });

  test('under a key like theirs', async () => {
    const keyed = (key: string, item: string) => listed(item).replaceAll('r1', key);
    const ahn = 'A. Ahn, \\emph{Nature} \\textbf{1}, 2 (2020).';
    match(await cited(keyed('ahn20', ahn)), /\\bibitem\{peled79\}/);
    match(await cited(keyed('2020-Ahn', ahn)), /\\bibitem\{1979-Peled\}/);
  });

  test('with line ends of Windows where the list has these', async () => {
    const text = await cited(listed('A. Ahn, \\emph{Nature} \\textbf{1}, 2 (2020).').replaceAll('\n', '\r\n'));
    match(text, /\r\n\\bibitem\{Peled1979\}.*\r\n\\end/);
  });

  test('with a label where the others have one', async () => {
    const text = listed('A. Ahn, \\emph{Nature} \\textbf{1}, 2 (2020).').replace('\\bibitem{', '\\bibitem[Ahn(2020)]{');
    match(await cited(text), /\n\\bibitem\[Peled\(1979\)\]\{Peled1979\} E\. Peled, /);
  });

  test('a work that is listed is cited from there', async () => {
    const text = listed('E. Peled, \\emph{J. Electrochem. Soc.} \\textbf{126}, 2047 (1979).');
    const known = text.replace('grow', 'grow well');
    equal(await cited(known), known.replace('grow ', 'grow \\cite{r1} '));
  });
});

suite('a numbered list of a plain text', () => {
  const text =
    'Films grow [2]. Others [1].\n\nReferences\n\n[1] A. Ahn, J. Power Sources 1, 2 (2020).\n[2] B. Beck, Nature 5,\n    6 (2021).\n';

  test('gets the next number and a line in its form', async () => {
    const after = await cited(text.replace('grow [2]', 'grow'), 'a.txt');
    match(after, /^Films grow \[3\]\. /);
    match(after, /6 \(2021\)\.\n\[3\] E\. Peled, J\. Electrochem\. Soc\. 126, 2047 \(1979\)\.\n$/);
  });

  test('the number joins those in brackets at the caret', async () => {
    const plan = planCitation(
      await load({ 'a.txt': text }, 'a.txt'),
      text.indexOf('[2]') + 3,
      [bundledId('Peled1979')],
      'auto',
    );
    match(after(plan, { 'a.txt': text })['a.txt']!, /^Films grow \[2, 3\]\./);
  });
});

suite('a number is set as those of the text are', () => {
  const list =
    '\n\n## References\n\n1. Ahn, A. Films. *Nature* **2020**, *1*, 2.\n2. Beck, B. More. *Nature* **2021**, *1*, 3.\n';
  const cases: readonly (readonly [string, string, string])[] = [
    ['after the stop', 'Films grow. Others thin.[1,2]', 'Films grow.[3] Others thin.[1,2]'],
    ['in the mark after the stop', 'Films grow.[1] Others thin.[1,2]', 'Films grow.[1,3] Others thin.[1,2]'],
    ['without a space', 'Films grow. Others thin[1], too.', 'Films grow[3]. Others thin[1], too.'],
    ['after a space', 'Films grow. Others thin [1, 2].', 'Films grow [3]. Others thin [1, 2].'],
    ['in the parentheses that come next', 'Films grow (1). Others thin (2).', 'Films grow (1, 3). Others thin (2).'],
  ];
  for (const [name, text, wanted] of cases)
    test(name, async () => equal((await cited(text + list, 'a.md')).split('\n')[0], wanted));
});

suite('numbers of a plain text that are', () => {
  const REFERENCES = 'References\n\n1. A. Ahn, J. Power Sources 1, 2 (2020).\n2. B. Beck, Nature 5, 6 (2021).\n';
  /** The line at whose `‸` a work is cited, or why it is not. */
  const line = async (marked: string, options: CitationOptions = {}, name = 'a.txt'): Promise<string> => {
    const text = `${marked.replace('‸', '')}\n\n${REFERENCES}`;
    const context = await load({ [name]: text }, name);
    const plan = planCitation(context, marked.indexOf('‸'), [bundledId('Peled1979')], 'auto', options);
    if (isRefusal(plan)) return plan.refused;
    const written = after(plan, { [name]: text })[name]!;
    match(written, /6 \(2021\)\.\n3\. E\. Peled, J\. Electrochem\. Soc\. 126, 2047 \(1979\)\.\n$/);
    return written.slice(0, written.indexOf('\n'));
  };

  const cases: readonly (readonly [string, string, string])[] = [
    ['in parentheses', 'Films form (1). They grow‸ on.', 'Films form (1). They grow (3) on.'],
    ['in parentheses, in their group', 'Films form (1, 2‸). They grow.', 'Films form (1, 2, 3). They grow.'],
    ['raised by tags', 'Films form<sup>1</sup>. They grow‸ on.', 'Films form<sup>1</sup>. They grow<sup>3</sup> on.'],
    ['raised by tags, in their group', 'Films form<sup>1‸</sup>. On.', 'Films form<sup>1,3</sup>. On.'],
    ['raised by carets', 'Films form^1^. They grow‸ on.', 'Films form^1^. They grow^3^ on.'],
    ['raised', 'Films form¹. They grow‸ on.', 'Films form¹. They grow³ on.'],
    ['raised, in their group', 'Films form¹‸. They grow.', 'Films form¹,³. They grow.'],
    ['raised by tags, after a stop', 'Films grow‸.<sup>1</sup> On.', 'Films grow.<sup>1,3</sup> On.'],
    ['raised, after a stop', 'Films form.¹ They grow‸, and on.', 'Films form.¹ They grow,³ and on.'],
    ['not yet there', 'Films form, see Eq. (1). They grow‸ on.', 'Films form, see Eq. (1). They grow [3] on.'],
  ];
  for (const [name, marked, wanted] of cases)
    for (const file of ['a.txt', 'a.md'])
      test(`${name}: ${file}`, async () => equal(await line(marked, {}, file), wanted));

  test('raised take no page, those in parentheses do', async () => {
    const options = { notes: new Map([[bundledId('Peled1979'), { locator: 'p. 5' }]]) };
    equal(await line('Films form (1). They grow‸ on.', options), 'Films form (1). They grow (3, p. 5) on.');
    equal(
      await line('Films form¹. They grow‸ on.', options),
      'A raised number takes no page: write “p. 5” into the sentence.',
    );
  });

  test('there already are not cited again', async () => {
    for (const marked of ['Films form (1, 2‸).', 'Films form¹,²‸. On.', 'Films form<sup>2‸</sup>. On.']) {
      const text = `${marked.replace('‸', '')}\n\n${REFERENCES.replace('B. Beck, Nature 5, 6 (2021)', 'E. Peled, J. Electrochem. Soc. 126, 2047 (1979)')}`;
      const plan = planCitation(
        await load({ 'a.txt': text }, 'a.txt'),
        marked.indexOf('‸'),
        [bundledId('Peled1979')],
        'auto',
      );
      deepEqual(plan, { refused: '2 is cited here already.' }, marked);
    }
  });

  test('harm nothing, wherever the caret is', async () => {
    const bodies = [
      'Films form,¹ and LiPF₆ at 5 V.² In Li|Cu cells they grow by 3 nm (see Fig. 2).\n\n- One point\n- Two: 1.5 mA cm⁻²',
      'Films form<sup>1</sup>, and LiPF6 at 5 V<sup>2</sup>. In `code` and https://x.org/a they grow.\n\n# Results\n\nMore 25 °C.',
      'Films form (1), and LiPF6 (lithium hexafluorophosphate) at 5 V (2). A range (3–5 V) and NaCl(aq) stay.',
    ];
    for (const name of ['a.txt', 'a.md'])
      for (const body of bodies) {
        const text = `${body}\n\n${REFERENCES}`;
        const context = await load({ [name]: text }, name);
        let cited = 0;
        for (let caret = 0; caret <= body.length; caret++) {
          const plan = planCitation(context, caret, [bundledId('Peled1979')], 'auto');
          if (isRefusal(plan)) continue;
          cited++;
          const { span, newText } = plan.edits[0]!;
          match(newText, /^(?: ?\(3\)|, 3|,3|,³|³|<sup>3<\/sup>)$/, body.slice(0, caret));
          equal(span.start, span.end);
          const changed = applyEdits(text, plan.edits.slice(0, 1));
          const reread = (await load({ [name]: changed }, name)).file;
          deepEqual(mentionsIn(reread), mentionsIn(context.file), changed);
        }
        ok(cited > 20, `only ${cited} in ${body}`);
      }
  });

  test('raised do not become part of a formula or a unit', async () => {
    equal(await line('Films form¹. In LiCoO₂‸ they grow.'), 'Films form¹. In LiCoO₂³ they grow.');
    equal(await line('Films form¹. Over 5 cm‸ they grow.'), 'Films form¹. Over 5 cm they³ grow.');
  });
});

const mentionsIn = ({ mentions, parsed: { prose } }: FileAnalysis): string[] =>
  mentions.map((mention) => `${mention.kind} ${prose.slice(mention.prose).replace(/\s/g, '')}`);
