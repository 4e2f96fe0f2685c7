import { isElement } from '../../chemistry/elements';
import type { Use } from '../../manuscript/abbreviationIndex';
import type { AbbreviationDeclaration } from '../../text/parsedFile';
import { type EntryMacros, entryMacros, fits } from '../editing/entryMacro';
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
    const macros = entryMacros(manuscript);
    if (!macros) return;
    const isShort = printsShort(manuscript);
    for (const declaration of files.flatMap(({ parsed }) => parsed.declarations)) {
      if (!macros.keys.has(declaration.key)) continue;
      for (const use of abbreviations.of(declaration.short)?.uses ?? []) {
        if (use.file.uri !== uri || use.managed || !DEFINING_SCOPES.includes(use.scope)) continue;
        if (!isRunningText(use.file, use.prose) || !isTyped(use) || isPartOfName(use)) continue;
        yield {
          span: use.source,
          message: `“${declaration.short}” has an entry in the glossary, “${declaration.key}”, and is typed plain here.`,
          fixes: wrap(use, declaration, macros, isShort(use, declaration) && mayHoldMacro(use)),
        };
      }
    }
  },
} as const satisfies Rule;

/** Not put there by a macro of the author's own. */
export const isTyped = ({ file: { parsed }, prose, source }: Use): boolean =>
  parsed.source.slice(source.start, source.end) === parsed.prose.slice(prose);

/** `TOF` of a Q-TOF is not the `TOF` of the glossary; `CNT` of N-CNT is. */
function isPartOfName({ file: { parsed }, prose: { start } }: Use): boolean {
  const letter = /(?<![\p{L}\p{N}])(\p{Lu})[-‐–]$/u.exec(parsed.prose.text.slice(Math.max(0, start - 3), start))?.[1];
  return letter !== undefined && !isElement(letter);
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
  macros: EntryMacros,
  safe: boolean,
): Fix[] {
  const typed = file.parsed.source.slice(source.start, source.end);
  const newText = typed === (plural ? `${short}s` : short) ? macros.write(key, { plural, capital: false }) : undefined;
  if (newText === undefined || !fits(newText, file.parsed.source, source)) return [];
  return [{ title: `Write “${newText}”`, edits: [{ uri: file.uri, span: source, newText }], safe }];
}
