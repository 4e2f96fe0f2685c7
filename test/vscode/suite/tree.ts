import { glance } from '../patience';
import { eventually } from './assert';
import { panel } from './panel';

/** A row of the side bar holds the text. */
export const shows = async (text: string): Promise<boolean> =>
  (await panel<string[]>('tree')).some((row) => row.includes(text));

/** Opens a group of the side bar, if it is closed, so that a row of it shows. */
export async function showInGroup(group: string, row: string): Promise<void> {
  await eventually(group, () => shows(group));
  await eventually(row, async () => {
    if (await shows(row)) return true;
    await panel('clickInTree', group);
    return eventually(row, () => shows(row), glance).catch(() => false);
  });
}

/** Drags a row to the end of a line of the editor until that has come of it which was meant to. */
export const dropRow = (row: string, line: string, isDone: () => boolean) =>
  again('dragFromTree', `${row}\n${line}`, isDone);

/** Clicks a row until that has come of it which was meant to. */
export const clickRow = (row: string, isDone: () => boolean) => again('clickInTree', row, isDone);

/** Runs the action of a row until that has come of it which was meant to. */
export const actOnRow = (row: string, isDone: () => boolean) => again('actInTree', row, isDone);

/** A row that is made anew at that moment takes no click. */
const again = (command: string, argument: string, isDone: () => boolean): Promise<unknown> =>
  eventually(`${command} ${argument}`, async () => {
    await panel(command, argument);
    return eventually(argument, isDone, glance).catch(() => false);
  });
