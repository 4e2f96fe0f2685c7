import { commands, type TextEditor, type Uri, workspace } from 'vscode';
import { equal, eventually, includes, ok } from './assert';
import { cite, message, noMessage } from './citing';
import { closeAll, onDisk, open, placeCaret, select, uriOf, write } from './manuscripts';
import { panel, seesPage } from './panel';

/** A bundled work that no manuscript here has in its bibliography. */
const work = 'bundled:Tarascon2001';

suite('The message of a citation', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  test('takes the citation and the entry in the .bib back by its Undo, on disk too', async () => {
    const editor = await open('paper.md');
    const text = editor.document.getText();
    const { uri } = await workspace.openTextDocument(uriOf('references.bib'));
    const before = await onDisk(uri);
    select(editor, /(?<=\w)\.(?=\s)/);
    cite(editor, work);
    await eventually('the entry on disk', async () => (await onDisk(uri)) !== before);
    await message('references.bib');
    await panel('screenshot', 'cited-undo');
    await panel('clickNotificationButton', 'Undo');
    await eventually('the .bib on disk as before', async () => (await onDisk(uri)) === before);
    await eventually('the manuscript as before', () => !editor.document.isDirty);
    equal(editor.document.getText(), text);
    await noMessage('references.bib');
  });

  test('goes away when the writer types on', async () => {
    const editor = await open('paper.md');
    const caret = select(editor, /(?<=\w)\.(?=\s)/).start;
    cite(editor, work);
    await message('references.bib');
    await editor.edit((edit) => edit.insert(caret.with(0, 0), ' '));
    await noMessage('references.bib');
    ok(editor.document.getText().includes('Tarascon2001'), 'the citation is gone');
  });

  test('takes a bibliography back that was made for it', async () => {
    const text = 'The film grows on lithium metal.\n';
    const editor = await write('bare/paper.md', text);
    const made = uriOf('bare/references.bib');
    select(editor, /\./);
    cite(editor, work);
    await message('references.bib');
    ok((await onDisk(made)).includes('Tarascon'), 'no entry');
    await panel('clickNotificationButton', 'Undo');
    await eventually('no such file', async () => !(await exists(made)));
    await eventually('the text as before', () => editor.document.getText() === text);
  });

  test('says so where nothing was changed', async () => {
    const editor = await open('paper.md');
    const version = editor.document.version;
    placeCaret(editor, select(editor, /(?<=@Peled2017)(?=; @Xu2014)/));
    cite(editor, 'own:Peled2017');
    await message('Peled2017 is cited here already.');
    equal(editor.document.version, version, 'version');
  });

  test('says why a citation is refused', async () => {
    const editor = await open('paper.md');
    cite(editor, 'own:NobodyHasThisKey');
    await message('This reference is not known here any more: search for it again.');
  });

  test('makes no link of the name of a file', async () => {
    const name = '[click](command:workbench.action.closeWindow).bib';
    await write(`linked/${name}`, '');
    const editor = await write('linked/paper.md', `---\nbibliography: "${name}"\n---\n\nThe film grows.\n`);
    select(editor, /(?<=grows)\./);
    cite(editor, work);
    const shown = await message('Added');
    includes(shown.replaceAll('\u2060', ''), name);
    equal(await panel('linksInNotifications'), 0, 'links');
  });
});

suite('The undo of a citation', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  test('saves no changes of the writer’s own', async () => {
    const { editor, bibliography, saved } = await citedIn('mine', async (bibliography) => {
      await bibliography.edit((edit) => edit.insert(bibliography.document.positionAt(0), '% to do\n'));
    });
    await eventually('the entry', () => bibliography.document.getText().includes('Tarascon'));
    await undoIn(editor);
    await eventually('the entry is gone', () => !bibliography.document.getText().includes('Tarascon'));
    equal(await onDisk(bibliography.document.uri), saved, 'on disk');
    ok(bibliography.document.isDirty, 'the remark is saved');
  });

  test('leaves what another program has written since', async () => {
    const { editor, bibliography } = await citedIn('theirs', async () => undefined);
    const { document } = bibliography;
    await eventually('the entry on disk', async () => (await onDisk(document.uri)).includes('Tarascon'));
    const theirs = '@book{New2020, title = {New}}\n';
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode(theirs));
    await eventually('their text', () => document.getText() === theirs);
    await undoIn(bibliography);
    await eventually('the text before theirs', () => document.getText().includes('Tarascon'));
    await undoIn(editor);
    equal(await onDisk(document.uri), theirs, 'on disk');
  });
});

/** A manuscript in a folder of its own that cites the work, with its bibliography in front of the writer before. */
async function citedIn(folder: string, prepare: (bibliography: TextEditor) => Promise<void>) {
  const saved = '@book{Old1999, title = {Old}}\n';
  const bibliography = await write(`${folder}/refs.bib`, saved);
  await prepare(bibliography);
  const editor = await write(`${folder}/paper.md`, '---\nbibliography: refs.bib\n---\n\nThe film grows.\n');
  select(editor, /(?<=grows)\./);
  cite(editor, work);
  await message('refs.bib');
  await commands.executeCommand('notifications.hideList');
  return { editor, bibliography, saved };
}

async function undoIn({ document }: TextEditor): Promise<void> {
  const { version } = document;
  await commands.executeCommand('vscode.open', document.uri);
  void commands.executeCommand('undo');
  await eventually('an undone change', async () => {
    await panel('clickDialogButton', 'Undo in 2 Files');
    return document.version !== version;
  });
}

const exists = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
