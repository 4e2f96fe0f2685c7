import { type BibtexFile, parseBib } from './bibtex/parse';
import { type Placed, place } from './bibtex/placement';
import { toBibtex } from './bibtex/serialise';
import { DEFAULT_STYLE, detectStyle } from './bibtex/style';
import { toCslJson } from './csl';
import { parseCslJson } from './cslJson';
import { placeItem } from './cslPlacement';
import { existingEntry, freeKey } from './identity';
import type { Entry, Reference } from './reference';

/** Text to put into a bibliography so that a work can be cited. */
export interface EntryInsertion extends Placed {
  /** UTF-16 offset in the text as it is. */
  readonly offset: number;
  /** Empty where the work is in the file already. */
  readonly newText: string;
  /** To be cited: the key of the entry that is there, or of the new one. */
  readonly key: string;
}

/**
 * How a reference comes into a .bib file, written the way the file is. A work that is there is not added again; a key
 * that is taken gets a letter behind it. For an empty text, the text of a new file.
 */
export function insertEntry(bibText: string, reference: Reference): EntryInsertion {
  const file = parseBib(bibText);
  const existing = existingEntry(file, reference);
  if (existing) return reuse(existing);
  const key = freeKey(file, reference);
  const style = bibText.trim() === '' ? DEFAULT_STYLE : detectStyle(bibText, file);
  const entry = toBibtex({ ...reference, key }, style, macrosByText(file));
  return { ...place(entry, key, bibText, file, style), key };
}

/** The same for CSL-JSON. `undefined` where the text is neither empty nor a list that can be read to its end. */
export function insertCslEntry(json: string, reference: Reference): EntryInsertion | undefined {
  const file = parseCslJson(json);
  const existing = existingEntry(file, reference);
  if (existing) return reuse(existing);
  const key = freeKey(file, reference);
  const placed = placeItem(toCslJson({ ...reference, key }), json);
  return placed && { ...placed, key };
}

const reuse = ({ span, reference }: Entry): EntryInsertion => ({ offset: span.start, newText: '', key: reference.key });

const macrosByText = ({ strings }: BibtexFile): ReadonlyMap<string, string> =>
  new Map([...strings].map(([name, text]) => [text, name]));
