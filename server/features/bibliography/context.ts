import { touches } from '../../base/span';
import type { Entry } from '../../bibliography/reference';
import type { BibliographyContext } from '../../workspace/workspace';

/** The entry that a source offset of the bibliography lies in. */
export const entryAt = ({ bibliography }: BibliographyContext, offset: number): Entry | undefined =>
  bibliography.file.entries.find(({ span }) => touches(span, offset));

/** The entry whose key a source offset lies in or directly after. */
export const keyedAt = ({ bibliography }: BibliographyContext, offset: number): Entry | undefined =>
  bibliography.file.entries.find(({ keySpan }) => touches(keySpan, offset));
