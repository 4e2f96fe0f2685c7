import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, md, raw } from '../../server/base/markdown';

suite('escapeMarkdown', () => {
  test('links, images, HTML, icons and lists come out as text', () => {
    assert.equal(escapeMarkdown('![x](http://a.b/c.png)'), '\\!\\[x\\]\\(http\\://a\\.b/c\\.png\\)');
    assert.equal(escapeMarkdown('<img src=x>'), '\\<img src\\=x\\>');
    assert.equal(escapeMarkdown('$(sync~spin)'), '&#36;\\(sync\\~spin\\)');
    assert.equal(escapeMarkdown('1. A\n- B'), '1\\. A \\- B');
    assert.equal(escapeMarkdown('&lt; a|b'), '\\&lt; a\\|b');
  });
  test('words, formulas and Greek stay as they are', () => {
    assert.equal(escapeMarkdown('Li₇La₃Zr₂O₁₂, 5 µm à Σ “x”'), 'Li₇La₃Zr₂O₁₂, 5 µm à Σ “x”');
  });
  test('no special character is left unescaped, and unescaping gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]|&#36;/g, ''), /[\\`*_{}[\]()#+\-.!|<>&\n\r]|\$\(|:\/\//);
        assert.equal(escaped.replace(/&#36;/g, '$').replace(/\\([!-/:-@[-`{-~])/g, '$1'), text.replace(/\s+/g, ' '));
      }),
      { numRuns: 2000 },
    );
  });
});

suite('md', () => {
  test('escapes what is inserted, but not what is marked as ours', () => {
    assert.equal(md`**${'a*b'}** ${raw('[x](y)')} ${4.5}`, '**a\\*b** [x](y) 4\\.5');
  });
});
