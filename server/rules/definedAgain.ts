import type { Project } from '../paper/project';
import type { PlacedDefinition } from '../paper/register';
import { shortenDefinition } from './editing/shortenDefinition';
import { whereIs } from './place';
import { DEFINING_SCOPES, definitionsIn } from './places';
import type { Fix, Rule } from './rule';

/** A second definition in one scope. Abstract and body are defined apart; captions, tables and footnotes may stand alone. */
export const definedAgain: Rule = {
  code: 'abbreviation/defined-again',
  defaultLevel: 'warning',
  *check(paper, project) {
    const { readings, register } = project;
    for (const abbreviation of register.abbreviations) {
      for (const scope of DEFINING_SCOPES) {
        const [first, ...later] = definitionsIn(abbreviation, scope);
        for (const again of later) {
          if (readings[again.file]!.uri !== paper.uri) continue;
          if (!register.isSameExpansion(again, first!)) continue;
          const { uri } = readings[first!.file]!;
          const { whole, short } = again.definition.source;
          // A macro that says both forms at each use has been written to do so.
          if (short.start === whole.start && short.end === whole.end) continue;
          yield {
            span: whole,
            message: `“${abbreviation.short}” is defined already in ${whereIs(first!, paper.uri, project)}.`,
            related: [{ uri, span: first!.source, message: `First definition of “${abbreviation.short}”` }],
            fixes: useShortForm(again, project),
          };
        }
      }
    }
  },
};

function useShortForm(again: PlacedDefinition, project: Project): Fix[] {
  const shortened = shortenDefinition(again, project);
  if (!shortened) return [];
  return [{ title: `Use “${again.definition.short}” only`, edits: [shortened.edit], safe: shortened.sure }];
}
