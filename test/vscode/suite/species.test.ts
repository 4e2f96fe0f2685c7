import { commands, env, window } from 'vscode';
import { equal, eventually, ok } from './assert';
import { closeAll, write } from './manuscripts';
import { panel, seesPage } from './panel';
import { clickRow, dropRow, showInGroup, shows } from './tree';

const PAPER = '# Films\n\nLiPF6 in ethylene carbonate (EC) leaves LiF. EC is reduced at 25 °C in Li||Cu cells.\n';

suite('Species in This Paper', () => {
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });
  setup(closeAll);

  test('lists what the manuscript speaks of, leads to the places and is copied', async () => {
    const editor = await write('view/species.md', PAPER);
    await commands.executeCommand('interphase.showSpecies');
    const row = (text: string) => eventually(text, () => shows(text));
    await row('Abbreviations');
    await row('Salts');
    await row('Cells');
    await showInGroup('Constituents of the interphase', 'LiF');
    await clickRow('LiF', () => editor.document.getText(window.activeTextEditor?.selection) === 'LiF');
    await panel('screenshot', 'species-view');

    await commands.executeCommand('interphase.copySpecies');
    const [head, ...rows] = (await env.clipboard.readText()).trim().split('\n');
    equal(head, 'section,kind,written,remarks', 'head');
    ok(rows.includes('Species,Salts,LiPF₆,lithium hexafluorophosphate · once'), rows.join('\n'));
  });

  test('are written where they are dropped, as the manuscript writes them', async () => {
    const editor = await write('view/dropped.md', `${PAPER.replaceAll('LiPF6', 'NaPF~6~')}\nThe salt was\n`);
    await commands.executeCommand('interphase.showSpecies');
    await showInGroup('Salts', 'NaPF₆');
    await dropRow('NaPF₆', 'The salt was', () => editor.document.getText().includes('The salt wasNaPF~6~'));
  });
});
