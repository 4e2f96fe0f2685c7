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
const finder =
  (search: ReferenceSearch) =>
  (query: string): string => {
    const { references, isNearest } = search.find(query);
    return `${isNearest ? 'nearest ' : ''}${references.map(({ key }) => key).join(' ')}`;
  };
const keys = finder(new ReferenceSearch([library]));

suite('ReferenceSearch', () => {
  test('every word must be found, in any field, case and accents apart', () => {
    assert.equal(keys('garcia SALTS 2020'), 'b');
    assert.equal(keys('moller lipf6'), 'a');
    assert.equal(keys('10.1000/xyz'), 'c');
    assert.equal(keys('garcia xqzw'), 'nearest b');
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
    const many = new ReferenceSearch([
      Array.from({ length: 500 }, (_, at) => reference(`k${at}`, 'Same', 'Same', 2000)),
    ]);
    assert.equal(many.find('same').references.length, 100);
    assert.equal(many.find('same', 7).references.length, 7);
  });
  test('ten thousand entries are searched between two keystrokes', () => {
    const words =
      'lithium sodium electrolyte interphase anode cathode film growth transport salt polymer ceramic'.split(' ');
    const title = (at: number): string =>
      [0, 1, 2, 3, 4, 5].map((step) => words[(at * 7 + step * step * 5) % words.length]).join(' ');
    const big = new ReferenceSearch([
      Array.from({ length: 10_000 }, (_, at) =>
        reference(`key${at}`, `Family${at % 997}`, title(at), 1990 + (at % 30)),
      ),
    ]);
    const queries = ['lithium', 'family12 2001', 'electrolite intrphase', 'e', 'zzzzzz'];
    for (const query of queries) big.find(query);
    const start = performance.now();
    for (const query of queries) big.find(query);
    assert.ok((performance.now() - start) / queries.length < 60, 'ample room for a busy machine');
  });
});

/** By several people; the family names of all. */
const by = (
  key: string,
  families: readonly string[],
  year: number,
  title: string,
  more: Partial<Reference> = {},
): Reference => ({
  ...{ key, type: 'article-journal', year, title },
  authors: families.map((family) => ({ family, given: 'Q.' })),
  ...more,
});

