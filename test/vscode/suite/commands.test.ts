import { commands, window, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { message } from './citing';
import { closeAll, show, write } from './manuscripts';
import { panel, seesPage } from './panel';

suite('A command', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  for (const [name, what] of [
    ['insertCitation', 'of the walkthrough'],
    ['checkReporting', 'of the palette'],
    ['writeAbbreviationList', 'of the palette'],
  ] as const)
    test(`${what}, ${name}, that finds no manuscript says so and leads to the sample paper`, async () => {
      const run = commands.executeCommand(`interphase.${name}`);
      await message('Open a manuscript in LaTeX');
      await panel('clickNotificationButton', 'Open Sample Paper');
      await run;
      ok(window.activeTextEditor?.document.getText().startsWith('% A sample paper'), 'no sample');
    });

  test('is not run on data or a bibliography', async () => {
    for (const [language, content] of [
      ['json', '{"LiPF6": "SEI"}'],
      ['bibtex', '@misc{a, title = {T}}'],
    ] as const) {
      await window.showTextDocument(await workspace.openTextDocument({ language, content }));
      void commands.executeCommand('interphase.insertCitation');
      await message('Open a manuscript in LaTeX');
      equal((await panel<string[]>('rows')).length, 0, 'no picker');
      await commands.executeCommand('notifications.clearAll');
    }
  });

  test('writeAbbreviationList of a chapter shows the main file, where the list goes', async () => {
    // A part is looked for in what its folder holds, which the server learns of in time: the main file comes first.
    await write('list/main.tex', '\\documentclass{article}\n\\begin{document}\n\\input{part}\n\\end{document}\n');
    await write('list/part.tex', 'The solid electrolyte interphase (SEI) is thin. The SEI ages.\n');
    await show('list/part.tex');
    await commands.executeCommand('interphase.writeAbbreviationList');
    await eventually('the list in the main file, in front', () => {
      const document = window.activeTextEditor?.document;
      return (
        document?.uri.path.endsWith('/list/main.tex') && document.getText().includes('solid electrolyte interphase\n')
      );
    });
  });

  for (const [name, words] of [
    ['writeAbbreviationList', 'No list to write'],
    ['defineAtFirstUse', 'Nothing to define'],
    ['setFormulas', 'There are no formulas'],
  ] as const)
    test(`${name} says why there is nothing to do`, async () => {
      const content = '\\documentclass{article}\\begin{document}A short text.\\end{document}\n';
      await window.showTextDocument(await workspace.openTextDocument({ language: 'latex', content }));
      await commands.executeCommand(`interphase.${name}`);
      await message(words);
    });
});
