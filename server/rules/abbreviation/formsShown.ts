import type { Use } from '../../manuscript/abbreviationIndex';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import { ABSTRACTS, type Scope } from '../../manuscript/scope';
import type { AbbreviationDeclaration, GlossaryUse } from '../../text/parsedFile';
import { definesAtFirstUse, isReset } from '../editing/firstForm';
import { isBefore } from './occurrences';

/**
 * Says what a package prints at a use of the glossary: the long form where it defines, else the short form. Undefined where
 * that cannot be told: at what follows a reset, and where headings, captions or the abstract may come first.
 */
export function formsShown(manuscript: Manuscript): (use: Use) => string | undefined {
  const declarationOf = declarationsByKey(manuscript.files);
  const glossaryUseAt = glossaryUsesByPlace(manuscript.files);
  const firstFullUse = firstFullUses(manuscript, glossaryUseAt, () => true);
  const uncertain = isReset(manuscript);
  return (use) => {
    const named = glossaryUseAt(use);
    if (!named) return undefined;
    const short = use.file.parsed.prose.slice(use.prose);
    if (named.shows === 'short') return short;
    const found = declarationOf.get(named.key);
    const declared = found?.declaration;
    if (named.shows !== 'first-full') return declared?.long;
    if (!declared || showsName(declared, found.file)) return short;
    if (uncertain || !definesAtFirstUse(declared, manuscript)) return undefined;
    const first = firstFullUse(declared);
    if (first?.scope !== 'body') return undefined;
    return first === use ? declared.long : short;
  };
}

/**
 * Says whether the macro of an entry is certain to print the short form where that is typed plain: after a use that defines
 * it. At the first use it may print the long form, and there the sentence is another.
 */
export function printsShort(manuscript: Manuscript): (typed: Use, entry: AbbreviationDeclaration) => boolean {
  const inOrder = ({ scope }: Use) => IN_ORDER.includes(scope);
  const firstFullUse = firstFullUses(manuscript, glossaryUsesByPlace(manuscript.files), inOrder);
  const uncertain = isReset(manuscript);
  return (typed, entry) => {
    const first = uncertain ? undefined : firstFullUse(entry);
    return first !== undefined && isBefore(first, typed);
  };
}

/** Headings and captions may be printed in other places first. */
const IN_ORDER: readonly Scope[] = [...ABSTRACTS, 'body', 'supporting-information'];

/** Entries of terms show their name at every use, unless they say what comes first. */
const showsName = ({ form, span }: AbbreviationDeclaration, { parsed }: FileCandidates): boolean =>
  /^\\(?:(?:long)?newglossaryentry|newentry|nomenclature)$/.test(form) &&
  !/[,{\s]first\s*=/.test(parsed.source.slice(span.start, span.end));

/** The first use of an entry, of those that count, that writes it out where it is the first. */
function firstFullUses(
  { abbreviations }: Manuscript,
  glossaryUseAt: (use: Use) => GlossaryUse | undefined,
  counts: (use: Use) => boolean,
): (entry: AbbreviationDeclaration) => Use | undefined {
  const found = new Map<string, Use | undefined>();
  return ({ key, short }) => {
    if (!found.has(key))
      found.set(
        key,
        abbreviations.of(short)?.uses.find((use) => {
          const named = use.managed && counts(use) ? glossaryUseAt(use) : undefined;
          return named?.key === key && named.shows === 'first-full';
        }),
      );
    return found.get(key);
  };
}

function glossaryUsesByPlace(files: readonly FileCandidates[]): (use: Use) => GlossaryUse | undefined {
  const uses = new Map(
    files.map((file) => [file, new Map(file.parsed.glossaryUses.map((use) => [use.prose.start, use]))]),
  );
  return ({ file, prose }) => uses.get(file)?.get(prose.start);
}

/** The first declaration of each key counts. */
function declarationsByKey(
  files: readonly FileCandidates[],
): ReadonlyMap<string, { readonly declaration: AbbreviationDeclaration; readonly file: FileCandidates }> {
  const all = files.flatMap((file) => file.parsed.declarations.map((declaration) => ({ declaration, file })));
  return new Map(all.reverse().map((found) => [found.declaration.key, found]));
}
