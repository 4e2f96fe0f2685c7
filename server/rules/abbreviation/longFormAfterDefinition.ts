import { flat } from '../../base/script';
import { contains, lowerBound, type Span } from '../../base/span';
import { parseFormula } from '../../chemistry/formula';
import type { Abbreviation, Occurrence } from '../../manuscript/abbreviationIndex';
import { plural } from '../../manuscript/definitions/shortForm';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import { hasOneMeaning } from '../editing/meaning';
import { explains, isInName, neighboursOf, sharesWords, standsAlone, startsSentence } from '../editing/neighbours';
import { withArticle } from '../editing/replacement';
import { isRunningText } from '../editing/runningText';
import { usualArticle } from '../editing/shortenDefinition';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { type LongFormUse, longFormUses } from './longFormUses';
import { DEFINING_SCOPES, definitionsIn, isBefore, usesIn } from './occurrences';

/**
 * The long form again, after its definition in the same scope and with the short form in use. At the start of a sentence, in
 * headings, captions, tables and quotes writers spell out on purpose.
 */
export const longFormAfterDefinition = {
  code: 'abbreviation/long-form-after-definition',
  title: 'Long form again after its definition',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'The solid electrolyte interphase (SEI) grows. Under stress the «solid electrolyte interphase» cracks, and the SEI grows anew.',
        fixed: 'The solid electrolyte interphase (SEI) grows. Under stress the SEI cracks, and the SEI grows anew.',
      },
    ],
    good: [
      'The solid electrolyte interphase (SEI) grows. The SEI cracks.',
      'A solid electrolyte (SE) and a liquid one touch. The SE meets the solid electrolyte interphase there.',
    ],
  },
  *check({ candidates: file }, manuscript) {
    const inDefinition = holding(file.definitions.flatMap((d) => (d.prose ? [d.prose.whole] : [])));
    for (const use of longFormUses(file, manuscript)) {
      const { abbreviation, at } = use;
      if (inDefinition(at) || !mayBeShortened(file, use, manuscript)) continue;
      const place = manuscript.abbreviations.placeOf(file, at)!;
      if (!DEFINING_SCOPES.includes(place.scope)) continue;
      const definition = definitionsIn(abbreviation, place.scope)[0];
      if (!definition || !isBefore(definition, place) || usesIn(abbreviation, place.scope).length === 0) continue;
      const { short } = abbreviation;
      yield {
        span: place.source,
        message: `“${file.parsed.prose.slice(at)}” is defined as “${short}” in ${whereIs(definition, file.uri)}.`,
        related: [{ uri: definition.file.uri, span: definition.source, message: `Definition of “${short}”` }],
        fixes: useShortForm(place, use, manuscript),
      };
    }
  },
} as const satisfies Rule;

function mayBeShortened(file: FileCandidates, { abbreviation, at }: LongFormUse, { catalogue }: Manuscript): boolean {
  const { prose } = file.parsed;
  const block = prose.blockAt(at.start)!;
  if (block.kind === 'caption' || block.kind === 'footnote' || !isRunningText(file, at)) return false;
  const around = neighboursOf(prose, at);
  if (!standsAlone(around) || startsSentence(prose, at.start) || /^ (?:\(|\p{Lu}{2})/u.test(around.after)) return false;
  if (isInName(around, prose.slice(at)) || explains(around, abbreviation.short) || !isClosed(prose.slice(at)))
    return false;
  if (isInstrumentOf(prose.slice(at), abbreviation)) return false;
  // `the Heyd–Scuseria–Ernzerhof hybrid functional (HSE)`
  if (around.after.split(/[.!?](?: |$)/, 1)[0]!.includes(`(${abbreviation.short})`)) return false;
  if (parseFormula(flat(abbreviation.definitions[0]!.definition.long)).ok) return false;
  // `solid electrolyte` of a solid electrolyte interphase is another thing.
  const longer = catalogue.lexicon.nameAt(prose.text, at.start, block.end);
  return !longer || longer.end <= at.end + 1;
}

/** `an X-ray photoelectron spectrometer`, where XPS is defined as the method. */
const isInstrumentOf = (words: string, { definitions }: Abbreviation): boolean =>
  /(?:scope|meter|graph)s?$/i.test(words) &&
  definitions.every((d) => /(?:scopy|metry|graphy|diffraction)$/i.test(d.definition.long));

const isClosed = (text: string): boolean => text.split('(').length === text.split(')').length;

/** Says whether a stretch lies in one of the others. */
function holding(spans: readonly Span[]): (s: Span) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  return (s) => {
    const before = ordered[lowerBound(ordered, (o) => o.start > s.start) - 1];
    return before !== undefined && contains(before, s);
  };
}

function useShortForm({ file, prose: at, source }: Occurrence, use: LongFormUse, manuscript: Manuscript): Fix[] {
  const { prose, source: typed } = file.parsed;
  const written = typed.slice(source.start, source.end).replace(/[\s~]+/g, ' ');
  // A glossary wants its macro there.
  if (written !== prose.slice(at) || isDeclared(use.abbreviation)) return [];
  const { short } = use.abbreviation;
  const newText = use.plural ? plural(short) : short;
  const around = neighboursOf(prose, at);
  const { edit, sure } = withArticle(
    {
      edit: { uri: file.uri, span: source, newText },
      sure: !sharesWords(around) && isUsedSo(use.abbreviation, newText) && hasOneMeaning(use.abbreviation),
    },
    { file, before: around.before, words: newText },
    usualArticle(short, manuscript),
  );
  return [{ title: `Use “${newText}”`, edits: [edit], safe: sure }];
}

const isDeclared = ({ definitions }: Abbreviation): boolean =>
  definitions.some(({ definition }) => definition.form === 'declaration');

/** True for a form that the manuscript has already: the plural of `DFT` may be one that is never written. */
const isUsedSo = ({ short, uses, definitions }: Abbreviation, text: string): boolean =>
  text === short || uses.some((use) => use.plural) || definitions.some((d) => d.definition.shortPlural);
