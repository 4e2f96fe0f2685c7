import { normaliseDoi } from './doi';
import type { Journals } from './journals';
import { normalise, wordsOf } from './normalise';
import type { BibliographyFile, Entry, Reference } from './reference';
import { foldTitle, mainTitle, subtitle } from './title';

/**
 * The entry of this work in a file: same DOI, else same title, first author and year, else same journal, volume and first page; of
 * works of which less is known, the same authors and year or the same address.
 * A title may be spelled the British or the American way, lack its subtitle, and be a year off: papers appear before their volume.
 */
export function existingEntry(file: BibliographyFile, wanted: Reference, journals: Journals): Entry | undefined {
  for (const same of SIGNS) {
    const found = file.entries.find(
      ({ reference }) => same(reference, wanted, journals) && !contradicts(reference, wanted, journals),
    );
    if (found) return found;
  }
  return undefined;
}

export const sameWork = (a: Reference, b: Reference, journals: Journals): boolean =>
  SIGNS.some((same) => same(a, b, journals)) && !contradicts(a, b, journals);

const doiOf = ({ doi }: Reference): string | undefined => doi && (normaliseDoi(doi) ?? doi.toLowerCase());

const sameDoi = (a: Reference, b: Reference): boolean => doiOf(a) !== undefined && doiOf(a) === doiOf(b);

/** Shorter titles are those of many works. */
const WORDS_OF_A_MAIN_TITLE = 4;

function sameTitle(a: Reference, b: Reference): boolean {
  if (!a.title || !b.title || !yearsAgree(a, b)) return false;
  const [one, other] = [foldTitle(a.title), foldTitle(b.title)];
  if (one === other) return one !== '' && authorsAgree(a, b, true);
  return authorsAgree(a, b, false) && (lacksSubtitle(a.title, b.title) || lacksSubtitle(b.title, a.title));
}

/** Parts of a series and answers have a subtitle that tells them apart. */
function lacksSubtitle(short: string, long: string): boolean {
  const main = mainTitle(long);
  return (
    main !== undefined &&
    wordsOf(main).length >= WORDS_OF_A_MAIN_TITLE &&
    foldTitle(main) === foldTitle(short) &&
    !/^(?:part|pt|reply|comment|response|erratum|correction|[ivx]+|\d+)\b/i.test(subtitle(long))
  );
}

const yearsAgree = ({ year: a }: Reference, { year: b }: Reference): boolean =>
  a === undefined || b === undefined || Math.abs(a - b) <= 1;

/** One name of the first author in common, without regard to particles. */
function authorsAgree({ authors: [a] }: Reference, { authors: [b] }: Reference, whereUnknown: boolean): boolean {
  if (!a || !b) return whereUnknown;
  const names = new Set(wordsOf(normalise(`${a.family} ${a.given ?? ''}`)).filter((name) => name.length > 1));
  return wordsOf(normalise(b.family)).some((name) => names.has(name));
}

/** The same page of the same volume; where a volume is not known, of the same author and year. */
function samePlace(a: Reference, b: Reference, journals: Journals): boolean {
  const [one, other] = [firstPage(a), firstPage(b)];
  if (one === undefined || one !== other || !sameJournal(a, b, journals)) return false;
  const [inOne, inOther] = [volumeOf(a), volumeOf(b)];
  if (inOne !== undefined && inOther !== undefined) return inOne === inOther;
  return a.year === b.year && authorsAgree(a, b, false);
}

/** Of works of which little is known: no title, or no page. */
const sameVolume = (a: Reference, b: Reference, journals: Journals): boolean =>
  (!a.title || !b.title) &&
  (!a.pages || !b.pages) &&
  (a.volume !== undefined || (!a.title && !b.title)) &&
  a.year === b.year &&
  volumeOf(a) === volumeOf(b) &&
  authorsAgree(a, b, false) &&
  sameJournal(a, b, journals);

/** Of works of which nothing is known but their authors and year. */
const sameAuthors = (a: Reference, b: Reference): boolean =>
  [a, b].every(({ title, container, authors }) => !title && !container && authors.length > 0) &&
  a.year !== undefined &&
  a.year === b.year &&
  a.authors.map(({ family }) => normalise(family)).join() === b.authors.map(({ family }) => normalise(family)).join();

/** The same page on the web, of which one says no title: two works of one site have titles of their own. */
const sameAddress = (a: Reference, b: Reference): boolean =>
  (!a.title || !b.title) && addressOf(a) !== undefined && addressOf(a) === addressOf(b);

const addressOf = ({ url }: Reference): string | undefined => url?.replace(/^https?:\/\/(?:www\.)?|[/#]+$/g, '');

/** What tells that two references are of one work, the surest first. */
const SIGNS: readonly ((a: Reference, b: Reference, journals: Journals) => boolean)[] = [
  sameDoi,
  sameTitle,
  samePlace,
  sameVolume,
  sameAuthors,
  sameAddress,
];

const sameJournal = ({ container: a }: Reference, { container: b }: Reference, journals: Journals): boolean =>
  a !== undefined && b !== undefined && journals.same(a, b);

const firstPage = ({ pages }: Reference): string | undefined => /[a-z]*\d+/i.exec(pages ?? '')?.[0].toLowerCase();
const volumeOf = ({ volume }: Reference): string | undefined => /\w+/.exec(volume ?? '')?.[0];

/** Two DOIs are two works, whatever else is the same, and so are two places in a journal, and a thesis and what was made of it. */
function contradicts(a: Reference, b: Reference, journals: Journals): boolean {
  const [one, other] = [doiOf(a), doiOf(b)];
  if (one !== undefined && other !== undefined) return one !== other;
  if ((a.type === 'thesis') !== (b.type === 'thesis')) return true;
  if (!sameJournal(a, b, journals)) return false;
  return differ(volumeOf(a), volumeOf(b)) || differ(firstPage(a)?.replace(/\D/g, ''), firstPage(b)?.replace(/\D/g, ''));
}

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/**
 * Lists without the works that an earlier list has: the same DOI, or, of works without one, the same title, author and year. What
 * the first list holds twice stays. In one pass, for lists of any length; `sameWork` sees more.
 */
export function distinctBy<T>(lists: readonly (readonly T[])[], referenceOf: (of: T) => Reference): readonly T[][] {
  const known = new Set<string>();
  return lists.map((list) => {
    const fresh = list.filter((one) => !signsOf(referenceOf(one)).some((sign) => known.has(sign)));
    for (const one of fresh) for (const sign of signsOf(referenceOf(one))) known.add(sign);
    return fresh;
  });
}

export const distinctWorks = (lists: readonly (readonly Reference[])[]): readonly Reference[][] =>
  distinctBy(lists, (reference) => reference);

function signsOf(reference: Reference): readonly string[] {
  const { title, authors, year } = reference;
  const doi = doiOf(reference);
  if (doi !== undefined) return [doi];
  if (title === undefined || year === undefined || authors.length === 0) return [];
  return [JSON.stringify([normalise(title), normalise(authors[0]!.family), year])];
}
