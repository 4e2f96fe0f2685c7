import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Files } from '../../server/workspace/runtime';
import { TestClient } from '../support/client';

const NO_FILES: Files = { read: async () => undefined, list: async () => [] };

const PULL = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

const TEXT = 'The SEI grows.\n\nThe solid electrolyte interphase (SEI) is thin.';

suite('a request that comes before the settings', () => {
  test('waits for them and is answered by them', async () => {
    let answer: (settings: unknown) => void = () => undefined;
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    const client = await TestClient.inProcess(NO_FILES, { capabilities: PULL, settings });
    await client.open('untitled:early', 'latex', TEXT);
    let answered = false;
    const asked = client.diagnostics('untitled:early').finally(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(answered, false);
    answer({ diagnostics: { levels: { 'abbreviation/used-before-definition': 'error' } } });
    const [found] = await asked;
    equal(found?.severity, 1);
    await client.stop();
  });

  test('does not wait for a client that cannot be asked', async () => {
    const never = new Promise(() => undefined);
    const client = await TestClient.inProcess(NO_FILES, {
      capabilities: { textDocument: { diagnostic: {} }, workspace: {} },
      settings: never,
    });
    await client.open('untitled:early', 'latex', TEXT);
    equal((await client.diagnostics('untitled:early')).length, 1);
    await client.stop();
  });
});

suite('a fault in one request', () => {
  test('is logged, answered with nothing, and the next request works', async () => {
    let broken = true;
    const files: Files = {
      ...NO_FILES,
      list: async () => {
        if (broken) throw new Error('the disk is gone');
        return [];
      },
    };
    const client = await TestClient.inProcess(files, { capabilities: PULL });
    await client.open('file:///paper/main.tex', 'latex', TEXT);
    deepEqual(await client.diagnostics('file:///paper/main.tex'), []);
    equal(await client.hover('file:///paper/main.tex', 5), null);
    deepEqual(await client.codeActions('file:///paper/main.tex', []), []);
    ok(client.log.some((line) => line.includes('hover failed: Error: the disk is gone')));
    broken = false;
    equal((await client.diagnostics('file:///paper/main.tex')).length, 1);
    match(JSON.stringify(await client.hover('file:///paper/main.tex', 5)), /solid electrolyte interphase/);
    await client.stop();
  });
});
