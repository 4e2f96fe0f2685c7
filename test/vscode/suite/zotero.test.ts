import { ConfigurationTarget, workspace } from 'vscode';
import { eventually } from './assert';
import { find, openPicker } from './citing';
import { closeAll, open, select } from './manuscripts';
import { panel, reachesMachine, seesPage } from './panel';

const WORK =
  '@article{zott_growth_2018, author = {Zott, Zoe}, title = {Zebra films}, journal = {J. Films}, year = {2018}}\n';

suite('Zotero', () => {
  const setting = (isOn: boolean | undefined) =>
    workspace.getConfiguration('interphase').update('zotero.enable', isOn, ConfigurationTarget.Global);

  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });
  teardown(async () => {
    await panel('press', 'Escape');
    await setting(undefined);
    await panel('stopZotero');
  });

  test('is searched after the rest where it is switched on, in a browser with a word that it cannot be', async () => {
    await panel('startZotero', WORK);
    await setting(true);
    const editor = await open('paper.md');
    select(editor, /(?<=\w)\.(?=\s)/);
    await openPicker();
    if (!reachesMachine) {
      await find('zebra films 2018', 0, 'Nothing found');
      const said = 'not in a browser';
      await eventually(said, async () => (await panel<string[]>('rows')).some((row) => row.includes(said)));
      return;
    }
    await find('zebra films 2018', 0, 'Zott 2018');
    await panel('screenshot', 'picker-zotero');
    await panel('press', 'Enter');
    await eventually('a mark', () => /\[@Zott2018\]\./.test(editor.document.getText()));
  });
});
