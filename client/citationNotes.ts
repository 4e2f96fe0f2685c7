import { l10n, window } from 'vscode';
import type { WorkNote } from '../server/protocol/requests';

/** A work of the picker. */
interface Work {
  readonly id: string;
  readonly label: string;
}

/** Asks where in each work, and for words before it, one after the other; undefined where the writer leaves. */
export async function askNotes(works: readonly Work[]): Promise<readonly WorkNote[] | undefined> {
  const questions = [
    { name: 'locator', prompt: l10n.t('Where in it, such as p. 3; Enter for nothing') },
    { name: 'prefix', prompt: l10n.t('Words before it, such as see; Enter for nothing') },
  ] as const;
  const totalSteps = works.length * questions.length;
  const notes: WorkNote[] = [];
  let step = 0;
  for (const { id, label } of works) {
    let note: WorkNote = { id };
    for (const { name, prompt } of questions) {
      const answer = await ask({ title: label, prompt, step: ++step, totalSteps });
      if (answer === undefined) return undefined;
      note = { ...note, [name]: answer };
    }
    notes.push(note);
  }
  return notes;
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** What is typed; undefined where the writer leaves. */
function ask(question: Question): Promise<string | undefined> {
  const input = Object.assign(window.createInputBox(), question);
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}
