import { scriptsOf } from '../../chemistry/typeset';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import type { FormulaCandidate } from '../../manuscript/recognise/formulas';
import { FORMATS } from '../../text';
import type { Markup } from '../../text/format';
import type { ParsedFile } from '../../text/parsedFile';
import { inMarkup, markupOf } from './markup';

/** How the formulas of a manuscript are set. */
export interface FormulaMarkup {
  /** The markup of most formulas that have indices; undefined where none is known. */
  readonly most: Markup | undefined;
  /** How many of them have it. */
  readonly count: number;
  /** Formulas with a lowered index. */
  readonly set: number;
  /** Formulas with their indices on the line. */
  readonly flat: number;
}

export function formulaMarkup({ files }: Manuscript): FormulaMarkup {
  const counts = new Map<Markup, number>();
  let set = 0;
  let flat = 0;
  for (const file of files) {
    const { prose, source } = file.parsed;
    for (const formula of file.formulas) {
      if (isFlat(formula, file)) flat++;
      else if (hasIndex(formula, file)) {
        set++;
        const { start, end } = prose.toSource(formula.prose);
        const markup = markupOf(source.slice(start, end));
        if (markup) counts.set(markup, (counts.get(markup) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return { most: most?.[0], count: most?.[1] ?? 0, set, flat };
}

/** A compound in plain text whose indices are on the line: `LiPF6`. */
export const isFlat = (
  { prose: at, formula, certain, standing }: FormulaCandidate,
  { parsed: { prose } }: FileCandidates,
): boolean =>
  certain &&
  !/^(?:\+\p{L}|- )/u.test(prose.text.slice(at.end, at.end + 2)) &&
  !endsWithCitation(prose.slice(at)) &&
  standing === 'compound' &&
  formula.charge === 0 &&
  prose.settingAt(at.start) === 'text' &&
  /[A-Za-z)\]]\d/.test(prose.slice(at)) &&
  !/[^n]/.test(prose.scripts(at));

/** `GaAs115`: the number of a cited work that lost its raising. */
const endsWithCitation = (text: string): boolean => /[a-z]\d{3}$/i.test(text);

const hasIndex = ({ prose: at }: FormulaCandidate, { parsed: { prose } }: FileCandidates): boolean =>
  prose.scripts(at).includes('s');

/** A formula, given in flat text, as the manuscript sets its others; where it has none yet, as its format usually does. */
export function formulaAsSet(
  formula: string,
  { format, packages }: ParsedFile,
  { most, set, flat }: FormulaMarkup,
): string {
  const runs = flat > set ? undefined : scriptsOf(formula);
  return (
    (runs && inMarkup(runs, most ?? FORMATS[format].formulas.usual(packages), format)) ??
    FORMATS[format].escape(formula)
  );
}
