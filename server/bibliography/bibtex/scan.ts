import { type Span, span } from '../../base/span';
import type { BibliographyProblem } from '../reference';
import { BibCursor, isLetter, isTypeCharacter } from './cursor';

/** `@article{Shen2024, …}` as it is in the file, nothing decoded. */
export interface RawEntry {
  /** Lower case: `article`, `string`. */
  readonly type: string;
  readonly typeSpan: Span;
  readonly span: Span;
  readonly key: string;
  readonly keySpan: Span;
  readonly fields: readonly RawField[];
  /** False where it was read no further than its first mistake: BibTeX may take what follows for a part of it. */
  readonly closed: boolean;
}

export interface RawField {
  /** As typed: `Title`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From the first delimiter to the last, concatenation included. */
  readonly valueSpan: Span;
  readonly parts: readonly ValuePart[];
}

/** One operand of `#`. */
export interface ValuePart {
  readonly kind: 'brace' | 'quote' | 'number' | 'macro';
  /** Without its delimiters. */
  readonly text: string;
  /** Of `text`. */
  readonly span: Span;
}

export interface ScannedFile {
  /** In file order, `@string` included, `@comment` and `@preamble` not. */
  readonly entries: readonly RawEntry[];
  readonly problems: readonly BibliographyProblem[];
}

/**
 * Reads a .bib file in one pass. What is between entries, and lines that begin with `%`, are comments.
 * A broken entry gives one problem, keeps the fields read so far, and reading goes on at the next `@` at a line start.
 */
export function scanBib(text: string): ScannedFile {
  return new BibScanner(text).scan();
}

/** Breaks off the entry being read. */
class Broken {
  constructor(
    readonly at: Span,
    readonly message: string,
  ) {}
}

class BibScanner extends BibCursor {
  private readonly entries: RawEntry[] = [];
  private readonly problems: BibliographyProblem[] = [];
  /** Of the entry being read: one is enough, the next are mostly its echo. */
  private hasProblem = false;
  /** A comment was never closed: later ones end at the next entry, so that the pass stays linear. */
  private openComment = false;

  scan(): ScannedFile {
    while (this.skipToEntry()) this.entry();
    return { entries: this.entries, problems: this.problems };
  }

  /** Moves to the next `@`; comments out lines that begin with `%`. */
  private skipToEntry(): boolean {
    for (;;) {
      const found = this.text.indexOf('@', this.at);
      if (found < 0) return false;
      const between = this.text.slice(this.at, found);
      const line = between.slice(between.lastIndexOf('\n') + 1);
      this.at = found;
      if (!line.trimStart().startsWith('%')) return true;
      this.at = this.lineEnd(found);
    }
  }

  private entry(): void {
    this.hasProblem = false;
    const start = this.at++;
    const typeStart = this.at;
    while (isTypeCharacter(this.text.charCodeAt(this.at))) this.at++;
    const typeSpan = span(typeStart, this.at);
    const type = this.text.slice(typeStart, this.at).toLowerCase();
    this.skipSpaces();
    const close = CLOSING[this.text[this.at] ?? ''];
    if (close === undefined) this.notAnEntry(start, typeSpan);
    else if (type === 'comment' || type === 'preamble') this.skipBalanced(close);
    else this.body(start, type, typeSpan, close);
  }

  /** An `@` in an address or a sentence is not a mistake; one at a line start with a known type is. */
  private notAnEntry(start: number, typeSpan: Span): void {
    const type = this.text.slice(typeSpan.start, typeSpan.end);
    if (KNOWN_TYPES.has(type.toLowerCase()) && this.isLineStart(start)) {
      const where = span(start, typeSpan.end);
      this.report(where, `“@${type}” opens no entry: put a brace and a key after it, as in @${type}{Shen2024, …}.`);
    }
    this.at = typeSpan.end;
  }

