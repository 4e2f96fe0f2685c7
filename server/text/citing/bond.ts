/** Two characters of the source that belong together, so that nothing goes between them; a row whose examples are its tests. */
export interface Bond {
  /** What they are. */
  readonly id: string;
  /** What the text up to the place ends with; looked at in the line of the place only. */
  readonly before: RegExp;
  /** What follows the place. */
  readonly after: RegExp;
  /** Nothing goes to the caret `‸`; one of them needs this row. */
  readonly holds: readonly string[];
  /** Looks much like them, and may be parted at the caret. */
  readonly parts: readonly string[];
}

/** Of the formats in which `~` is a space that does not break. */
export const TIE_BONDS: readonly Bond[] = [
  {
    id: 'tie and the word after it',
    before: /\S~$/,
    after: /^\S/,
    holds: ['see Fig.~‸3'],
    parts: ['see Fig.~3‸ and'],
  },
  {
    // A citation may be tied to the word before it.
    id: 'word and the tie after it',
    before: /\S$/,
    after: /^~(?!\\[A-Za-z]*cite|@|#cite)\S/,
    holds: ['in cell‸~3'],
    parts: ['as seen‸~\\cite{a}', 'as seen‸~@a', 'as seen‸~#cite(<a>)'],
  },
];
