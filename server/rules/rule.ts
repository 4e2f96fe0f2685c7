import type { Edit } from '../base/edit';
import type { Span } from '../base/span';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import type { Manuscript } from '../manuscript/manuscript';

export type Level = 'hint' | 'information' | 'warning' | 'error';

export type RuleCode =
  | 'abbreviation/undefined'
  | 'abbreviation/used-before-definition'
  | 'abbreviation/defined-again'
  | 'abbreviation/conflicting-expansions';

/** One kind of thing that can be wrong with a manuscript. Stateless: a function of the manuscript. */
export interface Rule {
  readonly code: RuleCode;
  readonly defaultLevel: Level;
  /** Findings in one file of the manuscript. */
  check(file: FileAnalysis, manuscript: Manuscript, options: RuleOptions): Iterable<Finding>;
}

export interface RuleOptions {
  /** Short forms that need no definition here, from the manuscript file. */
  readonly accepted: ReadonlySet<string>;
}

export interface Finding {
  /** Source range in the checked file. */
  readonly span: Span;
  readonly message: string;
  /** Where it differs from the level of the rule. */
  readonly level?: Level;
  readonly related?: readonly Related[];
  /** The best one first. */
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** May be applied without looking, together with all others. */
  readonly safe: boolean;
}

/** A finding with the code and level under which it is reported. */
export interface Diagnostic extends Finding {
  readonly code: RuleCode;
  readonly level: Level;
}
