import type { Span } from '../base/span';

/** Metals whose ions move through every cell of the work: `sodium storage`, `Na insertion`. */
const CARRIERS: ReadonlySet<string> = new Set(['li', 'na', 'k', 'zn', 'mg', 'ca', 'al']);

/** True for the id of such a metal, unless the words say that it is an electrode: `Na metal`, `the lithium electrode`, `bare sodium`. */
export const isCarrier = (species: string, text: string, { start, end }: Span): boolean =>
  CARRIERS.has(species) &&
  !/metal/i.test(text.slice(start, end)) &&
  !/^[- ](?:metal|foil|electrode|anode|disc|disk|chip|powder)s?\b/i.test(text.slice(end, end + 12)) &&
  !/\b(?:metal|bare|pristine|pure|metallic|of the|untreated) $/i.test(text.slice(Math.max(0, start - 10), start));
