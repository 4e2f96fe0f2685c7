import { overlaps, type Span, span } from '../../base/span';
import { type ScriptedRun, scriptsOf } from '../../chemistry/typeset';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { FormulaCandidate } from '../../manuscript/recognise/formulas';
import { scriptedRuns } from '../../rules/editing/formulaText';
import { type Markup, markupOf } from '../../rules/editing/markup';

/** A formula that can be set in another way without anything around it being touched. */
export interface PlacedFormula {
  /** In the source, with the dollars that enclose nothing else. */
  readonly span: Span;
  /** In the prose. */
  readonly prose: Span;
  readonly runs: readonly ScriptedRun[];
  /** How it is set; undefined where its indices are on the line. */
  readonly markup: Markup | undefined;
  /** In a heading or title, which editors, outlines and PDF bookmarks show as plain text. */
  readonly inHeading: boolean;
}

/** Formulas with an index or a charge in the author's own text; none in references, code, equations and parts of others. */
export const placedFormulas = (file: FileAnalysis): PlacedFormula[] =>
  file.candidates.formulas.flatMap((formula) => placed(file, formula) ?? []);

function placed(file: FileAnalysis, { prose: at, certain, standing }: FormulaCandidate): PlacedFormula | undefined {
  const { prose, source } = file.parsed;
  const block = prose.blockAt(at.start);
  if (!certain || standing === 'polyhedron' || !block || block.kind === 'equation' || block.part === 'references')
    return undefined;
  if (file.mentionsIn(at).some((mention) => OTHERS.has(mention.kind) && overlaps(mention.prose, at))) return undefined;
  const inner = prose.toSource(at);
  const written = source.slice(inner.start, inner.end);
  const isFlat = written === prose.slice(at);
  const whole = isFlat ? inner : alone(source, inner, prose.settingAt(at.start) === 'text');
  if (!whole || isInCode(source, whole.start) || !(isFlat || READ.test(written))) return undefined;
  if (isFlat && prose.settingAt(at.start) !== 'text') return undefined;
  const runs = isFlat ? scriptsOf(written) : scriptedRuns(prose, at);
  if (!runs?.some(({ script }) => script !== 'normal') || !runs.every(isWritable)) return undefined;
  const inHeading = block.kind === 'heading' || block.kind === 'title';
  return { span: whole, prose: at, runs, markup: isFlat ? undefined : markupOf(written), inHeading };
}

const OTHERS: ReadonlySet<string> = new Set(['abbreviation', 'name', 'quantity', 'citation']);

/** Nothing but letters, digits and brackets on the line: a dot of a hydrate, a bond or a state is set in ways of its own. */
const isWritable = ({ text, script }: ScriptedRun): boolean =>
  script === 'normal' ? /^[A-Za-z()[\]]+$/.test(text) && !text.startsWith('[') : /^[\dxyznδ.+\-−–]+$/.test(text);

/** Markup of scripts and upright letters only, and no macro of the author's own. */
const READ =
  /^(?:[A-Za-z\d()[\]₀-₉⁰-⁹⁺⁻₊₋ₓₙ¹²³.]|\\(?:mathrm|textrm|text|textsubscript|textsuperscript|ce|rm)\b ?|[{}$_^~"+\-−–]|<\/?su[bp]>|#(?:sub|super)\[|#ce\(|\]|\)|upright\()+$/;

/** The stretch with the dollars around it; undefined where it is a part of a larger formula of math or chemistry. */
function alone(source: string, { start, end }: Span, isText: boolean): Span | undefined {
  const written = source.slice(start, end);
  if (isText || /^(?:\\ce\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|#ce\("[^"]*"\))$/.test(written)) {
    const isInMath = source[start - 1] === '$' && source[end] === '$' && written.startsWith('\\ce');
    if (isInMath) return source[start - 2] === '$' ? undefined : span(start - 1, end + 1);
    return balanced(written) ? span(start, end) : undefined;
  }
  const isAlone = source[start - 1] === '$' && source[end] === '$';
  const isDisplay = source[start - 2] === '$' || source[end + 1] === '$';
  return isAlone && !isDisplay && balanced(written) ? span(start - 1, end + 1) : undefined;
}

function balanced(written: string): boolean {
  let depth = 0;
  for (const c of written) {
    if (c === '{') depth++;
    if (c === '}' && --depth < 0) return false;
  }
  return depth === 0 && (written.match(/\$/g) ?? []).length % 2 === 0;
}

/** The argument of a macro that sets code, or of one that may do anything with it. */
function isInCode(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - REACH), start);
  const command = /\\([A-Za-z]+)\*?(?:\[[^\]]*\])?\{[^{}\\]*$/.exec(before)?.[1];
  return command !== undefined && !SETS_TEXT.has(command);
}

const REACH = 400;
const SETS_TEXT: ReadonlySet<string> = new Set(
  'emph textbf textit textsc textsf textrm text textnormal underline title section subsection subsubsection paragraph subparagraph chapter caption captionof footnote thanks item begin end multicolumn mbox'.split(
    ' ',
  ),
);
