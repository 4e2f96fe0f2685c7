import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../server/base/span';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { filled } from '../support/hostile';
import { assertLinear } from '../support/processorTime';

const at = (text: string, { start, end }: Span): string => text.slice(start, end);
const only = (text: string) => {
  const { entries, problems } = parseBib(text);
  assert.deepEqual(problems, []);
  assert.equal(entries.length, 1);
  return entries[0]!.reference;
};

suite('parseBib: what a file may hold', () => {
  test('an entry with its spans, its fields decoded and its raw text', () => {
    const text =
      '% from my group\n@Article{Okoro2021,\n  author = {Okoro, Ada},\n  title = "Lithium {M}etal",\n  year = 2021 }\n';
    const [entry] = parseBib(text).entries;
    assert.equal(at(text, entry!.keySpan), 'Okoro2021');
    assert.ok(at(text, entry!.span).startsWith('@Article{'));
    assert.ok(at(text, entry!.span).endsWith('2021 }'));
    assert.deepEqual(entry!.reference, {
      key: 'Okoro2021',
      type: 'article-journal',
      authors: [{ family: 'Okoro', given: 'Ada' }],
      title: 'Lithium Metal',
      year: 2021,
    });
    const title = entry!.raw.fields[1]!;
    assert.equal(at(text, title.nameSpan), 'title');
    assert.equal(at(text, title.valueSpan), '"Lithium {M}etal"');
    assert.equal(title.parts[0]!.text, 'Lithium {M}etal');
  });

  test('parentheses around an entry, quotes inside braces, braces inside quotes', () => {
    assert.equal(only('@book(b1, title = {A "quoted" word (and brackets)})').title, 'A "quoted" word (and brackets)');
    assert.equal(only('@book{b1, title = "A {"}quoted{"} word"}').title, 'A "quoted" word');
  });

  test('@string, months and concatenation', () => {
    const text =
      '@string{ees = "Energy " # {Environ. Sci.}}\n@article{a, journal = EES, month = "1~" # feb, note = a # {b}}';
    assert.equal(only(text).container, 'Energy Environ. Sci.');
    assert.equal(parseBib(text).strings.get('ees'), 'Energy Environ. Sci.');
  });

  test('@comment, @preamble, % lines, addresses and prose between entries are not entries', () => {
    const text = [
      'Written by hand, ask me@example.org.',
      '% @article{old, title = {Old}}',
      '@comment{jabref-meta: databaseType:biblatex;}',
      '@preamble{"\\newcommand{\\x}{y}"}',
      '@Comment{',
      '@article{hidden, title = {Hidden}}',
      '}',
      '@misc{kept, title = {Kept}}',
    ].join('\n');
    assert.equal(only(text).key, 'kept');
  });

  test('a chapter inherits from its crossref, the book title from the title', () => {
    const text =
      '@inproceedings{c, crossref = {p}, title = {A Talk}, pages = {1-9}}\n@proceedings{p, title = {The Meeting}, year = {2019}, editor = {Lee, B.}}';
    const [talk] = parseBib(text).entries;
    const { title, container, year, pages } = talk!.reference;
    assert.deepEqual(
      { title, container, year, pages },
      { title: 'A Talk', container: 'The Meeting', year: 2019, pages: '1–9' },
    );
  });

  test('what is inherited is found over several steps, from each of a list, whatever the case of the keys', () => {
    const text =
      '@inproceedings{c, crossref = {P}, title = {A Talk}, xdata = {x1, x2}}\n@proceedings{p, title = {The Meeting}, crossref = {series}}\n@book{Series, publisher = {Press}, crossref = {c}}\n@xdata{x1, volume = {3}}\n@xdata{x2, number = {4}}';
    const { container, publisher, volume, issue } = parseBib(text).entries[0]!.reference;
    assert.deepEqual(
      { container, publisher, volume, issue },
      { container: 'The Meeting', publisher: 'Press', volume: '3', issue: '4' },
    );
  });

  test('a book with its subtitle, its own or that of the parent', () => {
    const text =
      '@incollection{a, title={A}, booktitle={Space}, booksubtitle={The Theme}}\n@incollection{b, title={B}, crossref={c}}\n@collection{c, title={Time}, subtitle={Other Themes}}\n@article{d, title={D}, journal={J}, booksubtitle={No}}';
    const containers = parseBib(text).entries.map(({ reference }) => reference.container);
    assert.deepEqual(containers, ['Space: The Theme', 'Time: Other Themes', undefined, 'J']);
  });

  test('types with digits, hyphens and underscores', () => {
    assert.equal(only('@book_section{a, title = {A}}').type, 'chapter');
    assert.equal(only('@data-set2{a, title = {A}}').title, 'A');
  });

  test('other keys of an entry', () => {
    assert.deepEqual(parseBib('@misc{new, ids = {old, older}, title = {A}}').entries[0]!.reference.aliases, [
      'old',
      'older',
    ]);
  });

  test('a comment within an entry is a problem for BibTeX, and what follows is read', () => {
    const text = '@misc{a,\n  year = 2012, % so it was\n  % note = {x},\n  title = {Frogs},\n}';
    const { entries, problems } = parseBib(text);
    assert.equal(entries[0]!.reference.title, 'Frogs');
    assert.deepEqual(
      problems.map(({ span }) => at(text, span)),
      ['% so it was'],
    );
  });

  test('abbreviations and symbols for bib2gls are set apart', () => {
    const text =
      '@acronym{bms,\n  short = {BMS},\n  long = {battery management system}}\n@symbol{eta, name={$\\eta$}, description={overpotential}}';
    const { entries, acronyms } = parseBib(text);
    assert.equal(entries.length, 0);
    assert.deepEqual(
      acronyms.map(({ kind, key, short, long }) => [kind, key, short, long]),
      [
        ['abbreviation', 'bms', 'BMS', 'battery management system'],
        ['symbol', 'eta', 'η', 'overpotential'],
      ],
    );
    assert.equal(at(text, acronyms[0]!.shortSpan!), 'BMS');
    assert.equal(at(text, acronyms[0]!.longSpan!), 'battery management system');
  });

  test('types are those of CSL; DOIs lose their resolver, and an address of the resolver gives one', () => {
    const types = ['inproceedings', 'phdthesis', 'online', 'software', 'misc'].map(
      (type) => only(`@${type}{k, year=2000}`).type,
    );
    assert.deepEqual(types, ['paper-conference', 'thesis', 'webpage', 'software', 'document']);
    assert.equal(
      only('@article{k, doi = {https://doi.org/10.1016/S0378-7753(01)00594-5}}').doi,
      '10.1016/S0378-7753(01)00594-5',
    );
    assert.equal(only('@article{k, url = {http://dx.doi.org/10.1000/a\\_b}}').doi, '10.1000/a_b');
  });
});

