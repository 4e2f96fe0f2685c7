import type { Location, Position, WorkspaceEdit } from 'vscode-languageserver';
import type { CopiedTable, TableRequest } from '../features/catalogue/copy';
import type { CatalogueList } from '../features/catalogue/list';
import type { SpeciesCard } from '../features/catalogue/speciesCard';
import type { ClaimGrouping, ShownClaim } from '../features/claims/overview';
import type { OverviewNode } from '../features/overview';
import type { FileText } from '../workspace/fileText';

/*
 * What client and server say to each other beyond LSP; docs/other-editors.md describes it for other editors.
 * Every part is optional for a client: it says in `initializationOptions` what it can do.
 */

/** `initializationOptions` of the `initialize` request. */
export interface ClientExtras {
  /** Answers `interphase/readFile` and `interphase/findFiles`. */
  readonly files?: boolean;
  /** Opens a file that is not UTF-8 as Windows-1252 to make the edit of `interphase/insertCitation` in it, and saves it so. */
  readonly encodings?: boolean;
  /** Shows `interphase/status`. */
  readonly status?: boolean;
  /** Shows structure drawings in hovers: `<img>` elements whose addresses are SVG as data URIs. */
  readonly drawings?: boolean;
  /** URI of the folder with the pages about rules, to link diagnostics to; the server's own where absent. */
  readonly docs?: string;
  /** Runs this command, with `InsertCitationParams` as its argument, from links in hovers and from code actions. */
  readonly citeCommand?: string;
  /** Runs this command, with `OpenCatalogueParams` as its argument, from links in hovers. */
  readonly catalogueCommand?: string;
}

/** Client → server. References that match `query` in any order of words, best first. Empty query: what fits here. */
export const searchReferences = 'interphase/searchReferences';
export interface SearchReferencesParams {
  readonly uri: string;
  readonly position: Position;
  readonly query: string;
  /** Leaves out what other programs have to be asked for, and says so by `hasMore`. */
  readonly quick?: boolean;
}
export interface SearchReferencesResult {
  readonly items: readonly ReferenceItem[];
  /** No reference holds all that was typed: these hold most of it. */
  readonly isNearest?: boolean;
  /** Sentences for people about what could not be searched. */
  readonly notes?: readonly string[];
  /** The same query without `quick` may find more. */
  readonly hasMore?: boolean;
}
export interface ReferenceItem {
  /** Names the reference in `interphase/insertCitation`. */
  readonly id: string;
  /** Its key in the bibliography it comes from. */
  readonly key: string;
  /** Authors and year. */
  readonly label: string;
  /** Where it comes from, such as the .bib file's name. */
  readonly description: string;
  /** Title and journal. */
  readonly detail: string;
  readonly source: 'workspace' | 'library' | 'zotero' | 'bundled' | 'record';
  /** What its entry lacks, in words such as `title`; absent where it is complete. */
  readonly missing?: readonly string[];
  /** Nothing is known but its DOI. */
  readonly onlyDoi?: boolean;
}

/** Client → server. The edit that cites `ids` at `position` and adds missing entries to the bibliography. */
export const insertCitation = 'interphase/insertCitation';
export interface InsertCitationParams {
  readonly uri: string;
  readonly position: Position;
  readonly ids: readonly string[];
  /** URI of one of `choices` that new entries go to from now on: kept in the project file. */
  readonly bibliography?: string;
  /** The names of the authors become part of the sentence, as with `\citet`, where the manuscript has a form for that. */
  readonly textual?: boolean;
  /** What is printed with some of the works, as plain text: `see` before, `p. 3` after. */
  readonly notes?: readonly WorkNote[];
}
export interface WorkNote {
  /** One of `ids`. */
  readonly id: string;
  readonly prefix?: string;
  readonly locator?: string;
}
export type InsertCitationResult = CitationEdit | CitationRefused;
export interface CitationEdit {
  readonly edit: WorkspaceEdit;
  /** For people: which entries were added to which file. Absent where none were. */
  readonly message?: string;
  /** Where there are several bibliographies and none was chosen before, that which got the entries first: ask again with `bibliography`. */
  readonly choices?: readonly BibliographyChoice[];
}
export interface BibliographyChoice {
  readonly uri: string;
  /** How many works it holds. */
  readonly entries: number;
  /** Name of the reference manager that writes the file anew, so that what is added is lost. */
  readonly exportedBy?: string;
}
export interface CitationRefused {
  /** For people: why nothing is written, and what to do. */
  readonly refused: string;
}

