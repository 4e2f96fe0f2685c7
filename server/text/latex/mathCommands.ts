import { span } from '../../base/span';
import type { Setting } from '../prose';
import type { Command } from './commands';
import { named } from './named';
import { isLetter, skipSpaces } from './scan';
import { MATH_SYMBOLS, RELATIONS } from './symbols';

/** A sign that stands close to its neighbours. */
const close =
  (text: string): Command =>
  (r, use, end) => {
    r.put(text, use.start, use.after);
    return isLetter(r.source.charCodeAt(use.start + 1)) ? skipSpaces(r.source, use.after, end) : use.after;
  };

/** A relation or arrow: a gap on both sides, but not in an index. */
const apart =
  (text: string): Command =>
  (r, use, end) => {
    const gaps = r.builder.script() === 'normal';
    if (gaps) r.space(use.start, use.start);
    r.put(text, use.start, use.after);
    const after = skipSpaces(r.source, use.after, end);
    if (gaps) r.space(use.after, after);
    return after;
  };

/** `\mathrm{…}`: letters in another shape. Those that are upright may spell a formula. */
const font =
  (setting: Setting | undefined, delimiter: boolean): Command =>
  (r, use, end) => {
    const argument = r.argument(use.after, end);
    if (!argument) return use.after;
    const from = r.builder.offset;
    const style = r.builder.restyle(setting ? { setting } : {});
    r.read(argument.start, argument.end);
    r.builder.restore(style);
    r.sink.wrap(from, span(use.start, argument.after), delimiter);
    return argument.after;
  };

/** `\bar{3}`: a digit keeps its bar, which tells axes and directions of a crystal apart. */
const bar: Command = (r, use, end) => {
  const argument = r.argument(use.after, end);
  const digit = argument && /^\s*(\d)\s*$/.exec(r.source.slice(argument.start, argument.end))?.[1];
  if (!argument || digit === undefined) return font(undefined, true)(r, use, end);
  r.put(`${digit}\u0305`, use.start, argument.after);
  return argument.after;
};

/** `\text{…}` in math: text again, with its spaces and its own math. */
const text: Command = (r, use, end) => {
  const argument = r.argument(use.after, end);
  if (!argument) return use.after;
  const from = r.builder.offset;
  r.readAs('text', 'upright', argument.start, argument.end);
  r.sink.wrap(from, span(use.start, argument.after));
  return argument.after;
};

/** `\frac{a}{b}` reads a/b. */
const fraction: Command = (r, use, end) => {
  const over = r.argument(use.after, end);
  const under = over && r.argument(over.after, end);
  if (!under) return use.after;
  r.read(over.start, over.end);
  r.put('/', over.end, under.start);
  r.read(under.start, under.end);
  return under.after;
};

const root: Command = (r, use, end) => {
  const at = r.optional(use.after, end)?.after ?? use.after;
  r.put('√', use.start, use.after);
  return at;
};

/** `\left[`, `\big|`: the delimiter, read together with its size. */
const sized: Command = (r, use, end) => {
  const at = skipSpaces(r.source, use.after, end);
  const character = r.source[at];
  if (at >= end || character === undefined || character === '.') return Math.min(at + 1, end);
  if (character === '\\') return r.control(at, end);
  if ('()[]|/<>'.includes(character)) r.put(character, use.start, at + 1);
  return at + 1;
};

/** `\overset{a}{b}`, `\stackrel{a}{b}`, `\underset{a}{b}`: what is on the line. */
const stacked: Command = (r, use, end) => {
  const beside = r.argument(use.after, end);
  const base = beside && r.argument(beside.after, end);
  if (!base) return use.after;
  r.read(base.start, base.end);
  return base.after;
};

/** `\xrightarrow[below]{above}` */
const labelledArrow =
  (arrow: string): Command =>
  (r, use, end) => {
    const at = r.optional(use.after, end)?.after ?? use.after;
    const above = r.argument(at, end);
    apart(arrow)(r, { ...use, after: above?.after ?? at }, end);
    return above?.after ?? at;
  };

const gap: Command = (r, use) => {
  r.space(use.start, use.after);
  return use.after;
};

const lineBreak: Command = (r, use, end) => {
  r.space(use.start, use.after);
  return r.source[use.after] === '[' ? (r.optional(use.after, end)?.after ?? use.after) : use.after;
};

const skipGroup: Command = (r, use, end) => r.argument(use.after, end)?.after ?? use.after;

/** `\ket{a}` */
const bracket =
  (before: string, after: string): Command =>
  (r, use, end) => {
    const argument = r.argument(use.after, end);
    if (!argument) return use.after;
    r.put(before, use.start, argument.start);
    r.read(argument.start, argument.end);
    r.put(after, argument.end, argument.after);
    return argument.after;
  };

/** `\operatorname{cov}` and what follows it. */
const operator: Command = (r, use, end) => {
  const starred = r.source[use.after] === '*' ? use.after + 1 : use.after;
  return font('upright', true)(r, { ...use, after: starred }, end);
};

/** Commands that mean something else, or something at all, only in math. */
export const MATH_COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...[...MATH_SYMBOLS].map(([name, sign]): [string, Command] => [name, close(sign)]),
  ...[...RELATIONS].map(([name, sign]): [string, Command] => [name, apart(sign)]),
  ...named('mathrm mathup mathsf mathtt mathbf symrm symup symbf symsf', font('upright', false)),
  ...named('mathit mathnormal', font('math', false)),
  ...named(
    'boldsymbol bm pmb mathcal mathbb mathfrak mathscr ensuremath mathop mathbin mathrel mathord mathclose mathopen',
    font(undefined, true),
  ),
  ...named(
    'hat tilde vec dot ddot check breve acute grave widehat widetilde underline overbrace underbrace cancel bcancel boxed',
    font(undefined, true),
  ),
  ...named('bar overline', bar),
  ...named('text textrm textnormal textsf textup textbf textit textmd mbox hbox intertext shortintertext', text),
  ...named('frac dfrac tfrac cfrac sfrac nicefrac ddfrac', fraction),
  ...named('left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm', sized),
  ...named('overset underset stackrel', stacked),
  ...named('xrightarrow xRightarrow xlongrightarrow xLongrightarrow xmapsto xhookrightarrow', labelledArrow('→')),
  ...named('xleftarrow xLeftarrow xlongleftarrow xLongleftarrow xhookleftarrow', labelledArrow('←')),
  ...named(
    'xrightleftharpoons xleftrightharpoons xleftrightarrow xLeftrightarrow xlongleftrightarrow xLongleftrightarrow xtofrom',
    labelledArrow('⇌'),
  ),
  ...named('xlongequal xequal', labelledArrow('=')),
  ...named('operatorname DeclareMathOperator', operator),
  ...named('quad qquad', gap),
  ...[...' ,;:>\n'].map((name): [string, Command] => [name, gap]),
  ...named(
    'limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag dotsi',
    (_, use) => use.after,
  ),
  ...named('phantom vphantom hphantom', skipGroup),
  ['sqrt', root],
  ['\\', lineBreak],
  ['ket', bracket('|', '⟩')],
  ['bra', bracket('⟨', '|')],
  ['braket', bracket('⟨', '⟩')],
  ['abs', bracket('|', '|')],
  ['norm', bracket('‖', '‖')],
]);
