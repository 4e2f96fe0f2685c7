import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBib } from '../../server/bibliography/bibtex/parse';

/** Entries in each file, counted by reading: every `@type{key` that is not a comment, string or preamble. */
const ENTRIES: Readonly<Record<string, number>> = {
  'bercx-thesis/bibliography/batteries.bib': 79,
  'bercx-thesis/bibliography/dft.bib': 56,
  'bercx-thesis/bibliography/quotas.bib': 63,
  'bercx-thesis/bibliography/slme.bib': 66,
  'bercx-thesis/bibliography/workflows.bib': 18,
  'joss-liionpack/paper.bib': 10,
  'joss-pybop/paper.bib': 27,
  'joss-pyprobe/paper.bib': 19,
  'joss-rnmc/paper.bib': 12,
  'joss-smol/paper.bib': 23,
  'msd-errors/src/tex/bib.bib': 99,
};

suite('parseBib on published manuscripts', () => {
  const corpus = process.env.INTERPHASE_CORPUS;

  for (const [path, count] of Object.entries(ENTRIES)) {
    test(path, function () {
      if (!corpus) return this.skip();
      const { entries, problems } = parseBib(readFileSync(join(corpus, path), 'utf8'));
      assert.equal(entries.length, count);
      assert.deepEqual(problems, []);
      const withoutTitle = entries.filter(({ reference }) => !reference.title);
      assert.deepEqual(
        withoutTitle.map(({ reference }) => reference.key),
        [],
      );
    });
  }

  test('no TeX is left in any text of any file', function () {
    if (!corpus) return this.skip();
    for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.bib'),
    )) {
      for (const { reference } of parseBib(readFileSync(join(corpus, file), 'utf8')).entries) {
        const { title, container, publisher, pages, authors } = reference;
        const texts = [title, container, publisher, pages, ...authors.flatMap(({ family, given }) => [family, given])];
        for (const text of texts) assert.doesNotMatch(text ?? '', /[\\{}$]|--/, `${file} ${reference.key}`);
      }
    }
  });
});
