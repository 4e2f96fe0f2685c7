import type { Edit } from '../../base/edit';
import { plainShort } from '../../knowledge/spelling';
import type { Abbreviation, Occurrence, Use } from '../../manuscript/abbreviationIndex';
import { plural } from '../../manuscript/definitions/shortForm';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS } from '../../text';
import { neighboursOf } from '../editing/neighbours';
import { withArticle } from '../editing/replacement';
import { isPlain } from '../editing/runningText';
import type { Finding, Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { occurrencesInText } from './occurrences';
import { sharedMeaning, twinOf } from './sameMeaning';

/** One thing under two short forms: LiTFSI and LiTFSA, NMC and NCM, SoC and SOC. Reported where the rarer one begins. */
export const competingShortForms = {
  code: 'abbreviation/competing-short-forms',
  title: 'One thing under two short forms',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The state of charge (SoC) is set. A high «SOC» ages cells, and the SoC falls.',
        fixed: 'The state of charge (SoC) is set. A high SoC ages cells, and the SoC falls.',
      },
    ],
    good: [
      'The state of charge (SoC) is set. A high SoC ages cells.',
      'Of carbon nanotubes (CNTs) we took multi-walled carbon nanotubes (MWCNTs). MWCNTs are CNTs.',
    ],
  },
  *check({ uri }, manuscript) {
    for (const [usual, other, meaning] of competitors(manuscript)) {
      const [place] = occurrencesInText(other);
      const [first] = occurrencesInText(usual);
      if (!place || !first || place.file.uri !== uri) continue;
      yield {
        span: spanOf(place, other),
        message: messageOf(usual, other, meaning),
        related: [{ uri: first.file.uri, span: first.source, message: `“${usual.short}” (${whereIs(first, uri)})` }],
        fixes: useOne(usual, other),
      } satisfies Finding;
    }
  },
} as const satisfies Rule;

const messageOf = ({ short }: Abbreviation, other: Abbreviation, meaning: string | undefined): string =>
  meaning === undefined
    ? `“${other.short}” is written “${short}” elsewhere.`
    : `“${other.short}” and “${short}” both stand for “${meaning}” in this manuscript.`;

/** The short form in a definition, not the whole of it. */
const spanOf = (place: Occurrence, { definitions }: Abbreviation) =>
  definitions.find((d) => d === place)?.definition.source.short ?? place.source;

/** Pairs with one meaning: the one that is defined or used more, the other one, and what both mean. */
function* competitors(manuscript: Manuscript): Generator<[Abbreviation, Abbreviation, string | undefined]> {
  const standing = [...manuscript.abbreviations.all].filter((a) => occurrencesInText(a).length > 0);
  const byMeaning = new Map<string, { usual: Abbreviation; meaning: string }>();
  const ordered = standing.sort((a, b) => weight(b) - weight(a));
  for (const abbreviation of ordered) {
    const shared = sharedMeaning(abbreviation, manuscript);
    const twin = twinOf(abbreviation, manuscript);
    if (twin && weight(twin) >= weight(abbreviation)) yield [twin, abbreviation, undefined];
    else if (shared) {
      const known = shared.keys
        .map((key) => byMeaning.get(key))
        .find((found) => found !== undefined && !areTwoThings(found.usual.short, abbreviation.short));
      if (known) yield [known.usual, abbreviation, known.meaning];
      else for (const key of shared.keys) byMeaning.set(key, { usual: abbreviation, meaning: shared.long });
    }
  }
}

/**
 * `PC` of `PCA`, `PEDOT` of `PEDOT:PSS`, `CNT` of `MWCNT` and `NMC622` beside `NMC811` are other things; neither a dash nor the end of a line
 * after it makes another short form.
 */
function areTwoThings(one: string, other: string): boolean {
  const [a, b] = [one, other].map((short) => plainShort(short).replaceAll('- ', '-'));
  const [grade, otherGrade] = [one, other].map((short) => /\d{2,}$/.exec(short)?.[0]);
  return a!.startsWith(b!) || b!.startsWith(a!) || a!.endsWith(b!) || b!.endsWith(a!) || grade !== otherGrade;
}

/** What is defined outweighs what is only used. */
const weight = (abbreviation: Abbreviation): number =>
  occurrencesInText(abbreviation).length + (abbreviation.definitions.length > 0 ? DEFINED : 0);
const DEFINED = 1e6;

/** Writes the usual one everywhere; undefined where one of the places must stay, as in math, or where the other is defined. */
function useOne({ short }: Abbreviation, other: Abbreviation): Fix[] {
  if (other.definitions.length > 0) return [];
  const edits = occurrencesInText(other).map((use) => rewritten(use as Use, short));
  if (!edits.every((edit) => edit !== undefined)) return [];
  return [{ title: `Use “${short}” throughout`, edits, safe: false }];
}

function rewritten({ file, prose: at, source, plural: isPlural, managed }: Use, short: string): Edit | undefined {
  const { prose, source: typed, format } = file.parsed;
  if (managed || !isPlain(prose, at) || typed.slice(source.start, source.end) !== prose.slice(at)) return undefined;
  const words = isPlural ? plural(short) : short;
  const edit = { uri: file.uri, span: source, newText: FORMATS[format].escape(words) };
  return withArticle({ edit, sure: false }, { file, before: neighboursOf(prose, at).before, words }).edit;
}
