import type { Journal } from './journals';

/** How the names of journals are written. */
export type JournalForm = 'full' | 'abbreviated' | 'dotless';

/** The name of a journal in a form: `Journal of Power Sources`, `J. Power Sources`, `J Power Sources`. */
export function inForm({ name, abbreviation }: Journal, form: JournalForm): string {
  if (form === 'full') return name;
  return form === 'abbreviated' ? abbreviation : abbreviation.replaceAll('.', '');
}

/** Null for a name that is never abbreviated, and for an unknown one that shows no form. */
export function formOf(text: string, journal: Journal | undefined): JournalForm | null {
  if (/\w\.(?:\s|$)/.test(text)) return 'abbreviated';
  if (!journal) return /\b(?:Journal|Review|Letters|Society|Proceedings|Transactions)\b/.test(text) ? 'full' : null;
  if (journal.name === journal.abbreviation || !journal.abbreviation.includes('.')) return null;
  return text.length > journal.abbreviation.length ? 'full' : 'dotless';
}
