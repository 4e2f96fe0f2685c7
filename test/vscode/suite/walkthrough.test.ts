import { commands, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { find, openPicker } from './citing';
import { closeAll, ours, select } from './manuscripts';
import { panel, seesPage } from './panel';

suite('The walkthrough', () => {
  setup(closeAll);

  test('opens a sample paper with two findings, each time anew', async () => {
    for (let time = 0; time < 2; time++) {
      await commands.executeCommand('interphase.openSample');
      const document = window.activeTextEditor?.document;
      ok(document?.getText().startsWith('% A sample paper'), 'no sample');
      equal(document?.languageId, 'latex', 'language');
      await eventually('its findings', () => ours(document!).length === 2);
    }
  });

  test('its paper is cited from, into the bibliography beside it', async function () {
    if (!seesPage) this.skip();
    await commands.executeCommand('interphase.openSample');
    const editor = window.activeTextEditor!;
    await eventually('its findings', () => ours(editor.document).length === 2);
    select(editor, /(?<=of the interphase)\./);
    await openPicker();
    await find('peled 1979', 0, 'Peled');
    await panel('press', 'Enter');
    await eventually('the citation', () => editor.document.getText().includes('of the interphase~\\cite{Peled1979}.'));
    const bibliography = Uri.joinPath(editor.document.uri, '../references.bib');
    await eventually('the entry', async () =>
      (await workspace.openTextDocument(bibliography)).getText().includes('@article{Peled1979,'),
    );
  });
});
