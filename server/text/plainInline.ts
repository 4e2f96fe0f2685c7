import { type Span, span } from '../base/span';
import { citationMarkAt } from './citationMarks';
import { readTexMath, readTexText } from './latex/latex';
import { referenceAt } from './markdown/html';
import { mathEnd } from './markdown/math';
import type { CitationUse } from './parsedFile';
import { ATOM } from './prose';
import type { ProseBuilder } from './proseBuilder';
import { SCRIPT_CHARACTERS, scriptCharacter, scriptRunEnd, scriptRunText, typedScriptAt } from './scripts';

/**
 * Reads the inside of a block of plain text into the open block of a builder: sub- and superscripts of Unicode, of TeX
 * (`Li_{0.8}`, `Li^+`) and HTML, math between dollars, numeric citation marks, addresses.
 */
export class PlainInlineReader {
  readonly citations: CitationUse[] = [];
  private cites = true;

  constructor(
    private readonly source: string,
    private readonly prose: ProseBuilder,
  ) {}

  /** Reads a stretch; `cites` tells whether numbers in brackets cite: not in a lone formula or a list of references. */
  read(start: number, end: number, cites = true): void {
    this.cites = cites;
    const { source, prose } = this;
    let from = start;
    while (from < end) {
      SPECIAL.lastIndex = from;
      const at = SPECIAL.exec(source)?.index ?? end;
      prose.copy(from, Math.min(at, end));
      if (at >= end) return;
      const after = this.special(at, end);
      // A mark without meaning is a character like others.
      if (after === undefined) prose.copy(at, at + 1);
      from = after ?? at + 1;
    }
  }

  /** Reads what is at `at`; undefined where it means nothing but itself. */
  private special(at: number, end: number): number | undefined {
    switch (this.source[at]) {
      case '\n':
      case '\r':
        return this.lineBreak(at, end);
      case '^':
        return this.citation(at, end) ?? this.typedScript(at, end);
      case '_':
        return this.typedScript(at, end);
      case '[':
        return this.citation(at, end);
      case '$':
        return this.math(at, end);
      case '\\':
        return this.texCommand(at, end);
      case '<':
        return this.tag(at, end);
      case '&':
        return this.reference(at, end);
      case 'h':
      case 'w':
      case '1':
      case '@':
        return this.address(at, end);
      default:
        return this.unicodeScript(at, end);
    }
  }

  /** A line break is a space; after a hyphen within a word it is nothing. */
  private lineBreak(at: number, end: number): number {
    const { source } = this;
    let after = at;
    while (after < end && source.charCodeAt(after) <= 32) after++;
    const hyphen = source[at - 1] === '-' && isLetter(source[at - 2]) && /[a-z]/.test(source[after] ?? '');
    if (!hyphen) this.prose.space(at, after);
    return after;
  }

  private typedScript(at: number, end: number): number | undefined {
    const script = typedScriptAt(this.source, at, end);
    if (!script) return undefined;
    this.raise(script.script, script.inner, script.whole);
    return script.whole.end;
  }

  private raise(script: 'sub' | 'super', inner: Span, whole: Span): void {
    const from = this.prose.offset;
    const before = this.prose.restyle({ script });
    this.prose.copy(inner.start, inner.end);
    this.prose.restore(before);
    this.prose.wrap(from, whole);
  }

  private citation(at: number, end: number): number | undefined {
    const mark = this.cites ? citationMarkAt(this.source, at, end) : undefined;
    if (!mark) return undefined;
    const prose = this.prose.replace(ATOM, at, mark.end);
    this.citations.push({ span: span(at, mark.end), prose, command: mark.command, keys: [] });
    return mark.end;
  }

  private math(at: number, end: number): number | undefined {
    const math = mathEnd(this.source, at, end);
    if (!math) return undefined;
    const from = this.prose.offset;
    readTexMath(this.prose, this.source, math.from, math.to);
    this.prose.wrap(from, span(at, math.end), true);
    return math.end;
  }

  /** `\ce{LiPF6}` in a text that is not LaTeX otherwise. */
  private texCommand(at: number, end: number): number | undefined {
    if (!TEX.test(this.source.slice(at, at + 20))) return undefined;
    let after = closingBrace(this.source, this.source.indexOf('{', at), Math.min(end, at + LONGEST_TEX));
    if (after > 0 && this.source[after] === '{')
      after = closingBrace(this.source, after, Math.min(end, at + LONGEST_TEX));
    if (after < 0) return undefined;
    readTexText(this.prose, this.source, at, after);
    return after;
  }

  private tag(at: number, end: number): number | undefined {
    const { source } = this;
    const tag = /^<(su[bp])>([^<>\n]{1,40})<\/\1>/.exec(source.slice(at, Math.min(end, at + 60)));
    if (!tag) return undefined;
    const inner = span(at + 5, at + 5 + tag[2]!.length);
    const before = this.prose.restyle({ script: tag[1] === 'sub' ? 'sub' : 'super' });
    const from = this.prose.offset;
    this.read(inner.start, inner.end, this.cites);
    this.prose.restore(before);
    this.prose.wrap(from, span(at, at + tag[0].length));
    return at + tag[0].length;
  }

  /** `&alpha;`, `&#x2212;` */
  private reference(at: number, end: number): number | undefined {
    const reference = referenceAt(this.source, at, end);
    if (reference) this.prose.replace(reference.text, at, reference.end);
    return reference?.end;
  }

  private unicodeScript(at: number, end: number): number {
    const after = scriptRunEnd(this.source, at, end);
    const text = scriptRunText(this.source, at, after);
    const before = this.prose.restyle({ script: scriptCharacter(this.source.charCodeAt(at))!.script });
    for (let i = at; i < after; i++) this.prose.replace(text[i - at]!, i, i + 1);
    this.prose.restore(before);
    return after;
  }

  /** `https://…`, `www.…`, `10.1002/…`; of `name@place.org` the part after the name. */
  private address(at: number, end: number): number | undefined {
    if (this.source[at] !== '@' && /[\w.]/.test(this.source[at - 1] ?? ' ')) return undefined;
    const address = ADDRESS.exec(this.source.slice(at, Math.min(end, at + LONGEST_ADDRESS)));
    if (!address) return undefined;
    const length = address[0].replace(/[.,;:!?)\]]+$/, '').length;
    this.prose.replace(ATOM, at, at + length);
    return at + length;
  }
}

/** Where plain text may end. */
const SPECIAL = new RegExp(
  String.raw`[\n\r^_[$\\<&${SCRIPT_CHARACTERS}]|https?:\/\/|www\.|10\.\d{4,9}\/|@(?=[A-Za-z0-9-]+\.[a-z])`,
  'g',
);

const ADDRESS = /^(?:https?:\/\/\S{3,}|www\.\S{3,}|10\.\d{4,9}\/\S+|@[A-Za-z0-9.-]+)/;

const TEX = /^\\(?:ce|ch|si|SI|qty|unit|num|textsubscript|textsuperscript|mathrm|text)\{/;

/** After the brace that closes the one at `open`; -1 where none does before `end` or the end of the line. */
function closingBrace(source: string, open: number, end: number): number {
  for (let i = open, depth = 0; i < end && source[i] !== '\n'; i++) {
    if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return i + 1;
  }
  return -1;
}

const LONGEST_TEX = 400;
const LONGEST_ADDRESS = 400;
const isLetter = (c: string | undefined) => c !== undefined && /\p{L}/u.test(c);
