import { formOf, inForm } from '../journalForm';
import type { Journals } from '../journals';
import { mostFrequent } from './mostFrequent';
import type { BibtexEntry } from './parse';

/**
 * The name of a journal as a file would write it: as it does elsewhere, else in the form of its other journals – in full,
 * abbreviated, or abbreviated without full stops.
 */
export function journalSpelling(name: string, entries: readonly BibtexEntry[], journals: Journals): string {
  const used = entries.flatMap(({ reference, raw }) => {
    const { container, type } = reference;
    return container !== undefined && type === 'article-journal' && raw.type === 'article' ? [container] : [];
  });
  const own = mostFrequent(
    used.filter((other) => journals.same(other, name)),
    '',
  );
  if (own !== '') return own;
  const journal = journals.named(name);
  const form = mostFrequent(
    used.map((other) => formOf(other, journals.named(other))),
    null,
  );
  return journal && form ? inForm(journal, form) : name;
}
