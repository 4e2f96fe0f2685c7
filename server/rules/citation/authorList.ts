import { fieldOf } from '../../bibliography/bibtex/fields';
import type { BibliographyRule, Fix } from '../rule';

/** Names that BibTeX cuts in other places than the writer meant: only “and” parts them. */
export const authorList = {
  code: 'citation/author-list',
  title: 'Names that BibTeX reads as others',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: '@misc{a, author={«Ahn, A., Beck, B., and Cho, C.»}}\n',
        fixed: '@misc{a, author={Ahn, A. and Beck, B. and Cho, C.}}\n',
      },
      { text: '@misc{a, author={«Ahn, Ann; Beck, Bo»}}\n', fixed: '@misc{a, author={Ahn, Ann and Beck, Bo}}\n' },
      { text: '@misc{a, author={«Ahn, Ann et al.»}}\n', fixed: '@misc{a, author={Ahn, Ann and others}}\n' },
    ],
    good: [
      '@misc{a, author={Ahn, Ann and Beck, Jr., Bo and others}}\n',
      '@misc{a, author={{Society for Salt, Water, and Ice}}}\n',
      '@misc{a, author={Ann Ahn and {et al.}}}\n',
      '@misc{a, author={Ahn, Ann and family=Beck, given=Bo, prefix=von, useprefix=true}}\n',
    ],
  },
  *checkBibliography({ uri, file }) {
    for (const entry of file.entries) {
      for (const name of ['author', 'editor']) {
        const field = fieldOf(entry, name);
        const [part, ...more] = field?.parts ?? [];
        if (!part || more.length > 0 || part.kind === 'macro') continue;
        const problem = problemOf(part.text);
        if (!problem) continue;
        const { message, fixed } = problem;
        const fixes: Fix[] =
          fixed === undefined
            ? []
            : [{ title: 'Part the names by “and”', edits: [{ uri, span: part.span, newText: fixed }], safe: false }];
        yield { span: part.span, message, fixes };
      }
    }
  },
} as const satisfies BibliographyRule;

interface Problem {
  readonly message: string;
  readonly fixed?: string;
}

function problemOf(typed: string): Problem | undefined {
  // A list in braces is one name, and parts in braces do not part it.
  const text = typed.replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, (group) => 'x'.repeat(group.length));
  // biblatex takes the parts of a name by their names.
  if (/(?:^|[\s,])(?:family|given) ?=/.test(text)) return undefined;
  const isFlat = text === typed;
  const more = /(?:,?\s+(?:and\s+)?|,\s*)et\.?\s+al\.?\s*$/i.exec(text);
  if (more && !/\band\s+$/i.test(text.slice(0, more.index + more[0].search(/et/i)))) {
    const rest = problemOf(typed.slice(0, more.index));
    return {
      message: '“et al.” is read as a part of a name: write “and others”.',
      fixed: `${rest?.fixed ?? typed.slice(0, more.index)} and others`,
    };
  }
  if (/;\s*\S/.test(text))
    return withFix('Names are parted by “and”, not by semicolons.', isFlat && partsAt(typed, /\s*;\s*(?:and\s+)?/));
  const crowded = text.split(/\s+and\s+/).find((name) => isCrowded(name));
  if (crowded === undefined) return undefined;
  return withFix(
    'Names are parted by “and”, not by commas: BibTeX reads this as fewer names.',
    isFlat && fromCommas(typed),
  );
}

const withFix = (message: string, names: readonly string[] | false | undefined): Problem =>
  names ? { message, fixed: names.join(' and ') } : { message };

/** Two commas divide a name into family, suffix and given names. */
function isCrowded(name: string): boolean {
  const parts = name.split(',').map((part) => part.trim());
  if (parts.length < 3) return false;
  return parts.length > 3 || !/^(?:jr|sr|[ivx]+|x+)\.?$/i.test(parts[1]!);
}

const partsAt = (typed: string, separator: RegExp): string[] =>
  typed
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const INITIALS = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u;

/** `Ahn, A., Beck, B.` in pairs, `A. Ahn, B. Beck` one by one; undefined for a mixture. */
function fromCommas(typed: string): string[] | undefined {
  const pieces = partsAt(typed, /\s*,\s*(?:and\s+)?|\s+and\s+/);
  const isInitials = pieces.map((piece) => INITIALS.test(piece));
  if (pieces.length % 2 === 0 && isInitials.every((is, at) => is === (at % 2 === 1)))
    return pieces.flatMap((piece, at) => (at % 2 === 0 ? [`${piece}, ${pieces[at + 1]}`] : []));
  if (isInitials.every((is) => !is) && pieces.every((piece) => /\s/.test(piece))) return pieces;
  return undefined;
}
