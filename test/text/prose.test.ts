import assert from 'node:assert/strict';
import type { Edit } from '../../server/base/edit';
import { type ProseSpan, type SourceSpan, span } from '../../server/base/span';
import type { Prose } from '../../server/text/prose';
import { ProseBuilder } from '../../server/text/proseBuilder';

const sourceOf = (prose: Prose, text: string): string => {
  const at = prose.text.indexOf(text);
  const { start, end } = prose.toSource(span(at, at + text.length));
  return prose.source.slice(start, end);
};

/** `LiPF$_6$` */
function formula(): Prose {
  const source = 'in LiPF$_6$ now';
  const builder = new ProseBuilder(source);
  builder.openBlock({ kind: 'paragraph', part: 'body' });
  builder.copy(0, 7);
  const from = builder.offset;
  const before = builder.restyle({ script: 'sub' });
  builder.copy(9, 10);
  builder.restore(before);
  builder.wrap(from, span(8, 10));
  builder.wrap(from, span(7, 11), true);
  builder.copy(11, source.length);
  return builder.build();
}

suite('prose', () => {
  test('markup inside a stretch belongs to it', () => {
    const prose = formula();
    assert.equal(prose.text, 'in LiPF6 now\n');
    assert.equal(sourceOf(prose, 'LiPF6'), 'LiPF$_6$');
    assert.equal(prose.scriptAt(prose.text.indexOf('6')), 'sub');
    assert.equal(prose.scriptAt(prose.text.indexOf('F')), 'normal');
  });

  test('delimiters around a whole stretch do not', () => {
    assert.equal(sourceOf(formula(), '6'), '_6');
  });

  test('a place in the prose is not taken for one in the source', () => {
    const prose = formula();
    const inProse: ProseSpan = span(3, 8);
    const inSource: SourceSpan = prose.toSource(inProse);
    // @ts-expect-error the prose takes no place of the source
    const text = prose.slice(inSource);
    // @ts-expect-error the source is not changed at a place of the prose
    const edit: Edit = { uri: 'paper.md', span: inProse, newText: '' };
    assert.notEqual(text, prose.slice(inProse));
    assert.notDeepEqual(edit.span, inSource);
  });

  test('a stretch that cuts markup is not whole', () => {
    const source = '*ab*c';
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.copy(1, 3);
    builder.wrap(0, span(0, 4));
    builder.copy(4, 5);
    const prose = builder.build();
    assert.equal(prose.isWhole(span(0, 2)), true);
    assert.equal(prose.isWhole(span(0, 1)), true, 'inside the markup');
    assert.equal(prose.isWhole(span(1, 3)), false);
  });

  test('a replacement maps as a whole, even where it is as long as what it replaces', () => {
    const source = String.raw`the \LFP cathode`;
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.copy(0, 4);
    builder.replace('LiFe', 4, 8);
    builder.copy(8, source.length);
    const prose = builder.build();
    assert.equal(sourceOf(prose, 'Fe'), '\\LFP');
    assert.equal(prose.toProse(6), 4, 'an offset inside the macro is the first character that it stands for');
  });

  test('several runs of one macro use are found at their first', () => {
    const source = String.raw`\LFP`;
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.replace('LiFePO', 0, 4);
    builder.restyle({ script: 'sub' });
    builder.replace('4', 0, 4);
    const prose = builder.build();
    assert.equal(prose.toProse(2), 0);
    assert.equal(sourceOf(prose, 'LiFePO4'), '\\LFP');
  });

  test('a footnote read after its paragraph is found from the source, and the paragraph keeps its range', () => {
    const source = 'one [note] two';
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.copy(0, 4);
    builder.copy(11, 14);
    builder.openBlock({ kind: 'footnote', part: 'body' });
    builder.copy(5, 9);
    const prose = builder.build();
    assert.equal(prose.text, 'one two\nnote\n');
    assert.equal(prose.toProse(source.indexOf('note')), 8);
    assert.equal(prose.toProse(source.indexOf('two')), 4);
    assert.equal(sourceOf(prose, 'one two'), source);
  });

  test('characters in another order than in the source give the range that holds them all', () => {
    const source = String.raw`\swap{a}{b}`;
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.copy(9, 10);
    builder.copy(6, 7);
    const prose = builder.build();
    assert.equal(sourceOf(prose, 'ba'), 'a}{b');
  });

  test('spaces fold, and a block that stays empty leaves no trace', () => {
    const source = 'a \n  b\n';
    const builder = new ProseBuilder(source);
    builder.openBlock({ kind: 'heading', part: 'body', level: 1 });
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.space(0, 0);
    builder.copy(0, 1);
    builder.space(1, 5);
    builder.space(5, 5);
    builder.copy(5, 6);
    builder.space(6, 7);
    const prose = builder.build();
    assert.equal(prose.text, 'a b\n');
    assert.deepEqual(prose.blocks, [{ kind: 'paragraph', part: 'body', start: 0, end: 3 }]);
    assert.equal(prose.blockAt(1)?.kind, 'paragraph');
    assert.equal(prose.blockAt(4), undefined);
  });
});
