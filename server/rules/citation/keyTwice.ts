import type { Span } from '../../base/span';
import type { CitationUse } from '../../text/parsedFile';
import type { Rule } from '../rule';

/** A work that one citation names twice: the reader sees its number twice. */
export const keyTwice = {
  code: 'citation/key-twice',
  title: 'Work named twice in one citation',
  defaultLevel: 'warning',
  examples: {
    bad: [{ text: 'Films grow [@ahn2020; @beck2021; @«ahn2020»].', fixed: 'Films grow [@ahn2020; @beck2021].' }],
    good: ['Films grow [@ahn2020; @beck2021], and again [@ahn2020].', 'Films grow [@ahn2020, p. 3; @ahn2020, p. 9].'],
  },
  *check({ uri, parsed: { citations, source } }) {
    for (const use of citations) {
      // With a page of its own, or notes for each work, the same work may be meant twice.
      const isPlain = !/[[\]].*[[\]].*[[\]]|\bpp?\.|\d,/s.test(withoutKeys(use, source));
      for (const [at, { key, span }] of use.keys.entries()) {
        if (!isPlain || use.keys.findIndex((other) => other.key === key) === at) continue;
        const removed = withSeparator(use, at, source);
        yield {
          span,
          message: `“${key}” stands in this citation already.`,
          fixes: removed
            ? [{ title: `Remove the second “${key}”`, edits: [{ uri, span: removed, newText: '' }], safe: true }]
            : [],
        };
      }
    }
  },
} as const satisfies Rule;

function withoutKeys({ keys, span }: CitationUse, source: string): string {
  let text = source.slice(span.start, span.end);
  for (const { key } of keys) text = text.replace(key, '');
  return text;
}

/** The key with what separates it from the one before; undefined where more than that is between them. */
function withSeparator({ keys }: CitationUse, at: number, source: string): Span | undefined {
  const [before, { span }] = [keys[at - 1]!, keys[at]!];
  const between = source.slice(before.span.end, span.start);
  return /^\s*[,;]\s*@?$/.test(between) ? { start: before.span.end, end: span.end } : undefined;
}
