import assert from 'node:assert/strict';
import { findNearest } from '../../client/nearest';

/** Titles that hold every word of the query. */
const search = async (query: string): Promise<readonly string[]> => {
  const titles = ['peled 1979 sei', 'peled 2017 review', 'xu 2014 interphases'];
  return titles.filter((title) => query.split(/\s+/).every((word) => title.includes(word)));
};

suite('The nearest references', () => {
  for (const { query, items, leftOut } of [
    { query: 'peled 1979', items: ['peled 1979 sei'], leftOut: [] },
    { query: 'peled 1979 nature', items: ['peled 1979 sei'], leftOut: ['nature'] },
    { query: 'nature peled 2017', items: ['peled 2017 review'], leftOut: ['nature'] },
    { query: 'xu 1979', items: ['xu 2014 interphases'], leftOut: ['1979'] },
    { query: 'some xu nature', items: ['xu 2014 interphases'], leftOut: ['some', 'nature'] },
    { query: 'nobody', items: [], leftOut: [] },
    { query: 'nobody nowhere', items: [], leftOut: [] },
  ]) {
    test(`for “${query}” leave out ${leftOut.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await findNearest(query, search), { items, leftOut });
    });
  }
});
