/** A half-open range of UTF-16 code units, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Offsets in a source, or in the prose that was read from it: what is declared as one is never taken for the other. A plain `Span`
 * may be either.
 */
export interface SourceSpan extends Span {
  readonly [TEXT]?: 'source';
}
export interface ProseSpan extends Span {
  readonly [TEXT]?: 'prose';
}

/** Exists for the compiler only. */
declare const TEXT: unique symbol;

export const span = (start: number, end: number): Span => ({ start, end });

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True where `offset` lies in the span or directly after it, as a caret does at the end of a word. */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** Index of the first element for which `isAfter` holds; `items.length` where it holds for none. */
export function lowerBound<T>(items: ArrayLike<T>, isAfter: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
