import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../server/base/span';
import { toCslJson } from '../../server/bibliography/csl';
import { parseCslJson } from '../../server/bibliography/cslJson';
import { readBibliography } from '../../server/bibliography/read';
import { inserterFor } from '../../server/bibliography/write';

const at = (text: string, { start, end }: Span): string => text.slice(start, end);

suite('CSL-JSON', () => {
  const json = JSON.stringify(
    [
      {
        id: 'Ito2020',
        type: 'article-journal',
        author: [
          { family: 'Ito', given: 'Ren' },
          { literal: 'The Cell Team' },
          { 'non-dropping-particle': 'van', family: 'Dam', given: 'B.' },
        ],
        title: 'Films of LiN<sub>3</sub> and "more"',
        'container-title': 'Films',
        issued: { 'date-parts': [['2020', 5]] },
        page: '3-9',
        DOI: 'https://doi.org/10.1000/F.3',
      },
      { type: 'book', id: 17, issued: { raw: '1999-01' } },
    ],
    null,
    2,
  );

  test('items with the places of item and id', () => {
    const { entries, problems } = parseCslJson(json);
    assert.deepEqual(problems, []);
    const [article, book] = entries;
    assert.deepEqual(article!.reference, {
      key: 'Ito2020',
      type: 'article-journal',
      authors: [{ family: 'Ito', given: 'Ren' }, { family: 'The Cell Team' }, { family: 'van Dam', given: 'B.' }],
      title: 'Films of LiN₃ and "more"',
      container: 'Films',
      year: 2020,
      pages: '3–9',
      doi: '10.1000/F.3',
    });
    assert.equal(at(json, article!.keySpan), 'Ito2020');
    assert.equal(at(json, book!.keySpan), '17');
    assert.equal(book!.reference.year, 1999);
    assert.match(at(json, book!.span), /^\{\s+"type": "book"[^{}]+\{[^{}]+\}\s+\}$/);
  });

  test('a broken item is one problem, and the next is read', () => {
    const broken =
      '[\n  {\n    "id": "a", "title": "never closed,\n    "author": [{ "family": "A" \n  {\n    "id": "b"\n  },\n  { "id": "c" "x": 1 },\n  {"title": "no id"}\n]';
    const { entries, problems } = parseCslJson(broken);
    assert.deepEqual(
      entries.map((entry) => entry.reference.key),
      ['b'],
    );
    assert.deepEqual(
      problems.map((problem) => problem.message.slice(0, 24)),
      ['This item is never close', 'This item is not JSON: l', 'This item has no key: gi'],
    );
  });

  test('what is written is read back the same', () => {
    const [article] = parseCslJson(json).entries;
    assert.deepEqual(
      parseCslJson(JSON.stringify([toCslJson(article!.reference)])).entries[0]!.reference,
      article!.reference,
    );
  });

  test('any text is read without an exception', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '"id"', '"a"', '\\', '\n', '  ', '1', 'null');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join('')),
        (text) => void parseCslJson(text),
      ),
      { numRuns: 2000 },
    );
  });
});

suite('what else is printed of a work goes with it from BibTeX', () => {
  const works: Readonly<Record<string, string>> = {
    book: '@book{k, author = {Ito, R.}, title = {Films}, edition = {2}, publisher = {Press}, address = {Oslo}, isbn = {978-0}, year = 2001}',
    report: '@techreport{k, author = {Ito, R.}, title = {Films}, institution = {Lab}, number = {R-19/2}, year = 2001}',
    page: '@online{k, author = {{Cells, Inc.}}, title = {Films}, url = {https://example.org/a}, urldate = {2022-05-01}, year = 2001}',
    patent: '@patent{k, author = {Ito, R.}, title = {Films}, number = {US 1234 A1}, year = 2001}',
  };
  for (const [name, bib] of Object.entries(works)) {
    const [work] = readBibliography('a.bib', bib).entries.map(({ reference }) => reference);
    for (const file of ['b.json', 'b.yml'])
      test(`${name}, into ${file} and back`, () => {
        const { newText } = inserterFor(file)('', work!)!;
        assert.deepEqual(readBibliography(file, newText).entries[0]!.reference, work);
      });
  }

  test('“and others” as Pandoc has it, and no author of that name', () => {
    const bib = '@article{k, author = {Ito, R. and others}, title = {Films}, year = 2001}';
    const [work] = readBibliography('a.bib', bib).entries.map(({ reference }) => reference);
    const { newText } = inserterFor('b.json')('', work!)!;
    assert.match(newText, /"literal": "others"/);
    assert.deepEqual(readBibliography('b.json', newText).entries[0]!.reference, work);
  });
});

suite('Hayagriva and CSL-YAML', () => {
  test('a map of keys, with parents, names in both forms and serial numbers', () => {
    const yaml = `ito2020:
  type: Article
  title: { value: "{Films} that hold", verbatim: true }
  author: ["Ito, Ren", { name: Dam, given-name: Bo, prefix: van }]
  date: 2020-05-01
  page-range: 3-9
  serial-number: { doi: "10.1000/F.3" }
  parent: { type: Periodical, title: Films, volume: 4, issue: 2 }
talk:
  type: article
  author: Solo, A.
  parent: [{ type: proceedings, title: A Meeting }]
`;
    const { entries, problems } = readBibliography('refs.yml', yaml);
    assert.deepEqual(problems, []);
    assert.deepEqual(entries[0]!.reference, {
      key: 'ito2020',
      type: 'article-journal',
      authors: [
        { family: 'Ito', given: 'Ren' },
        { family: 'van Dam', given: 'Bo' },
      ],
      title: 'Films that hold',
      container: 'Films',
      year: 2020,
      volume: '4',
      issue: '2',
      pages: '3–9',
      doi: '10.1000/F.3',
    });
    assert.equal(at(yaml, entries[0]!.keySpan), 'ito2020');
    assert.ok(at(yaml, entries[1]!.span).startsWith('talk:\n  type: article'));
    assert.equal(entries[1]!.reference.type, 'paper-conference');
  });

  test('CSL-YAML as pandoc writes it', () => {
    const { entries } = readBibliography('refs.yaml', 'references:\n- id: ito2020\n  title: Films\n  issued: 2020\n');
    assert.deepEqual(entries[0]!.reference, {
      key: 'ito2020',
      type: 'document',
      authors: [],
      title: 'Films',
      year: 2020,
    });
  });

  test('an alias that names nothing is told where it is, and the other entries are read', () => {
    const yaml = 'a:\n  type: article\n  title: *italic\nb:\n  type: article\n  title: Fine\n';
    const { entries, problems } = readBibliography('refs.yml', yaml);
    assert.deepEqual(
      entries.map(({ reference }) => reference.key),
      ['b'],
    );
    assert.deepEqual(
      problems.map(({ span, message }) => [at(yaml, span), message]),
      [
        [
          '*italic',
          'This is not YAML: “*italic” is an alias in YAML and names nothing; put it in quotes to mean text.',
        ],
      ],
    );
  });

  test('what is not YAML is a problem, not an exception', () => {
    assert.equal(readBibliography('refs.yml', 'a: [1, 2\nb: }').problems[0]?.code, 'syntax');
    const bomb = `a: &a [x, x]\n${'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} {p: [${Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]}`)
      .join('\n')}`;
    assert.ok(readBibliography('refs.yml', bomb).entries.length >= 0);
  });
});
