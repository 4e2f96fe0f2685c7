/*
 * Names of works among all that can be cited. An editor keeps them between a search and the insertion: the name of a work that
 * only was typed or pasted, or that another program told of, holds all that is known of it.
 */

const [OWN, LIBRARY, BUNDLED, RECORD, ZOTERO] = ['own:', 'library:', 'bundled:', 'record:', 'zotero:'];

/** An entry of the manuscript's own bibliography. */
export const ownId = (key: string): string => OWN + key;

export const isOwnId = (id: string): boolean => id.startsWith(OWN);

/** A work of the writer's library: two of its files may have the same key. */
export const libraryId = (uri: string, key: string): string => `${LIBRARY}${uri} ${key}`;

export const bundledId = (key: string): string => BUNDLED + key;

/** Key of the bundled reference that an id names; undefined for all others. */
export const bundledKey = (id: string): string | undefined => after(BUNDLED, id);

/** A work of which this text is all there is: a record or a DOI. */
export const recordId = (text: string): string => RECORD + text;

/** The same of a work that Zotero told of, in BibTeX. */
export const zoteroId = (text: string): string => ZOTERO + text;

export const isZoteroId = (id: string): boolean => id.startsWith(ZOTERO);

/** The text that an id holds; undefined for works that are known by themselves. */
export const recordText = (id: string): string | undefined => after(RECORD, id) ?? after(ZOTERO, id);

const after = (prefix: string, id: string): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
