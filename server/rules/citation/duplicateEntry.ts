import { fieldOf } from '../../bibliography/bibtex/fields';
import { normaliseDoi } from '../../bibliography/doi';
import { sameWork } from '../../bibliography/identity';
import type { Journals } from '../../bibliography/journals';
import { normalise, wordsOf } from '../../bibliography/normalise';
import { isPreprint } from '../../bibliography/preprint';
import type { Entry, Reference } from '../../bibliography/reference';
import { foldTitle } from '../../bibliography/title';
import type { BibliographyRule } from '../rule';
import { mergeInto } from './editing/merge';

/** One work under two keys: it gets two numbers in print. */
export const duplicateEntry = {
  code: 'citation/duplicate-entry',
  title: 'Work that two entries describe',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: '@article{ahn2020, author={Ahn, Ann}, title={A film that grows on lithium}, year={2020}}\n\n@article{«Ahn20», author={Ahn, A.}, title={A Film that Grows on Lithium}, year={2020}}\n',
        fixed: '@article{ahn2020, author={Ahn, Ann}, title={A film that grows on lithium}, year={2020}}\n',
      },
    ],
    good: [
      '@article{ahn2020, author={Ahn, Ann}, title={Films that grow}, doi={10/abcd}, year={2020}}\n\n@article{ahn2021, author={Ahn, Ann}, title={Films that grow on foil}, doi={10/efgh}, year={2021}}\n',
      '@article{ahn2020, author={Ahn, Ann}, title={A film that grows}, journal={J. Films}, volume={5}, pages={1--9}, year={2020}}\n\n@article{beck2020, author={Beck, Bo}, title={Cells without it}, journal={J. Films}, volume={5}, pages={1--9}, year={2020}}\n',
      '@article{ahn2020, author={Ahn, Ann}, title={Films of waste}, doi={10.1000/1}, year={2020}}\n\n@article{beck2020, author={Beck, Bo}, title={Films of waste by glycol}, doi={10.1000/1}, year={2020}}\n',
      '@article{ahn2020a, author={Ahn, Ann}, title={A film that grows. Part 1}, year={2020}}\n\n@article{ahn2020b, author={Ahn, Ann}, title={A film that grows. Part 2}, year={2020}}\n',
    ],
  },
  *checkBibliography(bibliography, { manuscripts, catalogue }) {
    const { uri, file } = bibliography;
    const seen = new Map<string, Entry[]>();
    for (const entry of file.entries) {
      if (isPart(entry)) continue;
      const marks = marksOf(entry.reference, catalogue.journals);
      const others = new Set(marks.flatMap((mark) => seen.get(mark) ?? []));
      const first = [...others].find((other) => isSame(other, entry, catalogue.journals));
      if (first) {
        const edits = mergeInto(first, entry, bibliography, manuscripts);
        const { key } = first.reference;
        yield {
          span: entry.keySpan,
          message: `“${entry.reference.key}” and “${key}” are the same work.`,
          related: [{ uri, span: first.keySpan, message: 'The first entry of this work' }],
          fixes: edits ? [{ title: `Cite “${key}” everywhere and remove this entry`, edits, safe: false }] : [],
        };
      } else for (const mark of marks) seen.set(mark, [...(seen.get(mark) ?? []), entry]);
    }
  },
} as const satisfies BibliographyRule;

/** A chapter or an erratum shares a DOI or a title with what it belongs to. */
const isPart = (entry: Entry): boolean =>
  fieldOf(entry, 'crossref', 'xdata', 'chapter') !== undefined ||
  /^(?:erratum|correction|corrigendum|retraction)\b|\b(?:erratum|corrigendum)$/i.test(entry.reference.title ?? '');

/** What two entries of one work have in common in some way, so that not all are compared with all. */
function marksOf(reference: Reference, journals: Journals): string[] {
  const { doi, title, container, volume, pages, year } = reference;
  const [page] = /[a-z]*\d+/i.exec(pages ?? '') ?? [];
  const ofDoi = doi === undefined ? [] : [`doi ${doiOf(doi)}`];
  if (reference.authors.length === 0 || year === undefined) return ofDoi;
  const name = title === undefined ? undefined : `title ${foldTitle(title).slice(0, 30)}`;
  return [
    ...ofDoi,
    // A paper may appear a year before its volume.
    ...(name === undefined ? [] : [`${name} ${year}`, `${name} ${year + 1}`]),
    ...(container && volume && page ? [`place ${journals.idOf(container)} ${volume} ${page}`] : []),
  ];
}

/** Aliases (`10/gjqg6k`) are compared as they are. */
const doiOf = (doi: string): string => normaliseDoi(doi) ?? doi.toLowerCase();

/** Works of the same name that tell too little to be one: reports, manuals, pages of one project. */
function isSame(a: Entry, b: Entry, journals: Journals): boolean {
  if (a.reference.key === b.reference.key || isPreprint(a) !== isPreprint(b)) return false;
  const [one, other] = [a.reference, b.reference];
  if (one.doi && other.doi) return doiOf(one.doi) === doiOf(other.doi) && agree(one, other);
  if (one.authors.length === 0 || other.authors.length === 0 || one.year === undefined || other.year === undefined)
    return false;
  return (
    one.type === other.type && differInNothing(one, other) && titlesAgree(one, other) && sameWork(one, other, journals)
  );
}

/** A DOI copied into another entry does not make it the same work. */
const agree = (a: Reference, b: Reference): boolean =>
  titlesAgree(a, b) && (firstAuthorsAgree(a, b) || sameTitle(a, b));

/** Nor does a page: journals without issues begin all articles at page 1. */
const titlesAgree = (a: Reference, b: Reference): boolean =>
  !a.title || !b.title || shareWords(foldTitle(a.title), foldTitle(b.title));

const sameTitle = (a: Reference, b: Reference): boolean =>
  a.title !== undefined && b.title !== undefined && foldTitle(a.title) === foldTitle(b.title);

/** One name in common; family and given names may have changed places. */
function firstAuthorsAgree({ authors: [a] }: Reference, { authors: [b] }: Reference): boolean {
  if (!a || !b) return true;
  const names = new Set(wordsOf(normalise(`${a.family} ${a.given ?? ''}`)));
  return wordsOf(normalise(`${b.family} ${b.given ?? ''}`)).some((name) => name.length > 1 && names.has(name));
}

const shareWords = (a: string, b: string): boolean =>
  a.slice(0, 12) === b.slice(0, 12) || a.includes(b) || b.includes(a);

/** Two web pages differ by their address, two volumes by their number, two editions by their year. */
const differInNothing = (a: Reference, b: Reference): boolean =>
  (['volume', 'url', 'publisher'] as const).every(
    (name) => a.type === 'article-journal' || a[name] === undefined || b[name] === undefined || a[name] === b[name],
  ) &&
  (a.type === 'article-journal' || a.year === b.year);
