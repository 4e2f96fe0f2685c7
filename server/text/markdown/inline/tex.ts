import { span } from '../../../base/span';
import { trimmed } from '../../latex/declarations';
import { readTexCommand, readTexMath } from '../../latex/latex';
import { mathEnd } from '../math';
import { acronymShown, texCommandAt } from '../tex';
import type { InlineCursor } from './cursor';

export function readMathAt(c: InlineCursor, at: number): number | undefined {
  const math = mathEnd(c.source, at, c.end);
  if (!math) return undefined;
  if (!math.display) return readFormula(c, at, math.from, math.to, math.end);
  const content = c.source.slice(math.from, math.to);
  if (content.length < 200 && !content.includes('\n') && /^\s*\\(?:ce|text|mathrm)\b/.test(content)) {
    return readFormula(c, at, math.from, math.to, math.end);
  }
  c.flush(at, math.end);
  c.reopen({ kind: 'equation', part: c.role.part });
  c.asides.push(...readTexMath(c.prose, c.source, math.from, math.to));
  c.reopen(c.role);
  const to = c.attributesEnd(math.end);
  c.text = to;
  return to;
}

export function parenthesisMath(c: InlineCursor, at: number): number | undefined {
  const close = c.marks.find('\\)', at + 2, Math.min(c.end, at + 1000));
  if (!close || !/[\\_^=]|^\w$/.test(c.source.slice(at + 2, close.start))) return undefined;
  return readFormula(c, at, at + 2, close.start, close.end);
}

export function readFormula(c: InlineCursor, at: number, from: number, to: number, end: number): number {
  c.flush(at, end);
  const raised = /^\s*\^\s*\{?\s*(\[[\d\s,–−-]{1,40}\])\s*\}?\s*$/.exec(c.source.slice(from, Math.min(to, from + 60)));
  if (raised) return c.citation(at, end, '^[', []);
  const prose = c.prose.offset;
  c.asides.push(...readTexMath(c.prose, c.source, from, to));
  c.prose.wrap(prose, span(at, end), true);
  return end;
}

export function texCommand(c: InlineCursor, at: number): number {
  const command = texCommandAt(c.source, at, c.end, c.marks);
  if (!command) return at + 1;
  const { name, argument, end } = command;
  const shown = acronymShown(name);
  if (shown && argument) {
    const key = trimmed(c.source, span(argument.from, argument.to));
    return c.use(at, end, key, { command: `\\${name}`, shows: shown, plural: /(?:pl|p|acrs)$/.test(name) });
  }
  c.flush(at, end);
  c.found.citations.push(...readTexCommand(c.prose, c.source, at, end));
  return end;
}
