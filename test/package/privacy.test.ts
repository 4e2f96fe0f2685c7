import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchReferencesResult } from '../../server/protocol/requests';
import { DEFAULTS } from '../../server/protocol/settings';
import { CLI, runProgram } from '../support/cli';
import { TestClient } from '../support/client';
import { type TempFolder, tempFolder } from '../support/temp';

const DIST = join(__dirname, '../../dist');
const PAPER = `\\documentclass{article}
\\begin{document}
Fluoroethylene carbonate (FEC) in LiPF$_6$ \\cite{Nobody2020}. FEC is reduced to LiF, see https://example.org/data.
\\bibliography{refs}
\\end{document}
`;

/** What a browser, a worker or Node offers to reach other machines. */
const CALLS =
  /\b(?:fetch|importScripts|sendBeacon)\s*\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/;

/** Modules of Node for the network; the library that talks to language servers names `net` for its local sockets. */
const MODULES = /require\(["'](?:node:)?(?:https?|http2|tls|dgram|dns|undici|inspector)["'/)]/;

/**
 * What of it the hosts of the language server hold: Zotero on the same machine (server/nodeZotero.ts), and the core of the server, from
 * beside the worker (client/web.ts).
 */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  'server/node.cjs': /require\("node:http"\)/,
  'server/browser.js': /importScripts\(\w+\)/,
};

/** Replaces every way out of Node by one that is written down, with the address where it is one of HTTP, and fails. */
const GUARD = `
const { appendFileSync } = require('node:fs');
const refuse = (name) => function (to) {
  const address = to && to.host ? ' ' + to.host + ':' + to.port + to.path : '';
  appendFileSync(process.env.REACHED, name + address + '\\n');
  throw new Error(name + ' was called');
};
globalThis.fetch = refuse('fetch');
require('node:net').Socket.prototype.connect = refuse('net');
require('node:dgram').createSocket = refuse('dgram');
for (const name of ['http', 'https']) Object.assign(require('node:' + name), { request: refuse(name), get: refuse(name) });
for (const name of ['lookup', 'resolve']) require('node:dns')[name] = refuse('dns');
`;

suite('privacy', () => {
  const BUNDLES = [
    'cli.cjs',
    'server/core.js',
    'server/node.cjs',
    'server/browser.js',
    'client/desktop.cjs',
    'client/web.js',
    'client/catalogue.js',
  ];
  for (const name of BUNDLES) {
    test(`${name} holds no call that reaches the network`, async () => {
      const whole = await readFile(join(DIST, name), 'utf8');
      const allowed = ALLOWED[name];
      const program = allowed ? whole.replace(allowed, '') : whole;
      equal(program === whole, allowed === undefined);
      equal(CALLS.exec(program)?.[0], undefined);
      equal(MODULES.exec(program)?.[0], undefined);
    });
  }

  test('Zotero is asked only where the user has switched it on, and no workspace does that before it is trusted', async () => {
    const { capabilities, contributes } = JSON.parse(await readFile(join(DIST, '../package.json'), 'utf8'));
    const sections: { properties: Record<string, { default: unknown }> }[] = contributes.configuration;
    const setting = sections.map(({ properties }) => properties['interphase.zotero.enable']).find(Boolean);
    equal(setting?.default, false);
    ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes('interphase.zotero.enable'));
    equal(DEFAULTS.zotero.enable, false);
  });

  suite('at run time', () => {
    let folder: TempFolder;
    let env: NodeJS.ProcessEnv;
    setup(async () => {
      folder = await tempFolder({
        'paper.tex': PAPER,
        'refs.bib': '@misc{A, title = {B}, doi = {10.1000/1}}\n',
        'guard.cjs': GUARD,
      });
      env = {
        ...process.env,
        NODE_OPTIONS: `--require ${join(folder.path, 'guard.cjs')}`,
        REACHED: join(folder.path, 'reached'),
      };
    });
    teardown(() => folder.remove());
    const reached = () => existsSync(join(folder.path, 'reached'));

    test('what reaches for the network would be seen', async () => {
      const path = join(folder.path, 'reach.cjs');
      for (const reach of [
        "fetch('http://x.invalid')",
        "require('http').get('http://x.invalid')",
        "require('net').connect(9)",
      ]) {
        await writeFile(path, `try { ${reach} } catch {}`);
        await runProgram(process.execPath, [path], { env });
      }
      deepEqual((await readFile(join(folder.path, 'reached'), 'utf8')).trim().split('\n'), ['fetch', 'http', 'net']);
    });

    test('no command reaches for it', async () => {
      const all = ['check', 'scan', 'claims', 'report'].map((command) => [command, 'paper.tex']);
      for (const args of [...all, ['species', 'fec'], ['cite', '10.1000/1', '--bib', 'refs.bib'], ['formula', 'LiF']]) {
        const { code, err } = await runProgram(process.execPath, [CLI, ...args], { cwd: folder.path, env });
        ok(code === 0 || code === 1, err);
      }
      equal(reached(), false);
    });

    test('nor does the language server', async () => {
      const client = await TestClient.start({ env, capabilities: { textDocument: { diagnostic: {} } } });
      const uri = folder.uri('paper.tex');
      await client.open(uri, 'latex', PAPER);
      ok(await client.hover(uri, PAPER.indexOf('LiPF')));
      ok((await client.hover(uri, PAPER.indexOf('Nobody'))) === null);
      const found = await client.diagnostics(uri);
      ok(found.some(({ code }) => code === 'citation/undefined-key'));
      await client.codeActions(uri, found);
      const position = client.text(uri).positionAt(PAPER.indexOf(' in LiPF'));
      const { items } = await client.request<{ items: { id: string }[] }>('interphase/searchReferences', {
        uri,
        position,
        query: 'peled',
      });
      ok(await client.request('interphase/insertCitation', { uri, position, ids: [items[0]!.id] }));
      equal(await client.stop(), 0);
      equal(reached(), false);
    });

    test('but for Zotero on the same machine, where its setting is on', async () => {
      const client = await TestClient.start({ env, settings: { zotero: { enable: true } } });
      const uri = folder.uri('paper.tex');
      await client.open(uri, 'latex', PAPER);
      const at = { uri, position: client.text(uri).positionAt(PAPER.indexOf(' in LiPF')) };
      await client.request('interphase/searchReferences', { ...at, query: '' });
      await client.request('interphase/searchReferences', { ...at, query: 'peled 1979', quick: true });
      equal(reached(), false);
      const found = await client.request<SearchReferencesResult>('interphase/searchReferences', {
        ...at,
        query: 'peled 1979',
      });
      ok(found.items.length > 0);
      equal(await client.stop(), 0);
      equal(
        await readFile(join(folder.path, 'reached'), 'utf8'),
        'http 127.0.0.1:23119/api/users/0/items/top?q=peled+1979&qmode=titleCreatorYear&format=bibtex&limit=50\n',
      );
    });
  });
});
