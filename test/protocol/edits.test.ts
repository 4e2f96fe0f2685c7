import { throws } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toWorkspaceEdit } from '../../server/protocol/convert';
import type { KnownText } from '../../server/protocol/texts';

const URI = 'file:///paper/refs.bib';
const plan = { edits: [{ uri: URI, span: { start: 0, end: 0 }, newText: '@misc{A}\n' }], creates: [] };

suite('an edit', () => {
  test('of a file that an editor would write back in another encoding is refused with the reason', () => {
    const text: KnownText = {
      document: TextDocument.create(URI, 'bibtex', 0, '@misc{M, author = {Müller}}\n'),
      isOpen: false,
      encoding: 'windows-1252',
    };
    throws(
      () => toWorkspaceEdit(plan, () => text),
      /“refs\.bib” is in Latin-1 or Windows-1252.*save it as UTF-8 first/,
    );
  });

  test('of a file whose text nobody has read is not made at all', () => {
    throws(() => toWorkspaceEdit(plan, () => undefined), /without having been read/);
  });
});
