/** Characters by which a text could command a terminal, or pass for lines that are not its own. */
const CONTROL = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

/** A text of others – the name of a file, what a manuscript says – as part of one line. */
export const oneLine = (text: string): string => text.replace(CONTROL, escaped);

/** Writes lines for people to standard output; no character of them commands the terminal. */
export const print = (text: string): void => console.log(forTerminal(text));

/** The same on standard error. */
export const printError = (text: string): void => console.error(forTerminal(text));

/** Writes text that a program may take up: as it is, but for a terminal. */
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
