import { type Span, span } from '../../base/span';
import type { CitationKey, CitationUse, FileReference, GlossaryUse, ParsedFile } from '../parsedFile';
import { PartTracker } from '../parts';
import { ATOM, type BlockPlace, type DocumentPart } from '../prose';
import { ProseBuilder } from '../proseBuilder';
import { labelledPart } from '../structure';
import { type Declared, declaredIn, isAbbreviation } from './declarations';
import { callFunction, readShow } from './functions';
import { readMarkup } from './markup';
import { readMath } from './math';
import { CONTEXT_GAP, type Outline, outlineWithContext, stringEnd } from './outline';
import { symbol } from './symbols';
import { type Call, callAt, type Value } from './values';

/**
 * Reads Typst: markup, math, and what code hands on as content. Definitions of other files are read as if they stood
 * after its end. Never throws.
 */
export function readTypst(source: string, context = ''): ParsedFile {
  const text = context === '' ? source : source + CONTEXT_GAP + context;
  const marks = outlineWithContext(source, context);
  const declared = declaredIn(text, marks, source.length);
  const reader = new TypstReader(text, source.length, marks, declared);
  readMarkup(reader, 0, source.length);
  reader.endBlock();
  const isHere = (file: FileReference) => file.span.end <= source.length;
  return {
    format: 'typst',
    source,
    prose: reader.builder.build(),
    comments: marks.comments,
    citations: reader.citations,
    declarations: declared.declarations,
    glossaryUses: reader.glossaryUses,
    entryKeys: reader.entryKeys.filter(({ span: at }) => at.end <= source.length),
    termKeys: declared.termKeys,
    glossaries: declared.glossaries,
    includes: [...reader.includes, ...reader.lastIncludes].filter(isHere),
    bibliographies: reader.bibliographies.filter(isHere),
    packages: new Set(),
    bibitems: [],
    yamlReferences: [],
    definitions: declared.definitions,
  };
}

/** How a use shows its abbreviation. */
interface Shown {
  readonly command: string;
  readonly shows: GlossaryUse['shows'];
  readonly plural: boolean;
}

/** State of reading one file; what the marks and functions mean is in the files around it. */
export class TypstReader {
  readonly builder: ProseBuilder;
  readonly parts = new PartTracker();
  readonly citations: CitationUse[] = [];
  readonly glossaryUses: GlossaryUse[] = [];
  readonly entryKeys: CitationKey[] = [];
  readonly includes: FileReference[] = [];
  readonly lastIncludes: FileReference[] = [];
  readonly bibliographies: FileReference[] = [];
  place: BlockPlace = { kind: 'paragraph' };
  tables = 0;
  /** A heading has come: what is centred from here on is not a title. */
  sawHeading = false;
  sawTitle = false;

  private inBlock = false;
  private depth = 0;
  private pending: (() => void)[] = [];
  /** The use of a variable whose value is being read: all of it maps there. */
  private pin: Span | undefined;
  private budget: number;

  constructor(
    readonly source: string,
    /** Definitions of other files come after it. */
    private readonly fileEnd: number,
    readonly outline: Outline,
    readonly declared: Declared,
  ) {
    this.builder = new ProseBuilder(source.slice(0, fileEnd));
    this.budget = 100_000 + source.length;
  }

