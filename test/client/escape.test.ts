import assert from 'node:assert/strict';
import { escapeIcons, escapeMessage } from '../../client/escape';

/** What the editor makes links and icons of (VS Code's `linkedText.ts` and `iconLabels.ts`). */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+\)/i;
const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

const visible = (text: string) => text.replaceAll('\u2060', '');

suite('Text of others', () => {
  for (const text of [
    'Added Peled2017 to [click](command:workbench.action.closeWindow).bib.',
    'Added [a](https://example.invalid "title") to refs.bib.',
    '[[x](command:a)](file:///etc)',
    'A $(warning) and a $(sync~spin) title',
    '\\$(warning)',
  ]) {
    test(`in a message makes no link and no icon: ${text}`, () => {
      const escaped = escapeMessage(text);
      assert.doesNotMatch(escaped, link);
      assert.doesNotMatch(escaped, icon);
      assert.equal(visible(escaped), text);
    });
  }

  test('in a message is one line', () => {
    assert.equal(escapeMessage('refs\n\tof mine.bib'), 'refs of mine.bib');
  });

  test('in a row makes no icon, and stays what it is otherwise', () => {
    const escaped = escapeIcons('A $(warning) title in [1](x)');
    assert.doesNotMatch(escaped, icon);
    assert.equal(visible(escaped), 'A $(warning) title in [1](x)');
    assert.equal(escapeIcons('Cost in $ (2020)'), 'Cost in $ (2020)');
  });
});