suite('ReferenceSearch: author and year', () => {
  const keys = finder(
    new ReferenceSearch([
      [
        by('qian15', ['Qian', 'Xu'], 2015, 'High rate plating of metal'),
        by('qian14', ['Qian', 'Xu'], 2014, 'Stable plating'),
        by('xue14', ['Xue'], 2014, 'Xu-type oxides'),
        by('tanaka99', ['Tanaka', 'Peeled'], 1999, 'Films in 1979 and later'),
        by('mueller18', ['Müller', 'Novák'], 2018, 'Ageing'),
        by('mueller18b', ['Müller', 'Novák', 'Berg'], 2018, 'Ageing again'),
        by('oregan22', ['O’Regan'], 2022, 'Thermal parameters'),
        by('li14', ['Ito'], 2014, 'Li metal'),
        by('li13', ['Li'], 2013, 'Oxides'),
      ],
      [by('xu14', ['Xu'], 2014, 'Interphases'), by('peled79', ['Peled'], 1979, 'The interphase model')],
    ]),
  );

  test('first author before co-author, whatever list they come from; a longer name is another name', () =>
    assert.equal(keys('xu 2014'), 'xu14 qian14'));
  test('a word of the title that is also the name of somebody, where no work is by all', () => {
    assert.equal(keys('ito li 2014'), 'li14');
    assert.equal(keys('tanaka peeled 1999'), 'tanaka99');
    assert.equal(keys('xu li 2014'), '');
  });
  test('a name that is known was not mistyped, and a year never is', () => {
    assert.equal(keys('peled 1979'), 'peled79');
    assert.equal(keys('peled 1978'), '');
    assert.equal(keys('xu 2016'), '');
  });
  test('a mistyped name is found beside its year', () => assert.equal(keys('tanka 1999'), 'tanaka99'));
  test('an element in a title is not an author', () => {
    assert.equal(keys('li 2014'), '');
    assert.equal(keys('li metal 2014'), 'li14');
  });
  test('another author or year is not even near', () => {
    assert.equal(keys('qian plating 2016'), '');
    assert.equal(keys('nobody plating 2014'), '');
    assert.equal(keys('qian plating oxides 2015'), 'nearest qian15');
  });

  for (const query of ['Müller & Novák (2018)', 'muller and novak 2018', "mueller & Novák '18", 'Müller, Novák 2018a'])
    test(query, () => assert.match(keys(query), /^mueller18 /));
  for (const query of ['Müller et al. (2018)', 'muller et al 2018', 'Müller and co-workers, 2018'])
    test(query, () => assert.match(keys(query), /^mueller18b /));
  for (const query of ["O'Regan (2022)", 'oregan 2022', "O’Regan's 2022"])
    test(query, () => assert.equal(keys(query), 'oregan22'));
  test('a key of another library is a name and a year', () => assert.equal(keys('Peled1979'), 'peled79'));
  test('keys of other patterns are names, years and title words', () => {
    for (const query of ['mueller2018ageing', 'muellerAgeing2018', 'mueller_ageing_2018', 'Müller2018b'])
      assert.match(keys(query), /^mueller18/, query);
    assert.equal(keys('mueller2018plating'), '');
  });
  test('any key of a work: `ids` of biblatex', () => {
    const renamed = reference('new', 'Peled', 'Sodium films', 1979, { aliases: ['peledFilm1979', 'old-one'] });
    const find = finder(new ReferenceSearch([[...library, renamed]]));
    assert.equal(find('peledFilm1979').split(' ')[0], 'new');
    assert.equal(find('old-one'), 'new');
  });
  test('a key that is there comes before other works of that name and year', () =>
    assert.equal(keys('mueller18b'), 'mueller18b'));
  test('the name before “&” is that of the first author, however many words the other has', () => {
    const two = finder(
      new ReferenceSearch([
        [by('a', ['dos Reis', 'Strange'], 2021, 'Data'), by('b', ['Strange', 'dos Reis'], 2021, 'One')],
      ]),
    );
    assert.equal(two('Strange & dos Reis 2021'), 'b a');
  });
  test('“et al.” follows a name', () => assert.equal(keys('metal et al.'), ''));
});

