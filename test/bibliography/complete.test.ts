import { deepEqual, ok } from 'node:assert/strict';
import { isComplete, lacks } from '../../server/bibliography/complete';
import type { Reference } from '../../server/bibliography/reference';

const article: Reference = {
  key: 'Peled2017',
  type: 'article-journal',
  authors: [
    { family: 'Peled', given: 'E.' },
    { family: 'Menkin', given: 'S.' },
  ],
  title: 'A film',
  container: 'J. Films',
  year: 2017,
  volume: '3',
  pages: 'A17',
  doi: '10.1000/film',
};

const book: Reference = { key: 'Xu2020', type: 'book', authors: [], title: 'Films', year: 2020, publisher: 'Press' };

const without = (reference: Reference, field: keyof Reference): Reference => ({ ...reference, [field]: undefined });

suite('A reference', () => {
  test('says what a list cannot do without', () => {
    deepEqual(lacks(article), []);
    deepEqual(lacks(without(article, 'title')), ['title']);
    deepEqual(lacks({ ...without(article, 'container'), authors: [] }), ['author', 'journal']);
    deepEqual(lacks({ ...book, editors: [{ family: 'Xu' }] }), []);
  });

  test('to an article is complete with authors, title, journal, year, volume, pages and DOI', () => {
    ok(isComplete(article));
    for (const field of ['title', 'container', 'year', 'volume', 'pages', 'doi'] as const)
      ok(!isComplete(without(article, field)), `without ${field}`);
  });

  test('needs the initials of all its authors', () => {
    ok(!isComplete({ ...article, authors: [{ family: 'Peled' }] }));
    ok(!isComplete({ ...article, moreAuthors: true }));
    ok(!isComplete({ ...article, authors: [] }));
  });

  test('to a book needs authors or editors and a publisher, its institution no initials', () => {
    ok(isComplete({ ...book, editors: [{ family: 'Xu', given: 'K.' }] }));
    ok(isComplete({ ...book, authors: [{ family: 'International Electrotechnical Commission' }] }));
    ok(!isComplete(book));
    ok(!isComplete({ ...without(book, 'publisher'), authors: article.authors }));
  });

  test('to what has no kind can be found by its address', () => {
    const note: Reference = { key: 'n', type: 'document', authors: article.authors, title: 'A note', year: 2020 };
    ok(!isComplete(note));
    ok(isComplete({ ...note, url: 'https://example.org' }));
    ok(!isComplete({ ...note, url: 'https://example.org', container: 'J. Films' }), 'it is an article');
  });
});
