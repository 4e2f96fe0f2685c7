import { once } from '../base/once';
import type { CatalogueEntry } from './catalogue';
import { BLANKS, CLOSING, foldAt, HYPHENS, isBoundary, OPENING, SEPARATOR } from './folding';
import { germanNames } from './germanNames';
import type { Name, Species, Term } from './species';
import { foldedParts, isShortForm, nameSpellings, plainShort, shortSpellings } from './spelling';
import { NOWHERE, Trie } from './trie';

/** A name or short form found in a text. */
export interface LexiconMatch {
  /** Offset after it, its plural s included. */
  readonly end: number;
  readonly plural: boolean;
  readonly entries: readonly CatalogueEntry[];
}

/** Every name of every record: looked up whole, or the longest that begins at a place in a text. */
export class Lexicon {
  readonly entries: readonly CatalogueEntry[];
  private readonly names = new Map<string, Keyed>();
  private readonly shorts = new Map<string, Keyed>();

  constructor(species: readonly Species[], terms: readonly Term[]) {
    const read = [...species.flatMap((one) => namesOfSpecies(one)), ...terms.flatMap((one) => namesOfTerm(one))];
    this.entries = read.map(({ entry }) => entry);
    for (const { entry, isShort, keys } of read)
      for (const parts of keys) add(isShort ? this.shorts : this.names, parts, entry);
  }

  /** By the folded key of a name. */
  named(key: string): readonly CatalogueEntry[] | undefined {
    return this.names.get(key)?.entries;
  }

  /** By a spelling of a short form. */
  short(spelling: string): readonly CatalogueEntry[] | undefined {
    return this.shorts.get(spelling)?.entries;
  }

  /** Longest name that begins at `start`, which must be the start of a word, and ends before `limit`. */
  nameAt(text: string, start: number, limit: number): LexiconMatch | undefined {
    const trie = this.nameTrie;
    const second = start + 1 < limit ? foldAt(text, start + 1) : 0;
    let node = trie.start(foldAt(text, start), second, second > SEPARATOR);
    if (node === NOWHERE) return undefined;
    let best: LexiconMatch | undefined;
    let at = start + (second > SEPARATOR ? 2 : 1);
    let depth = at - start;
    let open = 0;
    let cut = false;
    for (;;) {
      const entries = trie.at(node);
      if (entries && !(cut && depth < LONG)) best = endOfName(text, at, limit, open, entries) ?? best;
      if (at >= limit) break;
      let letter = foldAt(text, at);
      if (letter === SEPARATOR) {
        const gap = gapAt(text, at, limit);
        if (!gap) break;
        open += gap.opened;
        if (open < 0 || (gap.kind !== 'hyphen' && !trie.isJoint(node))) break;
        if (gap.kind === 'hyphen' && !trie.isJoint(node)) cut = true;
        at = gap.end;
        letter = at < limit ? foldAt(text, at) : 0;
      }
      if (letter <= SEPARATOR) break;
      node = trie.step(node, letter);
      if (node === NOWHERE) break;
      depth++;
      at++;
    }
    return best;
  }

  /** Longest short form that begins at `start`, in its exact case. */
  shortAt(text: string, start: number, limit: number): LexiconMatch | undefined {
    const trie = this.shortTrie;
    if (start + 1 >= limit) return undefined;
    let node = trie.start(plainAt(text, start), plainAt(text, start + 1), true);
    let best: LexiconMatch | undefined;
    for (let at = start + 2; node !== NOWHERE; node = trie.step(node, plainAt(text, at++))) {
      const entries = trie.at(node);
      if (entries && isBoundary(text, at, limit)) best = { end: at, plural: false, entries };
      else if (entries && text[at] === 's' && isBoundary(text, at + 1, limit))
        best = { end: at + 1, plural: true, entries };
      if (at >= limit) break;
    }
    return best;
  }

  private get nameTrie(): Trie<readonly CatalogueEntry[]> {
    this.#nameTrie ??= trieOf(this.names);
    return this.#nameTrie;
  }
  #nameTrie: Trie<readonly CatalogueEntry[]> | undefined;

  private get shortTrie(): Trie<readonly CatalogueEntry[]> {
    this.#shortTrie ??= trieOf(this.shorts);
    return this.#shortTrie;
  }
  #shortTrie: Trie<readonly CatalogueEntry[]> | undefined;
}

/** A name with what it is looked up by: the parts of each spelling, of a short form the spelling itself. */
interface ReadName {
  readonly entry: CatalogueEntry;
  readonly isShort: boolean;
  readonly keys: readonly (readonly string[])[];
}

// Once for each record: the bundled ones are also in catalogues with records of a user's own.
const namesOfSpecies = once((species: Species) =>
  species.names.map((name) => readName({ kind: 'species', species, name })),
);
const namesOfTerm = once((term: Term) => entriesOfTerm(term).map(readName));

