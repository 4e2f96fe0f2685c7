import { span } from '../../base/span';
import { characterTable } from '../characterTable';
import { scriptCharacter, scriptRunEnd, scriptRunText } from '../scripts';
import type { LatexReader } from './reader';
import { controlEnd, isSpace, lineEnd, skipSpaces } from './scan';

/**
 * Reads math as the characters it shows: italic letters with setting `math`, `\mathrm` and `\text` with `upright`,
 * indices with their script. TeX ignores spaces in math; here one stays beside a sign that is between two spaces
 * (`Li^+ + e^-`) or after a comma, where the reader sees a gap.
 */
export function readMath(r: LatexReader, start: number, end: number): void {
  const { source } = r;
  let i = start;
  let from = start;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (code > 127 || PLAIN[code] === 1) {
      if (code > 127 && scriptCharacter(code)) {
        r.copy(from, i);
        const close = scriptRunEnd(source, i, end);
        withScript(r, scriptCharacter(code)!.script, () => r.put(scriptRunText(source, i, close), i, close));
        from = i = close;
      } else i++;
      continue;
    }
    r.copy(from, i);
    i = Math.min(end, Math.max(special(r, code, i, start, end), i + 1));
    from = i;
  }
  r.copy(from, end);
}

function special(r: LatexReader, code: number, at: number, start: number, end: number): number {
  const { source } = r;
  switch (code) {
    case 92:
      return r.control(at, end);
    case 123:
      return r.group(at, end);
    case 94:
    case 95:
      return readScript(r, at, end);
    case 39:
      withScript(r, 'super', () => r.put('′', at, at + 1));
      return at + 1;
    case 35:
      return r.parameter(at, end);
    case 126:
      r.space(at, at + 1);
      return at + 1;
    case 38:
      if (r.builder.script() === 'normal') r.space(at, at + 1);
      return at + 1;
    case 37:
      return lineEnd(source, at, end);
    case 44:
    case 59:
      r.copy(at, at + 1);
      return gapAfter(r, at + 1, end);
    case 43:
    case 45:
    case 60:
    case 61:
    case 62:
      return sign(r, code === 45 ? '−' : source[at]!, at, start, end);
    default:
      return at + 1;
  }
}

/** An operator or relation; keeps the gaps that were typed on its sides. */
function sign(r: LatexReader, text: string, at: number, start: number, end: number): number {
  const apart = r.builder.script() === 'normal';
  if (apart && at > start && isSpace(codeAt(r, at - 1))) r.space(at - 1, at);
  r.put(text, at, at + 1);
  return apart ? gapAfter(r, at + 1, end) : at + 1;
}

const codeAt = (r: LatexReader, at: number) => r.source.charCodeAt(at);

function gapAfter(r: LatexReader, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(codeAt(r, i))) i++;
  if (i > at && r.builder.script() === 'normal') r.space(at, i);
  return i;
}

/** `_{…}`, `^+`, `_\mathrm{Li}` at `at`; without a valid base or argument the mark is left out. */
function readScript(r: LatexReader, at: number, end: number): number {
  const inner = scriptArgument(r, at + 1, end);
  if (!inner) return at + 1;
  if (DEGREE.test(r.source.slice(inner.start, Math.min(inner.end, inner.start + 12)))) {
    r.put('°', at, inner.after);
    return inner.after;
  }
  const from = r.builder.offset;
  if (SPECIES.test(r.source.slice(inner.start, inner.end))) r.readAside(inner.start, inner.end);
  withScript(r, r.source[at] === '_' ? 'sub' : 'super', () => r.read(inner.start, inner.end));
  r.sink.wrap(from, span(at, inner.after));
  return inner.after;
}

/** A formula in a script: `c_{\ce{Li+}}`, `\varepsilon_{\rm S_8}`, `x_{\text{LiFePO}_4}`, `p_{H_2O}`; the reader of formulas judges it. */
const SPECIES =
  /^\s*(?:\\(?:ce|ch)\s*\{|(?:\\rm\s|\\(?:mathrm|text|textrm|rm)\s*\{)?\s*[A-Z][A-Za-z]{0,12}(?:\d|\}?\s*[_^]\s*[{\d+-]))/;

/** What a script mark raises or lowers: a group, a command with its argument, or one character. */
function scriptArgument(r: LatexReader, at: number, end: number) {
  const i = skipSpaces(r.source, at, end);
  const code = codeAt(r, i);
  if (i >= end || code === 94 || code === 95 || code === 125 || code === 36) return undefined;
  const group = r.groupArgument(i, end);
  if (group) return group;
  if (code !== 92) return { start: i, end: i + 1, after: i + 1 };
  const after = controlEnd(r.source, i, end);
  const argument = after > i + 2 && codeAt(r, after) === 123 ? r.groupArgument(after, end) : undefined;
  const close = argument?.after ?? after;
  return { start: i, end: close, after: close };
}

export function withScript(r: LatexReader, script: 'sub' | 'super', read: () => void): void {
  const style = r.builder.restyle({ script });
  read();
  r.builder.restore(style);
}

/** `$…$` or `$$…$$` at `at`; a dollar without partner in its paragraph counts for nothing. */
export function readMathAt(r: LatexReader, at: number, end: number): number {
  if (r.mode === 'math') return at + 1;
  const display = codeAt(r, at + 1) === 36;
  const open = display ? at + 2 : at + 1;
  const close = closingDollar(r, open, end, display);
  if (close < 0) return at + 1;
  if (display) {
    readDisplay(r, open, close);
    return close + 2;
  }
  readInline(r, at, open, close, close + 1);
  return close + 1;
}

/** Inline math between `open` and `close`, with its delimiters from `at` to `after`. */
export function readInline(r: LatexReader, at: number, open: number, close: number, after: number): void {
  const from = r.builder.offset;
  r.readAs('math', 'math', open, close);
  r.sink.wrap(from, span(at, after), true);
}

/** Display math is a block of its own. */
export function readDisplay(r: LatexReader, open: number, close: number): void {
  r.endBlock();
  const outer = r.place;
  r.place = { kind: 'equation', part: outer.part };
  r.readAs('math', 'math', open, close);
  r.endBlock();
  r.place = outer;
}

/** Offset of the dollar that closes math opened before `at`; groups and comments are stepped over. */
function closingDollar(r: LatexReader, at: number, end: number, display: boolean): number {
  const stop = r.paragraphEnd(at, end);
  for (let i = at; i < stop; i++) {
    const code = codeAt(r, i);
    if (code === 92) i++;
    else if (code === 36) {
      if (!display || codeAt(r, i + 1) === 36) return i;
    } else if (code === 123) {
      const close = r.outline.closing(i);
      if (close >= 0 && close < stop) i = close;
    } else if (code === 125) return -1;
    else if (code === 37) i = lineEnd(r.source, i, stop);
  }
  return -1;
}

const DEGREE = /^\s*\\(?:circ|degree)(?![A-Za-z])\s*$/;

/** 1 for letters, digits and signs without space around them. */
const PLAIN = characterTable(128, (character) => /[A-Za-z0-9()[\]/|.:!?*@"`]/.test(character));
