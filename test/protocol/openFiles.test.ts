import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Location, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../support/client';
import { PLACES } from '../support/places';
import { type TempFolder, tempFolder } from '../support/temp';

const PULL = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

const main = (sentence: string) =>
  `\\documentclass{book}\n\\begin{document}\n${sentence}\n\\include{chapters/one}\n\\bibliography{refs}\n\\end{document}\n`;
const SAVED = main('The solid electrolyte interphase (SEI) grows.');
const UNSAVED = main('As is well known, the solid electrolyte interphase (SEI) grows.');
const CHAPTER = 'The SEI is thin \\cite{Peled1979}. The SEI stays.\n';
const bib = (title: string) => `@article{Peled1979, title = {${title}}}\n`;

for (const place of PLACES)
  suite(`a chapter whose main file changes${place.name}`, () => {
    let folder: TempFolder;
    let client: TestClient;
    let chapter: string;
    let mainFile: string;

    setup(async () => {
      folder = await tempFolder({ 'main.tex': SAVED, 'chapters/one.tex': CHAPTER, 'refs.bib': bib('Old') }, place);
      client = await TestClient.start({ capabilities: PULL });
      chapter = folder.uri('chapters/one.tex');
      mainFile = folder.uri('main.tex');
      await client.open(chapter, 'latex', CHAPTER);
    });
    teardown(async () => {
      equal(await client.stop(), 0);
      await folder.remove();
    });

    const save = async (name: string, text: string) => {
      await writeFile(join(folder.path, name), text);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri(name), type: 2 }] });
    };
    const codes = async () => (await client.diagnostics(chapter)).map(({ code }) => code);
    const rename = (newName: string) =>
      client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: chapter },
        position: { line: 0, character: 5 },
        newName,
      });

    test('on disk is judged by what the disk says now', async () => {
      deepEqual(await codes(), []);
      await save('main.tex', main('It grows.'));
      deepEqual(await codes(), ['abbreviation/undefined']);
    });

    test('in the editor is judged by the text that is not saved yet', async () => {
      await client.open(mainFile, 'latex', main('It grows.'));
      deepEqual(await codes(), ['abbreviation/undefined']);
    });

    test('reads a bibliography again that has changed on disk', async () => {
      const key = CHAPTER.indexOf('Peled');
      match(JSON.stringify(await client.hover(chapter, key)), /Old/);
      await save('refs.bib', bib('New'));
      match(JSON.stringify(await client.hover(chapter, key)), /New/);
    });

    test('is renamed together with it, in the open text and under the names that the editor uses', async () => {
      await client.open(mainFile, 'latex', UNSAVED);
      const edit = await rename('SEIX');
      const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
      deepEqual(
        changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
        [
          [mainFile, 1],
          [chapter, 1],
        ],
      );
      const after = (of: number) =>
        TextDocument.applyEdits(client.text(changes[of]!.textDocument.uri), changes[of]!.edits as never);
      equal(after(0), UNSAVED.replace('SEI', 'SEIX'));
      equal(after(1), CHAPTER.replaceAll('SEI', 'SEIX'));
    });

    test('is renamed as the disk has it now, though nobody has said that it changed', async () => {
      deepEqual(await codes(), []);
      await writeFile(join(folder.path, 'main.tex'), UNSAVED);
      const edit = await rename('SEIX');
      const [change] = (edit.documentChanges ?? []) as TextDocumentEdit[];
      equal(change?.textDocument.version, null);
      const onDisk = TextDocument.create(mainFile, 'latex', 0, UNSAVED);
      equal(TextDocument.applyEdits(onDisk, change?.edits as never), UNSAVED.replace('SEI', 'SEIX'));
    });

    test('leads to the definition under the name that the editor uses', async () => {
      await client.open(mainFile, 'latex', UNSAVED);
      const params = { textDocument: { uri: chapter }, position: { line: 0, character: 5 } };
      const { uri } = await client.request<Location>('textDocument/definition', params);
      equal(uri, mainFile);
      await client.edit(chapter, 0, 0, 'A solid electrolyte interphase (SEI). ');
      const [again] = await client.diagnostics(chapter);
      equal(again?.relatedInformation?.[0]?.location.uri, mainFile);
    });

    test('gives no edit for a place that has moved since it was asked for', async () => {
      const asked = rename('SEIX');
      await client.edit(chapter, 0, 0, 'Indeed: ');
      await rejects(asked, /has changed/);
    });
  });

