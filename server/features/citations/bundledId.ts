const PREFIX = 'bundled:';

/** Names a bundled reference among all that can be cited. */
export const bundledId = (key: string): string => PREFIX + key;

/** Key of the bundled reference that an id names; undefined for an entry of the manuscript's own. */
export const bundledKey = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
