import assert from 'node:assert/strict';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { changeOf } from '../../client/textChange';

const edit = (from: [number, number], to: [number, number], newText: string): TextEdit => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  newText,
});

suite('A change of a text', () => {
  for (const { what, text, edits, after } of [
    {
      what: 'several edits, in any order',
      text: 'one\ntwo\nthree\n',
      edits: [edit([2, 0], [2, 5], '3\n4'), edit([0, 3], [0, 3], ' [@A]'), edit([1, 0], [2, 0], '')],
      after: 'one [@A]\n3\n4\n',
    },
    {
      what: 'an insertion at the end',
      text: 'a',
      edits: [edit([0, 1], [0, 1], '\n\n@book{B}\n')],
      after: 'a\n\n@book{B}\n',
    },
    { what: 'a new text', text: '', edits: [edit([0, 0], [0, 0], '@book{B}\n')], after: '@book{B}\n' },
    {
      what: 'an insertion where another stretch begins, named after it',
      text: 'a\nb\n',
      edits: [edit([0, 0], [1, 0], ''), edit([0, 0], [0, 0], 'c\n')],
      after: 'c\nb\n',
    },
    { what: 'no edit', text: 'a\nb', edits: [], after: 'a\nb' },
    { what: 'lines that end in CRLF', text: 'a\r\nb\r\n', edits: [edit([1, 1], [1, 1], '\r\nc')], after: 'a\nb\nc\n' },
  ]) {
    test(`is what its edits make, and its inverse takes exactly them back: ${what}`, () => {
      const change = changeOf(text, edits);
      assert.equal(change.after, after);
      const document = TextDocument.create('', '', 0, change.after);
      assert.equal(TextDocument.applyEdits(document, [...change.inverse]), text.replaceAll('\r\n', '\n'));
    });
  }
});
