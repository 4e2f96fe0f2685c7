/** Letters of given names, by name and its parts: `Jean-Noël K.` and `J.-N. K.` → `[['J', 'N'], ['K']]`, `J.K.` → `[['J'], ['K']]`. */
export const initialsOf = (given: string): string[][] =>
  given
    .replace(/\. ?(?=-)/g, '')
    .split(/[.\s]+/)
    .map((name) => name.split('-').flatMap(firstLetter))
    .filter((letters) => letters.length > 0);

const firstLetter = (part: string): string[] => /\p{L}/u.exec(part)?.slice(0, 1) ?? [];
