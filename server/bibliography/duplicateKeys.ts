import type { BibliographyProblem, Entry } from './reference';

/** One problem for every entry whose key an earlier entry of the file has. */
export function* duplicateKeys(entries: readonly Entry[]): Generator<BibliographyProblem> {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { key } = entry.reference;
    const related = first.get(key)?.keySpan;
    if (!related) first.set(key, entry);
    else {
      const message = `Two entries have the key “${key}”: give this one a key of its own, or delete it if both are the same work.`;
      yield { span: entry.keySpan, message, code: 'duplicate-key', related };
    }
  }
}
