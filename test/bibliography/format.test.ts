import assert from 'node:assert/strict';
import { bareDoi, doiUrl, normaliseDoi } from '../../server/bibliography/doi';
import { formatReference, shortLabel } from '../../server/bibliography/format';
import type { Reference } from '../../server/bibliography/reference';

const article: Reference = {
  key: 'Abe2023',
  type: 'article-journal',
  authors: [
    { family: 'Abe', given: 'Jun-Ichi' },
    { family: 'de la Cruz', given: 'M.A.', suffix: 'Jr.' },
  ],
  title: 'What forms first?',
  container: 'J. Films',
  year: 2023,
  volume: '17',
  issue: '3',
  pages: 'e2301',
  doi: '10.1000/jf.17',
};

suite('formatReference', () => {
  test('an article', () => {
    assert.equal(
      formatReference(article),
      'Abe, J.-I.; de la Cruz, M. A., Jr. What forms first? J. Films 2023, 17, e2301.',
    );
  });
  test('given names of two parts, whole and as initials', () => {
    const printed = (given: string): string =>
      formatReference({ key: 'k', type: 'book', authors: [{ family: 'Abe', given }], title: 'Films' });
    for (const given of ['Jun-Ichi', 'J.-I.', 'J-I', 'J. -I.']) assert.match(printed(given), /^Abe, J\.-I\. Films/);
    assert.match(printed('Jun-Ichi K.'), /^Abe, J\.-I\. K\. Films/);
    assert.match(printed('J.I.'), /^Abe, J\. I\. Films/);
  });
  test('ten authors at most', () => {
    const authors = Array.from({ length: 12 }, (_, at) => ({ family: `N${at}`, given: 'X.' }));
    assert.match(formatReference({ ...article, authors }), /^N0, X\.; .*N9, X\.; et al\. What/);
    assert.match(formatReference({ ...article, moreAuthors: true }), /Jr\.; et al\. What/);
  });
  test('a chapter, a thesis, a data set', () => {
    const chapter = {
      ...article,
      type: 'chapter',
      container: 'Book of Films',
      editors: [{ family: 'Oz', given: 'K.' }],
      publisher: 'Press',
      pages: '1–9',
    };
    assert.equal(
      formatReference(chapter),
      'Abe, J.-I.; de la Cruz, M. A., Jr. What forms first? In Book of Films, Oz, K., Ed.; Press, 2023, Vol. 17, pp 1–9.',
    );
    const author = [{ family: 'Abe', given: 'Jun' }];
    assert.equal(
      formatReference({
        key: 'k',
        type: 'thesis',
        authors: author,
        title: 'On Films',
        publisher: 'Univ. X',
        year: 2001,
      }),
      'Abe, J. On Films. Thesis, Univ. X, 2001.',
    );
    assert.equal(
      formatReference({ key: 'k', type: 'dataset', authors: author, title: 'Curves', doi: '10.1000/d<1>' }),
      'Abe, J. Curves. https://doi.org/10.1000/d%3C1%3E',
    );
  });
  test('nothing but a journal and a year', () => {
    assert.equal(
      formatReference({ key: 'k', type: 'article-journal', authors: [], container: 'Nature', year: 2008 }),
      'Nature 2008.',
    );
  });
});

suite('shortLabel', () => {
  const label = (changes: Partial<Reference>): string => shortLabel({ ...article, ...changes });
  test('one, two and more authors', () => {
    assert.equal(label({ authors: [{ family: 'Abe' }] }), 'Abe 2023');
    assert.equal(label({}), 'Abe and de la Cruz 2023');
    assert.equal(label({ authors: [...article.authors, { family: 'Third' }] }), 'Abe 2023');
  });
  test('no author: the title, else the key', () => {
    assert.equal(label({ authors: [], title: 'A title that is much longer than this' }), 'A title that is much… 2023');
    assert.equal(shortLabel({ key: 'k1', type: 'book', authors: [] }), 'k1');
  });
});

suite('DOI', () => {
  test('without resolver, prefix and final stop, brackets kept', () => {
    const wiley = '10.1002/(SICI)1521-4095(199903)11:3<1::AID-X>3.0.CO;2-Z';
    for (const form of [
      wiley,
      `https://doi.org/${wiley}`,
      `doi:${wiley}`,
      `DOI: ${wiley}.`,
      `http://dx.doi.org/${encodeURIComponent(wiley)}`,
    ]) {
      assert.equal(bareDoi(form), wiley);
    }
    assert.equal(normaliseDoi(`doi:${wiley}`), wiley.toLowerCase());
  });
  test('what is none', () => {
    for (const none of ['', '10.1/x', 'https://doi.org/', 'see 10.1000/x y', 'ISBN 10'])
      assert.equal(bareDoi(none), undefined);
  });
  test('an address that a browser takes', () => {
    assert.equal(doiUrl('10.1000/a#b<c>'), 'https://doi.org/10.1000/a%23b%3Cc%3E');
    assert.equal(doiUrl('10.1000/\ud800x'), 'https://doi.org/10.1000/x');
  });
});
