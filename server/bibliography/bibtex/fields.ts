import type { Entry } from '../reference';
import { detex } from './detex';
import type { BibtexEntry } from './parse';
import type { RawField } from './scan';

/** An entry of a .bib file; undefined where the bibliography is of another kind. */
export const bibtexEntry = (entry: Entry): BibtexEntry | undefined =>
  'raw' in entry ? (entry as BibtexEntry) : undefined;

/** A field that an entry of a .bib has itself, under any of its names in lower case. */
export function fieldOf(entry: Entry, ...names: readonly string[]): RawField | undefined {
  const fields = bibtexEntry(entry)?.raw.fields ?? [];
  return fields.find(({ name }) => names.includes(name.toLowerCase()));
}

/** What a field says, without TeX; `@string` macros are not looked up. */
export const fieldText = ({ parts }: RawField): string => detex(parts.map(({ text }) => text).join(''));
