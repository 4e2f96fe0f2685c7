import { ok } from 'node:assert/strict';
import type { Span } from '../../server/base/span';

/** A text with marked stretches: `We use «use:FEC» first.` A mark without name is called by its text. */
export interface Marked {
  readonly text: string;
  /** Of all marks, in the order of their ends. */
  readonly spans: readonly Span[];
  readonly byName: ReadonlyMap<string, Span>;
  span(name: string): Span;
}

/** Takes the marks out of a text and remembers where they stood. Marks may nest. */
export function marked(source: string): Marked {
  const spans = new Map<string, Span>();
  const inOrder: Span[] = [];
  const open: { name: string; start: number }[] = [];
  let text = '';
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '«') {
      const name = /^[\w-]+:/.exec(source.slice(i + 1))?.[0] ?? '';
      open.push({ name: name.slice(0, -1), start: text.length });
      i += name.length;
    } else if (source[i] === '»') {
      const { name, start } = open.pop()!;
      const span = { start, end: text.length };
      inOrder.push(span);
      spans.set(name || text.slice(start), span);
    } else text += source[i];
  }
  ok(open.length === 0, 'a mark is not closed');
  return {
    text,
    spans: inOrder,
    byName: spans,
    span(name) {
      const span = spans.get(name);
      ok(span, `no stretch is marked “${name}”`);
      return span;
    },
  };
}
