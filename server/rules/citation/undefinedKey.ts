import { fileName } from '../../base/uris';
import type { Bibliography } from '../../bibliography/bibliography';
import { nearestKeys } from '../../bibliography/keys/nearest';
import { allCitedKeys } from '../../manuscript/citedKeys';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS } from '../../text';
import type { Citing } from '../../text/citing/citing';
import { type CitationUse, type ParsedFile, usesBiblatex } from '../../text/parsedFile';
import type { Fix, Rule } from '../rule';

/** A key that no bibliography of the manuscript has: a question mark in print. */
export const undefinedKey = {
  code: 'citation/undefined-key',
  title: 'Key that is in no bibliography',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: '---\nreferences:\n- id: ahn2020\n  title: A film\n---\n\nFilms grow [@«ahn2002»].',
        fixed: '---\nreferences:\n- id: ahn2020\n  title: A film\n---\n\nFilms grow [@ahn2020].',
      },
    ],
    good: [
      'Films grow [@ahn2020], in a chapter that names no bibliography.',
      '---\nreferences:\n- id: ahn2020\n  title: A film\n---\n\nFilms grow [@ahn2020]; write to @someone.',
    ],
  },
  *check({ uri, parsed }, manuscript, { bibliography }) {
    if (!bibliography || !isComplete(bibliography, manuscript)) return;
    const keys = [...bibliography.entries].map(({ entry }) => entry.reference.key);
    const names = [...new Set(bibliography.files.map((file) => fileName(file.uri)))].join(', ');
    const inAnyCase = caseless(manuscript, keys);
    let labels: ReadonlySet<string> | undefined;
    for (const use of parsed.citations) {
      for (const { key: typed, span } of use.keys) {
        const key = typed.replace(/^\*/, '');
        if (bibliography.entry(key) || inAnyCase(key) || isMade(key)) continue;
        // Most manuscripts have no such key, and need no reading of all sources.
        labels ??= labelsIn(manuscript);
        if (labels.has(key) || labels.has(key.replace(/:\d+$/, ''))) continue;
        const nearest = nearestKeys(key, keys);
        if (isBareMention(use, parsed) && nearest.length === 0 && !/\d\d/.test(key)) continue;
        const isTyped = parsed.source.slice(span.start, span.end) === typed;
        yield {
          span,
          message: `No entry has the key “${key}” (${names}).`,
          fixes: isTyped ? nearest.map((near): Fix => replaceBy(near, { uri, span })) : [],
        };
      }
    }
  },
} as const satisfies Rule;

const replaceBy = (key: string, at: { readonly uri: string; readonly span: CitationUse['span'] }): Fix => ({
  title: `Cite “${key}”`,
  edits: [{ ...at, newText: key }],
  safe: false,
});

/** BibTeX finds a key in another case, where the manuscript cites it in that one only; biber and the others do not. */
function caseless(manuscript: Manuscript, keys: readonly string[]): (key: string) => boolean {
  const { files } = manuscript;
  if (files[0]!.parsed.format !== 'latex' || files.some(({ parsed }) => usesBiblatex(parsed.packages)))
    return () => false;
  const known = new Set(keys.map((key) => key.toLowerCase()));
  const forms = new Map<string, number>();
  for (const key of allCitedKeys(manuscript)) forms.set(key.toLowerCase(), (forms.get(key.toLowerCase()) ?? 0) + 1);
  return (key) => known.has(key.toLowerCase()) && forms.get(key.toLowerCase()) === 1;
}

/**
 * True where all bibliographies of the manuscript are known: it names or holds some, and each was read. One that only lies beside
 * it counts where the manuscript cites from it.
 */
function isComplete(bibliography: Bibliography, { files }: Manuscript): boolean {
  const { roles, unusable } = bibliography;
  const of = new Set(roles.values());
  if (unusable.some(({ uri }) => roles.get(uri) !== 'library')) return false;
  if (bibliography.files.every(({ file }) => file.entries.length === 0)) return false;
  if (of.has('named') || of.has('listed') || of.has('project')) return true;
  return files.some(({ parsed }) =>
    parsed.citations.some((use) => use.keys.some(({ key }) => bibliography.entry(key))),
  );
}

/** Keys that styles and packages make themselves, and parameters of macros. */
const isMade = (key: string): boolean => key === '' || /[\\#{}]|^(?:Note\d+|\w*-?control)$/i.test(key);

/** Labels of the text, where they are referred to as works are cited; a package numbers the lines of a listing: `@code:9`. */
const labelsIn = ({ files }: Manuscript): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ parsed: { source, format } }) => {
      const { labels }: Citing = FORMATS[format].citing;
      return labels ? [...source.matchAll(labels)].map(([, ...names]) => names.find(Boolean)!) : [];
    }),
  );

/** `@someone` in Markdown may be a person. */
const isBareMention = ({ command }: CitationUse, { format }: ParsedFile): boolean =>
  command === '@' && format === 'markdown';
