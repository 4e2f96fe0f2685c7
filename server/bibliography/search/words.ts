import { withinDistance } from '../editDistance';

/** How a word that was typed is in a work: whole, at the beginning of a longer word, or within one. */
export type Fit = 'whole' | 'beginning' | 'inside';

/** Called with each document and how the word fits there; the same document may come again. */
type Visit = (document: number, fit: Fit) => void;

/** The words of one field, such as titles, and the documents that they are in. */
export class WordIndex {
  private readonly documents = new Map<string, number[]>();

  add(word: string, document: number): void {
    const known = this.documents.get(word);
    if (!known) this.documents.set(word, [document]);
    else if (known.at(-1) !== document) known.push(document);
  }

  whole(word: string): readonly number[] {
    return this.documents.get(word) ?? [];
  }

  visit(word: string, fits: ReadonlySet<Fit>, visit: Visit): void {
    for (const document of this.whole(word)) visit(document, 'whole');
    if (!fits.has('beginning')) return;
    for (const [candidate, documents] of this.documents) {
      const at = candidate.indexOf(word);
      if (at < 0 || candidate.length === word.length || (at > 0 && !fits.has('inside'))) continue;
      for (const document of documents) visit(document, at === 0 ? 'beginning' : 'inside');
    }
  }

  /** Documents with a word that the typed one is a slip or two away from. */
  visitNear(word: string, limit: number, wholeWords: boolean, visit: (document: number) => void): void {
    for (const [candidate, documents] of this.documents) {
      if (candidate[0] !== word[0] || /\d/.test(candidate)) continue;
      if (!withinDistance(word, candidate, limit) || (wholeWords && !withinDistance(candidate, word, limit))) continue;
      for (const document of documents) visit(document);
    }
  }

  /** Documents with a word that shortens the typed one: `chem` of `Chem. Rev.` for `chemical`. */
  visitShortened(word: string, visit: (document: number) => void): void {
    for (const [candidate, documents] of this.documents)
      if (candidate.length < word.length && shortens(candidate, word))
        for (const document of documents) visit(document);
  }
}

/** `electrochem` and `natl` shorten `electrochemical` and `national`: its beginning, or in a contraction its first and last letter. */
export function shortens(short: string, word: string): boolean {
  if (word.startsWith(short)) return short.length > 1 || word === short || word === 'journal';
  if (short.length < 3 || short[0] !== word[0] || short.at(-1) !== word.at(-1) || /\d/.test(word)) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}
