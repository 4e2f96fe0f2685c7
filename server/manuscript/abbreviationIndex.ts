import { contains, lowerBound, type ProseSpan, type SourceSpan, type Span } from '../base/span';
import type { Prose } from '../text/prose';
import type { Definition } from './definition';
import { expansionKey } from './definitions/expansion';
import { singular } from './definitions/shortForm';
import type { FileCandidates } from './fileCandidates';
import { occurrences } from './occurrences';
import { type Inclusion, ReadingOrder } from './readingOrder';
import { isTranslated, type Scope, Scopes } from './scope';

/** A place in one file of the manuscript. */
export interface Occurrence {
  readonly file: FileCandidates;
  /** Grows as the manuscript is read, from file to file. */
  readonly position: number;
  /** In the prose of that file. */
  readonly prose: ProseSpan;
  readonly source: SourceSpan;
  readonly scope: Scope;
}

export interface PlacedDefinition extends Occurrence {
  readonly definition: Definition;
}

export interface Use extends Occurrence {
  readonly plural: boolean;
  /** Through `\gls` or the like: the package itself defines it at the first use. */
  readonly managed: boolean;
}

/** Everything the manuscript says about one short form, in reading order. */
export interface Abbreviation {
  readonly short: string;
  readonly definitions: readonly PlacedDefinition[];
  /** Without the short forms that are in definitions. */
  readonly uses: readonly Use[];
}

/** The abbreviations of a manuscript: which are defined where, which are used where. */
export class AbbreviationIndex {
  private readonly byShort: ReadonlyMap<string, Abbreviation>;
  private readonly words: ReadonlySet<string>;
  readonly order: ReadingOrder;
  private readonly scopes: Scopes;
  /** Of the definitions compared so far: more than one rule compares them. */
  private readonly expansionKeys = new Map<PlacedDefinition, string>();
  private definedByLetters: ReadonlyMap<string, readonly Abbreviation[]> | undefined;

  constructor(
    readonly files: readonly FileCandidates[],
    inclusions: readonly Inclusion[] = [],
  ) {
    const order = new ReadingOrder(files, inclusions);
    this.order = order;
    const scopes = new Scopes(files.map(({ parsed }) => parsed.prose));
    this.scopes = scopes;
    const definitions = placeDefinitions(files, order, scopes);
    const explained = new Set([...definitions.keys(), ...files.flatMap(({ known }) => known.map((k) => k.short))]);
    const looksLikeOne = files.flatMap(({ shortForms }) => shortForms.map((s) => s.short));
    const words = new Set(looksLikeOne.flatMap((short) => (explained.has(short) ? [] : short.toLowerCase())));
    const shorts = new Set([...explained, ...looksLikeOne]);
    const { uses, said } = placeUses(files, order, scopes, shorts, words);
    if (inclusions.length > 0) for (const places of [...definitions.values(), ...uses.values()]) places.sort(asRead);
    this.words = said;
    this.byShort = new Map(
      [...shorts].map((short) => [
        short,
        { short, definitions: definitions.get(short) ?? [], uses: uses.get(short) ?? [] },
      ]),
    );
  }

  get all(): Iterable<Abbreviation> {
    return this.byShort.values();
  }

  /** Defined short forms with the letters and digits of this one, whatever their case and the signs between: SoC for SOC. */
  definedLike(short: string): readonly Abbreviation[] {
    this.definedByLetters ??= byLetters(this.all);
    return this.definedByLetters.get(lettersOf(short)) ?? [];
  }

  of(short: string): Abbreviation | undefined {
    return this.byShort.get(short);
  }

  /** A stretch of prose as a place in the manuscript; undefined outside all blocks. */
  placeOf(file: FileCandidates, prose: ProseSpan): Occurrence | undefined {
    const text = file.parsed.prose;
    const block = text.blockAt(prose.start);
    if (!block) return undefined;
    const source = text.toSource(prose);
    return {
      file,
      position: this.order.position(file, source.start),
      prose,
      source,
      scope: this.scopes.of(text, block),
    };
  }

  /** True for a short form without an explanation that is also a word in small letters: `ION` of a heading `MG ION CONDUCTORS`. */
  isAlsoWord(short: string): boolean {
    return this.words.has(short.toLowerCase());
  }

  /**
   * What the manuscript itself says the short form stands for: the first definition in the text, else the list, and what an
   * abstract says in another language only where nothing else does.
   */
  expansion(short: string): PlacedDefinition | undefined {
    const all = this.byShort.get(short)?.definitions ?? [];
    const own = all.filter(({ scope }) => !isTranslated(scope));
    return own.find((d) => d.definition.form !== 'list') ?? own[0] ?? all[0];
  }

  /** True where the long forms are one, spelt otherwise or with another short form in it: `plasma-enhanced ALD`. */
  isSameExpansion(a: PlacedDefinition, b: PlacedDefinition): boolean {
    return a.definition.long === b.definition.long || this.keyOf(a) === this.keyOf(b);
  }

  private keyOf(placed: PlacedDefinition): string {
    const known = this.expansionKeys.get(placed);
    if (known !== undefined) return known;
    const { short, long } = placed.definition;
    const writtenOut = long.replace(SHORT_INSIDE, (word) => {
      const inner = singular(word).short;
      return inner === short ? word : (this.expansion(inner)?.definition.long ?? word);
    });
    const key = expansionKey(writtenOut);
    this.expansionKeys.set(placed, key);
    return key;
  }

