import { commands, type Diagnostic, DiagnosticSeverity, type TextDocument } from 'vscode';
import { glance } from '../patience';
import { eventually, ok } from './assert';
import { closeAll, examples, open, ours, placeCaret } from './manuscripts';
import { panel, seesPage } from './panel';

suite('Abbreviations', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  for (const name of examples) {
    test(`that are undefined in ${name} are listed in the Problems view`, async () => {
      const { document } = await open(name);
      const { message } = undefinedIn(document);
      await commands.executeCommand('workbench.actions.view.problems');
      await eventually('the message in the Problems view', async () =>
        (await panel<string[]>('problems')).some((row) => row.includes(message)),
      );
      await panel('screenshot', `problems-${name}`);
      await commands.executeCommand('workbench.action.closePanel');
    });

    test(`that are undefined in ${name} are defined by the light bulb`, async () => {
      const editor = await open(name);
      const { range, message } = undefinedIn(editor.document);
      const short = editor.document.getText(range);
      placeCaret(editor, range);
      const fix = await offeredFix('Define here as');
      await panel('screenshot', `fix-${name}`);
      await panel('clickRow', fix);
      await eventually('the definition in the text', () => editor.document.getText().includes(`(${short})`));
      await eventually('no more complaint', () => !ours(editor.document).some((d) => d.message === message));
    });
  }
});

/** Opens the light bulb's menu at the caret; once more where the server was still reading the manuscript. */
const offeredFix = (title: string): Promise<string> =>
  eventually('a fix', async () => {
    await commands.executeCommand('editor.action.quickFix');
    const rows = () => panel<string[]>('lightBulb');
    return eventually('a menu', async () => (await rows()).find((row) => row.includes(title)), glance).catch(() => '');
  });

/** The first undefined abbreviation that is shown as a problem, not only as a hint. */
function undefinedIn(document: TextDocument): Diagnostic {
  const found = ours(document).find(
    ({ code, severity }) => codeOf(code) === 'abbreviation/undefined' && severity < DiagnosticSeverity.Hint,
  );
  ok(found, `no undefined abbreviation among ${JSON.stringify(ours(document))}`);
  return found;
}

/** A code that links to its page comes as `{ value, target }`. */
const codeOf = (code: Diagnostic['code']): string => String(typeof code === 'object' ? code.value : code);
