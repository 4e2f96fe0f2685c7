/** An invisible character that breaks up what the editor would take for markup; it knows no escapes. */
const wordJoiner = '\u2060';

/** Text in a row of a picker or in a status, where the editor draws `$(warning)` as an icon. */
export const escapeIcons = (text: string): string => text.replaceAll('$(', `$${wordJoiner}(`);

/** Text in a message, where the editor makes a link of `[click](command:…)` too, and runs any command from it. */
export const escapeMessage = (text: string): string =>
  escapeIcons(text).replaceAll('](', `]${wordJoiner}(`).replace(/\s+/g, ' ');
