import { bareDoi } from '../doi';
import { normalise, wordsOf } from '../normalise';

/** What was typed to find a reference. Words are normalised: lower case, without accents. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** Runs of words that were put in quotation marks: they must occur so in the title. */
  readonly phrases: readonly (readonly string[])[];
  /** Each of them must hold: `2019` is one year, `'20` one of any century. */
  readonly years: readonly TypedYear[];
  /** Bare and in lower case; the last may be the beginning of one. */
  readonly dois: readonly string[];
  /** What `&` and “et al.” say of the number of authors. */
  readonly authors: 'two' | 'more' | undefined;
  /** Not all of its words are names, although all may be: `kamakoti science 2005`. */
  readonly hasTopics?: boolean;
}

export interface QueryWord {
  readonly text: string;
  /** Something was typed after it, so that it is not the beginning of a longer one. */
  readonly finished: boolean;
  /** It is before “et al.”: the name of an author. */
  readonly isName: boolean;
}

export interface TypedYear {
  readonly value: number;
  /** Only the last two digits were typed. */
  readonly isShort: boolean;
}

/** More words are not looked at. */
const MAX_WORDS = 12;

/** `Carter et al. (2019)`, `Ohzuku & Makimura 2001`, `marquis '20`, `"voltage windows" jes`, `doi:10.1149/1.2128859`. */
export function parseQuery(typed: string): Query {
  const dois: string[] = [];
  const phrases: string[][] = [];
  const years: TypedYear[] = [];
  const rest = typed
    .normalize('NFC')
    .replace(DOI, (found, doi: string) => {
      const bare = bareDoi(`https://doi.org/${doi.includes('(') ? doi : doi.replace(/\)+$/, '')}`);
      if (bare === undefined) return found;
      dois.push(bare.toLowerCase());
      return ' ';
    })
    .replace(QUOTED, (_, ...groups: (string | undefined)[]) => {
      const words = wordsOf(normalise(groups.slice(0, 4).find((group) => group !== undefined) ?? ''));
      if (words.length > 0) phrases.push(words);
      return ' ';
    })
    .replace(YEAR, (_, long: string | undefined, short: string | undefined) => {
      years.push({ value: Number(long ?? short), isShort: long === undefined });
      return ' ';
    });
  const more = ET_AL.test(rest);
  const two = !more && AMPERSAND.test(rest);
  return { dois, phrases, years, words: queryWords(rest, typed), authors: more ? 'more' : two ? 'two' : undefined };
}

export const isEmpty = ({ words, phrases, years, dois }: Query): boolean =>
  words.length + phrases.length + years.length + dois.length === 0;

/** The same query with its years as plain words, for titles, volumes and pages that hold such numbers. */
export function yearsAsWords(query: Query): Query {
  const words = query.years.map(({ value }): QueryWord => ({ text: String(value), finished: true, isName: false }));
  return { ...query, years: [], words: [...query.words, ...words] };
}

/**
 * What was typed, with the keys in it taken apart: `Peled1979`, `xuElectrolytesInterphases2014`, `marquis2019asymptotic`;
 * undefined where it has none.
 */
export function keysAsWords(typed: string): string | undefined {
  const apart = typed.replace(KEY, (_, name: string, year: string, rest: string) => {
    const words = rest.length > 1 ? rest : '';
    return `${name} ${words} ${year} `.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  });
  return apart === typed ? undefined : apart;
}

/** Groups: name, year, what follows: a letter or words of the title. */
const KEY = /(?<![\p{L}\p{N}/.])(\p{L}{2,})((?:1[6-9]|20)\d\d)(\p{L}*)(?![\p{L}\p{N}])/gu;

/** The same query with its phrases as plain words. */
export function phrasesAsWords(query: Query): Query {
  const words = query.phrases.flat().map((text): QueryWord => ({ text, finished: true, isName: false }));
  return { ...query, phrases: [], words: [...query.words, ...words] };
}

function queryWords(rest: string, typed: string): QueryWord[] {
  const parts = rest.split(ET_AL);
  const words = parts.flatMap((part, at) => {
    const inPart = wordsOf(normalise(part.replace(POSSESSIVE, '')));
    return inPart.map((text, i) => ({ text, isName: at < parts.length - 1 && i === inPart.length - 1 }));
  });
  const wanted = words.filter(({ text }) => !LITTLE.has(text));
  const kept = (wanted.length > 0 ? wanted : words).slice(0, MAX_WORDS);
  const open = wordsOf(normalise(/[\p{L}\p{N}]+$/u.exec(typed)?.[0] ?? ''))[0];
  return kept.map((word, at) => ({ ...word, finished: at < kept.length - 1 || word.text !== open }));
}

/** Group 1 is a DOI, or its beginning; before it whatever leads to it: `doi:`, a resolver, the page of a publisher. */
const DOI = /(?:doi:?\s{1,3})?[^\s"“]{0,200}?\b(10\.\d{4,9}(?:\/|%2f)[^\s"”]*)/gi;
const QUOTED = /"([^"]*)"?|“([^”]*)”?|„([^“”]*)[“”]?|«([^»]*)»?/g;
/** Group 1: `2019`, also `2019a`; group 2: the digits of `'20`. */
const YEAR = /(?<![\p{L}\p{N}.])(?:((?:1[6-9]|20)\d\d)[a-z]?|['’‘](\d\d))(?![\p{L}\p{N}]|\.\d)/gu;
const ET_AL = /\bet\.?\s+al\b\.?|\bu\.\s*a\.|\band\s+(?:others|co-?workers)\b/iu;
const AMPERSAND = /&|\p{L}\s+(?:and|und)\s+\p{L}/u;
const POSSESSIVE = /['’]s\b/g;

/** Words that say nothing of a work. */
const LITTLE: ReadonlySet<string> = new Set('a an and at by for from in its of on or the to with und'.split(' '));