  /** Definitions of one short form, without those that differ from an earlier one only in spelling. */
  expansions(short: string): readonly PlacedDefinition[] {
    return this.differentAmong(this.byShort.get(short)?.definitions ?? []);
  }

  /** Of definitions of one short form the first of each meaning. */
  differentAmong(definitions: readonly PlacedDefinition[]): readonly PlacedDefinition[] {
    const byLong = new Map<string, PlacedDefinition>();
    for (const placed of definitions) {
      const { long } = placed.definition;
      if (!byLong.has(long)) byLong.set(long, placed);
    }
    const different = new Map<string, PlacedDefinition>();
    for (const placed of byLong.values()) {
      const key = this.keyOf(placed);
      if (!different.has(key)) different.set(key, placed);
    }
    return [...different.values()];
  }
}

function byLetters(all: Iterable<Abbreviation>): Map<string, Abbreviation[]> {
  const defined = new Map<string, Abbreviation[]>();
  for (const abbreviation of all) {
    if (abbreviation.definitions.length === 0) continue;
    const letters = lettersOf(abbreviation.short);
    defined.set(letters, [...(defined.get(letters) ?? []), abbreviation]);
  }
  return defined;
}

const lettersOf = (short: string): string => short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words that may be short forms. */
const SHORT_INSIDE = /[\p{L}\p{N}]*\p{Lu}{2}[\p{L}\p{N}]*|(?<![\p{L}\p{N}])\p{Ll}{1,3}\p{Lu}(?![\p{L}\p{N}])/gu;

function placeDefinitions(
  files: readonly FileCandidates[],
  order: ReadingOrder,
  scopes: Scopes,
): Map<string, PlacedDefinition[]> {
  const placed = new Map<string, PlacedDefinition[]>();
  for (const file of files) {
    for (const definition of file.definitions) {
      const prose = definition.prose?.whole ?? { start: 0, end: 0 };
      const block = definition.prose && file.parsed.prose.blockAt(prose.start);
      const scope = block ? scopes.of(file.parsed.prose, block) : 'list';
      const of = placed.get(definition.short) ?? [];
      const source = definition.source.whole;
      of.push({ file, position: order.position(file, source.start), prose, source, scope, definition });
      placed.set(definition.short, of);
    }
  }
  return placed;
}

/** Within a file the prose tells: a footnote is read after the paragraph that it interrupts. */
export const asRead = (a: Occurrence, b: Occurrence): number =>
  a.file === b.file ? a.prose.start - b.prose.start : a.position - b.position;

/** `said` are those of the words that are in the text. */
function placeUses(
  files: readonly FileCandidates[],
  order: ReadingOrder,
  scopes: Scopes,
  shorts: ReadonlySet<string>,
  words: ReadonlySet<string>,
): { uses: Map<string, Use[]>; said: Set<string> } {
  const placed = new Map<string, Use[]>();
  const said = new Set<string>();
  for (const file of files) {
    const { prose, glossaryUses } = file.parsed;
    const definitions = file.definitions.flatMap((d) => (d.prose ? [d.prose.whole] : []));
    const managed = new Set(glossaryUses.map((use) => use.prose.start));
    const inDefinition = (s: Span) => {
      const before = definitions[lowerBound(definitions, (d) => d.start > s.start) - 1];
      return before !== undefined && contains(before, s);
    };
    const covered = partOfLonger(file);
    for (const { short, plural, prose: at } of occurrences(prose, new Set([...shorts, ...words]))) {
      if (words.has(short)) said.add(short);
      if (!shorts.has(short) || inDefinition(at) || covered(at) || isLigand(prose, at) || isOfSymbols(prose, at))
        continue;
      const block = prose.blockAt(at.start);
      if (!block) continue;
      const source = prose.toSource(at);
      const use = {
        file,
        position: order.position(file, source.start),
        prose: at,
        source,
        scope: scopes.of(prose, block),
        plural,
        managed: managed.has(at.start),
      };
      const of = placed.get(short);
      if (of) of.push(use);
      else placed.set(short, [use]);
    }
  }
  return { uses: placed, said };
}

/** `hfa` of `Pt(hfa)2`: a part of the formula. */
const isLigand = ({ text }: Prose, { start, end }: Span): boolean =>
  text[start - 1] === '(' && text[end] === ')' && /[\p{L}\d]\(\S+\)\d/u.test(text.slice(start - 2, end + 2));

/** `ac` of `the ac plane`, `RT` of `exp(−Ea/RT)`: axes of a lattice, a product of symbols. */
function isOfSymbols({ text }: Prose, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  if (/^[abc]{2}$/.test(word))
    return /^[-‐– ](?:planes?|faces?|axes|directions?)(?!\p{L})/u.test(text.slice(end, end + 12));
  return (
    /^[Rk]T$/.test(word) &&
    /(?<!\p{L})(?:Δ?[EFGHQ] ?\p{Ll}{0,3}|[nz]?F\p{Ll}?) ?\/ ?$/u.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** True for a span that lies inside a longer formula or name: `PEO` of `PEO dimethyl ether`. */
function partOfLonger(file: FileCandidates): (s: Span) => boolean {
  const longer = [...file.formulas, ...file.names].map((c) => c.prose).sort((a, b) => a.start - b.start);
  return (s) => {
    const before = longer[lowerBound(longer, (l) => l.start > s.start) - 1];
    return before !== undefined && contains(before, s) && before.end - before.start > s.end - s.start;
  };
}
