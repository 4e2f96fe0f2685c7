/** How the bytes of a file say its text. `windows-1252` stands for Latin-1 too, which it holds but for control characters. */
export type Encoding = 'utf-8' | 'windows-1252';
