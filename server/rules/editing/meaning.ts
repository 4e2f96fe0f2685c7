import type { Abbreviation } from '../../manuscript/abbreviationIndex';
import { expansionKey } from '../../manuscript/definitions/expansion';

/** True where all definitions of a short form say the same, so that it may stand for their long form anywhere. */
export const hasOneMeaning = ({ definitions }: Abbreviation): boolean =>
  new Set(definitions.map(({ definition }) => expansionKey(definition.long))).size <= 1;