function readName(entry: CatalogueEntry): ReadName {
  const isShort = isShortForm(entry.name.text, entry.name.kind);
  const keys = isShort ? spellingsOf(entry).map((spelling) => [spelling]) : spellingsOfName(entry).map(foldedParts);
  return { entry, isShort, keys };
}

/** A name that is not of a language of its own is also looked for as German forms it. */
const spellingsOfName = ({ name: { text, lang } }: CatalogueEntry): readonly string[] =>
  lang === undefined ? [...nameSpellings(text), ...germanNames(text)] : nameSpellings(text);

function spellingsOf(entry: CatalogueEntry): readonly string[] {
  const { text } = entry.name;
  const spellings = shortSpellings(text);
  if (entry.kind !== 'species') return spellings;
  if (isLayeredOxide(entry.species, text)) return [...spellings, ...spellings.map((s) => `Li${s}`)];
  return entry.species.class === 'salt' ? [...spellings, ...bracketedIons(text)] : spellings;
}

/** Writers put the lithium before the grade of a layered oxide: `LiNMC811`. */
const isLayeredOxide = ({ class: of, formula }: Species, short: string): boolean =>
  of === 'positive-electrode' && formula?.startsWith('Li') === true && /^N(?:MC|CM|CA)/.test(short);

/** What is inside the outer brackets of `[EMIM][BF4]` and `[EMIM]BF4`, from `EMIM-BF4` or `EMIMBF4`. */
function bracketedIons(short: string): readonly string[] {
  const [, cation, anion] = IONS.exec(short) ?? [];
  return cation === undefined ? [] : [`${cation}][${anion}`, `${cation}]${anion}`];
}

const IONS = /^(\p{L}[\p{L}\d]*?)-?(TFSI|FSI|BF4|PF6|(?<=-)\p{Lu}[\p{L}\d]*)$/u;

/** Letters from which a name is read across a hyphen that it does not have, as at the end of a line. */
const LONG = 8;

interface Keyed {
  /** How the key is cut in the names that are found in running text. */
  readonly parts: (readonly string[])[];
  readonly entries: CatalogueEntry[];
}

function add(index: Map<string, Keyed>, parts: readonly string[], entry: CatalogueEntry): void {
  const key = parts.join('');
  const of = index.get(key) ?? { parts: [], entries: [] };
  index.set(key, of);
  if (!isOwnFormula(entry)) of.parts.push(parts);
  if (!of.entries.some((other) => idOf(other) === idOf(entry))) of.entries.push(entry);
}

/** Formulas are read in running text by their grammar, which knows `Li` of `Li foil` from that of `Hong Li`. */
function isOwnFormula(entry: CatalogueEntry): boolean {
  if (entry.kind === 'term') return false;
  const text = plainShort(entry.name.text);
  return text === entry.species.formula || (entry.species.formulas?.includes(text) ?? false);
}

function trieOf(index: ReadonlyMap<string, Keyed>): Trie<readonly CatalogueEntry[]> {
  let capacity = 0;
  for (const key of index.keys()) capacity += key.length;
  const trie = new Trie<readonly CatalogueEntry[]>(capacity);
  for (const { parts, entries } of index.values()) for (const one of parts) trie.add(one, entries);
  return trie;
}

/** The match that ends at `at`, after the brackets that are still open and a plural s; undefined where the word goes on. */
function endOfName(
  text: string,
  at: number,
  limit: number,
  open: number,
  entries: readonly CatalogueEntry[],
): LexiconMatch | undefined {
  let end = at;
  for (let left = open; left > 0; left--) {
    if (end >= limit || !CLOSING.includes(text[end]!)) return undefined;
    end++;
  }
  if (isBoundary(text, end, limit)) return { end, plural: false, entries };
  const plural = (text[end] === 's' || text[end] === 'S') && isBoundary(text, end + 1, limit);
  return plural ? { end: end + 1, plural: true, entries } : undefined;
}

const idOf = (entry: CatalogueEntry): string => (entry.kind === 'species' ? entry.species.id : entry.term.id);

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

/** Code unit with dashes as hyphens and spaces as one kind of space. */
function plainAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code;
  if (code === 0xa0 || code === 0x2009 || code === 0x202f) return 32;
  return (code >= 0x2010 && code <= 0x2014) || code === 0x2212 ? 45 : code;
}

interface Gap {
  readonly end: number;
  readonly opened: number;
  readonly kind: 'space' | 'hyphen' | 'mark';
}

/** The characters between two parts of a name, at most three: `-`, ` `, `)`, `- ` of a hyphenated line end, `)-`. */
function gapAt(text: string, start: number, limit: number): Gap | undefined {
  let opened = 0;
  let kind: Gap['kind'] = 'space';
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
