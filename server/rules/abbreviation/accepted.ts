import { sameExpansion } from '../../manuscript/definitions/expansion';
import type { Manuscript } from '../../manuscript/manuscript';
import type { RuleOptions } from '../rule';

/**
 * True for a short form that needs no definition: everybody knows it (`3D`, `DNA`), or the project file says so. Where the
 * manuscript says what it stands for (`long`), that must be what everybody knows.
 */
export const isAccepted = (
  short: string,
  { catalogue }: Manuscript,
  { accepted }: RuleOptions,
  long?: string,
): boolean =>
  accepted.has(short) ||
  catalogue
    .entriesForShort(short)
    .some(
      (entry) =>
        entry.kind === 'term' &&
        entry.term.accepted === true &&
        (long === undefined || sameExpansion(entry.term.long, long)),
    );
