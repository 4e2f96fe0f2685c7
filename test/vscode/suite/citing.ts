import { commands, type TextEditor } from 'vscode';
import { eventually, ok } from './assert';
import { panel } from './panel';

/** Opens the picker at the caret. */
export async function openPicker(): Promise<void> {
  void commands.executeCommand('interphase.insertCitation');
  await eventually('rows before typing', async () => (await panel<string[]>('rows')).length > 0);
}

/** Types a query in place of the one before, and waits until the row at that place says `text`. */
export async function find(query: string, place: number, text: string): Promise<void> {
  for (const key of ['Control+a', 'Backspace']) await panel('press', key);
  await panel('type', query);
  await eventually(`“${text}” at ${place}`, async () => (await panel<string[]>('rows'))[place]?.includes(text));
}

export const selected = (count: string) =>
  eventually(count, async () => (await panel<string[]>('selected')).some((text) => text.includes(count)));

/** Cites at the caret as a link in a hover does. */
export const cite = ({ document, selection: { active } }: TextEditor, id: string) =>
  void commands.executeCommand('interphase.citeSource', {
    uri: document.uri.toString(),
    position: { line: active.line, character: active.character },
    ids: [id],
  });

/** The message that holds a text, in the list of all messages. */
export async function message(text: string): Promise<string> {
  const all = new Set<string>();
  const found = await eventually(`a message with “${text}”`, async () => {
    await commands.executeCommand('notifications.showList');
    const shown = await panel<string[]>('notifications');
    for (const each of shown) all.add(each);
    return shown.find((each) => each.includes(text));
  }).catch((error: Error) => ok(false, `${error.message}; there were ${JSON.stringify([...all])}`));
  return found ?? '';
}

export const noMessage = (text: string) =>
  eventually(`no message with “${text}”`, async () =>
    (await panel<string[]>('notifications')).every((shown) => !shown.includes(text)),
  );
