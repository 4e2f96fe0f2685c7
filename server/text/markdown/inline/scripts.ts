import { scriptCharacter, scriptRunEnd, scriptRunText, typedScriptAt } from '../../scripts';
import { runLength } from '../lines';
import { raisedBraces, raisedBracket } from './brackets';
import type { InlineCursor } from './cursor';

export function tilde(c: InlineCursor, at: number): number {
  const run = runLength(c.source, at, c.end);
  if (run >= 2) return c.flush(at, at + run);
  const close = scriptEnd(c, at, '~');
  return close === undefined ? at + 1 : c.open(at, at + 1, close, close + 1, 'sub');
}

export function caret(c: InlineCursor, at: number): number {
  const { source } = c;
  if (source[at + 1] === '[') return raisedBracket(c, at);
  const name = blockName(c, at);
  if (name !== undefined) return name;
  const braced = raisedBraces(c, at);
  if (braced !== undefined) return braced;
  const close = source[at + 1] === '{' ? undefined : scriptEnd(c, at, '^');
  if (close !== undefined) return c.open(at, at + 1, close, close + 1, 'super');
  return typedScript(c, at) ?? at + 1;
}

/** `^name` at the end of a block, by which Obsidian links to it. */
function blockName(c: InlineCursor, at: number): number | undefined {
  if (!/[ \t]/.test(c.source[at - 1] ?? '')) return undefined;
  const name = /^\^[A-Za-z\d-]+\s*$/.exec(c.source.slice(at, Math.min(c.end, at + 80)))?.[0];
  return name !== undefined && at + name.length >= c.end ? c.flush(at, c.end) : undefined;
}

/** Closing `~` or `^` of Pandoc: no space in between that is not escaped. */
function scriptEnd(c: InlineCursor, at: number, mark: string): number | undefined {
  const { source } = c;
  const limit = Math.min(c.end, at + LONGEST_SCRIPT);
  for (let i = at + 1; i < limit; i++) {
    const c = source[i]!;
    if (c === mark) return i > at + 1 ? i : undefined;
    if (c === '\\') i++;
    else if (c === '\n' || c === ' ' || c === '\t' || c === '|') return undefined;
  }
  return undefined;
}

export function typedScript(c: InlineCursor, at: number): number | undefined {
  const typed = typedScriptAt(c.source, at, c.end);
  if (!typed) return undefined;
  const { inner, whole, script } = typed;
  c.flush(at, inner.start);
  const prose = c.prose.offset;
  c.scripted(script, () => c.prose.copy(inner.start, inner.end));
  c.prose.wrap(prose, whole);
  c.text = whole.end;
  return whole.end;
}

export function unicodeScript(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const character = scriptCharacter(source.charCodeAt(at));
  if (!character) return at + 1;
  const to = scriptRunEnd(source, at, end);
  c.flush(at, to);
  c.scripted(character.script, () => c.prose.replace(scriptRunText(source, at, to), at, to));
  return to;
}

const LONGEST_SCRIPT = 60;
