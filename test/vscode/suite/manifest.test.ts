import { commands, extensions, languages } from 'vscode';
import { equal, includes, ok } from './assert';

suite('The extension in VS Code', () => {
  test('is installed', () => {
    ok(extensions.getExtension('interphase.interphase'), 'not found');
  });

  test('knows Typst and Quarto files without another extension', async () => {
    const known = await languages.getLanguages();
    includes(known, 'typst');
    includes(known, 'quarto');
  });

  test('has a text for every name in its manifest, those of the rules included', () => {
    const manifest = JSON.stringify(extensions.getExtension('interphase.interphase')?.packageJSON);
    includes(manifest, 'Short form that nobody defines (information)');
    equal(/"%[^"%]+%"/.exec(manifest)?.[0], undefined);
  });

  test('offers its commands', async () => {
    await extensions.getExtension('interphase.interphase')?.activate();
    const offered = await commands.getCommands(true);
    for (const name of ['insertCitation', 'openCatalogue', 'openSample', 'restartServer', 'showOutput'])
      includes(offered, `interphase.${name}`);
  });
});
