import { contains, overlaps, type SourceSpan, touches } from '../base/span';
import type { PlacedDefinition, Use } from '../manuscript/abbreviationIndex';
import { singular } from '../manuscript/definitions/shortForm';
import { entryKeyAt, entryOf } from '../manuscript/entries';
import type { FileCandidates } from '../manuscript/fileCandidates';
import type { Manuscript } from '../manuscript/manuscript';
import { occurrences } from '../manuscript/occurrences';
import type { ManuscriptContext } from '../workspace/workspace';
import type { SourcePlace } from './sourcePlace';

/** A place where a short form occurs. */
export interface Appearance extends SourcePlace {
  readonly role: 'definition' | 'use';
  /** With the plural s. */
  readonly plural: boolean;
  /** The key of `\gls{fec}` and the like is there, not the short form. */
  readonly managed: boolean;
}

/** The short form that a source offset lies in or directly after: in the text, in a declaration, or by the key of its entry. */
export function shortFormAt(
  { file, manuscript }: ManuscriptContext,
  offset: number,
): { readonly short: string; readonly span: SourceSpan } | undefined {
  for (const mention of file.mentionsAt(offset)) {
    if (mention.kind === 'abbreviation') return { short: mention.short, span: mention.source };
  }
  const declared = file.definitions.find((d) => d.form === 'declaration' && touches(d.source.short, offset));
  if (declared) return { short: declared.short, span: declared.source.short };
  const named = entryKeyAt(file.parsed, offset);
  const entry = named && entryOf(named.key, manuscript);
  return entry && { short: singular(entry.short).short, span: named.span };
}

/** All places of a short form in the manuscript, in reading order. Titles of cited works and names of authors are not ours. */
export function appearancesOf(short: string, manuscript: Manuscript): Appearance[] {
  const { files, abbreviations } = manuscript;
  const { definitions = [], uses = [] } = abbreviations.of(short) ?? {};
  const declarations = files.flatMap(({ parsed }) => parsed.declarations);
  const keys = new Set(declarations.filter((d) => d.short === short).map(({ key }) => key));
  return files.flatMap((file) => {
    const { uri } = file;
    const here = [
      ...definitions.filter((d) => d.file === file).map((d) => definitionOf(d, uri)),
      ...uses.filter((u) => u.file === file && isOurs(u)).map((u) => useOf(u, uri)),
      ...withinDefinitions(short, file),
    ];
    here.push(...keysAlone(keys, file, here));
    return here.sort((a, b) => a.span.start - b.span.start);
  });
}

const definitionOf = ({ definition }: PlacedDefinition, uri: string): Appearance => ({
  uri,
  span: definition.source.short,
  role: 'definition',
  plural: definition.shortPlural,
  managed: false,
});

const useOf = ({ source, plural, managed }: Use, uri: string): Appearance => ({
  uri,
  span: source,
  role: 'use',
  plural,
  managed,
});

function isOurs({ file, prose: at }: Use): boolean {
  const block = file.parsed.prose.blockAt(at.start);
  return block?.part !== 'references' && block?.kind !== 'author';
}

/** `\glsadd{fec}`, `\glsreset{fec}`, the body of a macro: they name the entry and show nothing. */
function keysAlone(keys: ReadonlySet<string>, { uri, parsed }: FileCandidates, shown: readonly Appearance[]) {
  return parsed.entryKeys
    .filter(({ key, span }) => keys.has(key) && !shown.some((at) => overlaps(at.span, span)))
    .map(({ span }): Appearance => ({ uri, span, role: 'use', plural: false, managed: true }));
}

/** `FEC` in `LiNO3–FEC electrolyte (LFE)`: the index does not count it, since it is in a definition of another. */
function withinDefinitions(short: string, { uri, definitions, parsed }: FileCandidates): Appearance[] {
  const own = definitions.filter((d) => d.short === short).flatMap((d) => (d.prose ? [d.prose.short] : []));
  const longs = definitions.filter((d) => d.short !== short).flatMap((d) => (d.prose ? [d.prose.long] : []));
  if (longs.length === 0) return [];
  return occurrences(parsed.prose, new Set([short]))
    .filter(({ prose }) => longs.some((long) => contains(long, prose)) && !own.some((s) => overlaps(s, prose)))
    .map(({ prose, plural }) => ({
      uri,
      span: parsed.prose.toSource(prose),
      role: 'use',
      plural,
      managed: false,
    }));
}
