import {
  type Abbreviation,
  asRead,
  type Occurrence,
  type PlacedDefinition,
  type Use,
} from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { isPartOfName } from '../../manuscript/recognise/labels';
import { ABSTRACTS, type Scope } from '../../manuscript/scope';
import { isPlain } from '../editing/runningText';

/** Scopes in which a short form must be defined once, before its first use. */
export const DEFINING_SCOPES: readonly Scope[] = [...ABSTRACTS, 'body', 'supporting-information'];

/** Definitions that a reader meets in the running text of the scope. */
export const definitionsIn = ({ definitions }: Abbreviation, scope: Scope): readonly PlacedDefinition[] =>
  definitions.filter(
    (d) =>
      d.scope === scope && d.definition.prose && d.definition.form !== 'list' && d.definition.form !== 'declaration',
  );

/** Uses as a word of the text: in math and chemistry, the same letters are a symbol or a formula. */
export const usesIn = ({ uses }: Abbreviation, scope: Scope): readonly Use[] =>
  uses.filter((use) => use.scope === scope && isPlain(use.file.parsed.prose, use.prose));

/** True for a use in one of the scopes that is read as an abbreviation there, not as a formula or part of a name. */
export function isReadAsShortForm(use: Use, short: string, scopes: readonly Scope[], manuscript: Manuscript): boolean {
  if (use.managed || !scopes.includes(use.scope)) return false;
  const { prose, source } = use.file.parsed;
  // An underscore makes it an identifier, or a symbol with its index: `DL_POLY`, `K_IC`.
  const isIdentifier = source.slice(use.source.start, use.source.end).includes('_');
  if (isIdentifier || isPartOfName(prose.text, use.prose)) return false;
  const mentions = manuscript.analysis(use.file.uri)?.mentionsIn(use.prose);
  return mentions?.some((m) => m.kind === 'abbreviation' && m.short === short) ?? false;
}

/** False where the short form is set as math or chemistry, as a symbol or formula is: `the separator ($\\text{sep}$)`. */
export const isWord = ({ file, definition: { prose } }: PlacedDefinition): boolean =>
  prose !== undefined && isPlain(file.parsed.prose, prose.short);

/** Definitions and uses that a reader meets in the title, the text, its captions and tables, in reading order. */
export const occurrencesInText = ({ definitions, uses }: Abbreviation): readonly Occurrence[] =>
  [
    ...definitions.filter((d) => d.definition.prose && READ.includes(d.scope)),
    ...uses.filter((use) => READ.includes(use.scope)),
  ].sort(asRead);

const READ: readonly Scope[] = ['title', ...ABSTRACTS, 'heading', 'body', 'float', 'supporting-information'];

export const isBefore = (a: Occurrence, b: Occurrence): boolean => asRead(a, b) < 0;
