import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { toBibtex } from '../../server/bibliography/bibtex/serialise';
import { DEFAULT_STYLE } from '../../server/bibliography/bibtex/style';
import { existingEntry } from '../../server/bibliography/identity';
import { Journals } from '../../server/bibliography/journals';
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

const newTextFor = (text: string): string => insertEntry(text, work).newText;

suite('insertEntry: where the work is there already, its key is reused', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['same DOI in another case and form', '@misc{x, doi = {https://doi.org/10.1000/jf.7}}'],
    ['same title and year', '@article{x, title = {{Li$_3$N} on the {SEI}}, year = 2022}'],
    ['same journal, volume and first page', '@article{x, journal = {Journal of films}, volume = 7, pages = {11}}'],
  ];
  for (const [name, text] of cases) {
    test(name, () => {
      assert.deepEqual(insertEntry(text, work), { offset: 0, newText: '', key: 'x' });
      assert.equal(existingEntry(parseBib(text), work, new Journals())?.reference.key, 'x');
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
        '  author = {Nkemelu, Chidi and Søby, {\\AA}se},',
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
      '\tAUTHOR = "Nkemelu, Chidi and Søby, {\\AA}se",',
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

  test('aligned under the longest name of each entry, but for names that stick out', () => {
    const book = '@inbook{b,\n  title     = {Two},\n  booktitle = {Of},\n  archivePrefix = {arXiv}\n}\n';
    const alignedAs = (text: string) => newTextFor(text).split('\n').slice(2, 6);
    assert.deepEqual(alignedAs(`${book}\n@misc{a,\n  title = {One},\n  year  = {2001}\n}\n`), [
      '@article{Nkemelu2022,',
      '  author  = {Nkemelu, Chidi and Søby, {\\AA}se},',
      '  title   = {{Li$_3$N} on the {SEI}},',
      '  journal = {Journal of Films},',
    ]);
  });

  test('aligned where numbers have a space more', () => {
    const text =
      '@article{n,\n  title   = "One",\n  author  = "Ab, C.",\n  journal = "J",\n  volume  =  3,\n  number  =  4\n}\n';
    assert.match(newTextFor(text), /\n {2}title {3}= "/);
  });

  test('a publisher in the field that the type has', () => {
    const patent = inserted('', { key: 'p', type: 'document', authors: [], title: 'A film', publisher: 'WO 1/2' });
    assert.match(patent, /^@misc\{p,\n {2}title = \{A film\},\n {2}howpublished = \{WO 1\/2\}/);
    assert.equal(parseBib(patent).entries[0]!.reference.publisher, 'WO 1/2');
  });

  test('capitals in brackets before a hyphen', () => {
    const title = 'Ethylene carbonate (EC)-propyl acetate (PA) based cells';
    assert.match(
      inserted('', { ...work, title }),
      /title = \{Ethylene carbonate \(\{EC\}\)-propyl acetate \(\{PA\}\) based cells\}/,
    );
  });

  test('one entry a line, with a comment after the last', () => {
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

  test('fields in the order of the file, those that it never has after those that they follow as a rule', () => {
    const names = (text: string): string[] => [...text.matchAll(/^ *(\w+) *=/gm)].map(([, name]) => name!);
    const alphabetical = '@article{q,\n author = {A},\n journal = {J},\n title = {T},\n year = {2001}\n}\n';
    assert.deepEqual(names(newTextFor(alphabetical)), ['author', 'doi', 'journal', 'pages', 'title', 'volume', 'year']);
    const either = '@article{q,\n author = {A},\n title = {T},\n year = {2001}\n}\n';
    assert.deepEqual(names(newTextFor(either + either.replace('q', 'r'))).slice(0, 4), [
      'author',
      'title',
      'journal',
      'year',
    ]);
    const commaFirst = '@article{q\n , author = {A}\n , title = {T}\n , year = {2001}\n }\n';
    assert.match(newTextFor(commaFirst), /\n author = /);
    const titleFirst = '@article{q,\n title = {T},\n author = {A},\n year = {2001},\n journal = {J}\n}\n';
    assert.deepEqual(names(newTextFor(titleFirst)), ['title', 'author', 'year', 'volume', 'pages', 'doi', 'journal']);
  });

  test('values in one column, wherever the equals signs are', () => {
    const text = '@article{q,\n  author =   {A},\n  title =    {T},\n  year =     {2001}\n}\n';
    assert.match(newTextFor(text), /\n {2}author = {3}\{[\s\S]*\n {2}doi = {6}\{/);
  });

  test('equals signs in a column for each entry', () => {
    const text =
      '@book{q,\n  title = {T},\n  year  = {2000}\n}\n\n@book{r,\n  publisher = {P},\n  year      = {2001}\n}\n';
    assert.match(newTextFor(text), /\n {2}author {2}= \{[\s\S]*\n {2}journal = \{/);
  });

  test('given names first, whole titles in braces, one hyphen between pages', () => {
    const text = '@article{q, author = {Ann Ahn and Bo de Vries}, title = {{A Title}}, pages = {1-2}}\n';
    const written = newTextFor(text);
    assert.ok(written.includes('author = {Chidi Nkemelu and {\\AA}se Søby}'));
    assert.ok(written.includes('title = {{Li$_3$N on the SEI}}'));
    assert.ok(written.includes('pages = {11-19}'));
  });

  test('a stroke parts the words of a title before capitals are protected', () => {
    assert.match(
      toBibtex({ ...work, title: 'The Electrode/Electrolyte gap in LiFePO₄/Graphite cells' }),
      /title = \{The Electrode\/Electrolyte gap in \{LiFePO\$_4\$\}\/Graphite cells\}/,
    );
  });

  test('in its place in a sorted file, else after the last entry, before the notes of a reference manager', () => {
    const book = (key: string): string => `@book{${key},\n  year = {2000}\n}\n`;
    const keys = (text: string): string[] => parseBib(inserted(text)).entries.map(({ reference }) => reference.key);
    assert.deepEqual(keys(['Ader', 'Meyer', 'Zoe'].map(book).join('\n')), ['Ader', 'Meyer', 'Nkemelu2022', 'Zoe']);
    assert.deepEqual(keys(['Opel', 'Pohl', 'Zoe'].map(book).join('\n')), ['Nkemelu2022', 'Opel', 'Pohl', 'Zoe']);
    assert.deepEqual(keys(['Opel', 'Ader', 'Zoe'].map(book).join('\n')), ['Opel', 'Ader', 'Zoe', 'Nkemelu2022']);
    const jabref = `${book('Ader')}\n@Comment{jabref-meta: databaseType:bibtex;}\n`;
    assert.ok(inserted(jabref).indexOf('Nkemelu2022') < inserted(jabref).indexOf('@Comment'));
  });
});

suite('insertEntry: the place', () => {
  const book = (key: string): string => `@book{${key},\n  year = {2000}\n}\n`;
  const keys = (text: string): string[] => parseBib(inserted(text)).entries.map(({ reference }) => reference.key);

  test('in a file that is sorted but for a few entries', () => {
    const almost = [...'ABCDEFGHIJKLMOPQRSTUVWXYZ'].map((letter) => `${letter}a`);
    almost.splice(3, 0, 'Za');
    almost.pop();
    const after = keys(almost.map(book).join('\n'));
    assert.equal(after[after.indexOf('Nkemelu2022') - 1], 'Ma');
  });

  test('at the end of one that is sorted by accident in parts', () => {
    assert.equal(keys(['Ma', 'Oa', 'Za', 'Aa', 'Ba', 'Ca', 'Xa', 'Da'].map(book).join('\n')).at(-1), 'Nkemelu2022');
  });

  test('before an entry that is never closed, which would swallow it', () => {
    for (const broken of ['@book{Zoe,\n  title = {Never', '@book{Zoe, title = {Closed},\n', '@string{x = {y}\n']) {
      const text = `${book('Ader')}\n${broken}`;
      assert.ok(inserted(text).indexOf('Nkemelu2022') < inserted(text).indexOf(broken), broken);
      assert.ok(inserted(text).endsWith(broken));
      assert.ok(inserted(broken).startsWith('@article{Nkemelu2022,'));
    }
  });
});

suite('insertEntry: the journal', () => {
  const journals = new Journals({ 'Journal of Films': 'J. Films', 'Journal of Glass': 'J. Glass' });
  const journalIn = (text: string): string =>
    /journal\w* = (.*?),?\n/.exec(insertEntry(text, work, { journals }).newText)![1]!;
  const article = (journal: string): string => `@article{q,\n  journal = {${journal}}\n}\n`;

  test('as the file spells it', () =>
    assert.equal(journalIn(article('J. of Films (Berlin)') + article('journal of films')), '{journal of films}'));
  test('in full, abbreviated or without full stops, as the others', () => {
    assert.equal(journalIn(article('Journal of Glass')), '{Journal of Films}');
    assert.equal(journalIn(article('J. Glass')), '{J. Films}');
    assert.equal(journalIn(article('J Glass')), '{J Films}');
    assert.equal(journalIn(article('Phys. Stat. Sol.')), '{J. Films}');
  });
  test('by the macro that holds it under another name', () => {
    assert.equal(journalIn(`@string{jf = "J. Films"}\n${article('Journal of Glass')}`), 'jf');
  });
  test('not by a macro that is defined after it', () => {
    assert.equal(journalIn(`${article('J. Glass')}@string{jf = "Journal of Films"}\n`), '{J. Films}');
  });
  test('by a macro of another file', () => {
    const { newText } = insertEntry('', work, { journals, strings: new Map([['jf', 'J. Films']]) });
    assert.match(newText, /journal = jf,/);
  });
  test('as it comes where nothing is to be seen', () => assert.equal(journalIn(''), '{Journal of Films}'));
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
        const [entry] = parseBib(toBibtex(wanted, { ...DEFAULT_STYLE, ascii })).entries;
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
      toBibtex({ ...thesis, genre: 'PhD thesis' }, { ...DEFAULT_STYLE, ascii: false, biblatex: true }),
      /^@thesis\{[^@]* type = \{PhD thesis\}/,
    );
  });

  test('first letters of names that BibTeX would cut in half are commands, except for biber', () => {
    const authors = [{ family: 'Østli', given: 'Élodie M.-Á.' }];
    assert.match(toBibtex({ ...work, authors }), /author = \{\{\\O\}stli, \{\\'E\}lodie M\.-\{\\'A\}\.\}/);
    assert.match(
      toBibtex({ ...work, authors }, { ...DEFAULT_STYLE, biblatex: true }),
      /author = \{Østli, Élodie M\.-Á\.\}/,
    );
  });

  test('TeX only: nothing beyond ASCII for the letters of Europe and Greek', () => {
    const text = toBibtex({ ...work, title: 'γ-Al₂O₃ à la Šimša ≤ 5 µm' }, { ...DEFAULT_STYLE, ascii: true });
    assert.match(text, /^\p{ASCII}*$/u);
  });
});

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
