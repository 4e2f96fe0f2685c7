import type { Span } from '../base/span';
import type { Paper } from '../paper/paper';
import type { Project } from '../paper/project';

export type Level = 'hint' | 'information' | 'warning' | 'error';

export type RuleCode =
  | 'abbreviation/undefined'
  | 'abbreviation/used-before-definition'
  | 'abbreviation/defined-again'
  | 'abbreviation/conflicting-expansions';

/** One kind of thing that can be wrong with a manuscript. Stateless: a function of the project. */
export interface Rule {
  readonly code: RuleCode;
  readonly defaultLevel: Level;
  /** Findings in one file of the project. */
  check(paper: Paper, project: Project, options: RuleOptions): Iterable<Finding>;
}

export interface RuleOptions {
  /** Short forms that need no definition here, from the project file. */
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

/** A replacement in the source of one file of the project. */
export interface Edit {
  readonly uri: string;
  readonly span: Span;
  readonly newText: string;
}

/** A finding with the code and level under which it is reported. */
export interface Diagnostic extends Finding {
  readonly code: RuleCode;
  readonly level: Level;
}
