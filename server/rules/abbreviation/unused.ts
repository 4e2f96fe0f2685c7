import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { ParsedFile } from '../../text/parsedFile';
import { standsInText } from '../editing/listEntries';
import { spellOut } from '../editing/spellOut';
import type { Finding, Rule } from '../rule';
import { spareDefinitions } from './spareDefinitions';

/** Defined in the text or in a glossary, and never used. */
export const unused = {
  code: 'abbreviation/unused',
  title: 'Defined and never used',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'Cells with dimethoxyethane («DME») as the solvent lasted longer.',
        fixed: 'Cells with dimethoxyethane as the solvent lasted longer.',
      },
    ],
    good: [
      'Cells with dimethoxyethane (DME) lasted longer. DME is an ether.',
      'We cast a layered oxide (NMC) on foil; NMC811 was best.',
      'Spectra were taken at the Canadian Light Source (CLS), and layered oxides $(\\ce{MO2})$ were found.',
    ],
  },
  *check({ uri, parsed }, manuscript, options) {
    for (const { abbreviation, definition, uses } of spareDefinitions(manuscript, options)) {
      if (uses.length > 0 || definition.file.uri !== uri) continue;
      // Uses in the body may rest on it; a heading defines nothing.
      const others = abbreviation.definitions.filter((d) => d !== definition && !HEADINGS.includes(d.scope));
      const isAlone = abbreviation.uses.length > 0 && others.length === 0;
      const spelled = isAlone ? undefined : spellOut(definition, manuscript);
      const where = definition.scope === 'abstract' ? ' in the abstract' : '';
      yield {
        span: definition.definition.source.short,
        message: `“${abbreviation.short}” is defined here and never used${where}.`,
        unnecessary: true,
        fixes: spelled ? [{ title: 'Write the long form only', edits: [spelled.edit], safe: false }] : [],
      };
    }
    yield* unusedEntries(parsed.declarations, manuscript);
  },
} as const satisfies Rule;

const HEADINGS: readonly Scope[] = ['title', 'heading'];

/** Entries of a glossary that no text names or holds, where the manuscript works with others of it. */
function* unusedEntries(
  declarations: ParsedFile['declarations'],
  { files, abbreviations }: Manuscript,
): Generator<Finding> {
  if (declarations.length === 0 || files.some(({ parsed }) => USES_ALL.test(parsed.source))) return;
  const named = new Set(
    files.flatMap(({ parsed: { glossaryUses, entryKeys } }) => [...glossaryUses, ...entryKeys].map(({ key }) => key)),
  );
  const inUse = ({ key, short }: { key: string; short: string }): boolean =>
    named.has(key) || (abbreviations.of(short)?.uses.length ?? 0) > 0;
  if (!files.some(({ parsed }) => parsed.declarations.some(inUse))) return;
  for (const declaration of declarations) {
    const abbreviation = abbreviations.of(declaration.short);
    if (inUse(declaration) || !abbreviation || standsInText(abbreviation)) continue;
    yield {
      span: declaration.shortSpan,
      message: `“${declaration.short}” is declared here and never used.`,
      unnecessary: true,
    };
  }
}

/** Commands that put every entry to use. */
const USES_ALL = /\\(?:glsaddall(?:unused)?|acuseall|GlsXtrLoadResources)(?![A-Za-z])/;
