import { commands } from 'vscode';
import { eventually } from './assert';
import { closeAll, ours, show } from './manuscripts';
import { panel, seesPage } from './panel';

suite('A mistake', () => {
  setup(closeAll);

  const mistakes = [
    { what: 'in .interphase.yaml', file: 'mistakes/.interphase.yaml', message: 'must be one of off, hint' },
    {
      what: 'in a .bib',
      file: 'mistakes/broken.bib',
      message: 'The brace that opens the field “title” is never closed',
    },
  ];
  for (const { what, file, message } of mistakes) {
    test(`${what} is listed in the Problems view`, async () => {
      const { document } = await show(file);
      await eventually('the problem', () => ours(document).some((problem) => problem.message.includes(message)));
      if (!seesPage) return;
      await commands.executeCommand('workbench.actions.view.problems');
      await eventually('its row', async () => (await panel<string[]>('problems')).some((row) => row.includes(message)));
      await commands.executeCommand('workbench.action.closePanel');
    });
  }
});
