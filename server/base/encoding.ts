/** How the bytes of a file say its text. `windows-1252` stands for Latin-1 too, which it holds except for control characters. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** What people call it. */
export const encodingName = (encoding: Encoding): string =>
  encoding === 'windows-1252' ? 'Latin-1 or Windows-1252' : encoding.slice(0, 6).toUpperCase();
