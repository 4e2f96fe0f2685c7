import { alignedStarts } from './alignment';
import type { BibtexEntry, BibtexFile } from './parse';
import { inCase, laidOut } from './serialise';
import { detectStyle } from './style';

/**
 * An entry laid out as most of its file is: indentation, alignment, case of names, commas, the closing brace. Values, their
 * delimiters and the order of the fields stay. Undefined where that would lose something: a comment within it, a broken entry.
 */
export function relayout(text: string, file: BibtexFile, { raw, span }: BibtexEntry): string | undefined {
  if (!raw.closed || file.problems.some((problem) => span.start <= problem.span.start && problem.span.end <= span.end))
    return undefined;
  const style = detectStyle(text, file);
  const starts = alignedStarts(
    raw.fields.map(({ name }) => inCase(name.toLowerCase(), style.fieldCase)),
    style,
  );
  const values = raw.fields.map(({ valueSpan }, at) => starts[at]! + text.slice(valueSpan.start, valueSpan.end));
  return laidOut(`@${inCase(raw.type, style.typeCase)}{${raw.key}`, values, style);
}
