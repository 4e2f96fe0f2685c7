import { commands, type MarkdownString, type TextEditor } from 'vscode';
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

/** The hover at the caret that holds `text`; asked for again where the server was still reading the manuscript. */
export const hoverAtCaret = (text: string): Promise<Rendered> =>
  eventually(`a hover with “${text}”`, async () => {
    await commands.executeCommand('editor.action.showHover');
    return panel<Rendered | null>('hover', text);
  });

/** The Markdown behind the hover at the caret. */
export async function hoverMarkdown({ document, selection }: TextEditor): Promise<string> {
  const hovers = await commands.executeCommand<{ contents: MarkdownString[] }[]>(
    'vscode.executeHoverProvider',
    document.uri,
    selection.active,
  );
  return hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n\n');
}
