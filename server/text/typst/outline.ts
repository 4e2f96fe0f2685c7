import { span } from '../../base/span';
import type { Comment } from '../parsedFile';

/** Where brackets, formulas and statements of a Typst file end, and its comments; found in one pass over the file. */
export interface Outline {
  /** Offset of the bracket or dollar that closes the one at `open`; undefined where nothing does. */
  closing(open: number): number | undefined;
  /** End of the statement (`#let …`, `#if …`) whose keyword is at `at`. */
  statementEnd(at: number): number | undefined;
  readonly comments: readonly Comment[];
  /** End of the comment that starts at `at`. */
  commentEnd(at: number): number | undefined;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  'let set show import include if else for while return context break continue'.split(' '),
);

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** The identifier at `at`; the empty string where there is none. */
export function identifierAt(source: string, at: number): string {
  IDENTIFIER.lastIndex = at;
  return IDENTIFIER.exec(source)?.[0] ?? '';
}

type Mode = 'markup' | 'code' | 'math' | 'statement';

interface Frame {
  readonly mode: Mode;
  readonly open: number;
  /** After a call or its arguments: what follows directly belongs to it. */
  readonly call: boolean;
  /** Keyword of a statement. */
  readonly keyword?: string;
}

export function outline(source: string): Outline {
  return new Outliner(source).run();
}

/** True where text of a file is markup: neither code, such as the arguments of a function, nor math. */
export const isMarkupAt = (source: string, at: number): boolean => new Outliner(source).isMarkupAt(at);

/** The outline of a file with `context`, the definitions of other files, after it: `source` and a blank line come first. */
export function outlineWithContext(source: string, context: string): Outline {
  const file = outline(source);
  if (context === '') return file;
  const rest = outline(context);
  const from = source.length + CONTEXT_GAP.length;
  const either = (at: number, find: (of: Outline, at: number) => number | undefined): number | undefined => {
    if (at < from) return find(file, at);
    const found = find(rest, at - from);
    return found === undefined ? undefined : found + from;
  };
  return {
    closing: (open) => either(open, (of, at) => of.closing(at)),
    statementEnd: (start) => either(start, (of, at) => of.statementEnd(at)),
    comments: file.comments,
    commentEnd: (start) => either(start, (of, at) => of.commentEnd(at)),
  };
}

export const CONTEXT_GAP = '\n\n';

class Outliner {
  private readonly pairs = new Map<number, number>();
  private readonly statements = new Map<number, number>();
  private readonly comments: Comment[] = [];
  private readonly commentEnds = new Map<number, number>();
  private readonly stack: Frame[] = [];
  private noQuoteAfter = Number.POSITIVE_INFINITY;

  constructor(private readonly source: string) {}

  run(): Outline {
    let at = 0;
    while (at < this.source.length) at = Math.max(this.step(at), at + 1);
    while (this.top?.mode === 'statement') this.endStatement(this.source.length);
    const { pairs, statements, comments, commentEnds } = this;
    return {
      closing: (open) => pairs.get(open),
      statementEnd: (start) => statements.get(start),
      comments,
      commentEnd: (start) => commentEnds.get(start),
    };
  }

  isMarkupAt(offset: number): boolean {
    let at = 0;
    let wasInMarkup = true;
    while (at < offset) {
      wasInMarkup = this.isInMarkup;
      at = Math.max(this.step(at), at + 1);
    }
    // A step that goes on after the offset has read the text around it, and the mark at its end.
    return at === offset ? this.isInMarkup : wasInMarkup;
  }

  private get isInMarkup(): boolean {
    return (this.top?.mode ?? 'markup') === 'markup';
  }

  private get top(): Frame | undefined {
    return this.stack[this.stack.length - 1];
  }

  private step(at: number): number {
    switch (this.top?.mode ?? 'markup') {
      case 'markup':
        return this.markup(at);
      case 'math':
        return this.math(at);
      default:
        return this.code(at);
    }
  }

  private markup(from: number): number {
    MARKS_OF_MARKUP.lastIndex = from;
    const at = MARKS_OF_MARKUP.exec(this.source)?.index ?? this.source.length;
    switch (this.source[at]) {
      case '\\':
        return at + 2;
      case '`':
        return rawEnd(this.source, at);
      case '/':
        return this.comment(at);
      case '[':
        return this.push('markup', at);
      case ']':
        return this.closeContent(at);
      case '$':
        return this.push('math', at);
      case '#':
        return this.expression(at + 1);
      default:
        return at + 1;
    }
  }

  private math(at: number): number {
    switch (this.source[at]) {
      case '\\':
        return at + 2;
      case '"':
        return this.string(at);
      case '/':
        return this.comment(at);
      case '#':
        return this.expression(at + 1);
      case '$':
        this.pairs.set(this.stack.pop()!.open, at);
        return at + 1;
      case '\n':
        return this.recover(at, this.source[at + 1] === '\n');
      default:
        return at + 1;
    }
  }

  private code(at: number): number {
    switch (this.source[at]) {
      case '"':
        return this.string(at);
      case '`':
        return rawEnd(this.source, at);
      case '/':
        return this.comment(at);
      case '(':
      case '{':
        return this.push('code', at);
      case '[':
        return this.push('markup', at);
      case '$':
        return this.push('math', at);
      case ')':
      case '}':
        return this.closeCode(at);
      case ']':
        return this.closeContent(at);
      case ';':
        if (this.top?.mode === 'statement') this.endStatement(at);
        return at + 1;
      case '\n':
        if (this.top?.mode === 'statement') this.endStatement(at);
        return this.recover(at, false);
      default:
        return at + 1;
    }
  }

