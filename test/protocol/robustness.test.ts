import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { AnnotatedTextEdit, ClientCapabilities, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { Files } from '../../server/workspace/runtime';
import { TestClient } from '../support/client';

const NO_FILES: Files = { read: async () => undefined, list: async () => [], find: async () => [] };

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

suite('a fix whose sentence may need another look', () => {
  const CAN = { workspaceEdit: { changeAnnotationSupport: {} } };
  const offered = async (workspace: ClientCapabilities['workspace'], text: string, wanted?: string) => {
    const client = await TestClient.inProcess(NO_FILES, { capabilities: { ...PULL, workspace: { ...workspace } } });
    await client.open('untitled:look', 'latex', text);
    const fixes = await client.codeActions('untitled:look', await client.diagnostics('untitled:look'));
    await client.stop();
    const fix = wanted === undefined ? fixes[0] : fixes.find(({ title }) => title === wanted);
    ok(fix, `no ${wanted} among ${fixes.map(({ title }) => title).join(', ')}`);
    return fix;
  };
  const FAR = 'The state of charge (SoC) is set. A high SOC ages cells, a low SOC spares them, and the SoC falls.';
  const THROUGHOUT = 'Use “SoC” throughout';

  test('is shown before it is made where it changes other places than the finding’s, by a client that can', async () => {
    const { title, edit, isPreferred } = await offered(CAN, FAR, THROUGHOUT);
    const [annotation] = Object.values(edit!.changeAnnotations!);
    deepEqual([annotation!.label, annotation!.needsConfirmation], [title, true]);
    match(annotation!.description!, /Tick/);
    const [id] = Object.keys(edit!.changeAnnotations!);
    for (const change of edit!.documentChanges as TextDocumentEdit[])
      for (const of of change.edits) equal((of as AnnotatedTextEdit).annotationId, id);
    equal(isPreferred, false);
  });

  test('is an edit like others for a client that cannot', async () =>
    equal((await offered({}, FAR, THROUGHOUT)).edit!.changeAnnotations, undefined));

  test('is made at once in the place of the finding, and not preferred', async () => {
    const { title, edit, isPreferred } = await offered(CAN, 'The cell is measured by EIS, and the EIS is fitted.');
    match(title, /^Define here/);
    equal(edit!.changeAnnotations, undefined);
    equal(isPreferred, false);
  });

  test('a safe one is made at once', async () => {
    const { edit, isPreferred } = await offered(CAN, TEXT);
    equal(edit!.changeAnnotations, undefined);
    equal(isPreferred, true);
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
