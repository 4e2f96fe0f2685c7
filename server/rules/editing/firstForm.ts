import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { AbbreviationDeclaration } from '../../text/parsedFile';

interface OfFiles {
  readonly files: readonly FileCandidates[];
}

/**
 * True where the package prints `long form (SHORT)` at the first use of an entry; false where a style prints something else, or may.
 * With glossaries-extra `\newacronym` prints the short form unless its style is set.
 */
export function definesAtFirstUse({ form }: Pick<AbbreviationDeclaration, 'form'>, { files }: OfFiles): boolean {
  const styles = files.flatMap(({ parsed }) => [...parsed.source.matchAll(STYLE)]);
  if (styles.some(([, , style]) => style !== 'long-short')) return false;
  if (files.some(({ parsed }) => FIRST_STYLE.test(parsed.source))) return false;
  const isExtra = files.some(({ parsed }) => parsed.packages.has('glossaries-extra'));
  return !isExtra || ABBREVIATIONS.test(form) || styles.some(([, category]) => category === 'acronym');
}

const STYLE = /\\set(?:abbreviation|acronym)style(?:\[([^\]]*)\])?\{([^}]*)\}/g;
const FIRST_STYLE = /\\acsetup\s?\{[^}]*\b(?:first-style|single)\b/;
/** What glossaries-extra defines at the first use by itself. */
const ABBREVIATIONS = /^\\(?:newabbreviation|newabbr)$/;

/** True where the long form may come again, or not at all, by a command. */
export const isReset = ({ files }: OfFiles): boolean => files.some(({ parsed }) => RESETS.test(parsed.source));

const RESETS =
  /\\(?:gls(?:local)?(?:un)?resetall|gls(?:local)?(?:re|un)set|acresetall|acreset|acuse)(?![A-Za-z])|\b(?:raacr|racr|acresetall|reset-(?:all-)?acronyms?)\(/;