  /** What follows `#`: a statement, a name with its arguments, a bracket, a string. */
  private expression(at: number): number {
    const name = identifierAt(this.source, at);
    if (name !== '') {
      const end = at + name.length;
      if (!KEYWORDS.has(name)) return this.chain(end);
      this.stack.push({ mode: 'statement', open: at, call: false, keyword: name });
      return end;
    }
    const c = this.source[at];
    if (c === '"') return this.string(at);
    if (c === '(' || c === '{') return this.push('code', at, true);
    return c === '[' ? this.push('markup', at, true) : at;
  }

  /** Arguments and fields directly after a name or a closing bracket. */
  private chain(at: number): number {
    const c = this.source[at];
    if (c === '(') return this.push('code', at, true);
    if (c === '[') return this.push('markup', at, true);
    const field = c === '.' ? identifierAt(this.source, at + 1) : '';
    return field === '' ? at : this.chain(at + 1 + field.length);
  }

  private push(mode: Mode, open: number, call = false): number {
    this.stack.push({ mode, open, call });
    return open + 1;
  }

  /** A round or curly bracket closes the innermost one that is open in code. */
  private closeCode(at: number): number {
    const frame = this.top!;
    if (frame.mode !== 'code') return at + 1;
    if ((this.source[frame.open] === '(') !== (this.source[at] === ')')) return at + 1;
    this.stack.pop();
    this.pairs.set(frame.open, at);
    return this.resume(frame, at + 1);
  }

  /** A square bracket closes the innermost content, also where code inside it was left open. */
  private closeContent(at: number): number {
    const content = this.stack.findLastIndex((frame) => frame.mode === 'markup');
    if (content < 0) {
      if (this.top?.mode === 'statement') this.endStatement(at);
      return at + 1;
    }
    while (this.stack.length > content + 1) {
      if (this.top!.mode === 'statement') this.endStatement(at);
      else this.stack.pop();
    }
    const frame = this.stack.pop()!;
    this.pairs.set(frame.open, at);
    return this.resume(frame, at + 1);
  }

  private resume(frame: Frame, at: number): number {
    const { top } = this;
    if (top?.mode === 'statement' && LOOPS.has(top.keyword ?? '') && /^[[{]/.test(this.source[frame.open]!)) {
      if (!/^\s*else\b/.test(this.source.slice(at, at + 40))) this.endStatement(at);
      return at;
    }
    return frame.call ? this.chain(at) : at;
  }

  private endStatement(at: number): void {
    this.statements.set(this.stack.pop()!.open, at);
  }

  /** A heading, and a blank line in math, tell that a bracket was left open while typing. */
  private recover(at: number, blankLine: boolean): number {
    const top = this.top?.mode;
    if (top === 'math' && blankLine) this.stack.pop();
    if (top && top !== 'markup' && /^=+ /.test(this.source.slice(at + 1, at + 10))) this.stack.length = 0;
    return at + 1;
  }

  private comment(at: number): number {
    const { source } = this;
    const next = source[at + 1];
    let end: number;
    if (next === '/' && source[at - 1] !== ':') {
      const newline = source.indexOf('\n', at);
      end = newline < 0 ? source.length : newline;
    } else if (next === '*') end = blockCommentEnd(source, at);
    else return at + (next === '/' ? 2 : 1);
    const closed = next === '*' && source.startsWith('*/', end - 2);
    const text = source.slice(at + 2, closed ? Math.max(at + 2, end - 2) : end).trim();
    this.comments.push({ span: span(at, end), text });
    this.commentEnds.set(at, end);
    return end;
  }

  private string(at: number): number {
    if (at >= this.noQuoteAfter) return at + 1;
    const end = stringEnd(this.source, at);
    if (end === undefined) this.noQuoteAfter = at;
    return end ?? at + 1;
  }
}

const LOOPS: ReadonlySet<string> = new Set(['if', 'for', 'while', 'context']);
const MARKS_OF_MARKUP = /[\\`/[\]$#]/g;

/** Block comments nest. */
function blockCommentEnd(source: string, at: number): number {
  const MARK = /\/\*|\*\//g;
  MARK.lastIndex = at;
  let depth = 0;
  for (let match = MARK.exec(source); match; match = MARK.exec(source)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return match.index + 2;
  }
  return source.length;
}

/** After the closing quote of the string at `at`; undefined where none follows. */
export function stringEnd(source: string, at: number): number | undefined {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '"') return i + 1;
  }
  return undefined;
}

/** After the raw text at `at`, or after its backticks where nothing closes it. */
export function rawEnd(source: string, at: number): number {
  let run = at;
  while (source[run] === '`') run++;
  const length = run - at;
  if (length === 2) return run;
  const limit = length === 1 ? Math.min(source.length, run + LONGEST_RAW) : source.length;
  const close = source.slice(run, limit).indexOf('`'.repeat(length));
  return close < 0 ? run : run + close + length;
}

/** Raw text in running text is a word or two; the bound keeps many stray backticks cheap. */
const LONGEST_RAW = 1000;
