import { commands } from 'vscode';
import { eventually, includes, ok } from './assert';
import { closeAll, select, show } from './manuscripts';
import { panel, seesPage } from './panel';
import { hoverMarkdown } from './rendered';

suite('The server', () => {
  setup(closeAll);

  test('says in the language status what it found in the manuscript in front', async function () {
    if (!seesPage) this.skip();
    await show('cards.md');
    await statusWith('12 species, 1 abbreviation');
    await show('paper.md');
    await statusWith(/[1-9]\d species, [2-9]\d* abbreviations/);
    await show('cards.md');
    await statusWith('12 species, 1 abbreviation');
  });

  test('answers again after Restart Server', async () => {
    const editor = await show('cards.md');
    select(editor, /\bFEC\b/);
    await eventually('a hover', () => hoverMarkdown(editor));
    await commands.executeCommand('interphase.restartServer');
    includes(await eventually('a hover', () => hoverMarkdown(editor)), 'fluoroethylene');
    if (seesPage) await statusWith('12 species, 1 abbreviation');
  });
});

async function statusWith(expected: string | RegExp): Promise<void> {
  let status: string | null = null;
  const asExpected = async () => {
    status = await panel<string | null>('languageStatus');
    return typeof expected === 'string' ? status?.includes(expected) : expected.test(status ?? '');
  };
  await eventually(`“${expected}”`, asExpected).catch((error: Error) =>
    ok(false, `${error.message}; it says ${status}`),
  );
}
