import { span } from '../../../base/span';
import type { ParsedFile } from '../../../text';
import type { Begun, CitationForm } from './form';

/** `@a @b`. Marks that follow each other are one group in print, so that none is joined. */
export const typstForm = ({ source }: ParsedFile): CitationForm => ({
  mark: marks,
  textual: (keys) => keys.map((key) => `#cite(${label(key)}, form: "prose")`).join(' '),
  joined: () => undefined,
  begun: (caret, keys) => begun(source, caret, keys),
});

const marks = (keys: readonly string[]): string => keys.map(mark).join(' ');

/** `@‸`, `#cite(<‸>)`, `#cite(‸)` */
function begun(source: string, caret: number, keys: readonly string[]): Begun | undefined {
  const [first, ...others] = keys as [string, ...string[]];
  const [before, after] = [source.slice(Math.max(0, caret - 10), caret), source.slice(caret, caret + 2)];
  const more = others.length === 0 ? '' : ` ${marks(others)}`;
  if (/(?:^|\s)@$/.test(before) && !/^[\p{L}\p{N}_]/u.test(after) && isLabel(first))
    return { at: caret, text: first + more, whole: span(caret - 1, caret) };
  const open = /#cite\((<?)$/.exec(before);
  const isClosed = open?.[1] ? /^>[,)]/.test(after) && isLabel(first) : after.startsWith(')');
  if (!open || !isClosed || others.length > 0) return undefined;
  const text = open[1] ? first : label(first);
  return { at: caret, text, whole: span(caret - open[0].length, source.indexOf(')', caret) + 1) };
}

const mark = (key: string): string => (isLabel(key) ? `@${key}` : `#cite(${label(key)})`);

/** A key that is not a label in Typst's syntax is quoted. */
const label = (key: string): string => (isLabel(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`);

const isLabel = (key: string): boolean => /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(key) && !/[.:]$/.test(key);
