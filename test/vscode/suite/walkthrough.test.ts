import { commands, window } from 'vscode';
import { equal, eventually, ok } from './assert';
import { closeAll, ours } from './manuscripts';

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
});
