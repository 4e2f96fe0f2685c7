/** Two characters of the source that belong together, so that nothing goes between them. */
export interface Bond {
  /** What the text up to the place ends with; looked at in the line of the place only. */
  readonly before: RegExp;
  /** What follows the place. */
  readonly after: RegExp;
}

/** What a tie holds together: `Fig.‸~‸3`; a citation may be tied to the word before it. */
export const TIE_BONDS: readonly Bond[] = [
  { before: /\S~$/, after: /^\S/ },
  { before: /\S$/, after: /^~(?!\\[A-Za-z]*cite|@|#cite)\S/ },
];
