import type { CatalogueEntry } from './catalogue';
import { KeyTable } from './keyTable';
import type { Name, Species, Term } from './species';
import { foldedParts, isShortForm, nameSpellings, shortSpellings } from './spelling';

/** A name or short form found in a text. */
export interface LexiconMatch {
  /** Offset behind it, its plural s included. */
  readonly end: number;
  readonly plural: boolean;
  readonly entries: readonly CatalogueEntry[];
}

interface NameKey {
  readonly entries: CatalogueEntry[];
  /** Places in the key at which a name has a blank, hyphen or bracket. */
  readonly joints: Set<number>;
}

/** Every name of every record: looked up whole, or the longest that begins at a place in a text. */
export class Lexicon {
  readonly entries: readonly CatalogueEntry[];
  private readonly names = new Map<string, NameKey>();
  private readonly shorts = new Map<string, CatalogueEntry[]>();

  constructor(species: readonly Species[], terms: readonly Term[]) {
    this.entries = [...species.flatMap(entriesOfSpecies), ...terms.flatMap(entriesOfTerm)];
    for (const entry of this.entries) {
      if (isShortForm(entry.name.text, entry.name.kind)) this.addShort(entry);
      else this.addName(entry);
    }
  }

  /** By the folded key of a name. */
  named(key: string): readonly CatalogueEntry[] | undefined {
    return this.names.get(key)?.entries;
  }

  /** By a spelling of a short form. */
  short(spelling: string): readonly CatalogueEntry[] | undefined {
    return this.shorts.get(spelling);
  }

  /** Longest name that begins at `start`, which must be the start of a word, and ends before `limit`. */
  nameAt(text: string, start: number, limit: number): LexiconMatch | undefined {
    const table = this.nameTable;
    if (!table.mayStart(foldAt(text, start), foldAt(text, start + 1))) return undefined;
    let best: LexiconMatch | undefined;
    let range = table.all;
    let depth = 0;
    let open = 0;
    const blanks: number[] = [];
    const hyphens: number[] = [];
    for (let at = start; at < limit; ) {
      const letter = foldAt(text, at);
      if (letter > SEPARATOR) {
        range = table.narrow(range, depth, letter);
        if (range.from === range.to) break;
        depth++;
        at++;
        const found = table.whole(range, depth);
        if (found) best = this.endOfName(text, at, limit, found, { depth, open, blanks, hyphens }) ?? best;
        continue;
      }
      const gap = separatorAt(text, at, limit);
      if (!gap) break;
      open += gap.opened;
      if (open < 0) break;
      if (gap.kind === 'blank') blanks.push(depth);
      else if (gap.kind === 'hyphen') hyphens.push(depth);
      at = gap.end;
    }
    return best;
  }

  /** Longest short form that begins at `start`, in its exact case. */
  shortAt(text: string, start: number, limit: number): LexiconMatch | undefined {
    const table = this.shortTable;
    if (!table.mayStart(plainAt(text, start), plainAt(text, start + 1))) return undefined;
    let best: LexiconMatch | undefined;
    let range = table.all;
    for (let at = start; at < limit; ) {
      range = table.narrow(range, at - start, plainAt(text, at));
      if (range.from === range.to) break;
      at++;
      const entries = table.whole(range, at - start);
      if (!entries) continue;
      if (isBoundary(text, at, limit)) best = { end: at, plural: false, entries };
      else if (text[at] === 's' && isBoundary(text, at + 1, limit)) best = { end: at + 1, plural: true, entries };
    }
    return best;
  }

  private endOfName(text: string, at: number, limit: number, found: NameKey, walk: NameWalk): LexiconMatch | undefined {
    if (walk.blanks.some((depth) => !found.joints.has(depth))) return undefined;
    if (walk.depth < 8 && walk.hyphens.some((depth) => !found.joints.has(depth))) return undefined;
    let end = at;
    for (let open = walk.open; open > 0; open--) {
      if (end >= limit || !CLOSING.includes(text[end]!)) return undefined;
      end++;
    }
    if (isBoundary(text, end, limit)) return { end, plural: false, entries: found.entries };
    const plural = end === at && text[end]?.toLowerCase() === 's' && isBoundary(text, end + 1, limit);
    return plural ? { end: end + 1, plural: true, entries: found.entries } : undefined;
  }

