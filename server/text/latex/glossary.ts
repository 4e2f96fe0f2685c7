import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration } from '../parsedFile';
import { type Argument, ArgumentReader } from './arguments';
import type { Command } from './commands';
import type { DefinitionSite, Outline } from './outline';
import type { LatexReader } from './reader';
import { PinnedSink } from './sink';

/** What the glossary commands of a file declare. */
export interface Glossary {
  readonly declarations: readonly AbbreviationDeclaration[];
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
}

/** Where the forms of an entry stand in the source. */
export interface GlossaryEntry {
  readonly short: Span;
  readonly long: Span;
  readonly shortPlural?: Span;
  readonly longPlural?: Span;
}

export const NO_GLOSSARY: Glossary = { declarations: [], entries: new Map() };

/**
 * Collects `\newacronym`, `\DeclareAcronym`, `\newglossaryentry` and the like; `plain` gives what a range reads as.
 * Entries of other files are known, but declared there.
 */
export function readGlossary(source: string, outline: Outline, plain: (range: Span) => string): Glossary {
  const arguments_ = new ArgumentReader(source, outline);
  const declarations: AbbreviationDeclaration[] = [];
  const entries = new Map<string, GlossaryEntry>();
  for (const site of outline.definitions) {
    const declared = DECLARATIONS[site.name]?.(arguments_, site, source.length);
    if (!declared || declared.after - site.start > LONGEST_DECLARATION) continue;
    const { entry, after, abbreviates } = declared;
    const key = source.slice(declared.key.start, declared.key.end).trim();
    if (key.includes('#')) continue;
    entries.set(key, entry);
    if (site.start >= outline.end) continue;
    const short = plain(entry.short);
    if (!abbreviates && !looksLikeShortForm(short)) continue;
    declarations.push({
      span: span(site.start, after),
      form: `\\${site.name}`,
      key,
      short,
      shortSpan: entry.short,
      long: plain(entry.long),
      longSpan: entry.long,
    });
  }
  return { declarations, entries };
}

/** End of the declaration at `site`; undefined where none stands. */
export function declarationEnd(r: ArgumentReader, site: DefinitionSite): number | undefined {
  const after = DECLARATIONS[site.name]?.(r, site, r.source.length)?.after;
  return after !== undefined && after - site.start <= LONGEST_DECLARATION ? after : undefined;
}

/** A longer one lacks its closing brace. */
const LONGEST_DECLARATION = 3000;

interface Declared {
  readonly key: Span;
  readonly entry: GlossaryEntry;
  readonly after: number;
  /** False where the command may as well explain a term. */
  readonly abbreviates: boolean;
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
  return { key, entry: { short, long, ...plurals }, after: long.after, abbreviates: true };
};

/** `\acro{key}[short]{long}`, `\newacro{key}[short]{long}` */
const acro: Declaration = (r, site, end) => {
  const key = r.groupArgument(site.after, end);
  const short = key && r.optional(key.after, end);
  const long = key && r.groupArgument(short?.after ?? key.after, end);
  return long && { key, entry: { short: short ?? key, long }, after: long.after, abbreviates: true };
};

/** `\DeclareAcronym{key}{short = SEI, long = …}`, `\newglossaryentry{key}{name=…, description={…}}` */
const keyed: Declaration = (r, site, end) => {
  const key = r.groupArgument(site.after, end);
  const list = key && r.groupArgument(key.after, end);
  if (!list || list.end - list.start > LONGEST_DECLARATION) return undefined;
  const values = new Map(r.keyValues(list).map((pair) => [pair.key, pair.value]));
  const short = values.get('short') ?? values.get('name') ?? key;
  const first = values.get('first');
  const long = values.get('long') ?? (first && longInFirst(r.source, first)) ?? values.get('description');
  if (!long) return undefined;
  const abbreviates = values.has('long') || site.name === 'DeclareAcronym';
  return { key, entry: { short, long, ...pluralsIn(r, list) }, after: list.after, abbreviates };
};

/** The long form of `first={solid electrolyte interphase (SEI)}`. */
function longInFirst(source: string, first: Span): Span | undefined {
  const long = /^(.*\S)\s*\([^()]*\)$/s.exec(source.slice(first.start, first.end))?.[1];
  return long === undefined ? undefined : span(first.start, first.start + long.length);
}

/** `\nomenclature[prefix]{symbol}{description}` */
const nomenclature: Declaration = (r, site, end) => {
  const at = r.optional(site.after, end)?.after ?? site.after;
  const short = r.groupArgument(at, end);
  const long = short && r.groupArgument(short.after, end);
  return long && { key: short, entry: { short, long }, after: long.after, abbreviates: false };
};

