/** A position in a .bib text, and what can be asked there. */
export class BibCursor {
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected skipSpaces(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  protected skipSpacesAndCommas(): void {
    while (isSpace(this.text.charCodeAt(this.at)) || this.text.charCodeAt(this.at) === COMMA) this.at++;
  }

  /** To the next match of a global pattern of one character, or to the end; false there. */
  protected skipTo(mark: RegExp): boolean {
    mark.lastIndex = this.at;
    const found = mark.test(this.text);
    this.at = found ? mark.lastIndex - 1 : this.text.length;
    return found;
  }

  /** To the next `@` at a line start that opens an entry. */
  protected skipToLineStart(): void {
    for (let at = this.text.indexOf('@', this.at); at >= 0; at = this.text.indexOf('@', at + 1)) {
      if (!this.startsEntry(at)) continue;
      this.at = at;
      return;
    }
    this.at = this.text.length;
  }

  /** An `@` that is the first of its line, a word and a bracket. */
  protected startsEntry(at: number): boolean {
    if (this.text.charCodeAt(at) !== AT || !this.isLineStart(at)) return false;
    let end = at + 1;
    while (isTypeCharacter(this.text.charCodeAt(end))) end++;
    if (!isLetter(this.text.charCodeAt(at + 1))) return false;
    while (this.text[end] === ' ') end++;
    return this.text[end] === '{' || this.text[end] === '(';
  }

  protected isLineStart(at: number): boolean {
    let before = at - 1;
    while (this.text[before] === ' ' || this.text[before] === '\t') before--;
    return before < 0 || this.text[before] === '\n' || this.text[before] === '\r';
  }

  protected lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  /** Where the text from `start` to here ends without its trailing spaces. */
  protected trimmedEnd(start: number): number {
    let end = this.at;
    while (end > start && isSpace(this.text.charCodeAt(end - 1))) end--;
    return end;
  }
}

const AT = 64;
const COMMA = 44;
const HYPHEN = 45;
const UNDERSCORE = 95;

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Of an entry type: `book_section`, `mvbook`, `data-set2`. */
export const isTypeCharacter = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 57) || code === HYPHEN || code === UNDERSCORE;

/** A letter of ASCII. */
export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
