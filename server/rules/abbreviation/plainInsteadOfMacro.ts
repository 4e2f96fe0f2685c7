import type { Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import type { AbbreviationDeclaration, GlossaryUse, ParsedFile } from '../../text/parsedFile';
import { isRunningText } from '../editing/runningText';
import type { Fix, Rule } from '../rule';
import { printsShort } from './formsShown';
import { DEFINING_SCOPES } from './occurrences';

/** A short form typed as it is, where the manuscript uses the entry of the glossary elsewhere. */
export const plainInsteadOfMacro = {
  code: 'abbreviation/plain-instead-of-macro',
  title: 'Short form typed plain beside its glossary entry',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: '---\nacronyms:\n  sei:\n    short: SEI\n    long: solid electrolyte interphase\n---\n\nThe [+sei] is thin. A thick «SEI» cracks.',
        fixed:
          '---\nacronyms:\n  sei:\n    short: SEI\n    long: solid electrolyte interphase\n---\n\nThe [+sei] is thin. A thick [+sei] cracks.',
      },
    ],
    good: [
      '---\nacronyms:\n  sei:\n    short: SEI\n    long: solid electrolyte interphase\n---\n\nThe [+sei] is thin. A thick [+sei] cracks.',
    ],
  },
  *check({ uri }, manuscript) {
    const { files, abbreviations } = manuscript;
    const models = glossaryUses(manuscript);
    if (models.length === 0) return;
    const isShort = printsShort(manuscript);
    for (const declaration of files.flatMap(({ parsed }) => parsed.declarations)) {
      if (!models.some(({ use }) => use.key === declaration.key)) continue;
      for (const use of abbreviations.of(declaration.short)?.uses ?? []) {
        if (use.file.uri !== uri || use.managed || !DEFINING_SCOPES.includes(use.scope)) continue;
        if (!isRunningText(use.file, use.prose) || !isTyped(use)) continue;
        yield {
          span: use.source,
          message: `“${declaration.short}” has an entry in the glossary, “${declaration.key}”, and is typed plain here.`,
          fixes: wrap(use, declaration, models, isShort(use, declaration) && mayHoldMacro(use)),
        };
      }
    }
  },
} as const satisfies Rule;

/** Not put there by a macro of the author's own. */
const isTyped = ({ file: { parsed }, prose, source }: Use): boolean =>
  parsed.source.slice(source.start, source.end) === parsed.prose.slice(prose);

interface Model {
  readonly use: GlossaryUse;
  readonly typed: string;
}

/** Uses of the glossary that define at their first use, as they are typed. */
const glossaryUses = ({ files }: Manuscript): readonly Model[] =>
  files.flatMap(({ parsed }) =>
    parsed.glossaryUses
      .filter((use) => use.shows === 'first-full')
      .map((use) => ({ use, typed: typedWithBrackets(use, parsed) })),
  );

/** `[+sei]`, of which the use is `+sei`. */
function typedWithBrackets({ span: { start, end } }: GlossaryUse, { source }: ParsedFile): string {
  const isBracketed = source[start - 1] === '[' && source[end] === ']' && source[start] === '+';
  return isBracketed ? source.slice(start - 1, end + 1) : source.slice(start, end);
}

/** False in links and in macros that may not take one in their argument, as `\hl`. */
const mayHoldMacro = ({ file: { parsed }, prose }: Use): boolean =>
  parsed.prose
    .markupAround(prose)
    .every(({ source }) => EMPHASIS.test(parsed.source.slice(source.start, source.start + LONGEST_MARK)));

const EMPHASIS = /^(?:[*_]|\\(?:emph|mbox|text[a-z]+|footnote|caption)(?![A-Za-z])|#(?:emph|strong)\b)/;
const LONGEST_MARK = 20;

/** Like another use of the same number; none where the manuscript has none to follow. */
function wrap(
  { file, source, plural }: Use,
  { key, short }: AbbreviationDeclaration,
  models: readonly Model[],
  safe: boolean,
): Fix[] {
  const typed = file.parsed.source.slice(source.start, source.end);
  const model = models.find(({ use, typed }) => isPluralUse(use) === plural && typed.split(use.key).length === 2);
  if (!model || typed !== (plural ? `${short}s` : short)) return [];
  const newText = model.typed.replace(model.use.key, () => key);
  if (newText.startsWith('@') && GOES_ON.test(file.parsed.source.slice(source.end, source.end + 2))) return [];
  return [{ title: `Write “${newText}”`, edits: [{ uri: file.uri, span: source, newText }], safe }];
}

/** What would belong to the key after `@`, or to its use. */
const GOES_ON = /^(?:[\p{L}\p{N}_[-]|[:.][\p{L}\p{N}_-])/u;

const isPluralUse = ({ command }: GlossaryUse): boolean => /(?:pl|^\\[aA]cp)$/.test(command);
