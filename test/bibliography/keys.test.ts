import { equal } from 'node:assert/strict';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import type { Reference } from '../../server/bibliography/reference';
import { insertEntry } from '../../server/bibliography/write';

const work: Reference = {
  key: 'Osei2018c',
  type: 'article-journal',
  authors: [
    { family: 'Osei', given: 'Ama' },
    { family: 'Lindqvist', given: 'Bo' },
  ],
  title: 'On the slow growth of films at low-temperature electrodes',
  container: 'Journal of Films',
  year: 2018,
  volume: '7',
};

/** Three works under keys in the style of one author. */
const fileWith = (...[a, b, c]: readonly string[]): string => `
@article{${a}, author = {Xu, K.}, title = {Electrolytes and Interphases in Li-Ion Batteries}, journal = {Chem. Rev.}, year = 2014, volume = 114}
@article{${b}, author = {Abara, C. and Menkin, S.}, title = {Films: Past, Present and Future}, journal = {J. Electrochem. Soc.}, year = 2017, volume = 164}
${c === undefined ? '' : `@article{${c}, author = {von Kolz, L. and Ader, A. and Beck, B.}, title = {The Solid-Electrolyte Interphase}, journal = {ChemSusChem}, year = 2020, volume = 13}`}
`;

suite('the key of a new entry is made as the keys of the file are', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['Xu2014', 'Abara2017', 'Kolz2020'], 'Osei2018'],
    [
      ['xuElectrolytesInterphases2014', 'abaraFilmsPresent2017', 'vonkolzSolidElectrolyteInterphase2020'],
      'oseiSlowGrowth2018',
    ],
    [['xu_electrolytes_2014', 'abara_films_2017', 'von_kolz_solid-electrolyte_2020'], 'osei_slow_2018'],
    [['xu2014electrolytes', 'abara2017films', 'kolz2020solid'], 'osei2018slow'],
    [['Xu:2014abc', 'Abara:2017xyz', 'vonKolz:2020qrs'], 'Osei:2018'],
    [['XU2014', 'ABARA2017', 'KOLZ2020'], 'OSEI2018'],
    [['xu14', 'abara17', 'kolz20'], 'osei18'],
    [['Xu_2014', 'Abara_2017'], 'Osei_2018'],
    [['2014-Xu', '2017-Abara'], '2018-Osei'],
    [['Xu2014', 'AbaraMenkin2017', 'KolzEtAl2020'], 'OseiLindqvist2018'],
    [['Xu2014', 'Abara_et_al2017', 'Kolz_et_al2020'], 'Osei_et_al2018'],
    [['Xu2014CR', 'Abara2017JES', 'Kolz2020C'], 'Osei2018JF'],
    [['Xu-114', 'Abara-164'], 'Osei-7'],
    [['ref07', 'ref08', 'ref09'], 'ref10'],
    [['B7x', 'B8x', 'B9x'], 'B10x'],
    [['lorem', 'ipsum', 'dolor'], 'Osei2018'],
  ];
  for (const [keys, wanted] of cases) {
    test(`${keys.join(', ')} → ${wanted}`, () => {
      const { key } = insertEntry(fileWith(...keys), work);
      // Letters that come from nowhere are made up.
      equal(wanted === 'Osei:2018' ? key.replace(/[a-z]{3}$/, '') : key, wanted);
    });
  }

  test('letters are the file’s own: none without a work to tell from, the next where there is one', () => {
    equal(insertEntry('', work).key, 'Osei2018');
    equal(insertEntry('@article{Osei2018, title = {Another}}', work).key, 'Osei2018a');
  });

  test('a work of the writer’s library keeps the key it has there, where that is free', () => {
    const text = fileWith('xu14', 'abara17');
    equal(insertEntry(text, work, { keyFrom: 'work' }).key, 'Osei2018c');
    equal(insertEntry(`${text}@book{osei2018C, title = {Another}}`, work, { keyFrom: 'work' }).key, 'osei18');
  });

  test('it is the key under which the entry is written', () => {
    const text = fileWith('xu14', 'abara17');
    const { newText, key } = insertEntry(text, work);
    equal(parseBib(newText).entries[0]!.reference.key, key);
  });
});
