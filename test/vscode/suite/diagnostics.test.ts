import { commands, type Diagnostic } from 'vscode';
import { eventually, includes, ok } from './assert';
import { closeAll, examples, open, ours, placeCaret } from './manuscripts';
import { panel, seesPage } from './panel';

suite('Abbreviations', () => {
  teardown(closeAll);

  for (const name of examples) {
    test(`that are undefined in ${name} are listed in the Problems view`, async function () {
      if (!seesPage) this.skip();
      const { document } = await open(name);
      const found = ours(document);
      ok(
        found.every(({ code }) => codeOf(code).includes('/')),
        `a diagnostic without its rule: ${JSON.stringify(found)}`,
      );
      await commands.executeCommand('workbench.actions.view.problems');
      const message = found.find(({ code }) => codeOf(code) === 'abbreviation/undefined')?.message;
      ok(message, 'the example has no undefined abbreviation');
      await eventually('the message in the Problems view', async () =>
        (await panel<string[]>('problems')).some((row) => row.includes(message)),
      );
      await panel('screenshot', `problems-${name}`);
      await commands.executeCommand('workbench.action.closePanel');
    });

    test(`that are undefined in ${name} are defined by the light bulb`, async function () {
      if (!seesPage) this.skip();
      const editor = await open(name);
      const undefinedHere = ours(editor.document).find(({ code }) => codeOf(code) === 'abbreviation/undefined');
      ok(undefinedHere, 'the example has no undefined abbreviation');
      const short = editor.document.getText(undefinedHere.range);
      placeCaret(editor, undefinedHere.range);
      void commands.executeCommand('editor.action.quickFix');
      const offered = await eventually('a fix', async () => {
        const rows = await panel<string[]>('lightBulb');
        return rows.find((row) => row.includes('Define here as')) && rows;
      });
      await panel('screenshot', `fix-${name}`);
      await panel(
        'clickRow',
        offered.find((row) => row.includes('Define here as')),
      );
      await eventually('the definition in the text', () => editor.document.getText().includes(`(${short})`));
      await eventually(
        'no more complaint',
        () =>
          !ours(editor.document).some(
            (d) => codeOf(d.code) === 'abbreviation/undefined' && d.message.includes(`“${short}”`),
          ),
      );
      includes(editor.document.getText(), `(${short})`);
    });
  }
});

/** A code that links to its page comes as `{ value, target }`. */
const codeOf = (code: Diagnostic['code']): string => String(typeof code === 'object' ? code.value : code);
