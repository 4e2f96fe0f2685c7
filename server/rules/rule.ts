import type { Edit } from '../base/edit';
import type { SourceSpan } from '../base/span';
import type { Bibliography, LoadedBibliography } from '../bibliography/bibliography';
import type { Catalogue } from '../knowledge/catalogue';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import type { Manuscript } from '../manuscript/manuscript';
import type { JournalId, JournalProfile } from './abbreviation/journalProfiles';
import type { IgnorableKind } from './abbreviation/kinds';

export type Level = 'hint' | 'information' | 'warning' | 'error';

/** What every rule says of itself. */
export interface RuleHead {
  /** Its group and its name: `abbreviation/defined-again`. */
  readonly code: `${string}/${string}`;
  /** What is wrong, for lists of rules: a few words without a full stop. */
  readonly title: string;
  readonly defaultLevel: Level | 'off';
  /** Shown on its page, and its first tests. */
  readonly examples: { readonly bad: readonly [Example, ...Example[]]; readonly good: readonly string[] };
}

/** One kind of thing that can be wrong with a manuscript. Stateless: a function of the manuscript. */
export interface Rule extends RuleHead {
  /** Findings in one file of the manuscript. */
  check(file: FileAnalysis, manuscript: Manuscript, options: RuleOptions): Iterable<Finding>;
}

/** One kind of thing that can be wrong with a .bib file. Stateless, too. */
export interface BibliographyRule extends RuleHead {
  checkBibliography(bibliography: LoadedBibliography, around: CitedFrom): Iterable<Finding>;
}

/** Who cites from a bibliography. */
export interface CitedFrom {
  readonly manuscripts: readonly Manuscript[];
  readonly catalogue: Catalogue;
}

export interface Example {
  /** In Markdown, of rules for bibliographies in BibTeX, with `«…»` around all that the rule finds. */
  readonly text: string;
  /** After the first fix of each finding; absent where none is offered. */
  readonly fixed?: string;
  /** That the project file names. */
  readonly journal?: JournalId;
}

export interface RuleOptions {
  /** Short forms that need no definition here, from the manuscript file. */
  readonly accepted: ReadonlySet<string>;
  /** Kinds of words in capitals that need no definition here; all kinds where nothing is said. */
  readonly ignored?: ReadonlySet<IgnorableKind>;
  /** Where the manuscript is to appear, if the project file says so. */
  readonly journal?: JournalProfile;
  /** What the manuscript cites from, where that is known. */
  readonly bibliography?: Bibliography;
}

export interface Finding {
  /** Source range in the checked file. */
  readonly span: SourceSpan;
  readonly message: string;
  /** Where it differs from the level of the rule. */
  readonly level?: Level;
  readonly related?: readonly Related[];
  /** Could go without a loss: editors show it faded. */
  readonly unnecessary?: true;
  /** The best one first. */
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly uri: string;
  readonly span: SourceSpan;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** May be applied without looking, together with all others. */
  readonly safe: boolean;
}
