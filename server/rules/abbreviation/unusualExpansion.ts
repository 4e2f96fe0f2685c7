import { lowercaseWords } from '../../base/words';
import type { CatalogueEntry } from '../../knowledge/catalogue';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { sameExpansion } from '../../manuscript/definitions/expansion';
import type { Manuscript } from '../../manuscript/manuscript';
import { longForm } from '../../manuscript/meaning';
import { isEnglish } from '../editing/english';
import { rewriteLongForm } from '../editing/rewriteLongForm';
import type { Fix, Rule } from '../rule';

/** A long form that is almost what the catalogue knows under the short form: `ethyl carbonate (EC)`. */
export const unusualExpansion = {
  code: 'abbreviation/unusual-expansion',
  title: 'Long form that is almost the usual one',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The salt was dissolved in «ethyl carbonate» (EC). The EC was dry.',
        fixed: 'The salt was dissolved in ethylene carbonate (EC). The EC was dry.',
      },
    ],
    good: [
      'The salt was dissolved in ethylene carbonate (EC). The EC was dry.',
      'The polycarbonate (PC) window is clear; PC is tough.',
      'In the bipolar (BP) stack each BP plate is thin; polyaniline (PAN) conducts, and PAN is green.',
      'Das Lithium-Zirkonium-Phosphat (LZP) wird mit dem Salz gemischt; LZP ist fest.',
    ],
  },
  *check({ uri, parsed }, manuscript) {
    // The catalogue has the names in English.
    if (!isEnglish(parsed.prose)) return;
    for (const { short } of manuscript.abbreviations.all) {
      for (const placed of manuscript.abbreviations.expansions(short)) {
        if (placed.file.uri !== uri) continue;
        const usual = usualLongForm(placed, manuscript);
        if (usual === undefined) continue;
        yield {
          span: placed.definition.source.long,
          message: `“${short}” usually stands for “${usual}”, not for “${placed.definition.long}”.`,
          fixes: rewrite(placed, usual, manuscript),
        };
      }
    }
  },
} as const satisfies Rule;

/** What the catalogue knows, where the manuscript's words differ from it by part of a word and name nothing else. */
function usualLongForm(
  { definition: { short, long } }: PlacedDefinition,
  { catalogue }: Manuscript,
): string | undefined {
  const entries = catalogue.entriesForShort(short);
  const named = catalogue.entriesNamed(long).filter((entry) => !isDeprecated(entry));
  if (named.length > 0 || entries.some((entry) => namesOf(entry).some((name) => sameExpansion(name, long))))
    return undefined;
  return entries.map(longForm).find((usual) => isSlip(long, usual));
}

const isDeprecated = (entry: CatalogueEntry): boolean => entry.name.kind === 'deprecated';

const namesOf = (entry: CatalogueEntry): readonly string[] =>
  entry.kind === 'term'
    ? [entry.term.long, ...(entry.term.variants ?? [])]
    : entry.species.names.filter(({ kind }) => kind !== 'deprecated').map(({ text }) => text);

/** One word is another that begins alike, all others are the same, the last one too. */
function isSlip(long: string, usual: string): boolean {
  const words = lowercaseWords(long);
  const others = lowercaseWords(usual);
  if (words.length !== others.length) return false;
  const different = words.flatMap((word, i) => (sameExpansion(word, others[i]!) ? [] : [[word, others[i]!] as const]));
  const [one, more] = different;
  if (one === undefined || more !== undefined) return false;
  const shared = sharedBeginning(...one);
  return shared >= ENOUGH && 2 * shared >= Math.min(...one.map((word) => word.length));
}

/** `eth` of ethyl and ethylene, half of the shorter word: `bipolar` is not a slip for `biphenyl`. */
const ENOUGH = 3;

function sharedBeginning(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** Wherever the same is said: to change one place alone would leave the rest in conflict. */
function rewrite(placed: PlacedDefinition, usual: string, { abbreviations }: Manuscript): Fix[] {
  const same = abbreviations
    .of(placed.definition.short)!
    .definitions.filter((d) => abbreviations.isSameExpansion(d, placed));
  const edits = same.map((place) => rewriteLongForm(place, { text: usual, plural: false }));
  return edits.every((edit) => edit !== undefined) ? [{ title: `Write “${usual}”`, edits, safe: false }] : [];
}
