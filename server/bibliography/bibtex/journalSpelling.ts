import type { Journal, Journals } from '../journals';
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
  return journal && form ? FORMS[form](journal) : name;
}

type Form = 'full' | 'abbreviated' | 'dotless';

const FORMS: Readonly<Record<Form, (journal: Journal) => string>> = {
  full: ({ name }) => name,
  abbreviated: ({ abbreviation }) => abbreviation,
  dotless: ({ abbreviation }) => abbreviation.replaceAll('.', ''),
};

/** Null for a name that is never abbreviated, and for an unknown one that shows no style. */
function formOf(text: string, journal: Journal | undefined): Form | null {
  if (/\w\.(?:\s|$)/.test(text)) return 'abbreviated';
  if (!journal) return /\b(?:Journal|Review|Letters|Society|Proceedings|Transactions)\b/.test(text) ? 'full' : null;
  if (journal.name === journal.abbreviation || !journal.abbreviation.includes('.')) return null;
  return text.length > journal.abbreviation.length ? 'full' : 'dotless';
}
