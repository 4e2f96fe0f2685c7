import { deepEqual, equal, match } from 'node:assert/strict';
import { readBibliography } from '../../server/bibliography/read';
import { planCitation } from '../../server/features/citations/insert';
import { searchCitable } from '../../server/features/citations/search';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { checkBibliography } from '../../server/rules';
import { after, load } from '../support/loaded';

const OWN = `@article{ahn2020,
  author = {Ahn, Ann},
  title  = {One film},
  year   = {2020},
  doi    = {10.1000/One}
}
`;
const texts = { 'a.tex': 'Films grow.\n\\bibliography{refs}\n', 'refs.bib': OWN };

/** Where the best row for a query is from, and the texts after it was cited. */
async function cited(query: string) {
  const context = await load(texts, 'a.tex');
  const { found } = searchCitable(context, 10, query);
  return { source: found[0]?.source, texts: after(planCitation(context, 10, [found[0]!.id], 'auto'), texts) };
}

suite('what is pasted into the picker', () => {
  test('is matched against what is known', async () => {
    const known = [
      'https://doi.org/10.1000/ONE',
      '@article{publisher-key, title={{One} film}, author={Ahn, A.}, year={2020}}',
      'TY  - JOURAU  - Ahn, A.TI  - One FilmPY  - 2020ER  - ',
      '{"title": "Something", "DOI": "10.1000/one", "type": "article-journal"}',
    ];
    for (const query of known) {
      const { source, texts: written } = await cited(query);
      equal(source, 'workspace', query);
      deepEqual(Object.keys(written), ['a.tex'], query);
      match(written['a.tex']!, /\\cite\{ahn2020\}/, query);
    }
  });

  test('is an entry in the style of the file, under a key as its others have, where it is not known', async () => {
    const { source, texts: written } = await cited(
      '@article{doi:10.1000/two, title={Two {Li} films}, author={Bell, Bo and Cho, Ci}, journal={Films}, year={2021}, volume={3}}',
    );
    equal(source, 'record');
    equal(
      written['refs.bib'],
      `${OWN}
@article{bell2021,
  author = {Bell, Bo and Cho, Ci},
  title  = {Two {Li} films},
  journal = {Films},
  year   = {2021},
  volume = {3}
}
`,
    );
    match(written['a.tex']!, /\\cite\{bell2021\}/);
  });

  test('is a stub where it is only a DOI, which the rules report', async () => {
    const { source, texts: written } = await cited('doi:10.1000/unknown(3)');
    equal(source, 'record');
    match(written['refs.bib']!, /@misc\{doi-unknown-3,\n\s+doi\s+= \{10\.1000\/unknown\(3\)\}\n\}/);
    match(written['a.tex']!, /\\cite\{doi-unknown-3\}/);
    const bibliography = {
      uri: 'file:///paper/refs.bib',
      text: written['refs.bib']!,
      encoding: 'utf-8' as const,
      file: readBibliography('refs.bib', written['refs.bib']!),
    };
    const found = checkBibliography(bibliography, { manuscripts: [], catalogue: bundledCatalogue() }, {});
    deepEqual(
      found.filter(({ message }) => message.includes('DOI')).map(({ code, message }) => [code, message]),
      [['citation/missing-field', 'This entry is incomplete: of the work only the DOI is given.']],
    );
  });

  test('finds works whose DOI begins so first, and offers the stub after them', async () => {
    const context = await load(texts, 'a.tex');
    const sources = searchCitable(context, 10, '10.1000/on').found.map(({ source }) => source);
    deepEqual(sources, ['workspace', 'record']);
  });
});
