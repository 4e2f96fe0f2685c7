import { deepEqual, equal } from 'node:assert/strict';
import { parseFile } from '../../server/text';
import { isCitedWork } from '../../server/text/citedWork';

suite('a line that names a published work', () => {
  for (const line of [
    'A. Writer, et al., "On the film of lithium", J. Cells, 1, 23 (2011)',
    '[1] B. Writer, "The film revisited", J. Cells 2, 3 (2012).',
    '1. Writer C, Other D. On slow cells. J Cells 2019;126:2047–2051.',
    'E.-F. Writer, J. Cells 2019, 126, 2047.',
    'van der Writer, E. On slow cells. J. Cells 126 (12), 2047-2051 (2019). https://doi.org/10.1000/1',
    'Ada Writer, “On cells”, Proc. Cells, vol. 3, pp. 3–5, 2012.',
    '“The film revisited”, B. Writer, J. Cells 2, 3 (2012).',
    '[1] 王明, 李华, 等. 锂电池界面膜的研究[J]. 电池, 2020, 50(3): 15-20.',
    '[2] 张丽. 电解液的分解[D]. 北京: 某大学, 2019.',
    '王明, 李华. 锂电池界面膜的研究. 电池, 2020, 50(3): 15-20.',
  ])
    test(line, () => equal(isCitedWork(line), true));

  for (const line of [
    'A. Writer and others found in 2019 that cells at 25, 30 and 40 °C work.',
    'Writer et al. (1999) introduced “a film on lithium” in Section 3.',
    'Writer, Other and Third proposed the model in 1993.',
    '1. Dissolve 2, 3 or 4 g of the salt (batch 2012).',
    'In 2012, cells of 2, 3 and 5 Ah were sold.',
    '锂电池, 在2020年容量为2, 3和5 Ah。',
  ])
    test(`not “${line}”`, () => equal(isCitedWork(line), false));

  test('belongs to the references, under any heading and in a footnote', () => {
    const work = 'A. Writer, J. Cells 2019, 126, 2047.';
    for (const [language, text] of [
      ['markdown', `Text.\n\n# Results\n\nA film grows.[^1]\n\n${work}\n\n[^1]: ${work}\n`],
      ['latex', `Text.\n\\section{Results}\nA film grows.\\footnote{${work}}\n\n${work}\n`],
      ['typst', `Text.\n= Results\nA film grows.#footnote[${work}]\n\n${work}\n`],
      ['plaintext', `Text.\n\n1. Results\n\nA film grows.\n\n${work}\n\n${work}\n`],
    ] as const) {
      const { prose } = parseFile(language, text);
      deepEqual(
        prose.blocks.filter(({ part }) => part === 'references').map((block) => prose.slice(block)),
        [work, work],
        language,
      );
    }
  });

  test('a heading names the list, by its tag too', () => {
    for (const heading of ['## Sources', '<h2 id="s">Sources</h2>', '# Further reading', '# Quellen']) {
      const { prose } = parseFile('markdown', `The film grows.\n\n${heading}\n\nA. Writer on the film\n`);
      deepEqual(
        prose.blocks.map(({ part }) => part),
        ['body', 'references', 'references'],
        heading,
      );
    }
  });
});
