import { commands, type MarkdownString, type TextEditor, window } from 'vscode';
import { eventually } from './assert';
import { panel } from './panel';

/** A hover as the page shows it. */
export interface Rendered {
  readonly html: string;
  readonly text: string;
  /** A width of 0 stands for an image that did not load. */
  readonly images: readonly { readonly source: string; readonly width: number }[];
  readonly links: readonly string[];
  /** The lowest ratio of a text's luminance to that of its background, as WCAG counts it. */
  readonly contrast: number;
}

/** The hover at the caret that holds `text`. */
export async function hoverAtCaret(text: string): Promise<Rendered> {
  const editor = window.activeTextEditor!;
  // Where nothing was found once, as before the extension is active, VS Code does not look again until the caret moves.
  await eventually('an answer of the server', async () => (await hoverMarkdown(editor)) !== '');
  return eventually(`a hover with “${text}”`, async () => {
    await commands.executeCommand('editor.action.showHover');
    return panel<Rendered | null>('hover', text);
  });
}

/** The Markdown of the hover at the caret. */
export async function hoverMarkdown({ document, selection }: TextEditor): Promise<string> {
  const hovers = await commands.executeCommand<{ contents: MarkdownString[] }[]>(
    'vscode.executeHoverProvider',
    document.uri,
    selection.active,
  );
  return hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n\n');
}
