/** Where a character is set to its line. */
export type Script = 'normal' | 'sub' | 'super';

/** Characters with the script of each: what a formula is read from, whatever the markup it was typed in. */
export interface ScriptedText {
  readonly text: string;
  /** Script of the UTF-16 code unit at `index` of `text`. */
  scriptAt(index: number): Script;
}

/** A text without raised or lowered characters. */
export const flat = (text: string): ScriptedText => ({ text, scriptAt: () => 'normal' });