  /** Over `@comment{…}` and `@preamble{…}`, entries inside included. */
  private skipBalanced(close: string): void {
    let depth = 0;
    let firstEntry = -1;
    for (let at = this.at + 1; at < this.text.length; at++) {
      const character = this.text[at]!;
      if (depth === 0 && character === close) {
        this.at = at + 1;
        return;
      }
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '@' && firstEntry < 0 && this.startsEntry(at)) firstEntry = at;
      if (this.openComment && firstEntry >= 0) break;
    }
    this.openComment = true;
    this.at = firstEntry < 0 ? this.text.length : firstEntry;
  }

  private body(start: number, type: string, typeSpan: Span, close: string): void {
    this.at++;
    const fields: RawField[] = [];
    let key = '';
    let keySpan = span(this.at, this.at);
    let closed = true;
    try {
      if (type !== 'string') {
        keySpan = this.key(start, close);
        key = this.text.slice(keySpan.start, keySpan.end);
      }
      this.fields(fields, start, close);
    } catch (broken) {
      if (!(broken instanceof Broken)) throw broken;
      this.report(broken.at, broken.message);
      this.skipToLineStart();
      closed = false;
    }
    if (key !== '' || type === 'string' || !closed) {
      this.entries.push({ type, typeSpan, span: span(start, this.trimmedEnd(start)), key, keySpan, fields, closed });
    }
  }

  private key(start: number, close: string): Span {
    this.skipSpaces();
    const keyStart = this.at;
    while (this.at < this.text.length && !KEY_END.has(this.text[this.at]!)) this.at++;
    const keySpan = span(keyStart, this.at);
    this.skipSpaces();
    const next = this.text[this.at];
    if (keySpan.start === keySpan.end || next === '=') {
      throw new Broken(
        span(start, Math.max(keyStart, start + 1)),
        'This entry has no key: write one after the opening brace, followed by a comma.',
      );
    }
    if (next === ',') this.at++;
    else if (next === undefined || this.startsEntry(this.at)) throw this.unclosed(start);
    else if (next !== close) return this.oddKey(keySpan);
    return keySpan;
  }

  /** `Smith 2020,` or a key without its comma: the fields after it are read all the same. */
  private oddKey(keySpan: Span): Span {
    const line = this.text.slice(this.at, Math.min(this.lineEnd(this.at), this.at + 100));
    const key = this.text.slice(keySpan.start, keySpan.end);
    const comma = line.indexOf(',');
    if (comma < 0 || /[={]/.test(line.slice(0, comma))) {
      this.report(keySpan, `The comma after the key “${key}” is missing: write “${key},”.`);
      return keySpan;
    }
    const whole = span(keySpan.start, this.at + line.slice(0, comma).trimEnd().length);
    this.at += comma + 1;
    this.report(whole, `A key is one word without spaces, quotes, # or %: shorten it, to “${key}” for example.`);
    return whole;
  }

  private fields(fields: RawField[], start: number, close: string): void {
    for (;;) {
      this.skipSpacesAndCommas();
      const character = this.text[this.at];
      if (character === close) break;
      if (character === '%') {
        this.comment();
        continue;
      }
      if (character === undefined || this.startsEntry(this.at)) throw this.unclosed(start);
      fields.push(this.field(start));
      this.skipSpaces();
      const next = this.text[this.at];
      if (next !== ',' && next !== close && isNameStart(next)) {
        const { valueSpan, name } = fields.at(-1)!;
        this.report(valueSpan, `A comma is missing after the field “${name}”: put one at the end of its value.`);
      }
    }
    this.at++;
    this.checkWhatFollows();
  }

  /** Biber reads over a comment within an entry, BibTeX stops there. */
  private comment(): void {
    const end = this.lineEnd(this.at);
    this.report(
      span(this.at, end),
      'BibTeX reads no comment within an entry, and stops at this “%”: move the line before the entry.',
    );
    this.at = end;
  }

  private field(start: number): RawField {
    const nameStart = this.at;
    while (isFieldName(this.text.charCodeAt(this.at))) this.at++;
    const nameSpan = span(nameStart, this.at);
    const name = this.text.slice(nameStart, this.at);
    if (name === '') {
      throw new Broken(span(nameStart, nameStart + 1), `A field name is expected here, not “${this.text[nameStart]}”.`);
    }
    this.skipSpaces();
    if (this.text[this.at] !== '=') {
      throw new Broken(nameSpan, `“${name}” has no value: write ${name} = {…}, or close the entry before it.`);
    }
    this.at++;
    this.skipSpaces();
    const valueStart = this.at;
    const parts = this.value(name, start);
    const last = parts.at(-1)!;
    const delimited = last.kind === 'brace' || last.kind === 'quote';
    return { name, nameSpan, valueSpan: span(valueStart, last.span.end + (delimited ? 1 : 0)), parts };
  }

  private value(name: string, start: number): ValuePart[] {
    const parts: ValuePart[] = [];
    for (;;) {
      parts.push(this.valuePart(name, start));
      this.skipSpaces();
      if (this.text[this.at] !== '#') return parts;
      this.at++;
      this.skipSpaces();
    }
  }

  private valuePart(name: string, entryStart: number): ValuePart {
    const open = this.text[this.at];
    if (open === '{' || open === '"') return this.delimited(open, name, entryStart);
    const start = this.at;
    while (isMacroCharacter(this.text.charCodeAt(this.at))) this.at++;
    const text = this.text.slice(start, this.at);
    if (text === '') {
      const where = Math.min(start, this.text.length - 1);
      throw new Broken(span(where, where + 1), `The field “${name}” has no value: put it in braces, ${name} = {…}.`);
    }
    return { kind: /^\d+$/.test(text) ? 'number' : 'macro', text, span: span(start, this.at) };
  }

  private delimited(open: '{' | '"', name: string, entryStart: number): ValuePart {
    const start = ++this.at;
    let depth = 0;
    for (; this.skipTo(VALUE_MARK); this.at++) {
      const mark = this.text[this.at];
      if (mark === '{') depth++;
      else if (mark === '}') {
        if (depth === 0 && open === '{') return this.closed('brace', start);
        depth--;
        if (depth < 0) break;
      } else if (mark === '"' && depth === 0 && open === '"') return this.closed('quote', start);
      else if (mark === '@' && this.startsEntry(this.at)) break;
    }
    const what = open === '{' ? 'brace' : 'quotation mark';
    throw new Broken(
      span(entryStart, this.lineEnd(start)),
      `The ${what} that opens the field “${name}” is never closed: close it before the next field begins.`,
    );
  }

  private closed(kind: 'brace' | 'quote', start: number): ValuePart {
    const inner = span(start, this.at);
    this.at++;
    return { kind, text: this.text.slice(inner.start, inner.end), span: inner };
  }

  /** `}, year = {2024}` after an entry: it was closed by a brace too many. */
  private checkWhatFollows(): void {
    const rest = this.text.slice(this.at, this.at + 200);
    if (!/^\s{0,20},\s{0,50}[A-Za-z][\w-]{0,40}\s{0,20}=/.test(rest)) return;
    this.report(span(this.at - 1, this.at), 'The entry ends here, before its last field: remove a closing brace.');
  }

  private unclosed(start: number): Broken {
    return new Broken(
      span(start, this.lineEnd(start)),
      'This entry is never closed: put a closing brace after its last field.',
    );
  }

  private report(where: Span, message: string): void {
    if (this.hasProblem) return;
    this.hasProblem = true;
    this.problems.push({ span: where, message, code: 'syntax' });
  }
}

/** What a delimited value cannot be read past without a look. */
const VALUE_MARK = /[{}"@]/g;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };
const KEY_END: ReadonlySet<string> = new Set([...' \t\r\n,{}"=#%@']);
const KNOWN_TYPES: ReadonlySet<string> = new Set(
  'article book booklet inbook incollection inproceedings conference manual mastersthesis misc phdthesis proceedings techreport unpublished online thesis report dataset software string'.split(
    ' ',
  ),
);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/**
 * Field names: letters, digits, signs that are not of the syntax, and anything beyond ASCII. Of the names that btparse takes
 * (`bt_language`). `//url = {…}` is the way of some to put a field out of use: a name that no style knows.
 */
const isFieldName = (code: number): boolean =>
  isLetter(code) || isDigit(code) || '-_:.+/!&*?$'.includes(String.fromCharCode(code)) || code > 127;
const isMacroCharacter = (code: number): boolean => isFieldName(code) || "'’".includes(String.fromCharCode(code));
const isNameStart = (character: string | undefined): boolean => character !== undefined && /[A-Za-z]/.test(character);
