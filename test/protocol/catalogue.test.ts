import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as requests from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { textFile } from '../support/loaded';

const FOLDER = 'file:///paper';
const files: Readonly<Record<string, string>> = {
  [`${FOLDER}/.interphase.yaml`]: `species:
  - id: mine
    class: salt
    names: [{ text: my own salt, kind: common }]
`,
  [`${FOLDER}/references.bib`]: '@article{own, title={T}, year={2006}, doi={10.1021/je050341y} }\n',
};

suite('catalogue over the protocol', () => {
  let client: TestClient;
  suiteSetup(async () => {
    client = await TestClient.inProcess({
      read: async (uri) => textFile(files[uri]),
      list: async (folder) => Object.keys(files).filter((uri) => uri.startsWith(folder)),
      find: async () => [],
    });
  });
  suiteTeardown(() => client.stop());

  const list = (params: requests.CatalogueParams) =>
    client.request<requests.CatalogueResult>(requests.catalogue, params);

  test('lists what comes with Interphase, and at a place the species of its project file too', async () => {
    const bundled = await list({});
    const here = await list({ uri: `${FOLDER}/paper.md` });
    equal(here.species.length, bundled.species.length + 1);
    equal(here.species[0]?.name, 'my own salt');
  });

  test('answers a card, and null for an id that nobody has', async () => {
    const card = await client.request<requests.CardResult>(requests.card, { id: 'ec' });
    equal(card.heading[0], 'EC');
    match(card.drawing ?? '', /^<svg /);
    equal(await client.request(requests.card, { id: 'nobody' }), null);
    deepEqual(
      (await client.request<requests.CardResult>(requests.card, { id: 'mine', uri: `${FOLDER}/a.md` })).heading,
      ['my own salt'],
    );
  });

  test('writes a table that cites what the open manuscript has under its own keys', async () => {
    const uri = `${FOLDER}/paper.md`;
    await client.open(uri, 'markdown', 'Ethylene carbonate (EC) is a solvent.');
    const table: requests.SpeciesTableParams = {
      uri,
      ids: ['ec', 'mine'],
      format: 'markdown',
      layout: 'list',
      property: 'relative_permittivity',
    };
    deepEqual((await list({ uri })).inManuscript, ['ec']);
    const { text, missing } = await client.request<requests.SpeciesTableResult>(requests.speciesTable, table);
    match(text, /^\| ethylene carbonate \| EC \| C₃H₄O₃ \| 88\.06 \| 90\.5 \[@own\] \|/m);
    match(text, /^\| my own salt \|/m);
    equal(missing, 0);
  });

  test('answers null to parameters that make no sense, and goes on', async () => {
    equal(await client.request(requests.speciesTable, { ids: 'ec' }), null);
    ok((await list({})).species.length > 0);
  });
});
