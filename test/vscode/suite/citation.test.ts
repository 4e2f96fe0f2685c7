import { commands, type TextDocument, workspace } from 'vscode';
import { eventually, ok } from './assert';
import { cite, find, message, openPicker } from './citing';
import { closeAll, examples, onDisk, open, select, show, uriOf } from './manuscripts';
import { panel, seesPage } from './panel';

suite('Insert Citation', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  /** What a citation of `key` looks like, by the manuscript's language. */
  const marks: Record<(typeof examples)[number], (key: string) => RegExp> = {
    'paper.tex': (key) => new RegExp(`\\\\\\w*cite\\w*\\{[^}]*${key}`),
    'paper.md': (key) => new RegExp(`@${key}`),
    'paper.typ': (key) => new RegExp(`@${key}|label\\("${key}"\\)`),
  };

  for (const name of examples) {
    test(`finds a reference by author, journal and year, cites it in ${name} and adds it to the .bib, in one step of undo`, async () => {
      const editor = await open(name);
      const bibliography = await workspace.openTextDocument(uriOf('references.bib'));
      const before = [editor.document, bibliography].map(textOf);
      select(editor, /(?<=\w)\.(?=\s)/);

      await openPicker();
      await find('tarascon nature 2001', 0, 'Tarascon and Armand 2001');
      await panel('screenshot', `picker-${name}`);
      await panel('press', 'Enter');

      const key = await eventually(
        'the entry in the .bib',
        () => /\{(Tarascon2001\w*),/.exec(bibliography.getText())?.[1],
      );
      await eventually(`the citation in ${name}`, () => marks[name](key).test(editor.document.getText()));
      await commands.executeCommand('notifications.showList');
      await eventually('a message', async () =>
        (await panel<string[]>('notifications')).some((text) => text.includes('references.bib')),
      );
      await panel('screenshot', `cited-${name}`);
      await eventually('the entry on disk', async () => (await onDisk(bibliography.uri)).includes(key));
      await eventually('nothing left to save in the .bib', () => !bibliography.isDirty);

      await commands.executeCommand('notifications.hideList');
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      void commands.executeCommand('undo');
      await eventually('the texts as before', async () => {
        await panel('clickDialogButton', 'Undo in 2 Files');
        return [editor.document, bibliography].every((document, index) => textOf(document) === before[index]);
      });
      await eventually('the .bib on disk as before', async () => (await onDisk(bibliography.uri)) === before[1]);
      await eventually('nothing left to save in it', () => !bibliography.isDirty);
    });
  }

  test('writes a bibliography in Latin-1 back in Latin-1, and takes it back too', async () => {
    const latin1 = '@article{Ader2001,\n  author = {M\xfcller, A.},\n  title = {Gr\xf6\xdfe},\n  year = {2001},\n}\n';
    const [paper, bibliography] = [uriOf('latin1/paper.md'), uriOf('latin1/refs.bib')];
    const bytes = async () => String.fromCharCode(...(await workspace.fs.readFile(bibliography)));
    await workspace.fs.writeFile(
      bibliography,
      Uint8Array.from(latin1, (c) => c.charCodeAt(0)),
    );
    await workspace.fs.writeFile(paper, new TextEncoder().encode('---\nbibliography: refs.bib\n---\n\nFilms grow.\n'));
    const editor = await show('latin1/paper.md');
    const before = editor.document.getText();
    select(editor, /(?<=grow)\./);
    cite(editor, 'bundled:Tarascon2001');
    await eventually('the entry on disk', async () => (await bytes()).includes('Tarascon2001'));
    ok((await bytes()).startsWith(latin1), 'the other bytes have changed');
    await message('Added Tarascon2001 to refs.bib');
    await panel('clickNotificationButton', 'Undo');
    await eventually('the .bib as before', async () => (await bytes()) === latin1);
    await eventually('the manuscript as before', () => editor.document.getText() === before);
  });
});

const textOf = (document: TextDocument): string => document.getText();
