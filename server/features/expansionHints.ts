import type { Definition } from '../manuscript/definition';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import type { ManuscriptContext } from '../workspace/workspace';

/** What a short form stands for, to be shown after it. */
export interface ExpansionHint {
  /** Source offset. */
  readonly at: number;
  readonly long: string;
}

/**
 * The long form after the first use of each abbreviation in each chapter of the file, as the manuscript defines it; none where the
 * chapter has defined it before.
 */
export function expansionHints({ file, manuscript }: ManuscriptContext): ExpansionHint[] {
  const chapters = chapterStarts(file);
  const chapterOf = (offset: number) => chapters.filter((start) => start <= offset).length;
  const hints: ExpansionHint[] = [];
  for (const { short, uses } of manuscript.abbreviations.all) {
    const long = manuscript.abbreviations.expansion(short)?.definition.long;
    if (long === undefined) continue;
    const explained = new Set(definedInText(short, file).map(({ source }) => chapterOf(source.whole.start)));
    for (const use of uses) {
      if (use.file.uri !== file.uri || !SCOPES.has(use.scope) || explained.has(chapterOf(use.source.start))) continue;
      explained.add(chapterOf(use.source.start));
      hints.push({ at: use.source.end, long });
    }
  }
  return hints.sort((a, b) => a.at - b.at);
}

/** Headings and titles are read as a whole. */
const SCOPES: ReadonlySet<string> = new Set(['abstract', 'body', 'float', 'supporting-information']);

/** A list and a declaration are elsewhere. */
const definedInText = (short: string, { definitions }: FileAnalysis): readonly Definition[] =>
  definitions.filter((one) => one.short === short && one.form !== 'list' && one.form !== 'declaration');

/** Where the headings of the highest level are of which the file has more than one. */
function chapterStarts({ parsed: { prose } }: FileAnalysis): readonly number[] {
  const headings = prose.blocks.filter(({ kind }) => kind === 'heading');
  const count = (level: number) => headings.filter((heading) => (heading.level ?? 1) === level).length;
  const levels = [...new Set(headings.map(({ level }) => level ?? 1))].sort((a, b) => a - b);
  const level = levels.find((one) => count(one) > 1) ?? levels[0];
  return headings.filter((heading) => (heading.level ?? 1) === level).map((heading) => prose.toSource(heading).start);
}
