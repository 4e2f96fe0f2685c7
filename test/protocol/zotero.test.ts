import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zoteroQuery } from '../../server/features/citations/zotero';
import { nodeZotero } from '../../server/nodeZotero';
import type { InsertCitationResult, SearchReferencesResult } from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { filesOf, uriOf } from '../support/loaded';

const PAPER = 'Films grow.\n\\bibliography{refs}\n';
const OWN = `@article{Ahn2020,
  author  = {Ahn, Ann},
  title   = {One film},
  journal = {J. Films},
  year    = {2020},
  doi     = {10.1000/one}
}
`;

/** As Zotero’s translator writes it. */
const ENTRIES = `
@article{zott_growth_2018,
	title = {Growth of films on sodium},
	volume = {3},
	copyright = {All rights reserved},
	issn = {1234-5678},
	url = {https://example.org/zott},
	doi = {10.1000/zott},
	abstract = {We let films grow.},
	number = {2},
	journal = {Journal of Films},
	author = {Zott, Zoe and Yen, Yi},
	month = may,
	year = {2018},
	pages = {1--9},
	file = {Full Text:/home/zoe/zott.pdf:application/pdf},
}

@article{ahn_one_2020,
	title = {One film},
	doi = {10.1000/ONE},
	author = {Ahn, Ann},
	year = {2020},
}
`;

const files = filesOf({ 'a.tex': PAPER, 'refs.bib': OWN });
const uri = uriOf('a.tex');

