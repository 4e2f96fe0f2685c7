import { equal } from 'node:assert/strict';
import { byline } from '../../server/bibliography/byline';
import type { Reference } from '../../server/bibliography/reference';

const by = (...families: string[]): Reference => ({
  key: 'K',
  type: 'article-journal',
  authors: families.map((family) => ({ family })),
  title: 'A film',
  container: 'J. Films',
  year: 2017,
});

suite('A line of a picker', () => {
  test('names the first two authors and the year', () => {
    equal(byline(by('Peled'), ''), 'Peled 2017');
    equal(byline(by('Peled', 'Menkin'), ''), 'Peled and Menkin 2017');
    equal(byline(by('Cheng', 'Zhang', 'Zhao'), ''), 'Cheng, Zhang et al. 2017');
    equal(byline({ ...by('Lu'), moreAuthors: true }, ''), 'Lu et al. 2017');
  });

  test('names a later author for whom the work was searched', () => {
    equal(byline(by('Cheng', 'Zhang', 'Müller', 'Wei'), 'muller 2017'), 'Cheng, Zhang, … Müller et al. 2017');
    equal(byline(by('Cheng', 'Zhang', 'Wei'), 'cheng 2017'), 'Cheng, Zhang et al. 2017');
  });
});
