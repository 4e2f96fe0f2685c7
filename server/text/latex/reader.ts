import { type Span, span } from '../../base/span';
import { characterTable } from '../characterTable';
import { ClosingMarks } from '../closingMarks';
import type { BibItem, CitationKey, CitationUse, FileReference, GlossaryUse } from '../parsedFile';
import type { Setting } from '../prose';
import type { ProseBuilder } from '../proseBuilder';
import { scriptCharacter, scriptRunEnd, scriptRunText, typedScriptAt } from '../scripts';
import type { Argument } from './arguments';
import { BlockWriter, type Place } from './blockWriter';
import { readChemistry } from './chemistry';
import { commandOf } from './commands';
import type { Glossary } from './glossary';
import { expandMacro, type Macros } from './macros';
import { readMath, readMathAt } from './math';
import type { Outline } from './outline';
import { controlEnd, isLetter, isSpace, lineEnd, overlayEnd } from './scan';
import type { PinnedSink, Sink } from './sink';
import { type Switches, switchCommand } from './switches';

/** How characters are to be read. */
export type Mode = 'text' | 'math' | 'chemistry';

/** A macro being expanded: its use, and the state to return to while one of its arguments is read. */
export interface Frame {
  /** From the backslash to after the last argument. */
  readonly use: Span;
  readonly arguments: readonly Argument[];
  readonly outer: Frame | undefined;
  readonly pinned: PinnedSink;
  readonly outerSink: Sink;
}

export interface OpenEnvironment {
  readonly name: string;
  readonly place: Place;
}

/** Reads LaTeX from left to right into prose. The files around it say what each command means. */
export class LatexReader extends BlockWriter {
  readonly citations: CitationUse[] = [];
  readonly glossaryUses: GlossaryUse[] = [];
  /** Keys of the glossary as they are typed in the file. */
  readonly typedKeys: CitationKey[] = [];
  readonly includes: FileReference[] = [];
  readonly bibliographies: FileReference[] = [];
  readonly packages = new Set<string>();
  readonly bibitems: BibItem[] = [];
  readonly environments: OpenEnvironment[] = [];
  /** Within a block of another markup: what is in scripts and is to be read once more after the block. */
  readonly asides: Span[] = [];
  readonly marks: ClosingMarks;
  mode: Mode = 'text';
  frame: Frame | undefined;
  tables = 0;
  /** No conditional that is left out before this offset has its `\fi`. */
  noFiBefore = 0;
  /** Characters of macro definitions that may still be read, against definitions that multiply. */
  expansionBudget: number;
  private depth = 0;

  constructor(
    source: string,
    builder: ProseBuilder,
    outline: Outline,
    readonly macros: Macros,
    readonly glossary: Glossary,
    readonly switches: Switches,
    inline = false,
  ) {
    super(source, outline, builder, inline);
    this.marks = new ClosingMarks(source);
    this.expansionBudget = 100_000 + source.length;
  }

