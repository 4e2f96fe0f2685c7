import assert from 'node:assert/strict';
import type { Reference } from '../../server/bibliography/reference';
import { ReferenceSearch } from '../../server/bibliography/search';

const reference = (
  key: string,
  family: string,
  title: string,
  year: number,
  more: Partial<Reference> = {},
): Reference => ({
  ...{ key, type: 'article-journal', authors: [{ family, given: 'Q.' }], title, year },
  ...more,
});

const library = [
  reference('a', 'Møller', 'Growth of LiPF₆ films', 2010),
  reference('b', 'García', 'Lithium electrolytes for moeller cells', 2020, { container: 'Journal of Salts' }),
  reference('c', 'Lithgow', 'Electrolyte decomposition', 2015, { doi: '10.1000/XYZ' }),
  reference('d', 'Ono', 'Sodium', 2021),
];
const search = new ReferenceSearch(library);
const keys = (query: string): string =>
  search
    .find(query)
    .map((found) => found.key)
    .join(' ');

suite('ReferenceSearch', () => {
  test('every word has to be found, in any field, case and accents apart', () => {
    assert.equal(keys('garcia SALTS 2020'), 'b');
    assert.equal(keys('moller lipf6'), 'a');
    assert.equal(keys('10.1000/xyz'), 'c');
    assert.equal(keys('garcia sodium'), '');
  });
  test('a name before a title word, and newer before older', () => {
    assert.equal(keys('lith'), 'c b');
    assert.equal(keys('electrolyt'), 'b c');
  });
  test('mistyped words find something where there is little else', () => {
    assert.equal(keys('electrolite'), 'b c');
    assert.equal(keys('gracia'), 'b');
    assert.equal(keys('electrolite decompositoin'), 'c');
    assert.equal(keys('xqzw'), '');
  });
  test('no words: the newest first; never more than a hundred', () => {
    assert.equal(keys('  '), 'd b c a');
    const many = new ReferenceSearch(Array.from({ length: 500 }, (_, at) => reference(`k${at}`, 'Same', 'Same', 2000)));
    assert.equal(many.find('same').length, 100);
    assert.equal(many.find('same', 7).length, 7);
  });
  test('ten thousand entries are searched between two keystrokes', () => {
    const words =
      'lithium sodium electrolyte interphase anode cathode film growth transport salt polymer ceramic'.split(' ');
    const title = (at: number): string =>
      [0, 1, 2, 3, 4, 5].map((step) => words[(at * 7 + step * step * 5) % words.length]).join(' ');
    const big = new ReferenceSearch(
      Array.from({ length: 10_000 }, (_, at) =>
        reference(`key${at}`, `Family${at % 997}`, title(at), 1990 + (at % 30)),
      ),
    );
    const queries = ['lithium', 'family12 2001', 'electrolite intrphase', 'e', 'zzzzzz'];
    for (const query of queries) big.find(query);
    const start = performance.now();
    for (const query of queries) big.find(query);
    assert.ok((performance.now() - start) / queries.length < 60, 'ample room for a busy machine');
  });
});
