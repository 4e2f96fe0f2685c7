import { type Span, span } from '../../base/span';
import type { ArgumentReader } from './arguments';
import type { DeclaringCommand } from './declaringCommands';
import type { DefinitionSite } from './outline';

/** Where the forms of an entry are in the source. */
export interface GlossaryEntry {
  readonly short: Span;
  readonly long: Span;
  readonly shortPlural?: Span;
  readonly longPlural?: Span;
}

/** What is declared at `site`; undefined where nothing is. */
export function declaredAt(r: ArgumentReader, site: DefinitionSite, end: number): Declared | undefined {
  const declared = isDeclaring(site.name) ? DECLARATIONS[site.name](r, site, end) : undefined;
  return declared && declared.after - site.start <= LONGEST_DECLARATION ? declared : undefined;
}

const isDeclaring = (name: string): name is DeclaringCommand => Object.hasOwn(DECLARATIONS, name);

/** The stretch without the white space around it. */
export function trimmed(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return span(from, Math.max(from, start + text.trimEnd().length));
}

/** A longer one lacks its closing brace. */
const LONGEST_DECLARATION = 3000;

/** An entry, and the offset after what declares it. */
export interface Declared {
  readonly key: Span;
  readonly entry: GlossaryEntry;
  readonly after: number;
  /** `perhaps` where the command may as well explain a term. */
  readonly abbreviates: 'always' | 'perhaps' | 'never';
}

type Declaration = (r: ArgumentReader, site: DefinitionSite, end: number) => Declared | undefined;

/** `\newacronym[longplural=…]{key}{short}{long}` */
const newAcronym: Declaration = (r, site, end) => {
  const options = r.optional(site.after, end);
  const key = r.groupArgument(options?.after ?? site.after, end);
  const short = key && r.groupArgument(key.after, end);
  const long = short && r.groupArgument(short.after, end);
  if (!long) return undefined;
  const plurals = options ? pluralsIn(r, options) : {};
  return { key, entry: { short, long, ...plurals }, after: long.after, abbreviates: 'always' };
};

/** `\acro{key}[short]{long}`, `\newacro{key}[short]{long}` */
const acro: Declaration = (r, site, end) => {
  const key = r.groupArgument(site.after, end);
  const short = key && r.optional(key.after, end);
  const long = key && r.groupArgument(short?.after ?? key.after, end);
  return long && { key, entry: { short: short ?? key, long }, after: long.after, abbreviates: 'always' };
};

/** `\DeclareAcronym{key}{short = SEI, long = …}`, `\newglossaryentry{key}{name=…, first={long form (SHORT)}, description={…}}` */
const keyed: Declaration = (r, site, end) => {
  const key = r.groupArgument(site.after, end);
  const list = key && r.groupArgument(key.after, end);
  if (!list || list.end - list.start > LONGEST_DECLARATION) return undefined;
  const values = new Map(r.keyValues(list).map((pair) => [pair.key, pair.value]));
  const short = values.get('short') ?? values.get('text') ?? values.get('name') ?? key;
  const description = site.name === 'longnewglossaryentry' ? r.groupArgument(list.after, end) : undefined;
  const full = values.get('first');
  const spelled = values.get('long') ?? (full && longFormIn(r.source, full, r.source.slice(short.start, short.end)));
  const long = spelled ?? values.get('description') ?? description;
  if (!long) return undefined;
  const after = description?.after ?? list.after;
  const isTerm = spelled === undefined && site.name !== 'DeclareAcronym';
  const abbreviates = isTerm ? (description ? 'never' : 'perhaps') : 'always';
  return { key, entry: { short, long, ...pluralsIn(r, list) }, after, abbreviates };
};

/** `long form` of `long form (SHORT)` and `SHORT (long form)`, which a glossary shows at the first use. */
function longFormIn(source: string, full: Span, short: string): Span | undefined {
  const text = source.slice(full.start, full.end);
  const close = /\)\s*$/.exec(text)?.index;
  if (close === undefined || short === '') return undefined;
  const lastOpen = text.lastIndexOf(`(${short})`);
  if (lastOpen > 0) return trimmed(source, span(full.start, full.start + lastOpen));
  const open = text.indexOf('(');
  return text.slice(0, open).trim() === short
    ? trimmed(source, span(full.start + open + 1, full.start + close))
    : undefined;
}

/** `\nomenclature[prefix]{symbol}{description}` */
const nomenclature: Declaration = (r, site, end) => {
  const at = r.optional(site.after, end)?.after ?? site.after;
  const short = r.groupArgument(at, end);
  const long = short && r.groupArgument(short.after, end);
  return long && { key: short, entry: { short, long }, after: long.after, abbreviates: 'perhaps' };
};

const DECLARATIONS: Readonly<Record<DeclaringCommand, Declaration>> = {
  newacronym: newAcronym,
  newabbreviation: newAcronym,
  newabbr: newAcronym,
  acro,
  acrodef: acro,
  newacro: acro,
  DeclareAcronym: keyed,
  newglossaryentry: keyed,
  newentry: keyed,
  longnewglossaryentry: keyed,
  nomenclature,
};

function pluralsIn(r: ArgumentReader, list: Span): Pick<GlossaryEntry, 'shortPlural' | 'longPlural'> {
  const plurals: { shortPlural?: Span; longPlural?: Span } = {};
  for (const { key, value } of r.keyValues(list)) {
    if (value.end === value.start) continue;
    if (key === 'shortplural' || key === 'short-plural-form' || key === 'plural') plurals.shortPlural = value;
    else if (key === 'longplural' || key === 'long-plural-form') plurals.longPlural = value;
  }
  return plurals;
}
