import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { toBibtex } from '../../server/bibliography/bibtex/serialise';
import { existingKey } from '../../server/bibliography/identity';
import type { Reference } from '../../server/bibliography/reference';
import { insertCslEntry, insertEntry } from '../../server/bibliography/write';

const work: Reference = {
  key: 'Nkemelu2022',
  type: 'article-journal',
  authors: [
    { family: 'Nkemelu', given: 'Chidi' },
    { family: 'Søby', given: 'Åse' },
  ],
  title: 'Li₃N on the SEI',
  container: 'Journal of Films',
  year: 2022,
  volume: '7',
  pages: '11–19',
  doi: '10.1000/JF.7',
};

function inserted(text: string, reference: Reference = work): string {
  const { offset, newText } = insertEntry(text, reference);
  return text.slice(0, offset) + newText + text.slice(offset);
}

suite('insertEntry: where the work is there already, its key is reused', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['same DOI in another case and form', '@misc{x, doi = {https://doi.org/10.1000/jf.7}}'],
    ['same title and year', '@article{x, title = {{Li$_3$N} on the {SEI}}, year = 2022}'],
    ['same journal, volume and first page', '@article{x, journal = {Journal of films}, volume = 7, pages = {11}}'],
  ];
  for (const [name, text] of cases) {
    test(name, () => {
      assert.deepEqual(insertEntry(text, work), { offset: 0, newText: '', key: 'x' });
      assert.equal(existingKey(parseBib(text), work), 'x');
    });
  }
  test('but not where the DOIs differ', () => {
    const text = '@article{x, doi = {10.1000/JF.8}, title = {Li$_3$N on the SEI}, year = 2022}';
    assert.equal(insertEntry(text, work).key, 'Nkemelu2022');
  });
});

suite('insertEntry: the key', () => {
  test('gets a letter where it is taken, whatever its case', () => {
    assert.equal(insertEntry('@book{nkemelu2022, year=1}', work).key, 'Nkemelu2022a');
    assert.equal(insertEntry('@book{Nkemelu2022, year=1}@book{Nkemelu2022a, year=1}', work).key, 'Nkemelu2022b');
  });
  test('is made from name and year where there is none to be used', () => {
    assert.equal(insertEntry('', { ...work, key: '' }).key, 'Nkemelu2022');
    assert.equal(insertEntry('', { ...work, key: 'a b', authors: [{ family: 'Øst, Å.' }] }).key, 'Ost2022');
  });
});

