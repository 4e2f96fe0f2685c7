import type { TextEditor } from 'vscode';
import { equal, eventually, includes, ok } from './assert';
import { find, openPicker, selected } from './citing';
import { closeAll, open, select, show } from './manuscripts';
import { panel, seesPage } from './panel';

/** At the end of the first sentence. */
async function openPickerInPaper(): Promise<TextEditor> {
  const editor = await open('paper.md');
  select(editor, /(?<=\w)\.(?=\s)/);
  await openPicker();
  return editor;
}

suite('The citation picker', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  test('cites several references in one mark', async () => {
    const editor = await openPickerInPaper();
    await panel('clickQuickPickButton', 'Select Several');
    await selected('0 Selected');
    await find('peled electrochem 2017', 0, 'Peled');
    await tick('Peled', '1 Selected');
    await find('cheng chem rev 2017', 1, 'Cheng');
    await tick('Cheng', '2 Selected');
    await panel('screenshot', 'picker-several');
    await panel('press', 'Enter');
    await eventually('one mark', () => /\[@Peled2017\w*; @Cheng2017\w*\]\./.test(editor.document.getText()));
  });

  test('collects by Ctrl+Enter what Enter then cites', async () => {
    const editor = await openPickerInPaper();
    await find('peled electrochem 2017', 0, 'Peled');
    await panel('press', 'Control+Enter');
    await selected('1 Selected');
    await find('cheng chem rev 2017', 1, 'Toward Safe Lithium Metal Anode');
    await panel('press', 'Control+Enter');
    await selected('2 Selected');
    await panel('press', 'Enter');
    await eventually('one mark', () => /\[@Peled2017\w*; @Cheng2017\w*\]\./.test(editor.document.getText()));
  });

  test('cites what was typed last, though its rows are still to come', async () => {
    const editor = await openPickerInPaper();
    await find('peled', 0, 'Peled');
    await panel('type', ' electrochem 2017');
    await panel('press', 'Control+Enter');
    await selected('1 Selected');
    await find('cheng', 1, 'Cheng');
    await panel('type', ' chem rev 2017');
    await panel('press', 'Control+Enter');
    await selected('2 Selected');
    await panel('press', 'Enter');
    await eventually('one mark', () => /\[@Peled2017\w*; @Cheng2017\w*\]\./.test(editor.document.getText()));

    await openPickerInPaper();
    await find('peled', 0, 'Peled');
    await panel('type', ' 1979');
    await panel('press', 'Enter');
    await eventually('the work of 1979', () => /@Peled1979\w*/.test(editor.document.getText()));
  });

  test('asks for a page and words before the work after Alt+Enter', async () => {
    const editor = await openPickerInPaper();
    await find('peled electrochem 2017', 0, 'Peled');
    await panel('press', 'Alt+Enter');
    for (const [question, answer] of [
      ['Where in it', 'p. 3'],
      ['Words before it', 'see'],
    ] as const) {
      await eventually(question, async () => (await panel<string | null>('asked'))?.startsWith(question));
      await panel('type', answer);
      await panel('screenshot', `picker-${answer.replace(/\W/g, '')}`);
      await panel('press', 'Enter');
    }
    await eventually('a note', () => /\[see @Peled2017\w*, p\. 3\]\./.test(editor.document.getText()));
  });

  test('names the first two authors, the year, the title, the journal, the key and the file', async () => {
    await openPickerInPaper();
    await find('cheng chem rev 2017', 0, 'Toward Safe Lithium Metal Anode');
    const [row] = await panel<string[]>('rows');
    for (const part of [/Cheng, \w+ et al\. 2017/, /Cheng2017 · references\.bib/, /Review · Chem\. Rev\./])
      ok(part.test(row!), `${part} is not in ${row}`);
    await panel('press', 'Escape');
  });

  test('says that nothing is found, and shows what fewer words find', async () => {
    await openPickerInPaper();
    await find('peled qqqzzz', 0, 'Nothing found for “peled qqqzzz”; the nearest works');
    includes((await panel<string[]>('rows'))[0]!, 'Peled');
    await find('qqqzzz', 0, 'Nothing found for “qqqzzz”');
    await panel('screenshot', 'picker-nothing');
    await panel('press', 'Escape');
  });

  test('shows what looks like an icon in a title as it is written', async () => {
    select(await show('hostile/hostile.tex'), /(?<=else)\./);
    await openPicker();
    await find('nobody hostile 2020', 0, 'Nobody 2020');
    const [row] = await panel<string[]>('rows');
    await panel('screenshot', 'hostile-picker');
    includes(row!.replaceAll('\u2060', ''), '$(sync)');
    equal(await panel('iconsInRows'), 0, 'icons');
    await panel('press', 'Escape');
  });
});

/** Ticks a row; again where the list was drawn anew at that moment. */
const tick = async (text: string, count: string) =>
  eventually(count, async () => {
    await panel('tick', text);
    return (await panel<string[]>('selected')).some((shown) => shown.includes(count));
  });
