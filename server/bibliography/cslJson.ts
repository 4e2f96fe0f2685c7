import { type Span, span } from '../base/span';
import { fromCsl } from './csl';
import { duplicateKeys } from './duplicateKeys';
import type { BibliographyFile, BibliographyProblem, Entry } from './reference';

/**
 * Reads CSL-JSON, a list of items or one item. An item that is not JSON becomes a problem and the others are read:
 * an item ends at the latest where the next one begins at a line start, no deeper than it.
 */
export function parseCslJson(json: string): BibliographyFile {
  const entries: Entry[] = [];
  const problems: BibliographyProblem[] = [];
  for (const item of jsonObjects(json)) {
    const entry = readItem(json, item);
    if ('message' in entry) problems.push(entry);
    else entries.push(entry);
  }
  return { entries, problems: [...problems, ...duplicateKeys(entries)] };
}

/** An object of the outermost list, and where the value of its `id` is. */
export interface JsonObject {
  readonly span: Span;
  readonly idSpan: Span | undefined;
  readonly closed: boolean;
}

function readItem(json: string, item: JsonObject): Entry | BibliographyProblem {
  const problem = (message: string): BibliographyProblem => ({ span: item.span, message, code: 'syntax' });
  if (!item.closed) return problem('This item is never closed: put a closing brace after its last value.');
  const value = parsed(json.slice(item.span.start, item.span.end));
  if (value === undefined)
    return problem('This item is not JSON: look for a missing comma, quotation mark or bracket.');
  const reference = fromCsl(value);
  if (!reference || !item.idSpan) return problem('This item has no key: give it an "id".');
  return { reference, span: item.span, keySpan: item.idSpan };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Finds the outermost objects of a list, or the one object that a file holds, in one pass. */
export function jsonObjects(json: string): JsonObject[] {
  const objects: JsonObject[] = [];
  let depth = 0;
  let start = -1;
  let startColumn = 0;
  let idSpan: Span | undefined;
  let idExpected = false;

  const finish = (end: number, closed: boolean): void => {
    objects.push({ span: span(start, end), idSpan, closed });
    start = -1;
    depth = 0;
  };

  for (let at = 0; at < json.length; at++) {
    const character = json[at]!;
    if (character === '"') {
      const end = stringEnd(json, at);
      if (idExpected) idSpan ??= span(at + 1, end - 1);
      idExpected = depth === 1 && json.slice(at, end) === '"id"' && COLON.test(json.slice(end, end + 20));
      at = end - 1;
    } else if (character === '{' || character === '[') {
      if (start >= 0 && character === '{' && depth > 1 && indentation(json, at) === startColumn)
        finish(lastInk(json, at), false);
      if (start < 0 && character === '{') {
        start = at;
        startColumn = indentation(json, at) ?? -1;
        idSpan = undefined;
      }
      if (start >= 0) depth++;
    } else if (start >= 0 && (character === '}' || character === ']')) {
      depth--;
      if (depth === 0) finish(at + 1, true);
    } else if (idExpected && /\d/.test(character)) {
      const digits = /^[\d.]+/.exec(json.slice(at, at + 40))![0];
      idSpan ??= span(at, at + digits.length);
      idExpected = false;
    }
  }
  if (start >= 0) finish(lastInk(json, json.length), false);
  return objects;
}

const COLON = /^\s*:/;

/** After the closing quotation mark; strings do not run over line ends. */
function stringEnd(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"' || json[at] === '\n') return at + 1;
  }
  return json.length;
}

/** Column of a character that is the first of its line, else `undefined`. */
function indentation(json: string, at: number): number | undefined {
  let before = at - 1;
  while (json[before] === ' ' || json[before] === '\t') before--;
  return before < 0 || json[before] === '\n' ? at - 1 - before : undefined;
}

function lastInk(json: string, before: number): number {
  let end = before;
  while (/[\s,]/.test(json[end - 1] ?? '')) end--;
  return end;
}