suite('parseBib: kinds and archives', () => {
  test('theses say which degree they were for', () => {
    const genres = [
      '@phdthesis{k, year=2000}',
      '@mastersthesis{k, year=2000}',
      '@thesis{k, type={mathesis}}',
      '@thesis{k, year=2000}',
    ];
    assert.deepEqual(
      genres.map((text) => only(text).genre),
      ['PhD thesis', 'Master’s thesis', 'Master’s thesis', undefined],
    );
  });
  test('a preprint has an address', () => {
    assert.equal(
      only('@misc{k, eprint = {2101.00001}, archiveprefix = {arXiv}}').url,
      'https://arxiv.org/abs/2101.00001',
    );
  });
});

suite('parseBib: broken entries', () => {
  /** Every entry is followed by a good one, which must be read. */
  const broken = (entry: string) => {
    const text = `${entry}\n\n@book{good, title = {Good}}\n`;
    const { entries, problems } = parseBib(text);
    assert.equal(entries.at(-1)!.reference.title, 'Good', 'the next entry is read');
    assert.equal(problems.length, 1, 'one problem an entry');
    return {
      keys: entries.map((found) => found.reference.key),
      message: problems[0]!.message,
      marked: at(text, problems[0]!.span),
    };
  };

  test('a brace that is never closed: the fields before it are kept', () => {
    const { keys, message } = broken('@article{a,\n  year = {2020},\n  title = {Open {ended,\n  volume = {3}\n}');
    assert.deepEqual(keys, ['a', 'good']);
    assert.match(message, /brace that opens the field “title” is never closed/);
  });

  test('an entry that is never closed', () => {
    const { message, marked } = broken('@article{a,\n  year = {2020},');
    assert.match(message, /never closed: put a closing brace/);
    assert.equal(marked, '@article{a,');
  });

  test('a missing comma: all fields are read', () => {
    const text = '@article{a,\n  title = {One}\n  year = {2020}\n}';
    const { message, marked } = broken(text);
    assert.match(message, /comma is missing after the field “title”/);
    assert.equal(marked, '{One}');
    assert.equal(parseBib(text).entries[0]!.reference.year, 2020);
  });

  test('no key', () => {
    assert.match(broken('@article{title = {One}, year = {2020}}').message, /has no key/);
    assert.match(broken('@article{, title = {One}}').message, /has no key/);
  });

  test('a key with a space in it', () => {
    const { message, marked, keys } = broken('@article{Smith 2020, title = {One}}');
    assert.match(message, /one word without spaces/);
    assert.equal(marked, 'Smith 2020');
    assert.deepEqual(keys, ['Smith 2020', 'good']);
  });

  test('a closing brace too many', () => {
    const { message, marked } = broken('@article{a, title = {One}}, year = {2020}}');
    assert.match(message, /remove a closing brace/);
    assert.equal(marked, '}');
  });

  test('a field without a value at the end of the file', () => {
    const text = '@book{a, year =';
    const { problems } = parseBib(text);
    assert.match(problems[0]!.message, /“year” has no value/);
    assert.equal(at(text, problems[0]!.span), '=');
  });

  test('a field without a value, and an entry without a brace', () => {
    assert.match(broken('@article{a, title, year = {2020}}').message, /“title” has no value/);
    assert.match(broken('@article Smith2020').message, /put a brace and a key/);
  });

  test('the same key twice', () => {
    const text = '@book{a, year=2001}\n@book{a, year=2002}';
    const [problem, ...rest] = parseBib(text).problems;
    assert.deepEqual(rest, []);
    assert.equal(problem!.code, 'duplicate-key');
    assert.equal(problem!.span.start, text.lastIndexOf('a, '));
    assert.equal(problem!.related!.start, text.indexOf('a, '));
  });

  test('any text is read without an exception, and spans lie inside it', () => {
    const piece = fc.constantFrom(
      '@',
      'article',
      '{',
      '}',
      '(',
      ')',
      '"',
      ',',
      '=',
      '#',
      '\n',
      ' ',
      '%',
      '\\',
      '$',
      'key',
      'title',
      '1',
      'é',
      '_',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (text) => {
          const { entries, problems } = parseBib(text);
          for (const { span } of [...entries, ...problems]) {
            assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, JSON.stringify(text));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  for (const hostile of [
    '@',
    '{',
    '@a{',
    '\n@a{b,',
    '@comment{',
    '\n@comment{\n@a{b}',
    '@a{b,c={',
    '@a{b,c="',
    ' and ',
    '\\"',
    '\\textsubscript{1}',
    '$_1$',
    '\\ce{',
    '<sub>',
    ' ',
  ]) {
    test(`time stays linear on ${JSON.stringify(hostile)} over and over`, () => {
      assertLinear('a file', (length) => parseBib(filled(hostile, length)), 100_000);
      assertLinear('a value', (length) => parseBib(`@a{b, author = {${filled(hostile, length)}`), 100_000);
    });
  }
});