  /** Reads a range in the present mode. Nesting deeper than any manuscript has is left out. */
  read(start: number, end: number): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    if (this.mode === 'text') this.readText(start, end);
    else if (this.mode === 'math') readMath(this, start, end);
    else readChemistry(this, start, end);
    this.depth--;
  }

  /** Reads a range in another mode and setting. */
  readAs(mode: Mode, setting: Setting, start: number, end: number): void {
    const outer = this.mode;
    const style = this.builder.restyle({ setting });
    this.mode = mode;
    this.read(start, end);
    this.mode = outer;
    this.builder.restore(style);
  }

  private readText(start: number, end: number): void {
    const { source } = this;
    let from = start;
    let i = start;
    while (i < end) {
      const code = source.charCodeAt(i);
      if (code < 128 ? PLAIN[code] === 1 : scriptCharacter(code) === undefined) i++;
      else if (code === 32 && i > from && i + 1 < end && PLAIN[source.charCodeAt(i + 1)] !== 0) i++;
      else if ((code === 45 || code === 39) && source.charCodeAt(i + 1) !== code) i++;
      else {
        this.copy(from, i);
        i = Math.min(end, Math.max(this.special(code, i, end), i + 1));
        from = i;
      }
    }
    this.copy(from, end);
  }

  private special(code: number, at: number, end: number): number {
    const { source } = this;
    switch (code) {
      case 92:
        return this.control(at, end);
      case 123:
        return this.group(at, end);
      case 36:
        return readMathAt(this, at, end);
      case 126:
        this.space(at, at + 1);
        return at + 1;
      case 45: {
        const dash = source.startsWith('---', at) ? '—' : '–';
        this.put(dash, at, at + (dash === '—' ? 3 : 2));
        return at + (dash === '—' ? 3 : 2);
      }
      case 39:
        this.put('”', at, at + 2);
        return at + 2;
      case 96: {
        const width = source.charCodeAt(at + 1) === 96 ? 2 : 1;
        this.put(width === 2 ? '“' : '‘', at, at + width);
        return at + width;
      }
      case 34:
        return this.shorthand(at);
      case 38:
        this.cell(at);
        return at + 1;
      case 94:
      case 95:
        return this.typedScript(at, end);
      case 35:
        return this.parameter(at, end);
      case 125:
        return at + 1;
      default:
        return code < 128 ? this.whiteSpace(at, end) : this.scriptRun(at, end);
    }
  }

  /** Shorthands of babel: `"=` and `"~` are hyphens, `"-` and `""` places to break; other quotes are kept. */
  private shorthand(at: number): number {
    switch (this.source[at + 1]) {
      case '=':
      case '~':
        this.put('-', at, at + 2);
        return at + 2;
      case '-':
        return at + 2;
      default:
        this.copy(at, at + 1);
        return at + 1;
    }
  }

  /** The command whose backslash is at `at`. */
  control(at: number, end: number): number {
    const nameEnd = controlEnd(this.source, at, end);
    const name = this.source.slice(at + 1, nameEnd);
    if (this.depth >= DEEPEST) return nameEnd;
    const after = this.mode === 'text' && !/cite/i.test(name) ? overlayEnd(this.source, nameEnd) : nameEnd;
    const macro = this.macros.get(name);
    const declared = macro ? undefined : this.glossary.ownEnds.get(at);
    if (declared !== undefined) return declared;
    this.depth++;
    const close = macro
      ? expandMacro(this, macro, at, after, end)
      : (switchCommand(this, name) ?? commandOf(name, this.mode))(this, { name, start: at, after }, end);
    this.depth--;
    return close;
  }

  /** A brace group; a brace that is not closed within the range counts for nothing. */
  group(at: number, end: number): number {
    const close = this.outline.closing(at);
    if (close < 0 || close >= end || this.depth >= DEEPEST - 1) return at + 1;
    const style = this.builder.restyle({});
    const from = this.builder.offset;
    this.read(at + 1, close);
    this.builder.restore(style);
    this.sink.wrap(from, span(at, close + 1), true);
    return close + 1;
  }

  /** `#1` in the definition of a macro: its argument, from where it is at the place of use. */
  parameter(at: number, end: number): number {
    const { frame } = this;
    const number = this.source.charCodeAt(at + 1) - 48;
    if (!frame || at + 1 >= end || number < 1 || number > 9) return at + 1;
    const argument = frame.arguments[number - 1];
    if (argument) {
      const inner = this.sink;
      // What an argument is when left out is in the definition, not at the place of use.
      const given = argument.start >= frame.use.start && argument.end <= frame.use.end;
      if (given) this.sink = frame.outerSink;
      this.frame = frame.outer;
      this.read(argument.start, argument.end);
      this.sink = inner;
      this.frame = frame;
      if (given) frame.pinned.move(argument.after, frame.use.end);
    }
    return at + 2;
  }

  /** The characters of a stretch, in a definition those that were given for its parameters. */
  written({ start, end }: Span, frame = this.frame): string {
    const text = this.source.slice(start, end);
    if (!frame) return text;
    this.expansionBudget -= text.length;
    if (this.expansionBudget < 0) return '';
    return text.replace(/#([1-9])/g, (_, number) => {
      const given = frame.arguments[number - 1];
      return given ? this.written(given, frame.outer) : '';
    });
  }

  /** Spaces, line breaks and comments. A blank line ends the paragraph; a comment takes its line break with it. */
  private whiteSpace(at: number, end: number): number {
    const { source } = this;
    let i = at;
    let blank = false;
    let lineStart = false;
    let paragraphs = false;
    while (i < end) {
      const code = source.charCodeAt(i);
      if (code === 10) {
        if (lineStart) paragraphs = true;
        lineStart = true;
        blank = true;
        i++;
      } else if (isSpace(code)) {
        if (!lineStart) blank = true;
        i++;
      } else if (code === 37) {
        i = Math.min(end, lineEnd(source, i, end) + 1);
        lineStart = true;
      } else break;
    }
    if (paragraphs && this.mode === 'text' && this.place.kind !== 'table-cell') this.endBlock();
    else if (blank) this.space(at, i);
    return i;
  }

  private scriptRun(at: number, end: number): number {
    const close = scriptRunEnd(this.source, at, end);
    const text = scriptRunText(this.source, at, close);
    const style = this.builder.restyle({ script: scriptCharacter(this.source.charCodeAt(at))!.script });
    for (let i = at; i < close; i++) this.put(text[i - at]!, i, i + 1);
    this.builder.restore(style);
    return close;
  }

  /** `Li_{0.8}` outside math: no LaTeX, but drafts hold it. */
  private typedScript(at: number, end: number): number {
    const script = typedScriptAt(this.source, at, end);
    if (!script) {
      this.copy(at, at + 1);
      return at + 1;
    }
    const from = this.builder.offset;
    const style = this.builder.restyle({ script: script.script });
    this.copy(script.inner.start, script.inner.end);
    this.builder.restore(style);
    this.sink.wrap(from, script.whole);
    return script.whole.end;
  }

  private cell(at: number): void {
    if (this.place.kind === 'table-cell' && !this.place.inCell && this.mode === 'text') this.endBlock();
    else this.space(at, at + 1);
  }

  /** Reads math that is within a script once more after the block, on a line of its own. */
  readAside(start: number, end: number): void {
    if (this.inline) {
      this.asides.push(span(start, end));
      return;
    }
    const { part } = this.place;
    const read = () => {
      const outer = this.place;
      this.place = { kind: 'equation', part: outer.part ?? part };
      this.endBlock();
      this.readAs('math', this.source.startsWith('\\rm', start) ? 'upright' : 'math', start, end);
      this.endBlock();
      this.place = outer;
    };
    if (this.interrupts) this.defer(read);
  }

  /** Puts off what interrupts a block until the block ends. */
  defer(read: () => void): void {
    const { frame, sink, environments } = this;
    const part = this.place.part ?? this.parts.part;
    this.pending.push(() => {
      const outer = { frame: this.frame, sink: this.sink, place: this.place, mode: this.mode };
      const open = environments.length;
      const style = this.builder.restyle({ script: 'normal', setting: 'text' });
      Object.assign(this, { frame, sink, place: { kind: 'paragraph', part }, mode: 'text' });
      read();
      this.endBlock();
      environments.length = Math.min(open, environments.length);
      this.builder.restore(style);
      Object.assign(this, outer);
    });
  }

  /** Reads a range as blocks of their own. */
  readBlock(place: Place, start: number, end: number): void {
    this.endBlock();
    const outer = this.place;
    const { mode } = this;
    const style = this.builder.restyle({ script: 'normal', setting: 'text' });
    this.place = { part: outer.part, ...place };
    this.mode = 'text';
    this.read(start, end);
    this.endBlock();
    this.place = outer;
    this.mode = mode;
    this.builder.restore(style);
  }

  /** Where a range is in the file: itself, or the use of the macro where another file defines it. */
  placeOf(range: Span): Span {
    const { end } = this.outline;
    if (range.end <= end) return range;
    let { frame } = this;
    while (frame && frame.use.end > end) frame = frame.outer;
    return frame?.use ?? span(end, end);
  }

  /** True where a letter follows the spaces after a command: TeX drops those spaces, but the writer meant one. */
  wordFollows(at: number, end: number): boolean {
    return at < end && isSpace(this.source.charCodeAt(at)) && isLetter(this.source.charCodeAt(at + 1));
  }
}

/** Levels of groups, arguments and commands, all counted. */
const DEEPEST = 250;

/** 1 for the characters that stand for themselves. */
const PLAIN = characterTable(128, (character) => !'\\{}$%~-\'`"&^_# \t\n\r'.includes(character));