const DECLARATIONS: Readonly<Record<string, Declaration>> = {
  newacronym: newAcronym,
  newabbreviation: newAcronym,
  newabbr: newAcronym,
  acro,
  acrodef: acro,
  newacro: acro,
  DeclareAcronym: keyed,
  newglossaryentry: keyed,
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

/** `SEI`, `PVdF`, `LiTFSI`: capitals, no spaces. A glossary explains whole words too. */
const looksLikeShortForm = (text: string) =>
  text.length > 1 && text.length <= 15 && !/\s/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;

type Form = 'short' | 'long' | 'full' | 'first-full';

/** A use: puts what it shows into the prose. */
const use =
  (shows: Form, plural: boolean, capital: boolean): Command =>
  (r, { name, start, after }, end) => {
    const starred = r.source[after] === '*' || r.source[after] === '+' ? after + 1 : after;
    const key = r.groupArgument(r.optional(starred, end)?.after ?? starred, end);
    if (!key) return after;
    const close = (r.source[key.after] === '[' && r.optional(key.after, end)?.after) || key.after;
    const text = resolveParameter(r, key);
    const entry = r.glossary.entries.get(r.source.slice(text.start, text.end).trim());
    const from = r.builder.offset;
    show(r, span(start, close), entry, text, { shows, plural, capital });
    const prose = span(from, r.builder.offset);
    if (prose.end === prose.start) return close;
    r.glossaryUses.push({
      span: r.placeOf(span(start, close)),
      prose,
      key: r.source.slice(text.start, text.end).trim(),
      command: `\\${name}`,
      shows,
    });
    return close;
  };

interface Appearance {
  readonly shows: Form;
  readonly plural: boolean;
  readonly capital: boolean;
}

/** Puts a form into the prose, mapped onto the use; the key where the file does not declare it. */
function show(r: LatexReader, use: Span, entry: GlossaryEntry | undefined, key: Span, how: Appearance): void {
  const { sink: outer, frame } = r;
  const pinned = new PinnedSink(r.builder, r.source, use.start, use.end);
  if (!(outer instanceof PinnedSink)) r.sink = pinned;
  r.frame = { use, arguments: [], outer: frame, pinned, outerSink: outer };
  const put = (form: Span, plural: Span | undefined, capital: boolean) => {
    const shown = (how.plural && plural) || form;
    const first = r.source[shown.start] ?? '';
    const raised = capital && /[a-z]/.test(first) && shown.end > shown.start;
    if (raised) r.put(first.toUpperCase(), use.start, use.end);
    r.readAs('text', r.builder.setting(), raised ? shown.start + 1 : shown.start, shown.end);
    if (how.plural && shown === form) r.put('s', use.start, use.end);
  };
  if (entry && (how.shows === 'long' || how.shows === 'full')) {
    put(entry.long, entry.longPlural, how.capital);
    if (how.shows === 'full') {
      r.put(' (', use.start, use.end);
      put(entry.short, entry.shortPlural, false);
      r.put(')', use.start, use.end);
    }
  } else put(entry?.short ?? key, entry?.shortPlural, how.capital);
  r.sink = outer;
  r.frame = frame;
}

/** The key that a macro was given: `\newcommand{\g}[1]{\gls{#1}}`. */
function resolveParameter(r: LatexReader, key: Argument): Span {
  const parameter = /^#([1-9])$/.exec(r.source.slice(key.start, key.end));
  return (parameter && r.frame?.arguments[Number(parameter[1]) - 1]) || key;
}

const forms = (shows: Form, names: string): [string, Command][] =>
  names.split(' ').flatMap((name): [string, Command][] => {
    const plural = /pl$|^ac[slf]?p$/.test(name);
    const upper = name[0]!.toUpperCase() + name.slice(1);
    return [
      [name, use(shows, plural, false)],
      [upper, use(shows, plural, true)],
    ];
  });

/** Commands of glossaries, glossaries-extra, acronym and acro. */
export const GLOSSARY_COMMANDS: readonly [string, Command][] = [
  ...forms('first-full', 'gls glspl ac acp iac'),
  ...forms(
    'short',
    'glstext glsname glsxtrshort glsxtrshortpl acrshort acrshortpl acs acsp acsu glsentryshort glsentryshortpl glsfmtshort glsfmtshortpl glsentryname glsentrytext',
  ),
  ...forms(
    'long',
    'glsdesc glsxtrlong glsxtrlongpl acrlong acrlongpl acl aclp aclu glsentrylong glsentrylongpl glsfmtlong glsfmtlongpl glsentrydesc',
  ),
  ...forms('full', 'glsfirst glsxtrfull glsxtrfullpl acrfull acrfullpl acf acfp acfi glsentryfull glsfmtfull'),
  ['GLS', use('first-full', false, false)],
];
