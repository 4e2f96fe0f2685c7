import { span } from '../../../base/span';
import { ATOM } from '../../prose';
import { listedKeys } from '../citations';
import { find, runLength } from '../lines';
import { codeEnd } from '../pairs';
import type { InlineCursor } from './cursor';
import { readFormula } from './tex';

export function brace(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const brackets = SHORTCODES.find(({ open }) => source.startsWith(open, at));
  if (brackets) return shortcode(c, at, brackets);
  const substitution = /^\{\{[ \t]*[\p{L}_][^{}\n]{0,100}\}\}/u.exec(source.slice(at, Math.min(end, at + 110)))?.[0];
  if (substitution) return c.put(ATOM, at, at + substitution.length);
  const role = /^\{([A-Za-z][\w:+.-]{0,30})\}`/.exec(source.slice(at, Math.min(end, at + 40)));
  if (role) return mystRole(c, at, role[1]!, at + role[0].length - 1);
  const to = c.attributesEnd(at);
  return to > at ? c.flush(at, to) : at + 1;
}

/** Of Quarto and Hugo, and the tags of Liquid that Jekyll reads. */
const SHORTCODES = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{%', close: '%}' },
] as const;

function shortcode(c: InlineCursor, at: number, { open, close }: (typeof SHORTCODES)[number]): number {
  const { source } = c;
  const limit = Math.min(c.end, at + 400);
  const last = find(source, close, at, limit);
  if (last === limit) return at + 1;
  const words = source
    .slice(at + open.length, last)
    .trim()
    .split(/\s+/);
  const to = last + close.length;
  const [name = '', argument = ''] = words;
  if (/^acr(?:onyms?)?$/.test(name) && argument) {
    const from = source.indexOf(argument, source.indexOf(name, at) + name.length);
    const plural = words.includes('plural=true');
    return c.use(at, to, span(from, from + argument.length), { command: 'acr', shows: 'first-full', plural });
  }
  if (name === 'include' && argument) {
    const from = source.indexOf(argument, at + 10);
    c.found.includes.push({ path: argument, span: span(from, from + argument.length), command: 'include' });
    return c.flush(at, to);
  }
  return c.put(ATOM, at, to);
}

function mystRole(c: InlineCursor, at: number, name: string, ticks: number): number {
  const { source, end } = c;
  const code = codeEnd(source, ticks, end);
  if (code.content === code.end) return at + 1;
  const from = ticks + runLength(source, ticks, end);
  const to = code.content;
  if (/^(?:cite|footcite)/.test(name)) return c.citation(at, code.end, `{${name}}`, listedKeys(source, from, to));
  if (/^(?:sub|subscript)$/.test(name)) return c.open(at, from, to, code.end, 'sub');
  if (/^(?:sup|superscript)$/.test(name)) return c.open(at, from, to, code.end, 'super');
  if (name === 'math') return readFormula(c, at, from, to, code.end);
  if (name === 'abbr') return abbreviationRole(c, at, from, to, code.end);
  if (/^(?:emphasis|strong|term|del|u|smallcaps|index|chem|ce)$/.test(name)) return c.open(at, from, to, code.end);
  return c.put(ATOM, at, code.end);
}

/** `` {abbr}`FEC (fluoroethylene carbonate)` `` shows FEC. */
function abbreviationRole(c: InlineCursor, at: number, from: number, to: number, end: number): number {
  const match = /^([^()]+?)\s*\(([^`]+)\)\s*$/.exec(c.source.slice(from, Math.min(to, from + 300)));
  const shortEnd = match ? from + match[1]!.length : to;
  if (match) {
    const longAt = from + match[0].lastIndexOf(match[2]!);
    c.declare('{abbr}', span(at, end), span(from, shortEnd), span(longAt, longAt + match[2]!.length));
  }
  c.flush(at, from);
  const prose = c.prose.offset;
  c.prose.copy(from, shortEnd);
  c.prose.wrap(prose, span(at, end), true);
  c.text = end;
  return end;
}

/** `+FEC` of pandoc-acro, where FEC is declared. */
export function acronym(c: InlineCursor, at: number): number {
  if (c.glossary.size === 0 || /[\w+]/.test(c.source[at - 1] ?? ' ')) return at + 1;
  const [whole, star, word] = /^\+(\*?)([A-Za-z][\w-]{0,40})/.exec(c.source.slice(at, Math.min(c.end, at + 43))) ?? [];
  if (!word || !c.glossary.has(word)) return at + 1;
  const to = at + whole!.length;
  const classes = /^\]\{([^{}\n]{0,80})\}/.exec(c.source.slice(to, Math.min(c.end, to + 90)))?.[1]?.split(' ') ?? [];
  const shows = (['short', 'long', 'full'] as const).find((shown) => classes.includes(`.${shown}`)) ?? 'first-full';
  const plural = classes.includes('.plural');
  return c.use(at, to, span(at + 1 + star!.length, to), { command: '+', shows, plural });
}