suite('insertEntry: the style', () => {
  test('of a new file', () => {
    assert.equal(
      inserted(''),
      [
        '@article{Nkemelu2022,',
        '  author = {Nkemelu, Chidi and Søby, Åse},',
        '  title = {{Li$_3$N} on the {SEI}},',
        '  journal = {Journal of Films},',
        '  year = {2022},',
        '  volume = {7},',
        '  pages = {11--19},',
        '  doi = {10.1000/JF.7},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('tabs, quotes, capitals, aligned, bare numbers, no comma at the end, CRLF', () => {
    const text = '@ARTICLE{zz,\r\n\tAUTHOR = "Ab, C.",\r\n\tTITLE  = "Some Thing",\r\n\tYEAR   = 1999\r\n}\r\n';
    const lines = inserted(text, { ...work, pages: '5' }).split('\r\n');
    assert.deepEqual(lines.slice(5), [
      '',
      '@ARTICLE{Nkemelu2022,',
      '\tAUTHOR = "Nkemelu, Chidi and Søby, Åse",',
      '\tTITLE  = "{Li$_3$N} on the {SEI}",',
      '\tJOURNAL = "Journal of Films",',
      '\tYEAR   = 2022,',
      '\tVOLUME = 7,',
      '\tPAGES  = 5,',
      '\tDOI    = "10.1000/JF.7"',
      '}',
      '',
    ]);
  });

  test('one entry a line, with a comment behind the last', () => {
    const text = '@book{a, title={One}, year={2001}} % read\n@book{b, title={Two}, year={2002}} % not read\n';
    assert.equal(
      inserted(text, { key: 'c', type: 'book', authors: [], title: 'Three' }),
      `${text.trimEnd()}\n@book{c, title={Three}}\n`,
    );
  });

  test('TeX commands where the file uses them, biblatex names, macros for journals', () => {
    const text =
      '@string{jof = {Journal of Films}}\n@article{q, author = {M{\\"u}ller, A.}, journaltitle = jof, date = {2001}}\n';
    const text2 = inserted(text);
    assert.match(text2, /S\{\\o\}by, \{\\AA\}se|S\{\\o\}by, \{\\aa\}se/i);
    assert.match(text2, /journaltitle = jof/);
    assert.match(text2, /date = \{2022\}/);
    assert.equal(parseBib(text2).entries[1]!.reference.authors[1]!.family, 'Søby');
  });

  test('in its place in a sorted file, else behind the last entry, before the notes of a reference manager', () => {
    const book = (key: string): string => `@book{${key},\n  year = {2000}\n}\n`;
    const keys = (text: string): string[] => parseBib(inserted(text)).entries.map(({ reference }) => reference.key);
    assert.deepEqual(keys(['Ader', 'Meyer', 'Zoe'].map(book).join('\n')), ['Ader', 'Meyer', 'Nkemelu2022', 'Zoe']);
    assert.deepEqual(keys(['Opel', 'Pohl', 'Zoe'].map(book).join('\n')), ['Nkemelu2022', 'Opel', 'Pohl', 'Zoe']);
    assert.deepEqual(keys(['Opel', 'Ader', 'Zoe'].map(book).join('\n')), ['Opel', 'Ader', 'Zoe', 'Nkemelu2022']);
    const jabref = `${book('Ader')}\n@Comment{jabref-meta: databaseType:bibtex;}\n`;
    assert.ok(inserted(jabref).indexOf('Nkemelu2022') < inserted(jabref).indexOf('@Comment'));
  });
});

const word = fc
  .stringMatching(/^[A-Za-zäéøŁß₂²γ&%#_$<>~^+/ .,:-]{1,12}$/)
  .map((text) => text.replace(/[\s-]+/g, ' ').trim() || 'x');
const reference: fc.Arbitrary<Reference> = fc
  .record({
    authors: fc.array(
      fc.record(
        {
          family: fc.stringMatching(/^[A-ZÄÉŁ][a-zäéøß]{1,8}$/),
          given: fc.stringMatching(/^[A-ZÄ]\.( [A-Z]\.)?$/),
        },
        { requiredKeys: ['family'], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    title: word,
    container: word,
    year: fc.integer({ min: 1800, max: 2100 }),
    volume: fc.stringMatching(/^[1-9][0-9]{0,3}$/),
    pages: fc.constantFrom('1–9', 'A1703–A1719', '12311', 'e2023'),
    doi: fc.stringMatching(/^10\.\d{4}\/[A-Za-z0-9()<>;:._-]{1,12}[A-Za-z0-9]$/),
  })
  .map((fields) => ({ key: 'Key2020', type: 'article-journal', ...fields }));

suite('insertEntry and toBibtex: properties', () => {
  const bibs = fc.constantFrom(
    '',
    '% nothing yet\n',
    '@article{a,\n  title = "One",\n  year = 2001\n}',
    '@Article{a, title={T\\"o}, year={2001}}\r\n@Article{b, title={Two}, year={2002},}\r\n',
    '@article{a,\n\ttitle = {Open,\n\n@book{b,\n\ttitle\t= {Two},\n}\n\n\n% end',
    '@comment{x}\n@book{Ka, year={1}}\n@book{Kb, year={1}}\n@book{Zc, year={1}}\n@preamble{"x"}',
  );

  test('every byte of the file stays, and the work is found under the key', () => {
    fc.assert(
      fc.property(bibs, reference, (text, wanted) => {
        const { offset, newText, key } = insertEntry(text, wanted);
        const after = text.slice(0, offset) + newText + text.slice(offset);
        const before = parseBib(text);
        const { entries, problems } = parseBib(after);
        assert.equal(entries.length, before.entries.length + 1);
        assert.equal(problems.length, before.problems.length);
        assert.deepEqual(entries.find((entry) => entry.reference.key === key)!.reference, { ...wanted, key });
        assert.deepEqual(insertEntry(after, wanted), { ...insertEntry(after, wanted), newText: '', key });
      }),
      { numRuns: 500 },
    );
  });

  test('what is written is read back the same, in TeX or in Unicode', () => {
    fc.assert(
      fc.property(reference, fc.boolean(), (wanted, ascii) => {
        const [entry] = parseBib(toBibtex(wanted, { ...parseStyle, ascii })).entries;
        assert.deepEqual(entry!.reference, wanted);
      }),
      { numRuns: 1000 },
    );
  });

  test('a thesis of unknown degree is not made one of a doctor', () => {
    const thesis = { ...work, type: 'thesis' };
    assert.match(toBibtex(thesis), /^@phdthesis\{[^@]* type = \{Thesis\}/);
    assert.match(toBibtex({ ...thesis, genre: 'Master’s thesis' }), /^@mastersthesis\{(?![^@]* type =)/);
    assert.match(
      toBibtex({ ...thesis, genre: 'PhD thesis' }, { ...parseStyle, ascii: false, biblatex: true }),
      /^@thesis\{[^@]* type = \{PhD thesis\}/,
    );
  });

  test('TeX only: nothing beyond ASCII for the letters of Europe and Greek', () => {
    const text = toBibtex({ ...work, title: 'γ-Al₂O₃ à la Šimša ≤ 5 µm' }, { ...parseStyle, ascii: true });
    assert.match(text, /^\p{ASCII}*$/u);
  });
});

const parseStyle = {
  newline: '\n',
  indent: '  ',
  delimiter: 'brace',
  fieldCase: 'lower',
  typeCase: 'lower',
  equals: ' = ',
  nameWidth: 0,
  trailingComma: true,
  closesOnOwnLine: true,
  bareNumbers: false,
  biblatex: false,
  gap: 2,
} as const;

suite('insertCslEntry', () => {
  const after = (json: string): string => {
    const { offset, newText } = insertCslEntry(json, work)!;
    return json.slice(0, offset) + newText + json.slice(offset);
  };
  for (const json of [
    '',
    '[]',
    '[\n]\n',
    '[{"id":"a","type":"book"}]',
    '[\n    {\n        "id": "a"\n    }\n]\n',
    '[\r\n  {"id": "a"}\r\n]',
  ]) {
    test(`into ${JSON.stringify(json)}`, () => {
      const items: readonly { id: string }[] = JSON.parse(after(json));
      assert.equal(items.at(-1)!.id, 'Nkemelu2022');
      assert.equal(after(after(json)), after(json), 'a second time it is there already');
    });
  }
  test('indents as the file does', () => {
    assert.ok(
      after('[\n    {\n        "id": "a"\n    }\n]\n').includes('\n    },\n    {\n        "id": "Nkemelu2022",\n'),
    );
  });
  test('has no place in anything else', () => {
    assert.equal(insertCslEntry('{"items": []}', work), undefined);
    assert.equal(insertCslEntry('[{"id": "a"', work), undefined);
  });
});
