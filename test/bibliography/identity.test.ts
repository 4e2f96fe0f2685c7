import { equal } from 'node:assert/strict';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { bareDoi } from '../../server/bibliography/doi';
import { Journals } from '../../server/bibliography/journals';
import type { Reference } from '../../server/bibliography/reference';
import { insertEntry } from '../../server/bibliography/write';

const journals = new Journals({ 'Journal of The Electrochemical Society': 'J. Electrochem. Soc.' });

const work: Reference = {
  key: 'Ader2017',
  type: 'article-journal',
  authors: [
    { family: 'von Ader', given: 'Åse' },
    { family: 'Beck', given: 'B.' },
  ],
  title: 'Ageing Behavior of Sulfur Films: A Review of Models',
  container: 'J. Electrochem. Soc.',
  year: 2017,
  volume: '164',
  pages: 'A1703–A1719',
};

/** Whether an entry of these fields is taken for the work. */
const isKnown = (fields: string, wanted = work): boolean =>
  insertEntry(`@article{x, ${fields}}`, wanted, { journals }).newText === '';

suite('a DOI that another field says', () => {
  const doiOf = (fields: string) => parseBib(`@misc{x, ${fields}}`).entries[0]!.reference.doi;
  const said: readonly (readonly [string, string | undefined])[] = [
    ['note = {DOI: 10.1000/one}', '10.1000/one'],
    ['note = {doi:10.1000/one (accessed 3 May 2020).}', '10.1000/one'],
    ['note = {Available online at https://doi.org/10.1000/one}', '10.1000/one'],
    ['howpublished = {\\url{https://dx.doi.org/10.1000/one}}', '10.1000/one'],
    ['howpublished = "doi.org/10.1016/S0378-7753(01)00594-5"', '10.1016/S0378-7753(01)00594-5'],
    ['url = {https://pubs.acs.org/doi/abs/10.1021/one?journalCode=x}', '10.1021/one'],
    ['url = {https://doi.org/10.1000/a?b}', '10.1000/a?b'],
    ['url = {https://example.org/10.1000/one}', undefined],
    ['note = {Erratum: 10.1000/two}', undefined],
    ['note = {See also doi:10.1000/two}', undefined],
    ['note = {10.1000/one, 10.1000/two}', undefined],
    ['note = {Version 10.2}', undefined],
    ['doi = {10.1000/one}, note = {10.1000/two}', '10.1000/one'],
  ];
  for (const [fields, doi] of said) test(`${fields}: ${doi ?? 'none'}`, () => equal(doiOf(fields), doi));

  test('makes it the same work', () => {
    const wanted = { ...work, doi: '10.1000/ONE' };
    for (const field of ['note = {doi: 10.1000/one}', 'howpublished = {\\url{https://doi.org/10.1000/one}}'])
      equal(isKnown(`title = {Something else}, ${field}`, wanted), true, field);
    equal(isKnown('title = {Something else}, note = {Reply to doi:10.1000/one}', wanted), false);
  });
});

suite('a work that is there already', () => {
  const author = 'author = {Ader, {\\AA}. von}';
  const same: readonly (readonly [string, string])[] = [
    ['in another spelling', `${author}, title = {Aging Behaviour of Sulphur-Films: a review of models}, year = 2017`],
    ['without its subtitle', `${author}, title = {Ageing Behavior of Sulfur Films}, year = 2017`],
    [
      'a year before its volume',
      `${author}, title = {Ageing Behavior of Sulfur Films: A Review of Models}, year = 2016`,
    ],
    ['without a year', `${author}, title = {Ageing Behavior of Sulfur Films: A Review of Models}`],
    [
      'by its place, the journal in full',
      'journal = {Journal of the Electrochemical Society}, volume = 164, pages = {A1703}',
    ],
    ['by its place, without full stops', 'journal = {J Electrochem Soc}, volume = {164}, pages = {A1703-A1719}'],
  ];
  for (const [name, fields] of same) test(name, () => equal(isKnown(fields), true));

  const others: readonly (readonly [string, string])[] = [
    ['the title of somebody else', 'author = {Opel, O.}, title = {Ageing Behavior of Sulfur Films}, year = 2017'],
    ['years later', `${author}, title = {Ageing Behavior of Sulfur Films: A Review of Models}, year = 2020`],
    [
      'another place in the same journal',
      `${author}, title = {${work.title}}, year = 2017, journal = {J. Electrochem. Soc.}, volume = 165`,
    ],
    ['a part of a series', `${author}, title = {Ageing Behavior of Sulfur Films: Part 2. Heat}, year = 2017`],
  ];
  for (const [name, fields] of others) test(`not ${name}`, () => equal(isKnown(fields), false));

  test('the page of a work that says no title', () => {
    const page: Reference = { key: 'k', type: 'webpage', authors: [], url: 'https://www.example.org/films/' };
    equal(isKnown('url = {http://example.org/films}', page), true);
    equal(isKnown('title = {Films}, url = {http://example.org/films}', page), true);
    equal(isKnown('url = {http://example.org/layers}', page), false);
    equal(isKnown('title = {Films}, url = {http://example.org/films}', { ...page, title: 'Layers' }), false);
  });

  test('not one part of a series for the whole', () => {
    const part = { ...work, title: 'Ageing Behavior of Sulfur Films: Part 2. Heat' };
    equal(isKnown(`${author}, title = {Ageing Behavior of Sulfur Films}, year = 2017`, part), false);
  });

  test('not the thesis that a paper was made of', () => {
    const text = `@phdthesis{x, ${author}, title = {${work.title}}, year = 2017}`;
    equal(insertEntry(text, work, { journals }).newText === '', false);
  });
});

suite('a DOI', () => {
  for (const written of [
    '10.1149/2.1441707jes',
    'doi.org/10.1149/2.1441707jes',
    'https://www.doi.org/10.1149/2.1441707jes',
    'http://dx.doi.org/10.1149%2F2.1441707jes',
    'https://doi-org.proxy.example.edu/10.1149/2.1441707jes',
    'https://iopscience.example.org/doi/abs/10.1149/2.1441707jes',
    'DOI: 10.1149/2.1441707jes.',
    'doi:https://doi.org/10.1149/2.1441707jes',
    'urn:doi:10.1149/2.1441707jes',
  ]) {
    test(written, () => equal(bareDoi(written), '10.1149/2.1441707jes'));
  }
  test('is not found in a word before it', () => equal(bareDoi('see 10.1149/2.1441707jes'), undefined));
});
