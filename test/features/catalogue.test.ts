import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Bibliography } from '../../server/bibliography/bibliography';
import { compare } from '../../server/features/catalogue/comparison';
import { copyTable, type TableRequest } from '../../server/features/catalogue/copy';
import { catalogueList } from '../../server/features/catalogue/list';
import { speciesCard } from '../../server/features/catalogue/speciesCard';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { Catalogue } from '../../server/knowledge/catalogue';
import type { CompiledCatalogue } from '../../server/knowledge/compiled';
import type { Source, Species } from '../../server/knowledge/species';
import { parseBibliography } from '../../server/workspace/bibliography';

/** Two solvents that do not exist, so that no number here is taken for a fact. */
const species: readonly Species[] = [
  {
    id: 'abc',
    class: 'solvent',
    names: [
      { text: 'alpha carbonate', kind: 'common' },
      { text: 'ABC', kind: 'abbreviation' },
      { text: 'alpha_ester', kind: 'synonym' },
    ],
    formula: 'C3H4O3',
    identifiers: { cas: '1-23-4' },
    roles: [{ in: 'sei', claim: 'Gives Li2CO3.', agreement: 'reported', sources: [{ ref: 'Abel2001' }] }],
    properties: [
      {
        property: 'density',
        value: 1.2,
        unit: 'g/cm3',
        temperature: 298.15,
        basis: 'measured',
        sources: [{ ref: 'Abel2001' }],
      },
      {
        property: 'melting_point',
        value: 263.15,
        unit: 'K',
        basis: 'handbook',
        conflict: true,
        sources: [{ ref: 'Bell2002' }],
      },
      {
        property: 'melting_point',
        value: 283.15,
        unit: 'K',
        basis: 'handbook',
        conflict: true,
        sources: [{ ref: 'Abel2001' }],
      },
    ],
  },
  {
    id: 'xyz',
    class: 'solvent',
    names: [{ text: 'xylo ether', kind: 'common' }],
    properties: [
      {
        property: 'density',
        range: [800, 900],
        unit: 'kg/m3',
        temperature: 298.15,
        basis: 'measured',
        sources: [{ ref: 'Bell2002' }],
      },
    ],
  },
];

const work = (key: string, family: string, year: number) => ({
  key,
  type: 'article-journal',
  authors: [{ family, given: 'A.' }],
  title: `On ${key}`,
  container: 'J. None',
  year,
  volume: '1',
  pages: '2–3',
  doi: `10.1000/${key}`,
});

const compiled: CompiledCatalogue = {
  species,
  terms: [],
  references: [work('Abel2001', 'Abel', 2001), work('Bell2002', 'Bell', 2002)],
  journals: {},
  properties: {
    density: { label: 'density', units: { 'g/cm3': 1, 'kg/m3': 0.001 }, bounds: [0, 20], temperature: 'none' },
    melting_point: { label: 'melting point', units: { K: 1 }, bounds: [0, 4000], temperature: 'none' },
  },
  cards: { solvent: ['melting_point', 'density'] },
  drawings: {},
};
const catalogue = new Catalogue(compiled);

/** The catalogue with nothing but the year known of some works, and with other sources for the role of the first species. */
const partly = (keys: readonly string[], sources: readonly Source[] = [{ ref: 'Abel2001' }]): Catalogue =>
  new Catalogue({
    ...compiled,
    species: species.map((one) => ({
      ...one,
      ...(one.roles && { roles: one.roles.map((role) => ({ ...role, sources })) }),
    })),
    references: compiled.references.map((work) => {
      const { key, type, authors, year } = work;
      return keys.includes(key) ? { key, type, authors, ...(year !== undefined && { year }) } : work;
    }),
  });
const list = catalogueList(catalogue);

