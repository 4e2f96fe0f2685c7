import type { CitationForm } from './form';

/** `@a @b`. Marks that follow each other are one group in print, so that none is joined. */
export const typstForm: CitationForm = {
  mark: (keys) => keys.map(mark).join(' '),
  textual: (keys) => keys.map((key) => `#cite(${label(key)}, form: "prose")`).join(' '),
  joined: () => undefined,
};

const mark = (key: string): string => (isLabel(key) ? `@${key}` : `#cite(${label(key)})`);

/** A key that is not a label in Typst's syntax is quoted. */
const label = (key: string): string => (isLabel(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`);

const isLabel = (key: string): boolean => /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(key) && !/[.:]$/.test(key);
