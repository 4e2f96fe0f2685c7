import { journalSpelling } from './bibtex/journalSpelling';
import { type BibtexFile, parseBib } from './bibtex/parse';
import { type Placed, place } from './bibtex/placement';
import { toBibtex } from './bibtex/serialise';
import { DEFAULT_STYLE, detectStyle } from './bibtex/style';
import { toCslJson } from './csl';
import { parseCslJson } from './cslJson';
import { placeItem } from './cslPlacement';
import { normaliseDoi } from './doi';
import { parseHayagriva } from './hayagriva';
import { existingEntry } from './identity';
import { Journals } from './journals';
import { type KeySource, newKey } from './keys/newKey';
import type { BibliographyFile, Entry, Reference } from './reference';
import { placeInYaml, type YamlForm } from './yamlPlacement';

/** Text to put into a bibliography so that a work can be cited. */
export interface EntryInsertion extends Placed {
  /** UTF-16 offset in the text as it is. */
  readonly offset: number;
  /** Empty where the work is in the file already. */
  readonly newText: string;
  /** To be cited: the key of the entry that is there, or of the new one. */
  readonly key: string;
}

/** What an entry is written with, beyond its file. */
export interface WritingContext {
  readonly journals?: Journals;
  /** `@string` macros of the files that are read before this one, by name. */
  readonly strings?: ReadonlyMap<string, string>;
  readonly keyFrom?: KeySource;
  /** Of a YAML file that holds nothing yet. */
  readonly yaml?: YamlForm;
  /** False for a text that the encoding of the file cannot hold: its letters beyond ASCII are written as TeX commands then. */
  readonly holds?: (text: string) => boolean;
}

/** How a work comes into the text of a bibliography; undefined where that text cannot take it. */
export type InsertEntry = (text: string, reference: Reference, context?: WritingContext) => EntryInsertion | undefined;

const NO_JOURNALS = new Journals();

/**
 * How a reference comes into a .bib file, written the way the file is. A work that is there is not added again. For an empty
 * text, the text of a new file.
 */
export function insertEntry(bibText: string, reference: Reference, context: WritingContext = {}): EntryInsertion {
  const { journals = NO_JOURNALS, keyFrom = 'file', holds = () => true } = context;
  const file = parseBib(bibText);
  const existing = existingEntry(file, reference, journals);
  if (existing) return reuse(existing);
  const key = newKey(file, reference, keyFrom);
  const style = bibText.trim() === '' ? DEFAULT_STYLE : detectStyle(bibText, file);
  const macros = macrosOf(stringsBefore(place('', key, bibText, file, style).offset, bibText, file), context.strings);
  const work = { ...withoutDoiAddress(reference), key, ...journalIn(file, reference, macros, journals) };
  const plain = toBibtex(work, style, macros);
  const entry = holds(plain) ? plain : toBibtex(work, { ...style, ascii: true }, macros);
  return { ...place(entry, key, bibText, file, style), key };
}

/** The same for CSL-JSON. `undefined` where the text is neither empty nor a list that can be read to its end. */
export const insertCslEntry: InsertEntry = (json, reference, context = {}) =>
  insertWith(parseCslJson(json), (of) => placeItem(toCslJson(of), json), reference, context);

/** The same for Hayagriva and CSL-YAML. `undefined` where the text is not YAML, or a list in brackets. */
const insertYamlEntry: InsertEntry = (yaml, reference, context = {}) =>
  insertWith(parseHayagriva(yaml), (of) => placeInYaml(of, yaml, context.yaml), reference, context);

function insertWith(
  file: BibliographyFile,
  placed: (reference: Reference) => Placed | undefined,
  reference: Reference,
  { journals = NO_JOURNALS, keyFrom = 'file' }: WritingContext,
): EntryInsertion | undefined {
  const existing = existingEntry(file, reference, journals);
  if (existing) return reuse(existing);
  const key = newKey(file, reference, keyFrom);
  const at = placed({ ...withoutDoiAddress(reference), key });
  return at && { ...at, key };
}

/** Publishers give the address that a DOI leads to anyway: both would be printed. */
function withoutDoiAddress(reference: Reference): Reference {
  const { url, ...others } = reference;
  const isRepeated = url !== undefined && others.doi !== undefined && normaliseDoi(url) === normaliseDoi(others.doi);
  return isRepeated ? others : reference;
}

/** By the ending of the path, as bibliographies are read. */
export const inserterFor = (path: string): InsertEntry =>
  /\.json$/i.test(path) ? insertCslEntry : /\.ya?ml$/i.test(path) ? insertYamlEntry : insertEntry;

const reuse = ({ span, reference }: Entry): EntryInsertion => ({ offset: span.start, newText: '', key: reference.key });

/** Those that are defined before an offset: BibTeX knows no others there. */
const stringsBefore = (offset: number, text: string, { strings }: BibtexFile): ReadonlyMap<string, string> =>
  strings.size === 0 || offset === text.length ? strings : parseBib(text.slice(0, offset)).strings;

/** Names of `@string` macros by their text. */
const macrosOf = (strings: ReadonlyMap<string, string>, others: ReadonlyMap<string, string> = new Map()) =>
  new Map([...others, ...strings].map(([name, text]) => [text, name]));

/** The journal under the name that a macro holds, or else as the file spells it. */
function journalIn(
  file: BibtexFile,
  { type, container }: Reference,
  macros: ReadonlyMap<string, string>,
  journals: Journals,
): Pick<Reference, 'container'> {
  if (type !== 'article-journal' || container === undefined) return {};
  const held = [...macros.keys()].find((text) => journals.same(text, container));
  return { container: held ?? journalSpelling(container, file.entries, journals) };
}
