import { styleText } from 'node:util';

/** Characters by which a text could command a terminal, or pass for lines that are not its own. */
const CONTROL = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

/** A text of others – the name of a file, what a manuscript says – as part of one line. */
export const oneLine = (text: string): string => text.replace(CONTROL, escaped);

/** Writes lines for people to standard output; no character of them commands the terminal. */
export function print(text: string): void {
  clearProgress();
  console.log(forTerminal(text));
}

/** The same on standard error. */
export function printError(text: string): void {
  clearProgress();
  console.error(forTerminal(text));
}

export type Style = 'plain' | 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

/** True where people read standard output as it comes. */
export const isTerminal = (): boolean => process.stdout.isTTY === true;

/** A text as `print` writes it, in a colour where the terminal has some and NO_COLOR does not forbid them. */
export const styled = (style: Style, text: string): string =>
  style !== 'plain' && isTerminal() && process.stdout.hasColors()
    ? styleText(style, forTerminal(text))
    : forTerminal(text);

/** Writes a line for people of parts that `styled` made. */
export function printStyled(line: string): void {
  clearProgress();
  console.log(line);
}

let isProgressShown = false;

/** Shows in the last line of the terminal what is being done; nothing where standard error is not one. */
export function showProgress(text: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`${START_OF_LINE}${oneLine(text).slice(0, (process.stderr.columns || 80) - 1)}`);
  isProgressShown = true;
}

export function clearProgress(): void {
  if (isProgressShown) process.stderr.write(START_OF_LINE);
  isProgressShown = false;
}

/** Moves to the start of the line and empties it. */
const START_OF_LINE = '\r\x1b[K';

/** Writes text that a program may take up: as it is, except for a terminal. */
export const printForPrograms = (text: string): void => (process.stdout.isTTY ? print(text) : console.log(text));

/** JSON in which characters for terminals are escaped. */
export function jsonText(value: unknown, indent = 0): string {
  const unicode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, indent).replace(CONTROL, (c) => (c === '\n' ? c : unicode(c)));
}

export const printJson = (value: unknown): void => print(jsonText(value));

const forTerminal = (text: string): string =>
  text.replace(CONTROL, (character, at: number) => (isLayout(text, at) ? character : escaped(character)));

const isLayout = (text: string, at: number): boolean => /^(?:\n|\t|\r\n)/.test(text.slice(at, at + 2));

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}