suite('what changes on disk', () => {
  const KEY = CHAPTER.indexOf('Peled');
  let folder: TempFolder;
  let client: TestClient;
  let uri: string;
  const start = async (didChangeWatchedFiles: object) => {
    folder = await tempFolder({ 'refs.bib': bib('Old') });
    uri = folder.uri('paper.tex');
    client = await TestClient.start({ capabilities: { ...PULL, workspace: { didChangeWatchedFiles } } });
    await client.open(uri, 'latex', CHAPTER);
    match(JSON.stringify(await client.hover(uri, KEY)), /Old/);
    await writeFile(join(folder.path, 'refs.bib'), bib('New'));
  };
  teardown(async () => {
    equal(await client.stop(), 0);
    await folder.remove();
  });

  test('is asked of a client that can watch files', async () => {
    await start({ dynamicRegistration: true });
    const [watch] = client.registered.filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
    match(JSON.stringify(watch?.registerOptions), /bib.*yaml/);
    match(JSON.stringify(await client.hover(uri, KEY)), /Old/);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('refs.bib'), type: 2 }] });
    match(JSON.stringify(await client.hover(uri, KEY)), /New/);
  });

  test('is read again at the next save or opening for a client that cannot', async () => {
    await start({});
    deepEqual(client.registered, []);
    await client.notify('textDocument/didSave', { textDocument: { uri } });
    match(JSON.stringify(await client.hover(uri, KEY)), /New/);
    await writeFile(join(folder.path, 'refs.bib'), bib('Newest'));
    await client.close(uri);
    await client.open(uri, 'latex', CHAPTER);
    match(JSON.stringify(await client.hover(uri, KEY)), /Newest/);
  });
});

suite('settings', () => {
  test('are asked for again when they change', async () => {
    const client = await TestClient.start({
      capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
    });
    await client.open('untitled:a', 'markdown', 'The SEI.');
    await client.request('textDocument/documentSymbol', { textDocument: { uri: 'untitled:a' } });
    const [asked] = client.registered.filter(({ method }) => method === 'workspace/didChangeConfiguration');
    deepEqual(asked?.registerOptions, { section: 'interphase' });
    equal(await client.stop(), 0);
  });
});

suite('an edit of one open file, for a client that is sent diagnostics', () => {
  const root = (sentence: string) => `\\documentclass{book}\\begin{document}${sentence}\\input{a}\\end{document}`;
  const DEFINED = root('The solid electrolyte interphase (SEI) grows.');

  test('brings those of the other files of the manuscript up to date', async () => {
    const folder = await tempFolder({ 'main.tex': DEFINED, 'a.tex': 'The SEI and the SEI.' });
    const client = await TestClient.start();
    const [mainFile, part, alone] = ['main.tex', 'a.tex', 'alone.md'].map((name) => folder.uri(name)) as [
      string,
      string,
      string,
    ];
    await client.open(alone, 'markdown', 'The CEI and the CEI of a cell.');
    await client.open(mainFile, 'latex', DEFINED);
    await client.open(part, 'latex', 'The SEI and the SEI.');
    const found = ({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length > 0;
    await client.publishedWhere((sent) => sent.uri === part && !found(sent));
    await client.publishedWhere(({ uri }) => uri === alone);
    const sentOfOthers = () => client.published.filter(({ uri }) => uri === alone).length;
    const before = sentOfOthers();
    const at = DEFINED.indexOf('The solid');
    await client.edit(mainFile, at, DEFINED.indexOf('\\input'), '');
    await client.publishedWhere((sent) => sent.uri === part && found(sent));
    equal(sentOfOthers(), before);
    await client.stop();
    await folder.remove();
  });
});
