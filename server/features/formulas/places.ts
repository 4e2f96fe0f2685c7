import { overlaps, type ProseSpan, type SourceSpan, type Span } from '../../base/span';
import { type ScriptedRun, scriptsOf } from '../../chemistry/typeset';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { FormulaCandidate } from '../../manuscript/recognise/formulas';
import { scriptedRuns } from '../../rules/editing/formulaText';
import { markupOf } from '../../rules/editing/markup';
import type { Markup } from '../../text/format';
import { type MathSpan, mathOf } from './math';

/** A formula that can be set in another way without anything around it being touched. */
export interface PlacedFormula {
  /** In the source, with the dollars that enclose nothing else. */
  readonly span: SourceSpan;
  /** In the prose. */
  readonly prose: ProseSpan;
  readonly runs: readonly ScriptedRun[];
  /** How it is set; undefined where its indices are on the line. */
  readonly markup: Markup | undefined;
  /** In a heading or title, which editors, outlines and PDF bookmarks show as plain text. */
  readonly inHeading: boolean;
}

/** Formulas with an index or a charge in the author's own text; none in references, code, equations and parts of others. */
export function placedFormulas(file: FileAnalysis): PlacedFormula[] {
  const mathIn = mathOf(file.parsed);
  return file.candidates.formulas.flatMap((formula) => placed(file, formula, mathIn) ?? []);
}

function placed(
  file: FileAnalysis,
  { prose: at, certain, standing }: FormulaCandidate,
  mathIn: (at: number) => MathSpan | undefined,
): PlacedFormula | undefined {
  const { prose, source } = file.parsed;
  const block = prose.blockAt(at.start);
  if (!certain || standing === 'polyhedron' || !block || block.kind === 'equation' || block.part === 'references')
    return undefined;
  if (file.mentionsIn(at).some((mention) => OTHERS.has(mention.kind) && overlaps(mention.prose, at))) return undefined;
  const inner = prose.toSource(at);
  const written = source.slice(inner.start, inner.end);
  const isFlat = written === prose.slice(at);
  const whole = alone(file, at, inner, mathIn);
  if (!whole || isInCode(source, whole.start) || !(isFlat || READ.test(written))) return undefined;
  if (isFlat && (prose.settingAt(at.start) !== 'text' || whole.start !== inner.start)) return undefined;
  const runs = isFlat ? scriptsOf(written) : scriptedRuns(prose, at);
  if (!runs?.some(({ script }) => script !== 'normal') || !runs.every(isWritable)) return undefined;
  const inHeading = block.kind === 'heading' || block.kind === 'title';
  return { span: whole, prose: at, runs, markup: isFlat ? undefined : markupOf(written), inHeading };
}

const OTHERS: ReadonlySet<string> = new Set(['abbreviation', 'name', 'quantity', 'citation']);

/** Nothing but letters and brackets on the line, and the dot of a hydrate; below it indices and states. A bond is set in ways of its own. */
const isWritable = ({ text, script }: ScriptedRun): boolean =>
  script === 'normal'
    ? /^[A-Za-z()[\]]*(?:·\d*(?:\.\d+)?[A-Za-z()[\]]+)*$/.test(text) && !text.startsWith('[')
    : /^[\dxyznδ.+\-−–]+$/.test(text) || (script === 'sub' && /^\((?:s|l|g|aq|solv)\)$/.test(text));

/** Markup of scripts and upright letters only, and no macro of the author's own. */
const READ =
  /^(?:[A-Za-z\d()[\]₀-₉⁰-⁹⁺⁻₊₋ₓₙ¹²³.·*]|\\[()]|\\(?:mathrm|textrm|text|textsubscript|textsuperscript|ce|rm|cdot|textperiodcentered)\b ?|[{}$_^~"+\-−–]|<\/?su[bp]>|#(?:sub|super)\[|#ce\(|\]|\)|upright\()+$/;

/** The stretch with the math that holds nothing else; undefined where it is a part of more math, or of display math. */
function alone(
  file: FileAnalysis,
  at: Span,
  inner: Span,
  mathIn: (at: number) => MathSpan | undefined,
): Span | undefined {
  const { prose, source } = file.parsed;
  const isBesideMath = prose.settingAt(at.start - 1) === 'math' || prose.settingAt(at.end) === 'math';
  if (!balanced(source.slice(inner.start, inner.end)) || isBesideMath) return undefined;
  const math = mathIn(inner.start);
  if (!math) return inner;
  const isWhole = math.inner.start === inner.start && math.inner.end === inner.end;
  return isWhole && math.isInline ? math.whole : undefined;
}

function balanced(written: string): boolean {
  let depth = 0;
  for (const c of written) {
    if (c === '{') depth++;
    if (c === '}' && --depth < 0) return false;
  }
  const count = (mark: string) => written.split(mark).length - 1;
  return depth === 0 && count('$') % 2 === 0 && count('\\(') === count('\\)');
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
