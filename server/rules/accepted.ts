import { sameExpansion } from '../paper/definitions/expansion';
import type { Project } from '../paper/project';
import type { RuleOptions } from './rule';

/**
 * True for a short form that needs no definition: everybody knows it (`3D`, `DNA`), or the project file says so. Where the
 * manuscript says what it stands for (`long`), that has to be what everybody knows.
 */
export const isAccepted = (short: string, { catalogue }: Project, { accepted }: RuleOptions, long?: string): boolean =>
  accepted.has(short) ||
  catalogue
    .entriesForShort(short)
    .some(
      (entry) =>
        entry.kind === 'term' &&
        entry.term.accepted === true &&
        (long === undefined || sameExpansion(entry.term.long, long)),
    );
