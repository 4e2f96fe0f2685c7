import { type SourceSpan, touches } from '../base/span';
import type { AbbreviationDeclaration, CitationKey, ParsedFile } from '../text/parsedFile';
import type { FileCandidates } from './fileCandidates';

/** The files of a manuscript, or all that is asked of it here. */
interface OfFiles {
  readonly files: readonly FileCandidates[];
}

/** The declaration of an entry of the glossary; the first where there are several. */
export const entryOf = (key: string, { files }: OfFiles): AbbreviationDeclaration | undefined => {
  for (const { parsed } of files) {
    const found = parsed.declarations.find((declaration) => declaration.key === key);
    if (found) return found;
  }
  return undefined;
};

/** The key of an entry that a source offset lies in or directly after, where it is used or declared. */
export function entryKeyAt({ entryKeys, declarations }: ParsedFile, offset: number): CitationKey | undefined {
  const used = entryKeys.find(({ span }) => touches(span, offset));
  const declared = used ? undefined : declarations.find((d) => hasOwnKey(d) && touches(d.keySpan, offset));
  return used ?? (declared && { key: declared.key, span: declared.keySpan });
}

/** False where uses name the short form: `\acro{FEC}{…}`, `#init-acronyms(("FEC": …))`. */
export const hasOwnKey = ({ keySpan, shortSpan }: AbbreviationDeclaration): boolean =>
  keySpan.start !== shortSpan.start;

/** A place that names an entry. */
export interface EntryPlace {
  readonly file: FileCandidates;
  readonly span: SourceSpan;
}

/** Where a manuscript names an entry, its declarations not among them. */
export const placesOfEntry = (key: string, { files }: OfFiles): EntryPlace[] =>
  files.flatMap((file) =>
    file.parsed.entryKeys.filter((named) => named.key === key).map(({ span }) => ({ file, span })),
  );
