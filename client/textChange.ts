import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';

/** What edits make of a text, and the edits that take exactly them back. Lines end in `\n`. */
export interface TextChange {
  readonly after: string;
  readonly inverse: readonly TextEdit[];
}

/** A text as it is compared: an editor may have other ends of lines than what it is given. */
export const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** `edits` are those of one step: their places are those of the text before, and they do not overlap. */
export function changeOf(text: string, edits: readonly TextEdit[]): TextChange {
  const before = TextDocument.create('', '', 0, withPlainLines(text));
  const spans = edits
    .map(({ range, newText }) => ({
      start: before.offsetAt(range.start),
      end: before.offsetAt(range.end),
      newText: withPlainLines(newText),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let after = '';
  let done = 0;
  const written = spans.map(({ start, end, newText }) => {
    after += before.getText().slice(done, start);
    const from = after.length;
    after += newText;
    done = end;
    return { from, to: after.length, replaced: before.getText().slice(start, end) };
  });
  after += before.getText().slice(done);
  return { after, inverse: written.map((place) => toEdit(TextDocument.create('', '', 0, after), place)) };
}

const toEdit = (
  document: TextDocument,
  { from, to, replaced }: { from: number; to: number; replaced: string },
): TextEdit => ({ range: { start: document.positionAt(from), end: document.positionAt(to) }, newText: replaced });
