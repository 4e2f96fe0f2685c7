import { commands, extensions, languages } from 'vscode';
import { includes, ok } from './assert';
import { panel, seesPage } from './panel';

suite('The extension in VS Code', () => {
  test('is installed', () => {
    ok(extensions.getExtension('interphase.interphase'), 'not found');
  });

  test('knows Typst and Quarto files without another extension', async () => {
    const known = await languages.getLanguages();
    includes(known, 'typst');
    includes(known, 'quarto');
  });

  test('offers its commands', async () => {
    const offered = await commands.getCommands(true);
    for (const name of ['insertCitation', 'restartServer', 'showOutput']) includes(offered, `interphase.${name}`);
  });

  test('is drawn', async function () {
    if (!seesPage) this.skip();
    await panel('screenshot', 'start');
  });
});
