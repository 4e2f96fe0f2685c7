import type { Rule } from '../rule';
import { whereIs } from '../whereIs';
import { isBefore } from './occurrences';
import { spareDefinitions } from './spareDefinitions';

/** Defined in the text and used only once after it: the long form would do in both places. */
export const usedOnce = {
  code: 'abbreviation/used-once',
  title: 'Defined and used only once',
  defaultLevel: 'hint',
  examples: {
    bad: [{ text: 'A solid electrolyte interphase («SEI») grows. It cracks where the SEI is thin.' }],
    good: [
      'A solid electrolyte interphase (SEI) grows. The SEI cracks where the SEI is thin.',
      'The SEI grows. A solid electrolyte interphase (SEI) is thin.',
    ],
  },
  *check({ uri }, manuscript, options) {
    for (const { abbreviation, definition, uses } of spareDefinitions(manuscript, options)) {
      const [use] = uses;
      if (!use || definition.file.uri !== uri) continue;
      // Then it is the order that is told of.
      if (use.scope === definition.scope && isBefore(use, definition)) continue;
      const { short } = abbreviation;
      yield {
        span: definition.definition.source.short,
        message: `“${short}” is defined here and used only once (${whereIs(use, uri)}).`,
        related: [{ uri: use.file.uri, span: use.source, message: `The only use of “${short}”` }],
      };
    }
  },
} as const satisfies Rule;