suite('catalogue: list', () => {
  test('a row has what a table shows and a filter looks through', () => {
    const [row] = list.species;
    equal(row?.name, 'alpha carbonate');
    equal(row?.abbreviation, 'ABC');
    equal(row?.formula, 'C₃H₄O₃');
    equal(row?.molarMass?.toFixed(1), '88.1');
    deepEqual(row?.alias, ['alpha_ester', 'C3H4O3', '1-23-4']);
  });

  test('a value has its unit, its conditions and its sources; disagreement is marked', () => {
    deepEqual(list.species[0]?.values.density, {
      text: '1.2 g cm⁻³',
      number: 1.2,
      conditions: '25 °C',
      sources: ['Abel2001'],
    });
    equal(list.species[0]?.values.melting_point?.text, '−10 to 10 °C');
    equal(list.species[0]?.values.melting_point?.conflict, true);
    equal(list.species[0]?.values.melting_point?.number, 0, 'in the unit of the column');
  });

  test('values in different units sort by one', () => {
    equal(list.species[1]?.values.density?.text, '800 – 900 kg m⁻³');
    equal(list.species[1]?.values.density?.number?.toFixed(3), '0.850');
  });

  test('properties say how many species give them and in what unit, works who wrote them', () => {
    deepEqual(list.properties, [
      { key: 'density', label: 'density', count: 2, unit: 'g cm⁻³' },
      { key: 'melting_point', label: 'melting point', count: 1, unit: '°C' },
    ]);
    deepEqual(list.works, { Abel2001: 'Abel 2001', Bell2002: 'Bell 2002' });
  });

  test('records of a project file are listed like the others', () => {
    const mine: Species = { id: 'mine', class: 'salt', names: [{ text: 'my salt', kind: 'common' }] };
    const ids = catalogueList(catalogue.withUserRecords([mine], [])).species.map(({ id }) => id);
    deepEqual(ids, ['mine', 'abc', 'xyz']);
  });

  test('every bundled species has a name, and every value a number to sort by or words, and a source', () => {
    const bundled = catalogueList(bundledCatalogue());
    ok(bundled.species.length >= 350);
    for (const { id, name, values } of bundled.species) {
      ok(name, id);
      for (const [key, value] of Object.entries(values)) {
        ok(key === 'crystal_structure' ? value.number === undefined : Number.isFinite(value.number), `${id} ${key}`);
        ok(key === 'theoretical_capacity' || value.sources.length > 0, `${id} ${key}`);
      }
    }
  });
});

suite('catalogue: comparison', () => {
  const { rows, works, species: columns } = compare(list, ['xyz', 'abc', 'nobody']);

  test('has a column for each species and first the rows that more of them fill', () => {
    deepEqual(
      columns.map(({ id }) => id),
      ['xyz', 'abc'],
    );
    deepEqual(
      rows.map(({ label, values }) => [label, ...values.map((v) => v?.text)]),
      [
        ['density', '800 – 900 kg m⁻³', '1.2 g cm⁻³'],
        ['melting point', undefined, '−10 to 10 °C'],
      ],
    );
  });

  test('numbers works by first use', () => {
    deepEqual(works, ['Bell2002', 'Abel2001']);
    deepEqual(rows[1]?.values[1]?.cites, [1, 2]);
  });

  test('takes four species at most', () => {
    const bundled = catalogueList(bundledCatalogue());
    equal(
      compare(
        bundled,
        bundled.species.map(({ id }) => id),
      ).species.length,
      4,
    );
  });
});

