import { formOf, type JournalForm } from '../journalForm';
import type { Journals } from '../journals';
import { type NameForm, readNames } from './names';

export type PartName = 'authors' | 'title' | 'journal' | 'volume' | 'issue' | 'pages' | 'year';

/** A part of an item: what is before it, and what it is set in (`\textbf{`, `}`). */
export interface Part {
  readonly name: PartName;
  readonly before: string;
  readonly open: string;
  readonly close: string;
}

/** How the items of a list of references are written. */
export interface ItemForm {
  readonly parts: readonly Part[];
  readonly end: string;
  readonly names: NameForm;
  readonly journals: JournalForm;
  /** Between first and last page; undefined where only the first is given. */
  readonly dash: string | undefined;
}

interface Found {
  readonly name: PartName;
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/** Learns the form from an item of the list; undefined where its parts cannot be told. */
export function readForm(item: string, journals: Journals): ItemForm | undefined {
  // “A. Ahn, J. Power Sources” begins with one name, not two.
  const known = [...item.matchAll(PLAIN_JOURNAL)].find(([text]) => journals.named(text));
  const names = readNames(item.slice(0, known?.index));
  const journal = names && findJournal(item, names.length, journals);
  if (!names || !journal) return undefined;
  const authors: Found = { name: 'authors', start: 0, end: names.length, open: '', close: '' };
  const numbers = findNumbers(item, journal.end);
  const title = findTitle(item, names.length, journal.start);
  const year = numbers.some(({ name }) => name === 'year') ? [] : findYear(item, names.length, journal.start);
  const found = [authors, ...title, journal, ...numbers, ...year].sort((a, b) => a.start - b.start);
  const overlap = found.some((part, at) => at > 0 && part.start < found[at - 1]!.end);
  if (overlap || !found.some(({ name }) => name === 'year')) return undefined;
  const parts = found.map(({ name, start, open, close }, at) => ({
    ...{ name, open, close },
    before: item.slice(found[at - 1]?.end ?? 0, start).replace(MONTH, ''),
  }));
  if (!parts.every(({ before }) => parts[0]!.before === before || isGlue(before))) return undefined;
  const pages = numbers.find(({ name }) => name === 'pages');
  const shown = item.slice(journal.start + journal.open.length, journal.end - journal.close.length);
  return {
    parts,
    end: item.slice(found.at(-1)!.end).replace(/[\s\S]*?(?=[.;]?\s*$)/, ''),
    names: names.form,
    journals: formOf(shown, journals.named(shown)) ?? 'abbreviated',
    dash: pages && /\d\s?(--?|–)\s?\w/.exec(item.slice(pages.start, pages.end))?.[1],
  };
}

/** True for what any item may have between two parts: signs and their labels, but nothing of the work itself. */
const isGlue = (between: string): boolean =>
  (between.replace(/\\[A-Za-z]+/g, '').match(/\d|\p{L}+/gu) ?? []).every((word) => LABEL.test(word));

/** `Jan. 2020`: only of some works the month is known. */
const MONTH = /(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?[\s~]/u;

const LABEL = /^(?:vol|volume|Bd|Jg|no|nr|number|issue|iss|pp?|pages?|S|art|article|in)$/i;

const WORD = String.raw`(?:\p{Lu}[\p{L}.-]*|of|the|and|&|\\&|in|for)`;
const PLAIN_JOURNAL = new RegExp(
  String.raw`(?<=[.,:;”"’'] |'' )${WORD}(?:[ ~]${WORD})*(?=,?[ ~]\(?(?:\\textbf\{|\{\\bf |\*\*|vol\. ?)?\d)`,
  'gu',
);
const SET_JOURNAL =
  /(\\(?:emph|textit|textsl)\{|\{\\(?:it|em|sl)\s|(?<!\*)\*(?!\*)|_)([^{}*_\n]*\p{L}{2}[^{}*_\n]{0,90})(\}|\*|_)/gu;

function findJournal(item: string, from: number, journals: Journals): Found | undefined {
  const set = [...item.matchAll(SET_JOURNAL)].filter(({ index }) => index >= from).at(-1);
  if (set) {
    const [whole, open = '', , close = ''] = set;
    return { name: 'journal', start: set.index, end: set.index + whole.length, open, close };
  }
  const plain = [...item.matchAll(PLAIN_JOURNAL)].filter(({ index }) => index >= from);
  const best = plain.find(([text]) => journals.named(text)) ?? plain.at(-1);
  if (!best) return undefined;
  const [text] = best;
  const isDotless = /^[^.]*\.$/.test(text) && ![undefined, text].includes(journals.named(text)?.abbreviation);
  // The full stop after `J Power Sources.` does not belong to it.
  const name = isDotless ? text.slice(0, -1) : text;
  return { name: 'journal', start: best.index, end: best.index + name.length, open: '', close: '' };
}

const NUMBER =
  /(\\text(?:bf|it)\{|\\emph\{|\{\\(?:bf|it)\s|\*{1,2}|_|\()?([A-Za-z]?\d+(?:\s?(?:--?|–)\s?[A-Za-z]?\d+)?)(\}|\*{1,2}|_|\))?/g;

/** Year, volume, issue and pages after the journal, in the order in which they come. */
function findNumbers(item: string, from: number): Found[] {
  const found: Found[] = [];
  const rest = item
    .slice(from)
    .replace(/\b(?:doi|https?):\S*|\b10\.\d{4,}\/\S+|\\(?:href|url)\{[^}]*\}/gi, (text) => ' '.repeat(text.length));
  for (const match of rest.matchAll(NUMBER)) {
    const [whole, open = '', text = '', close = ''] = match;
    const laterYear = /(?<!\d)(?:19|20)\d\d(?!\d)/.test(rest.slice(match.index + whole.length));
    const label = /(\p{L}+)\.?(?:[\s~]|\\,)*$/u.exec(rest.slice(Math.max(0, match.index - 15), match.index))?.[1] ?? '';
    const name = labelled(label, found) ?? numberName(text, open, found, laterYear);
    if (!name) continue;
    const start = from + match.index;
    const isSet = open !== '' && close !== '';
    const shift = open !== '' && !isSet ? open.length : 0;
    const end = start + whole.length - (close !== '' && !isSet ? close.length : 0);
    found.push({ name, start: start + shift, end, open: isSet ? open : '', close: isSet ? close : '' });
  }
  return found;
}

/** `vol. 3`, `no. 4`, `pp. 5–6` */
function labelled(label: string, found: readonly Found[]): PartName | undefined {
  const [name] = NAMED.find(([, words]) => words.test(label)) ?? [];
  return found.some((part) => part.name === name) ? undefined : name;
}

const NAMED: readonly (readonly [PartName, RegExp])[] = [
  ['volume', /^(?:vol|volume|Bd)$/i],
  ['issue', /^(?:no|nr|number|issue|iss)$/i],
  ['pages', /^(?:pp?|pages?|S|art|article)$/i],
];

/** A bold number may be a volume that looks like a year, where a year follows. */
function numberName(text: string, open: string, found: readonly Found[], laterYear: boolean): PartName | undefined {
  const has = (name: PartName) => found.some((part) => part.name === name);
  if (/^(?:19|20)\d\d$/.test(text) && !has('year') && !(laterYear && /bf|\*/.test(open))) return 'year';
  if (!has('volume')) return 'volume';
  if (open === '(' && found.at(-1)?.name === 'volume') return 'issue';
  return has('pages') ? undefined : 'pages';
}

const QUOTED = /(``|“|"|‘)([^`“”"]{4,300}?)(,?''|,?”|,?"|,?’)/;

function findTitle(item: string, from: number, to: number): Found[] {
  const between = item.slice(from, to);
  const quoted = QUOTED.exec(between);
  if (quoted) {
    const [whole, open = '', , close = ''] = quoted;
    const start = from + quoted.index;
    return [{ name: 'title', start, end: start + whole.length, open, close }];
  }
  const plain = /^([\s.,:;]*(?:\((?:19|20)\d\d\w?\)[.,:]?\s*)?)([^\s.,:;(].{2,}?)([\s.,:;]*)$/s.exec(between);
  return plain && !isGlue(plain[2]!)
    ? [{ name: 'title', start: from + plain[1]!.length, end: to - plain[3]!.length, open: '', close: '' }]
    : [];
}

function findYear(item: string, from: number, to: number): Found[] {
  const found = /(\()?((?:19|20)\d\d)(\))?/.exec(item.slice(from, to));
  if (!found) return [];
  const [whole, open = '', , close = ''] = found;
  return [{ name: 'year', start: from + found.index, end: from + found.index + whole.length, open, close }];
}
