import type { Span } from '../base/span';

/** One work, whatever file it was read from. Texts are plain Unicode, free of TeX. */
export interface Reference {
  readonly key: string;
  /** Other keys that it may be cited by: `ids` of biblatex. */
  readonly aliases?: readonly string[];
  /**
   * CSL type: `article-journal`, `book`, `chapter`, `paper-conference`, `thesis`, `dataset`, `report`, `webpage`,
   * `software`, `patent`, `manuscript`, `document`.
   */
  readonly type: string;
  /** Kind of a thesis or report: `PhD thesis`, `Master’s thesis`. */
  readonly genre?: string;
  readonly authors: readonly Author[];
  /** True where the list ends in “and others”. */
  readonly moreAuthors?: boolean;
  readonly editors?: readonly Author[];
  readonly title?: string;
  /** Journal, book or proceedings. */
  readonly container?: string;
  readonly publisher?: string;
  readonly year?: number;
  readonly volume?: string;
  readonly issue?: string;
  /** Pages with an en dash between first and last, or an article number. */
  readonly pages?: string;
  /** Without resolver or `doi:`, in the case it was written in. */
  readonly doi?: string;
  readonly url?: string;
  /** What else is printed of it (edition, series, eprint), by the name of the field in BibTeX. */
  readonly others?: Readonly<Record<string, string>>;
  /** Of an item of a list, as it is printed there: what is known beyond that was read from it. */
  readonly printed?: string;
}

export interface Author {
  /** Family name with its particles (`von Kolzenberg`), or the whole name of an institution. */
  readonly family: string;
  readonly given?: string;
  /** `Jr.`, `III` */
  readonly suffix?: string;
}

/** A reference and where it is in its file. */
export interface Entry {
  readonly reference: Reference;
  readonly span: Span;
  readonly keySpan: Span;
}

export interface BibliographyFile {
  readonly entries: readonly Entry[];
  /** Broken entries: the rest of the file is read all the same. */
  readonly problems: readonly BibliographyProblem[];
  /** Abbreviations and symbols for bib2gls: not references, but defined here. */
  readonly acronyms?: readonly AcronymEntry[];
  /** `@string` macros, decoded, by their name in lower case. */
  readonly strings?: ReadonlyMap<string, string>;
  /** Names of macros that it uses and does not define, in lower case: a file before it may. */
  readonly unknownStrings?: ReadonlySet<string>;
}

export interface BibliographyProblem {
  readonly span: Span;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly code: 'syntax' | 'duplicate-key';
  /** The first entry with the same key. */
  readonly related?: Span;
}

/** `@acronym{bms, short = {BMS}, long = {battery management system}}` */
export interface AcronymEntry {
  readonly kind: 'abbreviation' | 'symbol';
  readonly key: string;
  /** `short`, of a symbol its `name`. */
  readonly short: string;
  /** `long`, of a symbol its `description`. */
  readonly long: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly shortSpan?: Span;
  readonly longSpan?: Span;
}
