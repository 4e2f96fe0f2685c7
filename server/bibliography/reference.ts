import type { Span } from '../base/span';

/** One work, whatever file it was read from. Texts are plain Unicode, free of TeX. */
export interface Reference {
  readonly key: string;
  /** CSL type: `article-journal`, `book`, `chapter`, `paper-conference`, `thesis`, `dataset`, `report`, `webpage`, `document`. */
  readonly type: string;
  readonly authors: readonly Author[];
  readonly title?: string;
  /** Journal, book or proceedings. */
  readonly container?: string;
  readonly publisher?: string;
  readonly year?: number;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly url?: string;
}

export interface Author {
  /** Family name, or the whole name of an institution. */
  readonly family: string;
  readonly given?: string;
}

/** A reference and where it stands in its file. */
export interface Entry {
  readonly reference: Reference;
  readonly span: Span;
  readonly keySpan: Span;
}

export interface BibliographyFile {
  readonly entries: readonly Entry[];
  /** Broken entries: the rest of the file is read all the same. */
  readonly problems: readonly BibliographyProblem[];
}

export interface BibliographyProblem {
  readonly span: Span;
  /** What is wrong and what to do. */
  readonly message: string;
}