/** Client → server. The references of the manuscript that a file belongs to, in groups; null where the text is not an open manuscript. */
export const manuscriptReferences = 'interphase/manuscriptReferences';
export interface ManuscriptReferencesParams {
  readonly uri: string;
}
export interface ManuscriptReferencesResult {
  /** Those that hold something, in the order to be shown. */
  readonly groups: readonly ReferenceGroup[];
}
export interface ReferenceGroup {
  readonly kind: 'undefined' | 'duplicates' | 'incomplete' | 'cited' | 'uncited';
  readonly items: readonly ListedReference[];
}
export interface ListedReference {
  /** For `interphase/insertCitation`; absent of a key that no entry has. */
  readonly id?: string;
  readonly key: string;
  /** Authors and year; else the key. */
  readonly label: string;
  /** Title, or what is to be said of it. */
  readonly detail: string;
  /** Of the entry; of a key without one, its first citation. */
  readonly location: Location;
  readonly uses: readonly ReferenceUse[];
}
export interface ReferenceUse {
  /** `line 12`; in another file than the first, `line 12 of results.tex`. */
  readonly label: string;
  readonly location: Location;
}

/** Client → server. Every species, to filter, sort and compare; with those of the project file that is in force for the file `uri`. */
export const catalogue = 'interphase/catalogue';
export interface CatalogueParams {
  readonly uri?: string;
}
export interface CatalogueResult extends CatalogueList {
  /** Ids of the species that the manuscript names. */
  readonly inManuscript: readonly string[];
}

/** Client → server. What is known of one species, as plain texts; null where there is none of this id. */
export const card = 'interphase/card';
export interface CardParams {
  readonly id: string;
  readonly uri?: string;
}
export type CardResult = SpeciesCard;

/** Client → server. A table of species as LaTeX or Markdown; with `uri` cited under the keys of that manuscript. */
export const speciesTable = 'interphase/speciesTable';
export interface SpeciesTableParams extends TableRequest {
  readonly uri?: string;
}
export type SpeciesTableResult = CopiedTable;

/** Client → server. The checklist of reporting, filled in for a manuscript; null where the text is not open. */
export const report = 'interphase/report';
export interface ReportParams {
  readonly uri: string;
}
export interface ReportResult {
  readonly markdown: string;
}

/** Client → server. What a manuscript speaks of, in all its files; null where the text is not an open manuscript. */
export const overview = 'interphase/overview';
export interface OverviewParams {
  readonly uri: string;
}
export interface OverviewResult {
  readonly nodes: readonly OverviewItem[];
}
export interface OverviewItem extends Pick<OverviewNode, 'kind' | 'label' | 'detail' | 'written'> {
  readonly location?: Location;
  readonly children: readonly OverviewItem[];
}

/** Client → server. Performance statements of a manuscript, in all its files; null where the text is not an open manuscript. */
export const claims = 'interphase/claims';
export interface ClaimsParams {
  readonly uri: string;
  /** What the groups are: cells and materials (`subject`, where nothing is said) or properties. */
  readonly by?: ClaimGrouping;
}
export interface ClaimsResult {
  readonly groups: readonly ClaimsGroup[];
  /** All rows of `interphase claims`, for a spreadsheet. */
  readonly csv: string;
}
export interface ClaimsGroup {
  /** Absent for statements whose cell or material was not found. */
  readonly label?: string;
  readonly items: readonly ClaimItem[];
}
export interface ClaimItem extends Pick<ShownClaim, 'label' | 'detail' | 'sentence'> {
  readonly location: Location;
}

/** `workspace/executeCommand`. Arguments: URI of the manuscript, id of a reference that its bibliography is to have. */
export const ADD_REFERENCE = 'interphase.addReference';

/** Argument of the client's command that opens the catalogue at the card of a species. */
export interface OpenCatalogueParams {
  readonly id: string;
}

/** Server → client. The text of a file, as open in the editor or else from disk; null where there is none. */
export const readFile = 'interphase/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult =
  | (Pick<FileText, 'text'> & Partial<FileText>)
  /** Why the file cannot be read: the end of a sentence. */
  | { readonly unreadable: string };

/** Server → client. Files below the folder `base` whose path matches `glob`. */
export const findFiles = 'interphase/findFiles';
export interface FindFilesParams {
  readonly base: string;
  readonly glob: string;
}
export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Server → client notification. What was found in a document. */
export const status = 'interphase/status';
export interface StatusParams {
  readonly uri: string;
  /** Short: "12 species, 9 abbreviations". */
  readonly text: string;
  /** A sentence more, such as a limit that was reached. */
  readonly detail?: string;
  readonly severity?: 'information' | 'warning' | 'error';
  readonly busy?: boolean;
}
