import { lowerBound, touches } from '../base/span';
import type { LoadedBibliography } from '../bibliography/bibliography';
import { commentsIn } from '../bibliography/bibtex/comments';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import type { Manuscript } from '../manuscript/manuscript';
import { article } from './abbreviation/article';
import { avoidedByJournal } from './abbreviation/avoidedByJournal';
import { competingShortForms } from './abbreviation/competingShortForms';
import { conflictingExpansions } from './abbreviation/conflictingExpansions';
import { definedAgain } from './abbreviation/definedAgain';
import { definedInHeading } from './abbreviation/definedInHeading';
import { listDisagrees } from './abbreviation/listDisagrees';
import { listMissing } from './abbreviation/listMissing';
import { listUnused } from './abbreviation/listUnused';
import { longFormAfterDefinition } from './abbreviation/longFormAfterDefinition';
import { plainInsteadOfMacro } from './abbreviation/plainInsteadOfMacro';
import { plural } from './abbreviation/plural';
import { undefinedAbbreviation } from './abbreviation/undefinedAbbreviation';
import { undefinedEntry } from './abbreviation/undefinedEntry';
import { unused } from './abbreviation/unused';
import { unusualExpansion } from './abbreviation/unusualExpansion';
import { usedBeforeDefinition } from './abbreviation/usedBeforeDefinition';
import { usedOnce } from './abbreviation/usedOnce';
import { charge } from './chemistry/charge';
import { misprint } from './chemistry/misprint';
import { nameFormula } from './chemistry/nameFormula';
import { oneNotation } from './chemistry/oneNotation';
import { reaction } from './chemistry/reaction';
import { stoichiometry } from './chemistry/stoichiometry';
import { typeset } from './chemistry/typeset';
import { authorList } from './citation/authorList';
import { duplicateEntry } from './citation/duplicateEntry';
import { duplicateKey } from './citation/duplicateKey';
import { entryWithoutNumber } from './citation/entryWithoutNumber';
import { keyTwice } from './citation/keyTwice';
import { malformedDoi } from './citation/malformedDoi';
import { malformedEntry } from './citation/malformedEntry';
import { missingField } from './citation/missingField';
import { numberWithoutEntry } from './citation/numberWithoutEntry';
import { preprintPublished } from './citation/preprintPublished';
import { undefinedKey } from './citation/undefinedKey';
import { unprotectedFormula } from './citation/unprotectedFormula';
import { unusedEntry } from './citation/unusedEntry';
import { disagree } from './claims/disagree';
import { arithmetic } from './quantity/arithmetic';
import { differsFromCatalogue } from './quantity/differsFromCatalogue';
import { impossible } from './quantity/impossible';
import { minus } from './quantity/minus';
import { rateUndefined } from './quantity/rateUndefined';
import { referenceMissing } from './quantity/referenceMissing';
import { spacing } from './quantity/spacing';
import { spelling } from './quantity/spelling';
import type { BibliographyRule, CitedFrom, Finding, Level, Rule, RuleOptions } from './rule';
import { suppressions } from './suppression';

/** A new rule is a file and a line here; `npm run rules` writes the rest. */
export const RULES = [
  undefinedAbbreviation,
  undefinedEntry,
  usedBeforeDefinition,
  definedAgain,
  conflictingExpansions,
  longFormAfterDefinition,
  usedOnce,
  unused,
  definedInHeading,
  listMissing,
  listUnused,
  listDisagrees,
  unusualExpansion,
  competingShortForms,
  plainInsteadOfMacro,
  article,
  plural,
  avoidedByJournal,
  misprint,
  stoichiometry,
  charge,
  reaction,
  nameFormula,
  typeset,
  oneNotation,
  undefinedKey,
  keyTwice,
  numberWithoutEntry,
  entryWithoutNumber,
  malformedEntry,
  duplicateKey,
  duplicateEntry,
  preprintPublished,
  missingField,
  malformedDoi,
  authorList,
  unprotectedFormula,
  unusedEntry,
  disagree,
  spacing,
  spelling,
  minus,
  impossible,
  arithmetic,
  rateUndefined,
  referenceMissing,
  differsFromCatalogue,
] as const satisfies readonly (Rule | BibliographyRule)[];

export type RuleCode = (typeof RULES)[number]['code'];

/** What a rule is about, to be said within a line: `short form that nobody defines`. */
export function titleOf(code: string): string {
  const title = RULES.find((rule) => rule.code === code)?.title ?? code;
  return /^\p{Lu}\p{Ll}/u.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}

/** A finding with the code and level under which it is reported. */
export interface Diagnostic extends Finding {
  readonly code: RuleCode;
  readonly level: Level;
}

/** Level of each rule; a rule that is not named keeps its own. */
export type Levels = Readonly<Record<string, Level | 'off'>>;

type Coded = (Rule | BibliographyRule) & { readonly code: RuleCode };

/** All findings in one file, in source order, without those that a comment switches off. */
export function check(file: FileAnalysis, manuscript: Manuscript, levels: Levels, options: RuleOptions): Diagnostic[] {
  const suppressed = suppressions(file.parsed);
  return inOrder(findings(file, manuscript, levels, options), ({ code, span }) => suppressed(code, span.start));
}

/** All findings in one file, rule by rule, whatever its comments say. */
export const findings = (
  file: FileAnalysis,
  manuscript: Manuscript,
  levels: Levels,
  options: RuleOptions,
): Generator<Diagnostic> => graded(levels, (rule) => ('check' in rule ? rule.check(file, manuscript, options) : []));

/** All findings in a .bib file. A comment before an entry switches a rule off for the whole entry. */
export function checkBibliography(bibliography: LoadedBibliography, around: CitedFrom, levels: Levels): Diagnostic[] {
  const suppressed = suppressions({ comments: commentsIn(bibliography.text), source: bibliography.text });
  const { entries } = bibliography.file;
  const beginning = (offset: number): number => {
    const before = entries[lowerBound(entries, ({ span }) => span.start > offset) - 1];
    return before && touches(before.span, offset) ? before.span.start : offset;
  };
  const found = graded(levels, (rule) =>
    'checkBibliography' in rule ? rule.checkBibliography(bibliography, around) : [],
  );
  return inOrder(found, ({ code, span }) => suppressed(code, beginning(span.start)));
}

const inOrder = (found: Iterable<Diagnostic>, isOff: (diagnostic: Diagnostic) => boolean): Diagnostic[] =>
  [...found].filter((diagnostic) => !isOff(diagnostic)).sort((a, b) => a.span.start - b.span.start);

/** The findings of each rule that is on, under its level. One that the user chose stands for every finding of the rule. */
function* graded(levels: Levels, findingsOf: (rule: Coded) => Iterable<Finding>): Generator<Diagnostic> {
  for (const rule of RULES as readonly Coded[]) {
    const { code, defaultLevel } = rule;
    const level = levels[code] ?? defaultLevel;
    if (level === 'off') continue;
    for (const finding of findingsOf(rule))
      yield { ...finding, code, level: levels[code] ? level : (finding.level ?? level) };
  }
}
