import type { PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { ABSTRACTS } from '../../manuscript/scope';
import { FORMATS } from '../../text';
import { defineAt } from '../editing/defineAt';
import { uncapitalised } from '../editing/spelling';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { DEFINING_SCOPES, usesIn } from './occurrences';

/** The only definition is in the title or in a heading, which is not read as text. */
export const definedInHeading = {
  code: 'abbreviation/defined-in-heading',
  title: 'Defined in a heading only',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: '# «Electrochemical impedance spectroscopy (EIS)»\n\nThe cells were studied by EIS at rest. The EIS was fast.',
        fixed:
          '# Electrochemical impedance spectroscopy (EIS)\n\nThe cells were studied by electrochemical impedance spectroscopy (EIS) at rest. The EIS was fast.',
      },
    ],
    good: [
      '# Electrochemical impedance spectroscopy (EIS)\n\nBy electrochemical impedance spectroscopy (EIS) we studied cells. The EIS was fast.',
    ],
  },
  *check({ uri }, manuscript) {
    for (const abbreviation of manuscript.abbreviations.all) {
      const [first, ...others] = abbreviation.definitions;
      if (first?.file.uri !== uri || ![first, ...others].every(isInHeading)) continue;
      const use = DEFINING_SCOPES.flatMap((scope) => usesIn(abbreviation, scope)).find(
        (u) => !ABSTRACTS.includes(u.scope),
      );
      if (!use) continue;
      const { short } = abbreviation;
      yield {
        span: first.definition.source.whole,
        message: `“${short}” is defined in a ${first.scope} only; the text uses it first in ${whereIs(use, uri)}.`,
        related: [{ uri: use.file.uri, span: use.source, message: `First use of “${short}” in the text` }],
        fixes: defineInText(use, first, manuscript),
      };
    }
  },
} as const satisfies Rule;

const isInHeading = ({ scope }: PlacedDefinition): boolean => scope === 'heading' || scope === 'title';

/** The heading stays as it is. */
function defineInText(use: Use, { definition: { short, long } }: PlacedDefinition, manuscript: Manuscript): Fix[] {
  const { prose, format } = use.file.parsed;
  const whole = (words: string) => FORMATS[format].escape(`${words} (${prose.slice(use.prose)})`);
  const defined = use.plural ? undefined : defineAt(use, { long: uncapitalised(long, prose, manuscript), whole });
  return defined
    ? [{ title: `Define “${short}” at its first use in the text`, edits: [defined.edit], safe: false }]
    : [];
}
