import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { shortenDefinition } from '../editing/shortenDefinition';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { DEFINING_SCOPES, definitionsIn } from './occurrences';

/** A second definition in one scope. Abstract and body are defined apart; captions, tables and footnotes may stand alone. */
export const definedAgain = {
  code: 'abbreviation/defined-again',
  title: 'Short form defined a second time',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: 'We add fluoroethylene carbonate (FEC). The «fluoroethylene carbonate (FEC)» is reduced first.',
        fixed: 'We add fluoroethylene carbonate (FEC). The FEC is reduced first.',
      },
    ],
    good: [
      '# Abstract\n\nWe add fluoroethylene carbonate (FEC).\n\n# Introduction\n\nOften fluoroethylene carbonate (FEC) is added.',
    ],
  },
  *check(file, manuscript) {
    const { abbreviations } = manuscript;
    for (const abbreviation of abbreviations.all) {
      for (const scope of DEFINING_SCOPES) {
        const [first, ...later] = definitionsIn(abbreviation, scope);
        for (const again of later) {
          if (again.file.uri !== file.uri) continue;
          if (!abbreviations.isSameExpansion(again, first!)) continue;
          const { uri } = first!.file;
          const { whole, short } = again.definition.source;
          // A macro that says both forms at each use has been written to do so.
          if (short.start === whole.start && short.end === whole.end) continue;
          yield {
            span: whole,
            message: `“${abbreviation.short}” is defined already in ${whereIs(first!, file.uri)}.`,
            related: [{ uri, span: first!.source, message: `First definition of “${abbreviation.short}”` }],
            fixes: useShortForm(again, manuscript),
          };
        }
      }
    }
  },
} as const satisfies Rule;

function useShortForm(again: PlacedDefinition, manuscript: Manuscript): Fix[] {
  const shortened = shortenDefinition(again, manuscript);
  if (!shortened) return [];
  return [{ title: `Use “${again.definition.short}” only`, edits: [shortened.edit], safe: shortened.sure }];
}
