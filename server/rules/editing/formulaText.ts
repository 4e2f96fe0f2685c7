import type { Edit } from '../../base/edit';
import type { ProseSpan, Span } from '../../base/span';
import { type ScriptedRun, scriptsOf } from '../../chemistry/typeset';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Prose } from '../../text/prose';
import { inMarkup, markupOf } from './markup';

/**
 * Writes another formula, given in flat text, in the place of one, in the markup that is there; undefined where that markup would
 * not write the old formula just as it is.
 */
export const formulaInstead = (file: FileAnalysis, at: Span, formula: string): Edit | undefined => {
  const runs = scriptsOf(formula);
  return runs && runsInstead(file, at, runs, formula);
};

/** Gives an ion another charge, and raises it; undefined where the markup there cannot be written again. */
export function chargeInstead(file: FileAnalysis, at: Span, charge: number): Edit | undefined {
  const runs = scriptedRuns(file.parsed.prose, at);
  const body = runs.at(-1)?.script === 'super' ? runs.slice(0, -1) : runs;
  const hasRaised = body.some(({ script }) => script === 'super');
  // On the line a charge cannot be told from an index: SO42-.
  const isFlat = body.every(({ script }) => script === 'normal') && /\d/.test(body.map(({ text }) => text).join(''));
  if (hasRaised || isFlat) return undefined;
  const size = Math.abs(charge);
  const sign = charge > 0 ? '+' : minusOf(file, at);
  return runsInstead(file, at, [...body, { text: `${size > 1 ? size : ''}${sign}`, script: 'super' }]);
}

function runsInstead(
  { parsed: { prose, source, format }, uri }: FileAnalysis,
  at: Span,
  runs: readonly ScriptedRun[],
  flat?: string,
): Edit | undefined {
  const span = prose.toSource(at);
  const written = source.slice(span.start, span.end);
  if (written === prose.slice(at) && flat !== undefined) return { uri, span, newText: flat };
  const markup = markupOf(written);
  // The dollars around `\ce` in Markdown are not part of the formula.
  const setIn = written.startsWith('\\ce') ? 'latex' : format;
  const again = markup && inMarkup(scriptedRuns(prose, at), markup, setIn);
  const isFlat = again !== written && again !== undefined && unbraced(again) === written;
  if (!again || !(again === written || isFlat)) return undefined;
  const newText = inMarkup(runs, markup, setIn);
  return newText === undefined ? undefined : { uri, span, newText: isFlat ? unbraced(newText) : newText };
}

/** `\ce{Ni_{0.8}}` → `\ce{Ni0.8}` */
const unbraced = (text: string): string => (/ce\b/.test(text) ? text.replace(/_\{([^{}]*)\}/g, '$1') : text);

/** The characters of a stretch of prose, those of one script together. */
export function scriptedRuns(prose: Prose, at: ProseSpan): ScriptedRun[] {
  const runs: ScriptedRun[] = [];
  const scripts = prose.scripts(at);
  [...prose.slice(at)].forEach((text, i) => {
    const script = scripts[i] === 's' ? 'sub' : scripts[i] === 'S' ? 'super' : 'normal';
    const last = runs.at(-1);
    if (last?.script === script) runs[runs.length - 1] = { text: last.text + text, script };
    else runs.push({ text, script });
  });
  return runs;
}

/** The minus that math and chemistry packages set themselves is typed as a hyphen. */
const minusOf = ({ parsed: { prose, source } }: FileAnalysis, at: Span): string => {
  const { start, end } = prose.toSource(at);
  return /ce|ch|dollars|upright/.test(markupOf(source.slice(start, end)) ?? '') ? '-' : '−';
};
