import type { ProseSpan, SourceSpan } from '../base/span';
import type { FormatId } from './formats';
import type { Prose } from './prose';

/**
 * What one file of a manuscript says: its prose, and what its markup declares beside the prose.
 * All spans but those named `prose` are source offsets.
 */
export interface ParsedFile {
  readonly format: FormatId;
  readonly source: string;
  readonly prose: Prose;
  /** Comments, for suppression: `% …`, `<!-- … -->`, `// …`, `/* … *\/`. */
  readonly comments: readonly Comment[];
  readonly citations: readonly CitationUse[];
  /** `\newacronym`, `*[FEC]: …`, front-matter acronyms, glossarium entries. */
  readonly declarations: readonly AbbreviationDeclaration[];
  /** `\gls{fec}`, `\ac{fec}`, `@fec` of a glossarium key. */
  readonly glossaryUses: readonly GlossaryUse[];
  /** Where entries of a glossary are named by their keys: in uses, in `\glsadd{fec}` and the like, in macros of one's own. */
  readonly entryKeys: readonly CitationKey[];
  /** Keys that are declared for terms and symbols, which are not abbreviations. */
  readonly termKeys: ReadonlySet<string>;
  /** Data files that declare abbreviations: `fromfile:`, `#abbr.load("…")`. */
  readonly glossaries: readonly FileReference[];
  /** Files that continue the text, in reading order. */
  readonly includes: readonly FileReference[];
  /** Bibliography files that the manuscript names. */
  readonly bibliographies: readonly FileReference[];
  /** LaTeX packages, for the citation command and the glossary macros; empty elsewhere. */
  readonly packages: ReadonlySet<string>;
  /** The works of a list that is in the file: `\bibitem`. */
  readonly bibitems: readonly BibItem[];
  /** Lists of works that are in YAML, from the key `references:` on. */
  readonly yamlReferences: readonly SourceSpan[];
  /**
   * What it defines that other files can use (macros, glossary entries, packages, `#let`), as they would write it;
   * empty where the format has none. This is what other files are read with.
   */
  readonly definitions: string;
}

export interface Comment {
  readonly span: SourceSpan;
  /** Without the comment marks. */
  readonly text: string;
}

/** One citation command or group: `\citep[p.~3]{a,b}`, `[@a; @b]`, `@a`, `#cite(<a>)`. */
export interface CitationUse {
  readonly span: SourceSpan;
  /** The mark that stands for it in the prose (one U+FFFC); empty for `\nocite`, which leaves none. */
  readonly prose: ProseSpan;
  /** `\citep`, `[@`, `@`, `#cite`; `^[` for a numeric mark without keys. */
  readonly command: string;
  readonly keys: readonly CitationKey[];
}

export interface CitationKey {
  readonly key: string;
  readonly span: SourceSpan;
}

/** `\bibitem[label]{key}`; its text follows in the prose. */
export interface BibItem extends CitationKey {
  /** Where its text begins. */
  readonly prose: number;
}

export interface AbbreviationDeclaration {
  readonly span: SourceSpan;
  /** `\newacronym`, `\DeclareAcronym`, `*[…]`, `glossarium`, … */
  readonly form: string;
  /** What `\gls{…}` names; the short form itself where the markup has no key. */
  readonly key: string;
  readonly keySpan: SourceSpan;
  readonly short: string;
  readonly shortSpan: SourceSpan;
  readonly long: string;
  readonly longSpan: SourceSpan;
}

/** A use through the glossary; the prose shows its short form (or the key where the declaration is not in the file). */
export interface GlossaryUse {
  readonly span: SourceSpan;
  readonly prose: ProseSpan;
  readonly key: string;
  readonly command: string;
  readonly shows: 'short' | 'long' | 'full' | 'first-full';
}

export interface FileReference {
  /** As typed, without resolving: may lack its ending. */
  readonly path: string;
  readonly span: SourceSpan;
  readonly command: string;
  /** In a figure or a table: a drawing or its data, more likely than text. */
  readonly inFloat?: boolean;
  /** Shown after all other text, wherever it is named: the appendices of a template. */
  readonly isLast?: boolean;
}

/** True where biblatex makes the bibliography, by itself or under a package around it (`biblatex-chicago`). */
export const usesBiblatex = (packages: ReadonlySet<string>): boolean =>
  [...packages].some((name) => name === 'biblatex' || name.startsWith('biblatex-'));