  /** Runs `read` unless nesting is deeper than in any manuscript. */
  nested(read: () => void): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    read();
    this.depth--;
  }

  copy(from: number, end: number): void {
    let start = from;
    if (!this.inBlock) while (start < end && this.source.charCodeAt(start) <= 32) start++;
    if (end <= start) return;
    this.begin(start);
    if (this.pin) this.builder.replace(this.source.slice(start, end), this.pin.start, this.pin.end);
    else this.builder.copy(start, end);
  }

  put(text: string, start: number, end: number): Span {
    this.begin(start);
    const { start: from, end: to } = this.pin ?? { start, end };
    return this.builder.replace(text, from, to);
  }

  space(start: number, end: number): void {
    if (!this.inBlock) return;
    const { start: from, end: to } = this.pin ?? { start, end };
    this.builder.space(from, to);
  }

  /** True where a further space would be one too many. */
  get endsWithSpace(): boolean {
    return !this.inBlock || this.builder.endsWithSpace;
  }

  /** Marks around the prose pushed since `proseStart`. */
  wrap(proseStart: number, source: Span, delimiter = false): void {
    if (!this.pin) this.builder.wrap(proseStart, source, delimiter);
  }

  atom(start: number, end: number): void {
    this.put(ATOM, start, end);
  }

  cite(start: number, end: number, command: string, keys: readonly CitationKey[]): void {
    const prose = this.put(ATOM, start, end);
    const placed = keys.map((key) => ({ ...key, span: this.placeOf(key.span) }));
    this.citations.push({ span: this.placeOf(span(start, end)), prose, command, keys: placed });
  }

  /** Where a range is in the file: itself, or the use of the variable that another file defines. */
  private placeOf(range: Span): Span {
    return range.end <= this.fileEnd ? range : (this.pin ?? span(this.fileEnd, this.fileEnd));
  }

  /** A use of a declared abbreviation: its short form is read. */
  use(start: number, end: number, { key, span: keySpan }: CitationKey, { command, shows, plural }: Shown): void {
    const entry = this.declared.entry(key);
    const short = entry?.short ?? key;
    const prose = this.put(plural ? `${short}s` : short, start, end);
    this.entryKeys.push({ key: entry?.key ?? key, span: keySpan });
    if (entry && !isAbbreviation(entry)) return;
    this.glossaryUses.push({ span: this.placeOf(span(start, end)), prose, key: entry?.key ?? key, command, shows });
  }

  /** True while the value of a variable is read. */
  get isPinned(): boolean {
    return this.pin !== undefined;
  }

  /** Opens a block where none is open, for text from `at` on. */
  begin(at: number): void {
    if (this.inBlock) return;
    const part = this.place.part ?? this.parts.part;
    this.builder.openBlock({ ...this.place, part: this.labelled(at, part) });
    this.inBlock = true;
  }

  /** `*Keywords:* …` opens a part within its paragraph. */
  private labelled(at: number, part: DocumentPart): DocumentPart {
    if (part !== 'body' || this.place.kind !== 'paragraph') return part;
    return labelledPart(this.source.slice(at, at + 60).replace(/[*_]/g, ''))?.part ?? part;
  }

  get interrupts(): boolean {
    return this.inBlock;
  }

  /** Ends the current block and reads its notes. */
  endBlock(): void {
    this.builder.closeBlock();
    this.inBlock = false;
    const { pending } = this;
    this.pending = [];
    for (const read of pending) read();
  }

  /** Reads something as blocks of their own. */
  block(place: BlockPlace, read: () => void): void {
    this.endBlock();
    const outer = this.place;
    const style = this.builder.restyle({ script: 'normal', setting: 'text' });
    this.place = { part: outer.part, ...place };
    this.nested(read);
    this.endBlock();
    this.place = outer;
    this.builder.restore(style);
  }

  /** Puts off a note until the block that it is in ends. */
  defer(place: BlockPlace, read: () => void): void {
    const part = this.place.part ?? this.parts.part;
    this.pending.push(() => this.block({ part, ...place }, read));
    if (!this.inBlock) this.endBlock();
  }

  /** Reads math that is within a script once more after the block, as a block of its own. */
  readAside(start: number, end: number): void {
    if (this.pin) return;
    this.defer({ kind: 'equation' }, () => {
      const style = this.builder.restyle({ setting: 'math' });
      readMath(this, start, end);
      this.builder.restore(style);
    });
  }

  /** What `#` at `at` leads to; returns the offset after it. */
  expression(at: number, end: number): number {
    const { source, outline: marks } = this;
    const statement = marks.statementEnd(at + 1);
    if (statement !== undefined) {
      this.statement(at + 1, Math.min(statement, end));
      return Math.min(statement + (source[statement] === ';' ? 1 : 0), end);
    }
    const c = source[at + 1];
    const close = c === '(' || c === '{' || c === '[' ? marks.closing(at + 1) : undefined;
    if (close !== undefined && close < end) {
      if (c === '[') this.nested(() => readMarkup(this, at + 2, close));
      else this.code(at + 2, close);
      return close + 1;
    }
    if (c === '"') {
      const to = stringEnd(source, at + 1);
      if (to === undefined || to > end) return at + 2;
      this.copy(at + 2, to - 1);
      return to;
    }
    const call = callAt(source, marks, at + 1, end);
    const to = call ? call.end : this.name(at, end);
    if (call) this.nested(() => callFunction(this, call, at));
    return source[to] === ';' && to < end ? to + 1 : to;
  }

  private statement(at: number, end: number): void {
    const { source } = this;
    const keyword = /^[a-z]+/.exec(source.slice(at, at + 10))?.[0] ?? '';
    if (keyword === 'show') readShow(this, at + 4, end);
    else if (keyword === 'include' || keyword === 'import') {
      const path = /"([^"\n]*)"/.exec(source.slice(at, Math.min(end, at + 400)));
      // `@preview/…` is a package.
      if (!path?.[1] || path[1].startsWith('@')) return;
      const from = at + path.index + 1;
      if (keyword === 'include') this.endBlock();
      this.includes.push({ path: path[1], span: span(from, from + path[1].length), command: `#${keyword}` });
    } else if (!SILENT.has(keyword)) this.code(at + keyword.length, end);
  }

  /** Follows the files of a content that a template shows somewhere: `appendices: [#include "a.typ"]`. */
  includesIn(content: Span, areLast: boolean): void {
    const before = this.includes.length;
    for (const { index } of this.source.slice(content.start, content.end).matchAll(/#include\b/g)) {
      const at = content.start + index + 1;
      const end = this.outline.statementEnd(at);
      if (end !== undefined) this.statement(at, Math.min(end, content.end));
    }
    if (areLast) this.lastIncludes.push(...this.includes.splice(before).map((file) => ({ ...file, isLast: true })));
  }

  /** Reads the contents and calls that are in code. */
  code(start: number, end: number): void {
    const { source, outline: marks } = this;
    CODE.lastIndex = start;
    this.nested(() => {
      for (let match = CODE.exec(source); match && match.index < end; match = CODE.exec(source)) {
        const at = match.index;
        let next = at + match[0].length;
        if (match[0] === '"') next = stringEnd(source, at) ?? next;
        else if (match[0] === '[') {
          const close = marks.closing(at);
          if (close !== undefined && close < end) {
            readMarkup(this, at + 1, close);
            next = close + 1;
          }
        } else if (match[0].startsWith('/')) next = marks.commentEnd(at) ?? next;
        else {
          const call = callAt(source, marks, at, end);
          if (call) {
            callFunction(this, call, at);
            next = call.end;
          }
        }
        CODE.lastIndex = Math.max(next, at + 1);
      }
    });
  }

  /** A name without arguments: a variable, whose value is read here, or a symbol. */
  private name(at: number, end: number): number {
    const match = /^#([\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*)/u.exec(
      this.source.slice(at, Math.min(end, at + 200)),
    );
    if (!match) return at + 1;
    // A full stop may end the sentence, or lead to a field of the value.
    for (let name = match[1]!; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
      const values = this.declared.variable(name);
      if (!values) continue;
      const to = at + 1 + name.length;
      this.pinned(span(at, to), values);
      return to;
    }
    const name = match[1]!;
    const [first] = name.split('.');
    const to = at + 1 + name.length;
    if (name === 'linebreak' || first === 'h') this.space(at, to);
    else if (first === 'sym') this.put(symbol(name.slice(4)) ?? ATOM, at, to);
    return to;
  }

  /** Reads the value of a variable where it is used. */
  pinned(use: Span, values: readonly Value[]): void {
    const size = values.reduce((sum, value) => sum + value.end - value.start, 0);
    if (this.budget < size) return;
    this.budget -= size;
    const outer = this.pin;
    this.pin = outer ?? use;
    this.nested(() => {
      for (const value of values) this.value(value);
    });
    this.pin = outer;
  }

  /** Shows a value: content, a string, a formula, what a call gives. */
  value(value: Value): void {
    const { source } = this;
    switch (value.kind) {
      case 'content':
        this.nested(() => readMarkup(this, value.inner.start, value.inner.end));
        break;
      case 'string':
        this.copy(value.inner.start, value.inner.end);
        break;
      case 'math':
        this.formula(value.start, value.end - 1);
        break;
      case 'call':
        this.nested(() => callFunction(this, value.call, value.start));
        break;
      case 'name': {
        const values = this.declared.variable(source.slice(value.start, value.end));
        if (values) this.pinned(span(value.start, value.end), values);
      }
    }
  }

  /** Math from the dollar at `open` to the one at `close`; padded with spaces it is a display. */
  formula(open: number, close: number): void {
    const { source } = this;
    const display = close - open > 2 && /\s/.test(source[open + 1]!) && /\s/.test(source[close - 1]!);
    if (display && !this.pin) {
      this.block({ kind: 'equation' }, () => readMath(this, open + 1, close));
      return;
    }
    this.begin(open);
    const from = this.builder.offset;
    const style = this.builder.restyle({ setting: 'math' });
    this.nested(() => readMath(this, open + 1, close));
    this.builder.restore(style);
    this.wrap(from, span(open, close + 1), true);
  }
}

export type { Call };

const DEEPEST = 80;

/** Statements that show nothing. */
const SILENT: ReadonlySet<string> = new Set(['let', 'set', 'break', 'continue']);

const CODE = /["[]|\/[/*]|[\p{L}_][\p{L}\p{N}_-]*/gu;
