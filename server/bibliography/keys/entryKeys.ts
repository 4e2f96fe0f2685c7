import type { Entry } from '../reference';

/** All keys that an entry is cited by: its own first. */
export const keysOf = ({ reference: { key, aliases = [] } }: Entry): readonly string[] => [key, ...aliases];
