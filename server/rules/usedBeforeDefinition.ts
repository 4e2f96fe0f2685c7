import type { Project } from '../paper/project';
import type { PlacedDefinition, Use } from '../paper/register';
import { isAccepted } from './accepted';
import { type BareDefinition, bareDefinition } from './editing/bareDefinition';
import { defineAt } from './editing/defineAt';
import { isEnglish } from './editing/english';
import { startsSentence } from './editing/neighbours';
import { withoutLongForm } from './editing/shortenDefinition';
import { type Spelling, uncapitalised } from './editing/spelling';
import { whereIs } from './place';
import { DEFINING_SCOPES, definitionsIn, isBefore, usesIn } from './places';
import type { Fix, Rule } from './rule';

/** The first use in a scope comes before the definition in it. Titles, headings and captions do not count as uses. */
export const usedBeforeDefinition: Rule = {
  code: 'abbreviation/used-before-definition',
  defaultLevel: 'warning',
  *check(paper, project, options) {
    const { readings, register } = project;
    for (const abbreviation of register.abbreviations) {
      for (const scope of DEFINING_SCOPES) {
        const definition = definitionsIn(abbreviation, scope)[0];
        const use = usesIn(abbreviation, scope, project)[0];
        if (!definition || !use || use.managed || !isBefore(use, definition)) continue;
        if (readings[use.file]!.uri !== paper.uri) continue;
        if (isAccepted(abbreviation.short, project, options, definition.definition.long)) continue;
        const { uri } = readings[definition.file]!;
        yield {
          span: use.source,
          message: `“${abbreviation.short}” is used here before it is defined (${whereIs(definition, paper.uri, project)}).`,
          related: [{ uri, span: definition.source, message: `Definition of “${abbreviation.short}”` }],
          fixes: moveDefinition(use, definition, project),
        };
      }
    }
  },
};

/** The definition goes to the first use and leaves the short form in its place. */
function moveDefinition(use: Use, placed: PlacedDefinition, project: Project): Fix[] {
  const bare = bareDefinition(placed, project);
  const shortened = bare && withoutLongForm(bare, project);
  if (!bare || !shortened) return [];
  const { definition, short, longFirst } = bare;
  const long = wordsToMove(bare, project);
  const whole = (words: string) => (longFirst ? `${words} (${short})` : `${short} (${long.text})`);
  const defined = defineAt(use, { long, whole }, project);
  if (!defined) return [];
  const sameForm = use.plural === definition.shortPlural && !inOneSentence(use, placed, project);
  return [
    {
      title: `Define “${definition.short}” here, where it is used first`,
      edits: [defined.edit, shortened.edit],
      safe: defined.sure && shortened.sure && sameForm && longFirst,
    },
  ];
}

/** The long form as it goes inside a sentence; in other languages than English its ending may be another there. */
function wordsToMove({ reading, long, at }: BareDefinition, project: Project): Spelling {
  const { prose } = reading.manuscript;
  const typed = long.replace(/\s+/g, ' ');
  const { text, sure } = startsSentence(prose, at.start)
    ? uncapitalised(typed, prose, project)
    : { text: typed, sure: true };
  return { text, sure: sure && (isEnglish(prose) || !/(?:^|\s)\p{Ll}/u.test(text)) };
}

/** `SEI, that is, the solid electrolyte interphase (SEI)`: the author says it in this order. */
function inOneSentence(use: Use, { file, prose: defined }: PlacedDefinition, { readings }: Project): boolean {
  const { text } = readings[file]!.manuscript.prose;
  return use.file === file && !/[.!?]\s|\n/.test(text.slice(use.prose.end, defined.start));
}
