import type { Edit } from '../../base/edit';
import { lowercaseWords } from '../../base/words';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { longForm } from '../../manuscript/meaning';
import { isTranslated } from '../../manuscript/scope';
import { type LongForm, rewriteLongForm } from '../editing/rewriteLongForm';
import { shortenDefinition } from '../editing/shortenDefinition';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { DEFINING_SCOPES, definitionsIn, isBefore } from './occurrences';
import { areSynonyms, areTranslations, holdsFormula, isInWords, isShortened } from './synonyms';

/** One short form with two long forms that differ in more than case, number, hyphen or spelling. */
export const conflictingExpansions = {
  code: 'abbreviation/conflicting-expansions',
  title: 'One short form with two meanings',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: 'The solid electrolyte interphase (SEI) grows. A «solid electrolyte interface» (SEI) is thin.',
        fixed: 'The solid electrolyte interphase (SEI) grows. An SEI is thin.',
      },
    ],
    good: ['The solid electrolyte interphase (SEI) grows. Solid-electrolyte interphases (SEIs) are thin.'],
  },
  *check(file, manuscript) {
    const { abbreviations } = manuscript;
    for (const { short, definitions } of abbreviations.all) {
      const [first, ...others] = abbreviations.differentAmong(besideLists(definitions)).filter(isInWords);
      for (const other of others) {
        if (other.file.uri !== file.uri || areSynonyms(first!, other, manuscript)) continue;
        if (areTranslations(first!, other)) continue;
        if (areCutDifferently(first!.definition.long, other.definition.long)) continue;
        if (isShortened(first!, other)) continue;
        const { uri } = first!.file;
        const { long } = first!.definition;
        yield {
          span: other.definition.source.long,
          message: `“${short}” stands for “${other.definition.long}” here and for “${long}” in ${whereIs(first!, file.uri)}.`,
          related: [{ uri, span: first!.definition.source.long, message: `“${short}” as “${long}”` }],
          fixes: fixes(first!, other, manuscript),
        };
      }
    }
  },
} as const satisfies Rule;

/** A row of the list that says something else than the text is a matter of the list; an abstract in another language says it there. */
function besideLists(definitions: readonly PlacedDefinition[]): readonly PlacedDefinition[] {
  const inOneLanguage = definitions.filter(({ scope }) => !isTranslated(scope));
  const others = inOneLanguage.filter(({ definition }) => definition.form !== 'list');
  return others.length > 0 ? others : inOneLanguage;
}

/** Two Chinese terms that share a word: where a term begins is guessed, as nothing sets it apart (`管末端液接部`, `使末端`). */
function areCutDifferently(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const word = /\p{Script=Han}{2}$/u.exec(short)?.[0];
  return word !== undefined && long.includes(word);
}

/** Of two spellings of one thing, the other may be meant; two things are the author's to tell apart. */
function fixes(first: PlacedDefinition, other: PlacedDefinition, manuscript: Manuscript): Fix[] {
  const { definition } = first;
  if (!areVariants(definition.long, other.definition.long) || holdsFormula(first)) return [];
  const own = { text: definition.long, plural: definition.shortPlural };
  const known = manuscript.catalogue.entriesForShort(definition.short).map(longForm);
  const better = known.filter((long) => ![first, other].some((d) => sameWords(d.definition.long, long)));
  return [
    ...useFirst(first, other, own, manuscript),
    ...better
      .filter((long) => [first, other].every((d) => areVariants(d.definition.long, long)))
      .slice(0, MOST_OFFERED)
      .flatMap((long) => useInBoth(first, other, { text: long, plural: false }, manuscript)),
  ];
}

const MOST_OFFERED = 2;

const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** More than half of their words are the same: `solid electrolyte interface` and `… interphase`. */
function areVariants(a: string, b: string): boolean {
  const words = lowercaseWords(a);
  const others = lowercaseWords(b);
  const shared = words.filter((word) => others.includes(word)).length;
  return 2 * shared > Math.max(words.length, others.length);
}

function useFirst(first: PlacedDefinition, other: PlacedDefinition, long: LongForm, manuscript: Manuscript): Fix[] {
  const same = samePlaces(other, manuscript);
  const edits = same.map((place, i) => settle(place, long, same.slice(i + 1), manuscript));
  if (!edits.every((edit) => edit !== undefined)) return [];
  const { short } = first.definition;
  const uri = other.file.uri;
  const shortened = isDefinedAround(other, same, manuscript) === 'before';
  const title = shortened ? `Use “${short}” as defined in ${whereIs(first, uri)}` : `Use “${long.text}” here`;
  return [{ title, edits, safe: false }];
}

/** Only where the short form is defined nowhere else: what agrees with the first would differ from it then. */
function useInBoth(first: PlacedDefinition, other: PlacedDefinition, long: LongForm, manuscript: Manuscript): Fix[] {
  if (manuscript.abbreviations.of(first.definition.short)!.definitions.length > 2) return [];
  const here = settle(other, long, [], manuscript);
  const there = rewriteLongForm(first, long);
  if (!here || !there) return [];
  const { short } = first.definition;
  const uri = other.file.uri;
  const shortened = isDefinedAround(other, [other], manuscript) === 'before';
  const where = shortened ? `in ${whereIs(first, uri)}, and “${short}” here` : 'in both places';
  return [{ title: `Use “${long.text}” ${where}`, edits: [there, here], safe: false }];
}

/** All that say the same as `other`: to change one alone would leave the rest in conflict. */
const samePlaces = (other: PlacedDefinition, { abbreviations }: Manuscript): readonly PlacedDefinition[] =>
  abbreviations.of(other.definition.short)!.definitions.filter((d) => abbreviations.isSameExpansion(d, other));

/** The short form alone where it is defined before in the same scope, else the long form, if that is not repeated later. */
function settle(
  place: PlacedDefinition,
  long: LongForm,
  alsoChanged: readonly PlacedDefinition[],
  manuscript: Manuscript,
): Edit | undefined {
  switch (isDefinedAround(place, alsoChanged, manuscript)) {
    case 'before':
      return shortenDefinition(place, manuscript)?.edit;
    case 'after':
      return undefined;
    default:
      return rewriteLongForm(place, long);
  }
}

/** Whether the text of the same scope has another definition, apart from those that change as well. */
function isDefinedAround(
  place: PlacedDefinition,
  alsoChanged: readonly PlacedDefinition[],
  { abbreviations }: Manuscript,
): 'before' | 'after' | undefined {
  if (!DEFINING_SCOPES.includes(place.scope)) return undefined;
  const inScope = definitionsIn(abbreviations.of(place.definition.short)!, place.scope);
  if (!inScope.includes(place)) return undefined;
  const others = inScope.filter((d) => d !== place && !alsoChanged.includes(d));
  if (others.some((d) => isBefore(d, place))) return 'before';
  return others.length > 0 ? 'after' : undefined;
}
