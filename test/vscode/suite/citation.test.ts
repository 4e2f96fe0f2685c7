import { commands, type TextDocument, workspace } from 'vscode';
import { equal, eventually } from './assert';
import { closeAll, examples, open, select, uriOf } from './manuscripts';
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

      void commands.executeCommand('interphase.insertCitation');
      await eventually('rows before typing', async () => (await panel<string[]>('rows')).length > 0);
      await panel('type', 'tarascon nature 2001');
      await eventually('the reference on top', async () =>
        (await panel<string[]>('rows'))[0]?.includes('Tarascon and Armand 2001'),
      );
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
      equal(bibliography.isDirty, false, 'unsaved bibliography');

      await commands.executeCommand('notifications.hideList');
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      void commands.executeCommand('undo');
      await eventually('the texts as before', async () => {
        await panel('clickDialogButton', 'Undo in 2 Files');
        return [editor.document, bibliography].every((document, index) => textOf(document) === before[index]);
      });
      await eventually('the .bib on disk as before', async () => (await onDisk(bibliography)) === before[1]);
      await eventually('nothing left to save in it', () => !bibliography.isDirty);
    });
  }

  test('cites several references in one mark', async () => {
    const editor = await open('paper.md');
    select(editor, /(?<=\w)\.(?=\s)/);
    void commands.executeCommand('interphase.insertCitation');
    await eventually('rows before typing', async () => (await panel<string[]>('rows')).length > 0);
    await panel('clickQuickPickButton', 'Select Several');
    await selected('0 Selected');
    for (const [typed, label, count] of [
      ['peled electrochem 2017', 'Peled', '1 Selected'],
      ['cheng chem rev 2017', 'Cheng', '2 Selected'],
    ] as const) {
      for (const key of ['Control+a', 'Backspace']) await panel('press', key);
      await panel('type', typed);
      await eventually(`the box of ${label}`, () => panel<boolean>('tick', label));
      await selected(count);
    }
    await panel('screenshot', 'picker-several');
    await panel('press', 'Enter');
    await eventually('one mark', () => /\[@Peled2017\w*; @Cheng2017\w*\]\./.test(editor.document.getText()));
  });

  test('takes back the entry in the .bib, on disk too, by the Undo of its message', async () => {
    const editor = await open('paper.md');
    const bibliography = await workspace.openTextDocument(uriOf('references.bib'));
    const before = await onDisk(bibliography);
    select(editor, /(?<=\w)\.(?=\s)/);
    void commands.executeCommand('interphase.citeSource', {
      uri: editor.document.uri.toString(),
      position: { line: editor.selection.active.line, character: editor.selection.active.character },
      ids: ['bundled:Tarascon2001'],
    });
    await eventually('the entry on disk', async () => (await onDisk(bibliography)) !== before);
    await commands.executeCommand('notifications.showList');
    await panel('clickNotificationButton', 'Undo');
    await panel('clickDialogButton', 'Undo in 2 Files');
    await eventually('the .bib on disk as before', async () => (await onDisk(bibliography)) === before);
    await eventually('the manuscript as before', () => !editor.document.isDirty);
  });
});

const selected = (count: string) =>
  eventually(count, async () => (await panel<string[]>('selected')).some((text) => text.includes(count)));

const onDisk = async ({ uri }: TextDocument): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(uri));

const textOf = (document: TextDocument): string => document.getText();
