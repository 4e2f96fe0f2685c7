import type { Span } from '../../base/span';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS, type FormatId } from '../../text';

/** So far back the citation that is being typed can begin. */
const REACH = 2000;

/** What was typed of a key, or in search of one, up to a source offset; undefined where the caret is in no citation. */
export function typedKey(format: FormatId, source: string, offset: number, { files }: Manuscript): Span | undefined {
  const from = Math.max(0, offset - REACH);
  const start = FORMATS[format].citing.keyStart(source.slice(from, offset), files);
  return start === undefined ? undefined : { start: from + start, end: offset };
}
