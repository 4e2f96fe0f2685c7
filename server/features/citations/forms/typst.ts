import type { CitationForm } from './form';

/** `@a @b`. Marks that follow each other are one group in print, so that none is joined. */
export const typstForm: CitationForm = {
  mark: (keys) => keys.map(mark).join(' '),
  joined: () => undefined,
};

/** A key that is not a label in Typst's syntax is quoted. */
const mark = (key: string): string =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(key) && !/[.:]$/.test(key)
    ? `@${key}`
    : `#cite(label("${key.replace(/["\\]/g, '\\$&')}"))`;
