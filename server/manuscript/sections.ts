import { type Span, span } from '../base/span';
import type { Prose } from '../text/prose';

/** Whether a place is below a heading of these words, up to the next heading of its level. */
export function below(prose: Prose, words: RegExp): (at: Span) => boolean {
  const headings = prose.blocks.filter(({ kind }) => kind === 'heading');
  const sections = headings.flatMap((heading, i) => {
    if (!words.test(prose.slice(heading).trim())) return [];
    const next = headings.slice(i + 1).find(({ level = 1 }) => level <= (heading.level ?? 1));
    return span(heading.end, next?.start ?? prose.text.length);
  });
  return ({ start }) => sections.some((section) => section.start <= start && start < section.end);
}

/** Headings below which a paper speaks of the work of others. */
export const INTRODUCTION = /introduction|background|state of the art/i;
