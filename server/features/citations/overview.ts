import type { LoadedBibliography } from '../../bibliography/bibliography';
import { keysOf } from '../../bibliography/keys/entryKeys';
import type { Entry, Reference } from '../../bibliography/reference';
import { duplicateEntry } from '../../rules/citation/duplicateEntry';
import { missingField } from '../../rules/citation/missingField';
import { undefinedKey } from '../../rules/citation/undefinedKey';
import { ruleOptions } from '../../workspace/projectFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { SourcePlace } from '../sourcePlace';

/** The references of a manuscript by what there is to do with them. A work may be in several groups. */
export interface ReferenceOverview {
  /** In the order in which they are cited first. */
  readonly cited: readonly ListedWork[];
  readonly uncited: readonly ListedWork[];
  /** Keys that no entry has; empty where it is not known what the manuscript cites from. */
  readonly undefined: readonly UndefinedKey[];
  readonly duplicates: readonly RemarkedWork[];
  readonly incomplete: readonly RemarkedWork[];
}

export interface ListedWork {
  readonly reference: Reference;
  /** Of its key in the bibliography. */
  readonly entry: SourcePlace;
  /** In reading order. */
  readonly uses: readonly KeyUse[];
}

export interface RemarkedWork extends ListedWork {
  readonly remark: string;
}

export interface UndefinedKey {
  readonly key: string;
  readonly uses: readonly KeyUse[];
}

export interface KeyUse extends SourcePlace {
  /** From 1. */
  readonly line: number;
  /** Grows as the manuscript is read. */
  readonly position: number;
}

export function referenceOverview(context: ManuscriptContext): ReferenceOverview {
  const { manuscript, bibliography } = context;
  const uses = usesByKey(context);
  const files = bibliography.files.filter(({ uri }) => !NOT_PRINTED.has(bibliography.roles.get(uri) ?? ''));
  const works = files.flatMap((file) => file.file.entries.map((entry) => listed(entry, file, uses)));
  const around = { manuscripts: [manuscript], catalogue: manuscript.catalogue };
  const remarked = (rule: typeof duplicateEntry | typeof missingField): RemarkedWork[] =>
    files.flatMap((file) => {
      const entries = new Map(file.file.entries.map((entry) => [entry.keySpan.start, entry]));
      return [...rule.checkBibliography(file, around)].flatMap(({ span, message }) => {
        const entry = entries.get(span.start);
        return entry ? [{ ...listed(entry, file, uses), remark: message }] : [];
      });
    });
  return {
    cited: inOrderOfCitation(works),
    uncited: works.filter((work) => work.uses.length === 0),
    undefined: undefinedKeys(context, uses),
    duplicates: remarked(duplicateEntry),
    incomplete: remarked(missingField),
  };
}

/** Works in these files are looked up or explained, not listed in print. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['library', 'glossary']);

type Uses = ReadonlyMap<string, readonly KeyUse[]>;

function usesByKey({ manuscript }: ManuscriptContext): Uses {
  const uses = new Map<string, KeyUse[]>();
  const all = manuscript.files.flatMap((file) => {
    const { uri, parsed } = file;
    return parsed.citations
      .flatMap((use) => use.keys)
      .map(({ key, span }) => ({
        key: key.replace(/^\*/, ''),
        use: {
          ...{ uri, span, line: parsed.prose.lineOf(span.start) },
          position: manuscript.position(file, span.start),
        },
      }));
  });
  for (const { key, use } of all.sort((a, b) => a.use.position - b.use.position)) {
    const known = uses.get(key);
    if (known) known.push(use);
    else uses.set(key, [use]);
  }
  return uses;
}

const listed = (entry: Entry, { uri }: LoadedBibliography, uses: Uses): ListedWork => ({
  reference: entry.reference,
  entry: { uri, span: entry.keySpan },
  uses: keysOf(entry)
    .flatMap((key) => uses.get(key) ?? [])
    .sort((a, b) => a.position - b.position),
});

/** Those that are cited, by their first citations. */
const inOrderOfCitation = (works: readonly ListedWork[]): ListedWork[] =>
  works.filter(({ uses }) => uses.length > 0).sort((a, b) => a.uses[0]!.position - b.uses[0]!.position);

function undefinedKeys({ manuscript, bibliography, settings }: ManuscriptContext, uses: Uses): UndefinedKey[] {
  const options = { ...ruleOptions(settings), bibliography };
  const places = new Set(
    manuscript.files.flatMap(({ uri }) =>
      [...undefinedKey.check(manuscript.analysis(uri)!, manuscript, options)].map(({ span }) => `${uri} ${span.start}`),
    ),
  );
  return [...uses].flatMap(([key, of]) => {
    const without = of.filter(({ uri, span }) => places.has(`${uri} ${span.start}`));
    return without.length > 0 ? [{ key, uses: without }] : [];
  });
}
