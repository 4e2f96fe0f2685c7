import { deepEqual, equal } from 'node:assert/strict';
import type { InsertCitationResult, ListedReference, ManuscriptReferencesResult } from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { filesOf } from '../support/loaded';

const MAIN = `\\documentclass{article}
\\begin{document}
Films grow \\cite{bell21, gone99}.
\\input{two}
Films \\cite{ahn20} \\cite{bell21}.
\\bibliography{refs}
\\end{document}
`;
const FILES = {
  'main.tex': MAIN,
  'two.tex': 'Salts\nare \\cite{cho22} used \\cite{gone99}.\n',
  'refs.bib': `@article{ahn20, author={Ahn, Ann}, title={A film that grows on lithium}, journal={J. F.}, year={2020}}
@article{bell21, author={Bell, Bo and Cho, Ci and Dee, Di}, title={Salts}, journal={J. F.}, year={2021}}
@article{cho22, author={Cho, Ci}, title={Sands}, year={2022}}
@article{ahn, author={Ahn, A.}, title={A Film that Grows on Lithium}, journal={J. F.}, year={2020}}
@misc{doi-1, doi={10.1000/1}}
`,
};
const uri = (name: string) => `file:///paper/${name}`;

suite('references of a manuscript', () => {
  let client: TestClient;
  setup(async () => {
    client = await TestClient.inProcess(filesOf(FILES));
    await client.open(uri('main.tex'), 'latex', MAIN);
  });
  teardown(() => client.stop());

  const ask = (of: string) =>
    client.request<ManuscriptReferencesResult | null>('interphase/manuscriptReferences', { uri: of });
  const placeOf = ({ location: { uri: of, range } }: Pick<ListedReference, 'location'>): string =>
    `${of.slice('file:///paper/'.length)}:${range.start.line + 1}:${range.start.character + 1}`;

  test('are in groups: without entry, listed twice, incomplete, cited in order, not cited', async () => {
    const { groups } = (await ask(uri('main.tex')))!;
    deepEqual(
      groups.map(({ kind, items }) => [kind, ...items.map(({ label }) => label)]),
      [
        ['undefined', 'gone99'],
        ['duplicates', 'Ahn 2020'],
        ['incomplete', 'Cho 2022', 'doi-1'],
        ['cited', 'Bell, Cho et al. 2021', 'Cho 2022', 'Ahn 2020'],
        ['uncited', 'Ahn 2020', 'doi-1'],
      ],
    );
    deepEqual(
      groups.slice(0, 3).flatMap(({ items }) => items.map(({ detail }) => detail)),
      [
        'line 3, and 1 more',
        '“ahn” and “ahn20” are the same work.',
        'This @article has no journal: it is printed with a gap.',
        'This entry is incomplete: of the work only the DOI is given.',
      ],
    );
  });

  test('lead to the entry and to each citation, in all files', async () => {
    const { groups } = (await ask(uri('main.tex')))!;
    const items = (kind: string) => groups.find((group) => group.kind === kind)!.items;
    deepEqual(items('undefined').map(placeOf), ['main.tex:3:26']);
    deepEqual(items('cited').map(placeOf), ['refs.bib:2:10', 'refs.bib:3:10', 'refs.bib:1:10']);
    deepEqual(
      items('cited').flatMap(({ uses }) => uses.map((use) => `${use.label} = ${placeOf(use)}`)),
      [
        'line 3 = main.tex:3:18',
        'line 5 = main.tex:5:26',
        'line 2 of two.tex = two.tex:2:11',
        'line 5 = main.tex:5:13',
      ],
    );
  });

  test('are cited by their ids', async () => {
    const { groups } = (await ask(uri('main.tex')))!;
    const { id } = groups.find(({ kind }) => kind === 'uncited')!.items[0]!;
    const position = { line: 2, character: 5 };
    const result = await client.request<InsertCitationResult>('interphase/insertCitation', {
      uri: uri('main.tex'),
      position,
      ids: [id],
    });
    const [change] = 'edit' in result ? (result.edit.documentChanges ?? []) : [];
    equal(
      change && 'edits' in change && change.edits[0] && 'newText' in change.edits[0] && change.edits[0].newText,
      ' \\cite{ahn}',
    );
  });

  test('are asked for of a chapter, too; there are none of what is not open', async () => {
    await client.open(uri('two.tex'), 'latex', FILES['two.tex']);
    deepEqual(await ask(uri('two.tex')), await ask(uri('main.tex')));
    equal(await ask(uri('refs.bib')), null);
    equal(await ask(uri('other.tex')), null);
  });
});
