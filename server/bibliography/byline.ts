import { shortLabel } from './format';
import { normalise } from './normalise';
import type { Reference } from './reference';

/**
 * Who and when, in a list to choose from: `Peled and Menkin 2017`, `Cheng, Zhang et al. 2017`. An author further down whom
 * the query names is shown too, since that is why the work is in the list: `Cheng, Zhang, … Wei et al. 2017`.
 */
export function byline(reference: Reference, query: string): string {
  const { authors, editors, moreAuthors, year } = reference;
  const people = authors.length > 0 ? authors : (editors ?? []);
  if (people.length === 0 || (people.length < 3 && !moreAuthors)) return shortLabel(reference);
  const words = normalise(query)
    .split(/[\s,;]+/)
    .filter((word) => word.length > 1);
  const isNamed = (family: string) => words.some((word) => normalise(family).startsWith(word));
  const families = people.map(({ family }) => family);
  const shown = families.slice(0, 2).join(', ');
  const named = families.slice(2).filter(isNamed);
  return [named.length > 0 ? `${shown}, … ${named.join(', ')}` : shown, 'et al.', year]
    .filter((part) => part !== undefined)
    .join(' ');
}
