import type { Manuscript } from '../../manuscript/manuscript';
import type { AbbreviationMention, Mention } from '../../manuscript/mention';
import type { Rule } from '../rule';

/** A second short form of one substance, beside one that the manuscript prefers. */
export const oneNotation = {
  code: 'chemistry/one-notation',
  title: 'Two short forms of one substance',
  defaultLevel: 'off',
  examples: {
    bad: [{ text: 'NMC811 is cast. NMC811 ages, and NMC811 cracks. The «NCM811» is calendered.' }],
    good: [
      'NMC811 is cast. NMC811 ages, and NMC622 cracks.',
      'FSI− is weak. FSI− and TFSI− differ, and FSI− is small; FSI- is the same.',
      'The binder Na-CMC is dissolved. Na-CMC and SBR are mixed, and Na-CMC swells; CMC is cellulose.',
    ],
  },
  *check(file, manuscript) {
    const forms = formsBySpecies(manuscript);
    const told = new Set<string>();
    for (const mention of file.mentions) {
      if (!isMaterial(mention, manuscript) || told.has(mention.short)) continue;
      const preferred = forms.get(mention.species)?.preferred;
      if (preferred === undefined || spelling(preferred) === spelling(mention.short)) continue;
      told.add(mention.short);
      yield {
        span: mention.source,
        message: `${mention.short} is called ${preferred} elsewhere in this manuscript.`,
      };
    }
  },
} as const satisfies Rule;

interface Forms {
  /** The form that occurs more than twice as often as all others. */
  readonly preferred?: string;
}

function formsBySpecies(manuscript: Manuscript): ReadonlyMap<string, Forms> {
  const counts = new Map<string, Map<string, number>>();
  for (const mention of manuscript.mentions) {
    if (!isMaterial(mention, manuscript)) continue;
    const { species, short } = mention;
    const of = counts.get(species) ?? new Map<string, number>();
    counts.set(species, of.set(short, (of.get(short) ?? 0) + 1));
  }
  return new Map([...counts].map(([species, of]) => [species, preferredOf(of)]));
}

/** Forms that the manuscript defines itself are its own choice. */
function isMaterial(
  mention: Mention,
  { abbreviations }: Manuscript,
): mention is AbbreviationMention & { readonly species: string } {
  if (mention.kind !== 'abbreviation' || mention.species === undefined) return false;
  return abbreviations.expansion(mention.short) === undefined;
}

function preferredOf(counts: ReadonlyMap<string, number>): Forms {
  if (new Set([...counts.keys()].map(spelling)).size < 2) return {};
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return first![1] > 2 * rest ? { preferred: first![0] } : {};
}

/** Hyphens, colons, signs of a charge, plurals and the counter-ion (`Na-CMC`, `CMC-Na`) make no other form. */
const spelling = (short: string): string =>
  short
    .replace(/^(?:Na|Li|K)[-‐ ](?=\p{Lu}{2})|(?<=\p{Lu}{2})[-‐ ](?:Na|Li|K)$/u, '')
    .replace(/[-‐−–⁻+⁺: ]/g, '')
    .replace(/s$/, '');
