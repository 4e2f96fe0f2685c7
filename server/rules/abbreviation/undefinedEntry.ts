import { fileName } from '../../base/uris';
import { nearestKeys } from '../../bibliography/keys/nearest';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Rule } from '../rule';

/** A key that no glossary declares: an error or a question mark in print. */
export const undefinedEntry = {
  code: 'abbreviation/undefined-key',
  title: 'Key that no glossary declares',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: '---\nacronyms:\n  keys:\n    - key: sei\n      shortname: SEI\n      longname: solid electrolyte interphase\n---\n\nThe \\acr{sei} is thin. A thick \\acr{«sie»} cracks.',
        fixed:
          '---\nacronyms:\n  keys:\n    - key: sei\n      shortname: SEI\n      longname: solid electrolyte interphase\n---\n\nThe \\acr{sei} is thin. A thick \\acr{sei} cracks.',
      },
    ],
    good: ['The \\acr{sei} is thin, in a chapter whose glossary lies elsewhere.'],
  },
  *check({ uri, parsed }, manuscript) {
    if (parsed.entryKeys.length === 0) return;
    const declared = declaredKeys(manuscript);
    if (!isComplete(manuscript, declared)) return;
    for (const { key, span } of parsed.entryKeys) {
      if (declared.has(key) || /[#\\{}]/.test(key) || mayBeDeclared(key, manuscript)) continue;
      const near = nearestKeys(key, [...declared]);
      yield {
        span,
        message: `No entry of the glossary has the key “${key}”.`,
        fixes: near.map((to) => ({ title: `Write “${to}”`, edits: [{ uri, span, newText: to }], safe: false })),
      };
    }
  },
} as const satisfies Rule;

const declaredKeys = ({ files }: Manuscript): ReadonlySet<string> =>
  new Set(files.flatMap(({ parsed }) => [...parsed.declarations.map(({ key }) => key), ...parsed.termKeys]));

/** True where the manuscript uses an entry that is declared, and every file that it names for its text or its glossary was read. */
function isComplete({ files }: Manuscript, declared: ReadonlySet<string>): boolean {
  const read = new Set(files.map(({ uri }) => stem(uri)));
  const isRead = ({ path }: { readonly path: string }) => read.has(stem(path));
  return (
    files.some(({ parsed }) => parsed.entryKeys.some(({ key }) => declared.has(key))) &&
    files.every(({ parsed }) => [...parsed.includes, ...parsed.glossaries, ...resources(parsed)].every(isRead))
  );
}

const resources = ({ bibliographies }: FileCandidates['parsed']) =>
  bibliographies.filter(({ command }) => /^\\gls/i.test(command));

const stem = (path: string): string => fileName(path).replace(/\.\w+$/, '');

/** True where LaTeX names the key in braces elsewhere: a command that is not known may declare it. */
function mayBeDeclared(key: string, { files }: Manuscript): boolean {
  const [count, named] = files
    .filter(({ parsed }) => parsed.format === 'latex')
    .map(({ parsed: { source, entryKeys } }) => [
      source.split(`{${key}}`).length - 1,
      entryKeys.filter((entry) => entry.key === key).length,
    ])
    .reduce(([a, b], [c, d]) => [a! + c!, b! + d!], [0, 0]);
  return count! > named!;
}
