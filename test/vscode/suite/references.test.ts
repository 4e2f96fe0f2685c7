import { commands, window } from 'vscode';
import { equal, eventually } from './assert';
import { closeAll, placeCaret, select, write } from './manuscripts';
import { panel, seesPage } from './panel';
import { actOnRow, clickRow, dropRow, showInGroup, shows } from './tree';

const BIB = `@article{ahn20, author={Ahn, Ann}, title={A film}, journal={J. F.}, year={2020}}
@article{bell21, author={Bell, Bo}, title={Salts $(sync)}, journal={J. F.}, year={2021}}
`;

suite('The references of a manuscript', () => {
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });
  setup(closeAll);

  test('are listed in the side bar, lead to their entries and are cited from there', async () => {
    await write('view/refs.bib', BIB);
    const editor = await write('view/a.md', '---\nbibliography: refs.bib\n---\n\nFilms grow [@ahn20; @gone99].\n');
    placeCaret(editor, select(editor, /(?<=grow)/));
    await commands.executeCommand('interphase.references.focus');
    const row = (text: string) => eventually(text, () => shows(text));
    await row('Without an Entry');
    await row('gone99');
    await row('Ahn 2020');
    await showInGroup('Not Cited', 'Bell 2021');
    await panel('screenshot', 'references-view');
    const isCited = () => /\[@ahn20; @gone99; @bell21\]|\[@bell21\]/.test(editor.document.getText());
    await actOnRow('Bell 2021', isCited);
    await eventually('nothing left to cite', async () => !(await shows('Not Cited')));
    await clickRow('Ahn 2020', () => window.activeTextEditor?.document.uri.path.endsWith('view/refs.bib') === true);
    equal(window.activeTextEditor!.document.getText(window.activeTextEditor!.selection), 'ahn20', 'selected');
  });

  test('are cited where they are dropped', async () => {
    await write('view/drop.bib', '@article{cole22, author={Cole, Cy}, title={Salts}, journal={J. F.}, year={2022}}\n');
    const editor = await write('view/drop.md', '---\nbibliography: drop.bib\n---\n\nSalts dissolve slowly\n');
    await commands.executeCommand('interphase.references.focus');
    await showInGroup('Not Cited', 'Cole 2022');
    await dropRow('Cole 2022', 'Salts dissolve slowly', () => editor.document.getText().includes('slowly [@cole22]'));
  });
});