suite('catalogue: card', () => {
  test('says all that is known, with numbered works and formulas set in print', () => {
    const card = speciesCard('abc', catalogue);
    deepEqual(card?.heading.slice(0, 3), ['ABC', 'alpha carbonate', 'C₃H₄O₃']);
    deepEqual(card?.statements, [{ text: 'Gives Li₂CO₃.', cites: [1] }]);
    deepEqual(card?.rows[0], {
      label: 'melting point',
      value: '−10 to 10 °C',
      conflict: true,
      conditions: '',
      cites: [2, 1],
    });
    deepEqual(card?.references[0], {
      id: 'bundled:Abel2001',
      label: 'Abel 2001',
      text: 'Abel, A. On Abel2001. J. None 2001, 1, 2–3.',
      url: 'https://doi.org/10.1000/Abel2001',
    });
  });

  test('a work that cannot be printed is marked, and another that says the same is cited in its place', () => {
    const [abel, bell] = speciesCard('abc', partly(['Bell2002']))!.references;
    deepEqual([abel?.id, abel?.incomplete, abel?.instead], ['bundled:Abel2001', undefined, undefined]);
    deepEqual([bell?.id, bell?.incomplete], [undefined, true], 'its value is another one');

    const reviewed = partly(['Abel2001'], [{ ref: 'Abel2001', citing: ['Bell2002'] }]);
    const [first, second] = speciesCard('abc', reviewed)!.references;
    deepEqual([first?.id, first?.incomplete, first?.instead], ['bundled:Bell2002', true, 'Bell 2002']);
    deepEqual([second?.id, second?.instead], ['bundled:Bell2002', undefined]);
  });

  test('nobody’s card is none', () => equal(speciesCard('nobody', catalogue), undefined));
});

suite('catalogue: tables to paste', () => {
  const copy = (request: Partial<TableRequest>, bib?: string) => {
    const files =
      bib === undefined ? [] : [parseBibliography('file:///references.bib', { text: bib, encoding: 'utf-8' })];
    const all: TableRequest = { ids: ['abc', 'xyz'], format: 'latex', layout: 'list', ...request };
    return copyTable(all, catalogue, new Bibliography(files, []), 'auto');
  };

  test('a list as LaTeX with booktabs', () => {
    equal(
      copy({ property: 'density' }).text,
      String.raw`% needs \usepackage{booktabs}
\begin{tabular}{lllrll}
  \toprule
  species & abbreviation & formula & M / g mol$^{-1}$ & density & conditions \\
  \midrule
  alpha carbonate & ABC & C$_3$H$_4$O$_3$ & 88.06 & 1.2~g cm$^{-3}$~\cite{Abel2001} & 25~$^\circ$C \\
  xylo ether & -- & -- & -- & 800 -- 900~kg m$^{-3}$~\cite{Bell2002} & 25~$^\circ$C \\
  \bottomrule
\end{tabular}
`,
    );
  });

  test('a comparison as Markdown with Pandoc’s citations; disagreement is said', () => {
    equal(
      copy({ layout: 'comparison', format: 'markdown' }).text,
      `|  | ABC | xylo ether |
| --- | --- | --- |
| formula | C₃H₄O₃ | – |
| molar mass | 88.06 g mol⁻¹ | – |
| density | 1.2 g cm⁻³ (25 °C) [@Abel2001] | 800 – 900 kg m⁻³ (25 °C) [@Bell2002] |
| melting point | −10 to 10 °C, sources disagree [@Bell2002; @Abel2001] | – |
`,
    );
  });

  test('the entries of the works come along', () => {
    const { bibtex, missing } = copy({ property: 'density' });
    equal(missing, 2);
    match(bibtex, /^@article\{Abel2001,[^@]*\}\n\n@article\{Bell2002,/);
  });

  test('a work that the manuscript has is cited under its own key and not given again', () => {
    const { text, bibtex, missing } = copy({ property: 'density' }, '@article{own, title={T}, doi={10.1000/ABEL2001}}');
    match(text, /\\cite\{own\}/);
    equal(missing, 1);
    ok(!bibtex.includes('Abel2001'));
  });

  test('names of a project file cannot break the table', () => {
    const hostile: Species = {
      id: 'h',
      class: 'salt',
      names: [{ text: 'a | b & c_d [x](y) \\input{z} <b>', kind: 'common' }],
    };
    const of = (format: 'latex' | 'markdown') =>
      copyTable({ ids: ['h'], format, layout: 'list' }, catalogue.withUserRecords([hostile], []), undefined, 'auto')
        .text;
    match(of('latex'), /^ {2}a \{\\textbar\} b \\& c\\_d \[x\]\(y\) \{\\textbackslash\}input\{\\textbraceleft\}z/m);
    match(of('markdown'), /^\| a \\\| b \\& c\\_d \\\[x\\\]\(y\) \\\\input\\\{z\\\} \\<b\\> \|/m);
  });
});
