import { formatLink, formatPlace } from '../format';
import { inForm } from '../journalForm';
import type { Journals } from '../journals';
import type { Reference } from '../reference';
import type { ItemForm, Part, PartName } from './form';
import { writeNames } from './names';

/**
 * A work as an item of the list, in a form that was read from an article. What is not known is left out with what is before it. Of a
 * work that is not in a journal names, title and year are written so, and what else is printed of it as in `formatReference`. `tex`
 * escapes plain text.
 */
export function writeItem(
  reference: Reference,
  form: ItemForm,
  journals: Journals,
  tex: (text: string) => string,
): string {
  const { authors, moreAuthors, title, container, volume, issue, pages, year } = reference;
  const journal = container && journals.named(container);
  const values: Values = {
    authors: authors.length > 0 ? writeNames(authors, moreAuthors, form.names, tex) : undefined,
    title: title && tex(title),
    journal: container && tex(journal ? inForm(journal, form.journals) : container),
    volume: volume && tex(volume),
    issue: issue && tex(issue),
    pages: pages && pagesIn(pages, form.dash),
    year: year?.toString(),
  };
  const isArticle = reference.type === 'article-journal';
  const item = isArticle ? inParts(form.parts, values, form) : alone(reference, values, form, tex);
  return joined(item, form.end, '');
}

type Values = Readonly<Record<PartName, string | undefined>>;

/** `A. Ahn and B. Beck, \emph{Films}, 2nd ed., Press, 2001`, with the year before the title where the list has it there. */
function alone(reference: Reference, values: Values, form: ItemForm, tex: (text: string) => string): string {
  const { parts } = form;
  const journal = parts.find(({ name }) => name === 'journal')!;
  const hasTitle = parts.some(({ name }) => name === 'title');
  const before = parts.slice(0, parts.indexOf(journal));
  const isDated = before.some(({ name }) => name === 'year');
  // A list without titles sets those of books as it sets the names of journals.
  const named = hasTitle ? before : [...before, { ...journal, name: 'title' as const }];
  const { year, ...undated } = reference;
  const place = formatPlace(isDated ? undated : reference);
  const separator = hasTitle && /^[.,;]?[\s~]/.test(journal.before) ? journal.before : ', ';
  const within = separator.startsWith('.') ? place : place.replace(/^In /, 'in ');
  return [within, formatLink(reference)].reduce<string>(
    (item, text, at) => (text ? joined(item, at === 0 ? separator : ', ', tex(text)) : item),
    inParts(named, values, form),
  );
}

function inParts(parts: readonly Part[], values: Values, { names: { stop } }: ItemForm): string {
  let item = '';
  for (const { name, before, open, close } of parts) {
    const value = values[name];
    if (value === undefined) continue;
    // Initials end in a full stop, and so part the names from the title; the name of an institution does not.
    const needsStop = item === values.authors && stop !== '' && /^[\s~]/.test(before);
    item =
      item === '' ? open + value + close : joined(joined(item, needsStop ? '.' : '', ''), before, open + value + close);
  }
  return item;
}

/** Two texts with what is between them, which needs no full stop after another mark. */
const joined = (text: string, between: string, next: string): string =>
  text + (/[.?!]$/.test(text) && between.startsWith('.') ? between.slice(1) : between) + next;

const pagesIn = (pages: string, dash: string | undefined): string => {
  const [first = '', last] = pages.split('–');
  return dash === undefined || last === undefined ? first : first + dash + last;
};
