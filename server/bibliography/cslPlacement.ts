import type { Placed } from './bibtex/placement';
import type { CslItem } from './csl';
import { type JsonObject, jsonObjects } from './cslJson';

/** Where a new item goes in CSL-JSON, indented as its neighbours are; `undefined` where the text is not a closed list. */
export function placeItem(item: CslItem, json: string): Placed | undefined {
  if (json.trim() === '') return { offset: json.length, newText: `${JSON.stringify([item], null, 2)}\n` };
  const close = json.trimEnd().length - 1;
  const last = jsonObjects(json).at(-1);
  const isList = json.trimStart().startsWith('[') && json[close] === ']';
  if (!isList || (last && !last.closed)) return undefined;
  return last ? afterItem(last, item, json) : intoEmptyList(item, json);
}

function afterItem({ span }: JsonObject, item: CslItem, json: string): Placed {
  const newline = json.includes('\r\n') ? '\r\n' : '\n';
  const neighbour = json.slice(span.start, span.end);
  const lineStart = json.slice(json.lastIndexOf('\n', span.start) + 1, span.start);
  const ownLine = lineStart.trim() === '' && span.start > lineStart.length;
  const separator = ownLine ? `,${newline}${lineStart}` : ',';
  if (!neighbour.includes('\n')) return { offset: span.end, newText: separator + JSON.stringify(item) };
  const outer = /^[ \t]*/.exec(lineStart)![0];
  const inner = /\n([ \t]*)"/.exec(neighbour)?.[1] ?? '';
  const step = inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
  const lines = JSON.stringify(item, null, step)
    .split('\n')
    .join(newline + outer);
  return { offset: span.end, newText: separator + lines };
}

function intoEmptyList(item: CslItem, json: string): Placed {
  const offset = json.indexOf('[') + 1;
  const lines = JSON.stringify(item, null, 2).split('\n').join('\n  ');
  return { offset, newText: `\n  ${lines}${/^\s*\n/.test(json.slice(offset)) ? '' : '\n'}` };
}