  private addShort(entry: CatalogueEntry): void {
    for (const spelling of shortSpellings(entry.name.text)) {
      const of = this.shorts.get(spelling);
      if (!of) this.shorts.set(spelling, [entry]);
      else if (!of.some((other) => idOf(other) === idOf(entry))) of.push(entry);
    }
  }

  private addName(entry: CatalogueEntry): void {
    for (const spelling of nameSpellings(entry.name.text)) {
      const parts = foldedParts(spelling);
      const key = parts.join('');
      const of = this.names.get(key) ?? { entries: [], joints: new Set() };
      this.names.set(key, of);
      if (!of.entries.some((other) => idOf(other) === idOf(entry))) of.entries.push(entry);
      let depth = 0;
      for (const part of parts) {
        depth += part.length;
        of.joints.add(depth);
      }
    }
  }

  private get nameTable(): KeyTable<NameKey> {
    this.#nameTable ??= new KeyTable(this.names);
    return this.#nameTable;
  }
  #nameTable: KeyTable<NameKey> | undefined;

  private get shortTable(): KeyTable<CatalogueEntry[]> {
    this.#shortTable ??= new KeyTable(this.shorts);
    return this.#shortTable;
  }
  #shortTable: KeyTable<CatalogueEntry[]> | undefined;
}

interface NameWalk {
  readonly depth: number;
  /** Brackets opened and not closed. */
  readonly open: number;
  /** Depths at which a bare blank, or a hyphen, stands in the text. */
  readonly blanks: readonly number[];
  readonly hyphens: readonly number[];
}

const idOf = (entry: CatalogueEntry): string => (entry.kind === 'species' ? entry.species.id : entry.term.id);

const entriesOfSpecies = (species: Species): CatalogueEntry[] =>
  species.names.map((name) => ({ kind: 'species', species, name }));

function entriesOfTerm(term: Term): CatalogueEntry[] {
  const near = term.near ? { near: term.near } : {};
  const entry = (text: string, kind: Name['kind']): CatalogueEntry => ({
    kind: 'term',
    term,
    name: { text, kind, ...near },
  });
  return [
    entry(term.long, 'common'),
    ...(term.variants ?? []).map((text) => entry(text, 'common')),
    ...term.short.map((text) => entry(text, 'abbreviation')),
  ];
}

const SEPARATOR = 1;
const OPENING = '([{';
const CLOSING = ')]}';
const HYPHENS = '-\u00AD‐‑‒–−';
const BLANKS = ' \u00A0\u2009\u202F';
const MARKS = ",'′’";
/** Code unit → lower-case letter or digit, 1 for what may separate the parts of a name, 0 for what ends it. */
const FOLDED = Uint16Array.from({ length: 0x2300 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (`${OPENING}${CLOSING}${HYPHENS}${BLANKS}${MARKS}`.includes(character)) return SEPARATOR;
  if (character === 'ϵ') return 'ε'.charCodeAt(0);
  return code < 0x400 && /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const foldAt = (text: string, at: number): number => FOLDED[text.charCodeAt(at)] ?? 0;

/** Code unit with dashes as hyphens and blanks as one kind of blank. */
function plainAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code;
  if (code === 0xa0 || code === 0x2009 || code === 0x202f) return 32;
  return code >= 0x2010 && code <= 0x2014 ? 45 : code;
}

/** True where no word goes on. */
export const isBoundary = (text: string, at: number, limit: number): boolean =>
  at >= limit || foldAt(text, at) <= SEPARATOR;

interface Gap {
  readonly end: number;
  readonly opened: number;
  readonly kind: 'blank' | 'hyphen' | 'mark';
}

/** The characters between two parts of a name, at most three: `-`, ` `, `)`, `- ` of a hyphenated line end, `)-`. */
function separatorAt(text: string, start: number, limit: number): Gap | undefined {
  let opened = 0;
  let kind: Gap['kind'] = 'blank';
  let at = start;
  for (; at < limit && at < start + 3 && foldAt(text, at) === SEPARATOR; at++) {
    const character = text[at]!;
    if (OPENING.includes(character)) opened++;
    else if (CLOSING.includes(character)) opened--;
    if (character === ',' && BLANKS.includes(text[at + 1] ?? ' ')) return undefined;
    if (HYPHENS.includes(character)) kind = 'hyphen';
    else if (!BLANKS.includes(character)) kind = 'mark';
  }
  return at === start ? undefined : { end: at, opened, kind };
}