suite('ReferenceSearch: titles, journals, DOIs', () => {
  const jes = { container: 'J. Electrochem. Soc.' };
  const library = [
    by('dual', ['Ahn'], 1994, 'Dual insertion cells', {
      container: 'Journal of The Electrochemical Society',
      volume: '141',
    }),
    by('short', ['Ahn'], 1995, 'Windows of voltage', jes),
    by('review', ['Berg'], 2004, 'Widening voltage windows of liquids', {
      container: 'Chem. Rev.',
      doi: '10.1000/ABC(12)3-4',
    }),
    by('social', ['Berg'], 2005, 'Liquids', { container: 'Chem. Soc. Rev.' }),
    by('garnet', ['Cho'], 2016, 'Transport in Li₇La₃Zr₂O₁₂ garnets', { container: 'Proc. Natl. Acad. Sci. U. S. A.' }),
    by('nickel', ['Dahl'], 2017, 'Ageing of LiNi₀.₈Mn₀.₁Co₀.₁O₂', { container: 'ACS Applied Materials & Interfaces' }),
    by('roadmap', ['Eis'], 2018, 'The road to Battery 2030'),
  ];
  const names = [
    ['LLZO', 'Li7La3Zr2O12', 'lithium lanthanum zirconium oxide'],
    ['NMC811', 'NMC 811', 'LiNi0.8Mn0.1Co0.1O2'],
  ];
  const keys = finder(new ReferenceSearch([library], names));

  test('words in quotation marks are searched for as one phrase of the title', () => {
    for (const query of ['"voltage windows"', '“Widening voltage win', '„voltage windows“ berg'])
      assert.equal(keys(query), 'review');
    assert.equal(keys('voltage windows'), 'review short');
    assert.equal(keys('"voltage of windows"'), 'nearest short review');
  });
  test('a journal in full, abbreviated or by its initials, however the entry has it', () => {
    for (const query of ['ahn jes', 'ahn j electrochem soc', 'ahn J. Electrochem. Soc.'])
      assert.equal(keys(query), 'short dual', query);
    assert.equal(keys('ahn Journal of the Electrochemical Society'), 'dual short');
    for (const query of ['chemical reviews', 'Chem. Rev.', 'chem rev'])
      assert.equal(keys(query), 'review social', query);
    for (const query of ['pnas garnets', 'proceedings of the national academy of sciences'])
      assert.equal(keys(query), 'garnet', query);
    assert.equal(keys('acsami'), 'nickel');
  });
  for (const query of [
    '10.1000/abc(12)3-4',
    'doi:10.1000/ABC(12)3-4',
    'doi: 10.1000/abc(12)3-4',
    'https://doi.org/10.1000/ABC(12)3-4',
    'https://doi.org/10.1000%2FABC%2812%293-4',
    'http://dx.doi.org/10.1000/abc(12)3-4.',
    'https://pubs.example.org/doi/10.1000/abc(12)3-4',
    'doi.org/10.1000/abc(12)3-4',
    '10.1000/ab',
  ])
    test(query, () => assert.equal(keys(query), 'review'));
  test('a DOI that nobody has', () => assert.equal(keys('10.1000/xyz'), ''));
  test('a species by any of its names', () => {
    for (const query of ['llzo', 'transport LLZO', 'Li7La3Zr2O12', 'lithium lanthanum zirconium oxide cho'])
      assert.equal(keys(query), 'garnet', query);
    for (const query of ['nmc811', 'NMC-811 ageing', 'LiNi0.8Mn0.1Co0.1O2']) assert.equal(keys(query), 'nickel', query);
  });
  test('another name of a species, next to other words, counts like the typed one', () => {
    const rich = [
      by('typed', ['Ahn'], 2001, 'Nickel-rich garnets of LLZO'),
      by('named', ['Ahn'], 2000, 'Rich Li₇La₃Zr₂O₁₂'),
    ];
    assert.equal(finder(new ReferenceSearch([rich], names))('rich llzo'), 'named typed');
  });
  test('singular and plural, British and American, formulas set apart by an exporter', () => {
    const forms = [
      by('singular', ['Ahn'], 2001, 'A dendrite of aluminum'),
      by('other', ['Berg'], 2002, 'Dendrites of tin'),
      by('apart', ['Cho'], 2003, 'Modelling LiCoO 2 cells'),
    ];
    const keys = finder(new ReferenceSearch([forms]));
    assert.equal(keys('dendrites aluminium'), 'singular');
    assert.equal(keys('dendrite tin'), 'other');
    assert.equal(keys('modeling licoo2'), 'apart');
  });
  test('a whole reference, with initials and pages', () => {
    const printed = { container: 'Chem. Rev.', volume: '114', pages: '11503–11618' };
    const one = by('xu', ['Xu'], 2014, 'Interphases', { ...printed, authors: [{ family: 'Xu', given: 'Kang' }] });
    const keys = finder(new ReferenceSearch([[one, by('li', ['Xu'], 2014, 'Oxides', printed)]]));
    assert.equal(keys('K. Xu, Chem. Rev. 114, 11503 (2014)'), 'xu');
  });
  test('a number that is not a year', () => {
    assert.equal(keys('battery 2030'), 'roadmap');
    assert.equal(keys('ahn 141'), 'dual');
  });
  test('fewer words where nothing holds all of them', () => {
    assert.equal(keys('transport garnets platinum'), 'nearest garnet');
    assert.equal(keys('platinum palladium garnets'), '');
  });
});

suite('ReferenceSearch: equal hits', () => {
  test('the earlier list, then the title that says less else, then the newest', () => {
    const own = [by('a', ['Ito'], 2001, 'Sodium plating and much else'), by('b', ['Ito'], 2002, 'Sodium plating')];
    const others = [by('c', ['Ito'], 2003, 'Sodium plating'), by('d', ['Ito'], 2004, 'Sodium plating')];
    assert.equal(finder(new ReferenceSearch([own, others]))('sodium plating'), 'b a d c');
  });
});
