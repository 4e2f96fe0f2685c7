import type { DocumentPart } from './prose';

/** What is looked for in the text of a part. Formulas and cells are, in all parts. */
interface PartReading {
  /** Names, quantities and materials joined by signs: titles of works are the words of others. */
  readonly isOwn: boolean;
  /** Its sentences are about the work: rules change them, species are completed in them. */
  readonly isRunning: boolean;
  /** Its sentences define abbreviations; a list of them is read as a list. */
  readonly defines: boolean;
  /** A citation may be put into it. */
  readonly cites: boolean;
}

/** A new part needs a row here; where an abbreviation counts as defined says `manuscript/scope.ts`. */
export const PART_READING: Readonly<Record<DocumentPart, PartReading>> = {
  abstract: { isOwn: true, isRunning: true, defines: true, cites: true },
  body: { isOwn: true, isRunning: true, defines: true, cites: true },
  'supporting-information': { isOwn: true, isRunning: true, defines: true, cites: true },
  abbreviations: { isOwn: true, isRunning: false, defines: false, cites: true },
  'front-matter': { isOwn: true, isRunning: false, defines: false, cites: false },
  keywords: { isOwn: true, isRunning: false, defines: false, cites: false },
  acknowledgements: { isOwn: true, isRunning: false, defines: false, cites: true },
  references: { isOwn: false, isRunning: false, defines: false, cites: false },
  'back-matter': { isOwn: true, isRunning: false, defines: false, cites: true },
};
