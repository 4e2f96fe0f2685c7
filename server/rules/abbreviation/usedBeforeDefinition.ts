import type { Abbreviation, PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { type BareDefinition, bareDefinition } from '../editing/bareDefinition';
import { defineAt } from '../editing/defineAt';
import { isEnglish } from '../editing/english';
import { followsSymbol, neighboursOf, startsSentence } from '../editing/neighbours';
import { isInLabel } from '../editing/runningText';
import { withoutLongForm } from '../editing/shortenDefinition';
import { type Spelling, uncapitalised } from '../editing/spelling';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { isAccepted } from './accepted';
import { isIntroduced } from './introduced';
import { DEFINING_SCOPES, definitionsIn, isBefore, isReadAsShortForm, usesIn } from './occurrences';

/** The first use in a scope comes before the definition in it. Titles, headings and captions do not count as uses; a definition in a heading before the use is one. */
export const usedBeforeDefinition = {
  code: 'abbreviation/used-before-definition',
  title: 'Short form used before it is defined',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: 'The «SEI» grows. A solid electrolyte interphase (SEI) is thin.',
        fixed: 'The solid electrolyte interphase (SEI) grows. An SEI is thin.',
      },
    ],
    good: [
      '# The SEI of lithium\n\nThe solid electrolyte interphase (SEI) grows.',
      '# Bond valence site energy (BVSE)\n\nThe BVSE was computed. Paths follow from the bond valence site energy (BVSE).',
    ],
  },
  *check(file, manuscript, options) {
    const { abbreviations } = manuscript;
    for (const abbreviation of abbreviations.all) {
      for (const scope of DEFINING_SCOPES) {
        const definition = definitionsIn(abbreviation, scope)[0];
        const use = usesIn(abbreviation, scope).find(
          (use) =>
            !followsSymbol(neighboursOf(use.file.parsed.prose, use.prose)) &&
            (use.managed || isReadAsShortForm(use, abbreviation.short, [scope], manuscript)),
        );
        if (!definition || !use || use.managed || !isBefore(use, definition)) continue;
        if (use.file.uri !== file.uri || isGlossed(use) || isTermOf(use, definition)) continue;
        if (isAccepted(abbreviation.short, manuscript, options, definition.definition.long)) continue;
        if (isSaidInHeading(abbreviation, use)) continue;
        const { uri } = definition.file;
        yield {
          span: use.source,
          message: `“${abbreviation.short}” is used here before it is defined (${whereIs(definition, file.uri)}).`,
          related: [{ uri, span: definition.source, message: `Definition of “${abbreviation.short}”` }],
          // A macro that prints both forms at its first use would print them again.
          fixes: isDeclared(abbreviation) ? [] : moveDefinition(use, definition, manuscript),
        };
      }
    }
  },
} as const satisfies Rule;

/** The reader has met the long form: a heading defines too late or too soon, but it is read. */
const isSaidInHeading = ({ definitions }: Abbreviation, use: Use): boolean =>
  definitions.some((d) => (d.scope === 'heading' || d.scope === 'title') && isBefore(d, use));

/** `Kernspinspektroskopie (NMR)`: words of another language explain letters of English, which do not match. */
const isGlossed = ({ file: { parsed }, prose }: Use): boolean =>
  !isEnglish(parsed.prose) && isIntroduced(parsed.prose, prose);

/** In the label of the paragraph that explains it: `GPIO pins: General-purpose input/output (GPIO) pins are …`. */
const isTermOf = ({ file, prose: at }: Use, definition: PlacedDefinition): boolean => {
  const { prose } = file.parsed;
  return (
    file === definition.file &&
    isInLabel(prose, at) &&
    prose.blockAt(at.start) === prose.blockAt(definition.prose.start)
  );
};

const isDeclared = ({ definitions }: Abbreviation): boolean =>
  definitions.some(({ definition }) => definition.form === 'declaration');

/** The definition goes to the first use and leaves the short form in its place. */
function moveDefinition(use: Use, placed: PlacedDefinition, manuscript: Manuscript): Fix[] {
  const bare = bareDefinition(placed, manuscript);
  const shortened = bare && withoutLongForm(bare, manuscript);
  if (!bare || !shortened) return [];
  const { definition, short, longFirst } = bare;
  const long = wordsToMove(bare, manuscript);
  const whole = (words: string) => (longFirst ? `${words} (${short})` : `${short} (${long.text})`);
  const defined = defineAt(use, { long, whole });
  if (!defined) return [];
  const sameForm = use.plural === definition.shortPlural && !inOneSentence(use, placed);
  return [
    {
      title: `Define “${definition.short}” here, where it is used first`,
      edits: [defined.edit, shortened.edit],
      safe: defined.sure && shortened.sure && sameForm && longFirst,
    },
  ];
}

/** The long form as it goes inside a sentence; in other languages than English its ending may be another there. */
function wordsToMove({ file, long, at }: BareDefinition, manuscript: Manuscript): Spelling {
  const { prose } = file.parsed;
  const typed = long.replace(/\s+/g, ' ');
  const { text, sure } = startsSentence(prose, at.start)
    ? uncapitalised(typed, prose, manuscript)
    : { text: typed, sure: true };
  return { text, sure: sure && (isEnglish(prose) || !/(?:^|\s)\p{Ll}/u.test(text)) };
}

/** `SEI, that is, the solid electrolyte interphase (SEI)`: the author says it in this order. */
function inOneSentence(use: Use, { file, prose: defined }: PlacedDefinition): boolean {
  const { text } = file.parsed.prose;
  return use.file === file && !/[.!?]\s|\n/.test(text.slice(use.prose.end, defined.start));
}
