import { deepEqual, match, ok, throws } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRefusal } from '../../server/base/refusal';
import { toWorkspaceEdit } from '../../server/protocol/convert';
import type { KnownText } from '../../server/protocol/texts';

const URI = 'file:///paper/refs.bib';
const plan = { edits: [{ uri: URI, span: { start: 0, end: 0 }, newText: '@misc{A}\n' }], creates: [] };

const file = (more: Partial<KnownText> = {}): KnownText => ({
  document: TextDocument.create(URI, 'bibtex', 0, '@misc{M, author = {Müller}}\n'),
  isOpen: false,
  encoding: 'windows-1252',
  ...more,
});

const refused = (known: KnownText, newText = '@misc{A}\n', opensEncoded = false): string | undefined => {
  const edited = { edits: [{ ...plan.edits[0]!, newText }], creates: [] };
  const edit = toWorkspaceEdit(edited, () => known, opensEncoded);
  return isRefusal(edit) ? edit.refused : undefined;
};

suite('an edit', () => {
  test('of a file that an editor would write back in another encoding is refused with the reason', () => {
    for (const known of [file(), file({ isOpen: true, misread: true })])
      match(
        refused(known)!,
        /“refs\.bib” is in Latin-1 or Windows-1252.*open it in its encoding.*save it as UTF-8 first/,
      );
  });

  test('of one that is open in its encoding, or will be opened in it, is made where its characters are known there', () => {
    const open = file({ isOpen: true });
    deepEqual(
      [refused(open), refused(open, 'Größe'), refused(file(), 'Größe', true)],
      [undefined, undefined, undefined],
    );
    match(
      refused(open, 'Erdős')!,
      /“refs\.bib” is in Latin-1 or Windows-1252, which has no “ő”: save it as UTF-8 first/,
    );
    match(refused(open, 'A–B')!, /which has no “–”/);
    const windows = TextDocument.create(URI, 'bibtex', 0, '@misc{M, title = {A–B}}\n');
    ok(refused(file({ document: windows, isOpen: true }), 'A–B') === undefined);
  });

  test('of a file whose text nobody has read is not made at all', () => {
    throws(() => toWorkspaceEdit(plan, () => undefined), /without having been read/);
  });
});
