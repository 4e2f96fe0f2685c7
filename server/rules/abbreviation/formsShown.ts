import type { Use } from '../../manuscript/abbreviationIndex';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { AbbreviationDeclaration, GlossaryUse } from '../../text/parsedFile';
import { isBefore } from './occurrences';

/**
 * Says what a package prints at a use of the glossary: the long form where it defines, else the short form. Undefined where
 * that cannot be told: at what follows a reset, and where headings, captions or the abstract may come first.
 */
export function formsShown(manuscript: Manuscript): (use: Use) => string | undefined {
  const firstUses = new Map<string, Use | undefined>();
  const declarationOf = declarationsByKey(manuscript.files);
  const glossaryUseAt = glossaryUsesByPlace(manuscript.files);
  const uncertain = manuscript.files.some(({ parsed }) => RESETS.test(parsed.source));
  return (use) => {
    const named = glossaryUseAt(use);
    if (!named) return undefined;
    const { abbreviations } = manuscript;
    const short = use.file.parsed.prose.slice(use.prose);
    if (named.shows === 'short') return short;
    const declared = declarationOf.get(named.key);
    if (named.shows !== 'first-full') return declared?.long;
    if (!declared || !PRINTS_LONG.test(declared.form)) return short;
    if (uncertain) return undefined;
    if (!firstUses.has(named.key)) {
      const all = abbreviations.of(declared.short)?.uses ?? [];
      firstUses.set(
        named.key,
        all.find((other) => glossaryUseAt(other)?.shows === 'first-full'),
      );
    }
    const first = firstUses.get(named.key);
    if (first?.scope !== 'body') return undefined;
    return first === use ? declared.long : short;
  };
}

/**
 * Says whether the macro of an entry is certain to print the short form where that is typed plain: after a use that defines
 * it. At the first use it may print the long form, and there the sentence is another.
 */
export function printsShort({
  files,
  abbreviations,
}: Manuscript): (typed: Use, entry: AbbreviationDeclaration) => boolean {
  const firstUses = new Map<string, Use | undefined>();
  const glossaryUseAt = glossaryUsesByPlace(files);
  const uncertain = files.some(({ parsed }) => RESETS.test(parsed.source));
  return (typed, { key, short }) => {
    if (uncertain) return false;
    if (!firstUses.has(key))
      firstUses.set(
        key,
        (abbreviations.of(short)?.uses ?? []).find((use) => {
          const named = IN_ORDER.includes(use.scope) && use.managed ? glossaryUseAt(use) : undefined;
          return named?.key === key && named.shows === 'first-full';
        }),
      );
    const first = firstUses.get(key);
    return first !== undefined && isBefore(first, typed);
  };
}

/** Headings and captions may be printed in other places first. */
const IN_ORDER: readonly Scope[] = ['abstract', 'body', 'supporting-information'];

/** Commands after which the long form comes again. */
const RESETS =
  /\\(?:gls(?:local)?resetall|glsreset|acresetall|acreset|setabbreviationstyle|setacronymstyle|acsetup)(?![A-Za-z])/;

/** Other entries show their name at every use. */
const PRINTS_LONG = /^\\(?:newacronym|newabbreviation|newabbr|acro|acrodef|newacro|DeclareAcronym)$/;

function glossaryUsesByPlace(files: readonly FileCandidates[]): (use: Use) => GlossaryUse | undefined {
  const uses = new Map(
    files.map((file) => [file, new Map(file.parsed.glossaryUses.map((use) => [use.prose.start, use]))]),
  );
  return ({ file, prose }) => uses.get(file)?.get(prose.start);
}

/** The first declaration of each key counts. */
function declarationsByKey(files: readonly FileCandidates[]): ReadonlyMap<string, AbbreviationDeclaration> {
  const declarations = files.flatMap(({ parsed }) => parsed.declarations);
  return new Map(declarations.reverse().map((declaration) => [declaration.key, declaration]));
}
