import type { Script, ScriptedText } from '../base/script';
import { type Glyphs, readGlyphs } from './glyphs';
import { groupAt } from './groups';

/** Why a text is not a formula. Thrown inside the reader only; `parseFormula` turns it into a result. */
export class Refusal {
  constructor(readonly reason: string) {}
}

/** A place in the glyphs of a formula, moving to the right. */
export class Cursor {
  position = 0;
  private readonly glyphs: Glyphs;

  constructor(source: ScriptedText) {
    this.glyphs = readGlyphs(source);
  }

  /** Glyph `ahead` of the cursor; empty after the end. */
  peek(ahead = 0): string {
    return this.glyphs.text[this.position + ahead] ?? '';
  }

  script(ahead = 0): Script {
    return this.glyphs.scripts[this.position + ahead] ?? 'normal';
  }

  get atEnd(): boolean {
    return this.position >= this.glyphs.text.length;
  }

  startsWith(word: string): boolean {
    return this.glyphs.text.startsWith(word, this.position);
  }

  /** Name of the organic group or ligand at the cursor. */
  groupAt(): string | undefined {
    return groupAt(this.glyphs.text, this.position);
  }

  /** First match of a sticky pattern at the cursor. The pattern must be linear. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.glyphs.text)?.[0];
  }

  /** True where the pattern occurs anywhere in the text. */
  matchAnywhere(pattern: RegExp): boolean {
    return pattern.test(this.glyphs.text);
  }

  /** Glyphs from the cursor on that are in one script. */
  run(script: Script): string {
    let end = this.position;
    while (end < this.glyphs.text.length && this.glyphs.scripts[end] === script) end++;
    return this.glyphs.text.slice(this.position, end);
  }

  skipSpaces(): void {
    while (this.peek() === ' ') this.position++;
  }

  refuse(what: string, ahead = 0): never {
    throw new Refusal(`${this.where(ahead)} ${what}`);
  }

  /** `“q” at position 5` with positions from 1 in the text as given; `The end`. */
  private where(ahead: number): string {
    const at = this.position + ahead;
    if (at >= this.glyphs.text.length) return 'The end';
    return `“${this.glyphs.text[at]}” at position ${this.glyphs.origins[at]! + 1}`;
  }
}