suite('Zotero', () => {
  let server: Server | undefined;
  let asked: string[] = [];
  const clients: TestClient[] = [];

  teardown(async () => {
    await Promise.all(clients.splice(0).map((client) => client.stop()));
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    asked = [];
  });

  /** Listens as Zotero does, on a port of its own; gives the port. */
  async function listen(answer: RequestListener): Promise<number> {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.host} ${request.url}`);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async function open(port: number, enable = true, wait?: number): Promise<TestClient> {
    const client = await TestClient.inProcess(files, {
      settings: { zotero: { enable } },
      zotero: nodeZotero(port, wait),
    });
    clients.push(client);
    await client.open(uri, 'latex', PAPER);
    return client;
  }

  const search = (client: TestClient, query: string, quick = false) =>
    client.request<SearchReferencesResult>('interphase/searchReferences', {
      uri,
      position: { line: 0, character: 10 },
      query,
      quick,
    });

  const entries: RequestListener = (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Zotero-API-Version': '3' }).end(ENTRIES);

  const cite = (client: TestClient, { id }: SearchReferencesResult['items'][number]) =>
    client.request<InsertCitationResult>('interphase/insertCitation', {
      uri,
      position: { line: 0, character: 10 },
      ids: [id],
    });

  const sources = ({ items }: SearchReferencesResult) => items.map(({ source, label }) => `${source} ${label}`);

  test('is not asked unless the setting is on', async () => {
    const client = await open(await listen(entries), false);
    const { hasMore, notes } = await search(client, 'zott growth', true);
    deepEqual([hasMore, notes], [undefined, undefined]);
    equal(sources(await search(client, 'zott growth'))[0]?.startsWith('zotero'), false);
    deepEqual(asked, []);
  });

  test('gives works that the paper does not have, and is asked once the rest is shown', async () => {
    const port = await listen(entries);
    const client = await open(port);
    const quick = await search(client, 'Zott et al. (2018)', true);
    equal(quick.hasMore, true);
    deepEqual(asked, []);
    const found = await search(client, 'Zott et al. (2018)');
    equal(sources(found)[0], 'zotero Zott and Yen 2018');
    equal(found.items[0]?.description, 'Zotero');
    deepEqual(asked, [
      `GET 127.0.0.1:${port} /api/users/0/items/top?q=Zott+2018&qmode=titleCreatorYear&format=bibtex&limit=50`,
      `GET 127.0.0.1:${port} /api/users/0/groups`,
    ]);
    deepEqual(sources(await search(client, 'one film ahn')).slice(0, 1), ['workspace Ahn 2020']);
    equal(sources(await search(client, 'one film ahn')).filter((row) => row.includes('Ahn 2020')).length, 1);
    deepEqual(sources(await search(client, '10.1000/zott')), ['zotero Zott and Yen 2018']);
    match(asked.at(-2)!, /q=10\.1000%2Fzott&qmode=everything/);
  });

  test('gives a work to the bibliography of the paper, written as that file is', async () => {
    const client = await open(await listen(entries));
    const { items } = await search(client, 'zott growth');
    const result = await cite(client, items[0]!);
    ok('edit' in result);
    const texts = JSON.stringify(result.edit);
    match(texts, /~\\\\cite\{Zott2018\}/);
    match(
      texts,
      /@article\{Zott2018,\\n {2}author {2}= \{Zott, Zoe and Yen, Yi\},\\n {2}title {3}= \{Growth of films on sodium\}/,
    );
    ok(!/abstract|\/home\/zoe/.test(texts));
  });

  test('groups are asked, too, and one that does not answer leaves the others', async () => {
    const theirs = '@article{yen_shared_2021,\n\ttitle = {Shared films},\n\tauthor = {Yen, Yi},\n\tyear = {2021},\n}\n';
    const groups = [{ id: 7, data: { name: 'Lab' } }, { id: 8 }, { id: '9/../x' }, null];
    const answers: Readonly<Record<string, string>> = {
      '/api/users/0/items/top': ENTRIES,
      '/api/users/0/groups': JSON.stringify(groups),
      '/api/groups/8/items/top': theirs,
    };
    const client = await open(
      await listen(({ url = '' }, response) => {
        const answer = answers[url.replace(/\?.*/, '')];
        response.writeHead(answer === undefined ? 404 : 200).end(answer);
      }),
    );
    const found = sources(await search(client, 'films'));
    equal(found.includes('zotero Yen 2021') && found.includes('zotero Zott and Yen 2018'), true, found.join());
    deepEqual(asked.map((call) => call.replace(/\?.*|.* /g, '')).sort(), [
      '/api/groups/7/items/top',
      '/api/groups/8/items/top',
      '/api/users/0/groups',
      '/api/users/0/items/top',
    ]);
  });

  test('a key that the writer or Better BibTeX gave is kept, one that Zotero made is not', async () => {
    for (const [key, taken] of [
      ['zottGrowthFilmsSodium2018', 'zottGrowthFilmsSodium2018'],
      ['zott_growth_2018-1', 'Zott2018'],
    ] as const) {
      const text = ENTRIES.replace('zott_growth_2018', key);
      const client = await open(await listen((_, response) => response.end(text)));
      const { items } = await search(client, 'zott growth');
      const result = await cite(client, items[0]!);
      ok('edit' in result);
      match(JSON.stringify(result.edit), new RegExp(`@article\\{${taken},`));
      server!.closeAllConnections();
      server!.close();
    }
  });

  test('is not asked for records, long texts and nothing', () => {
    for (const typed of ['', ' ', 'a', '@misc{a, title={B}}', 'TY  - JOUR\nTI  - A\nER  -', 'word '.repeat(100)])
      equal(zoteroQuery(typed), undefined, typed);
    deepEqual(zoteroQuery('Müller & O’Regan, “thin films”'), { text: 'Müller O Regan thin films', inAllFields: false });
    deepEqual(zoteroQuery('https://doi.org/10.1000/ONE'), { text: '10.1000/ONE', inAllFields: true });
  });

  suite('says why it gives nothing, in one line, and everything else is found', () => {
    const answers: readonly (readonly [string, RequestListener, RegExp])[] = [
      ['not allowed', (_, response) => response.writeHead(403).end('Local API is not enabled'), /allow other app/],
      ['HTML', (_, response) => response.end('<html><body>Hello</body></html>'), /could not be read/],
      ['JSON', (_, response) => response.end('[{"key": "A"}]'), /could not be read/],
      ['bytes', (_, response) => response.end(Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3])), /could not be read/],
      ['an error', (_, response) => response.writeHead(500).end('@misc{a, title={B}}'), /could not be read/],
      [
        'another place',
        (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
        /could not be read/,
      ],
      [
        'half an answer',
        (_, response) => response.writeHead(200, { 'Content-Length': '99' }).end('@misc{a,', () => response.destroy()),
        /could not be read/,
      ],
      ['a broken line', (request) => request.socket.destroy(), /could not be read/],
      ['no end', (_, response) => void endless(response), /too long/],
    ];
    for (const [name, answer, said] of answers)
      test(name, async () => {
        const { notes = [], items } = await search(await open(await listen(answer)), 'one film ahn');
        equal(notes.length, 1);
        match(notes[0]!, said);
        equal(items[0]?.key, 'Ahn2020');
        equal(asked.filter((call) => call.includes('/items')).length, 1);
      });

    test('an answer that does not come', async () => {
      const client = await open(await listen(() => undefined), true, 50);
      deepEqual((await search(client, 'one film ahn')).notes, ['Zotero did not answer in time.']);
    });

    test('nobody there', async () => {
      const port = await listen(entries);
      await new Promise((resolve) => server!.close(resolve));
      const { notes } = await search(await open(port), 'one film ahn');
      deepEqual(notes, ['Zotero is not running on this machine.']);
    });

    test('a host that cannot reach it', async () => {
      const client = await TestClient.inProcess(files, { settings: { zotero: { enable: true } } });
      clients.push(client);
      await client.open(uri, 'latex', PAPER);
      match((await search(client, 'one film ahn')).notes![0]!, /not in a browser/);
    });
  });

  test('has nothing to say where it found nothing', async () => {
    const { notes } = await search(await open(await listen((_, response) => response.end('\n'))), 'one film ahn');
    equal(notes, undefined);
  });

  test('is left alone where the writer types on', async () => {
    const typedOn = new AbortController();
    const port = await listen(() => typedOn.abort());
    await rejects(nodeZotero(port).search({ text: 'a', inAllFields: false }, typedOn.signal));
  });
});

/** Writes until the other side goes. */
function endless(response: Parameters<RequestListener>[1]): void {
  const part = '@misc{a, title = {B}}\n'.repeat(1000);
  const more = () => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', more);
  more();
}
