import type { FileAnalysis } from '../manuscript/fileAnalysis';
import type { Manuscript } from '../manuscript/manuscript';
import { conflictingExpansions } from './abbreviation/conflictingExpansions';
import { definedAgain } from './abbreviation/definedAgain';
import { undefinedAbbreviation } from './abbreviation/undefinedAbbreviation';
import { usedBeforeDefinition } from './abbreviation/usedBeforeDefinition';
import { charge } from './chemistry/charge';
import { misprint } from './chemistry/misprint';
import { nameFormula } from './chemistry/nameFormula';
import { oneNotation } from './chemistry/oneNotation';
import { reaction } from './chemistry/reaction';
import { stoichiometry } from './chemistry/stoichiometry';
import { typeset } from './chemistry/typeset';
import { disagree } from './claims/disagree';
import { arithmetic } from './quantity/arithmetic';
import { impossible } from './quantity/impossible';
import { minus } from './quantity/minus';
import { rateUndefined } from './quantity/rateUndefined';
import { referenceMissing } from './quantity/referenceMissing';
import { spacing } from './quantity/spacing';
import { spelling } from './quantity/spelling';
import type { Finding, Level, Rule, RuleOptions } from './rule';
import { suppressions } from './suppression';

/** A new rule is a file and a line here; `npm run rules` writes the rest. */
export const RULES = [
  undefinedAbbreviation,
  usedBeforeDefinition,
  definedAgain,
  conflictingExpansions,
  misprint,
  stoichiometry,
  charge,
  reaction,
  nameFormula,
  typeset,
  oneNotation,
  disagree,
  spacing,
  spelling,
  minus,
  impossible,
  arithmetic,
  rateUndefined,
  referenceMissing,
] as const satisfies readonly Rule[];

export type RuleCode = (typeof RULES)[number]['code'];

/** A finding with the code and level under which it is reported. */
export interface Diagnostic extends Finding {
  readonly code: RuleCode;
  readonly level: Level;
}

/** Level of each rule; a rule that is not named keeps its own. */
export type Levels = Readonly<Record<string, Level | 'off'>>;

/** All findings in one file, in source order, without those that a comment switches off. */
export function check(file: FileAnalysis, manuscript: Manuscript, levels: Levels, options: RuleOptions): Diagnostic[] {
  const suppressed = suppressions(file.parsed);
  return [...findings(file, manuscript, levels, options)]
    .filter(({ code, span }) => !suppressed(code, span.start))
    .sort((a, b) => a.span.start - b.span.start);
}

/** All findings in one file, rule by rule, whatever its comments say. */
export function* findings(
  file: FileAnalysis,
  manuscript: Manuscript,
  levels: Levels,
  options: RuleOptions,
): Generator<Diagnostic> {
  for (const rule of RULES as readonly (Rule & { readonly code: RuleCode })[]) {
    const level = levels[rule.code] ?? rule.defaultLevel;
    if (level === 'off') continue;
    for (const finding of rule.check(file, manuscript, options)) {
      // A level that the user chose stands for every finding of the rule.
      yield { ...finding, code: rule.code, level: levels[rule.code] ? level : (finding.level ?? level) };
    }
  }
}
