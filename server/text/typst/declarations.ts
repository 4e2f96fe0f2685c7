import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration, FileReference } from '../parsedFile';
import { importsIn } from './imports';
import type { Outline } from './outline';
import { type Argument, type Call, callAt, parseValues, type Value } from './values';

/** What a file declares ahead of its text. */
export interface Declared {
  readonly declarations: readonly AbbreviationDeclaration[];
  /** Data files of declarations. */
  readonly glossaries: readonly FileReference[];
  /** By its key, which glossarium lets begin with a capital. */
  entry(key: string): AbbreviationDeclaration | Term | undefined;
  /** Keys of the terms that the file itself declares. */
  readonly termKeys: ReadonlySet<string>;
  /** Values of `#let name = …`, for names without parameters; a name may also be that of an import: `defs.name`. */
  variable(name: string): readonly Value[] | undefined;
  /** Labels that are set in the file, so that `@label` is not a citation. */
  readonly labels: ReadonlySet<string>;
  /** Variables, glossaries and labels as the file writes them, for the files that are read with it. */
  readonly definitions: string;
}

const LET = /#let[ \t]+([\p{L}_][\p{L}\p{N}_-]*)[ \t]*=(?!=)/gu;
const DECLARING =
  /\b(?:init-acronyms|register-glossary|make-glossary|print-glossary|init-glossary(?:\.with)?|glossary|abbr\.make|abbr\.add|abbr\.load)(?=\()/g;
/** The mark comes before the look after it, which else would run over spaces at every place. */
const LABEL = /<(?<![(,][ \t]*<)([\p{L}\p{N}_:.-]{1,200})>|#label\("([^"\n]{1,200})"\)/gu;

/**
 * Reads declarations from `source`, which holds a file that ends at `fileEnd` and after it definitions of other files:
 * these are known, but declared there. What is first counts.
 */
export function declaredIn(source: string, outline: Outline, fileEnd: number): Declared {
  const found = new Map<number, AbbreviationDeclaration>();
  const terms = new Map<string, Term>();
  const glossaries: FileReference[] = [];
  const variables = new Map<string, readonly Value[]>();
  /** Names that two files give to different things. */
  const ambiguous = new Set<string>();
  const lets = letsIn(source, outline);
  const calls = declaringCallsIn(source, outline);
  for (const { name, values } of lets) {
    if (variables.has(name)) ambiguous.add(name);
    else variables.set(name, values);
  }
  const declare = (declared: readonly Entry[]) => {
    for (const one of declared) {
      if (!isAbbreviation(one)) terms.set(one.key, terms.get(one.key) ?? one);
      else if (!found.has(one.shortSpan.start)) found.set(one.shortSpan.start, one);
    }
  };
  for (const call of calls) {
    const language = languageIn(source, call);
    for (const given of call.arguments.flatMap((argument) => argument.values)) {
      for (const value of given.kind === 'name' ? (variables.get(given.name) ?? []) : [given]) {
        const isMap = call.name === 'init-acronyms';
        declare(isMap ? acronymsOf(source, value, language) : entriesOf(source, value, call.name));
        glossaries.push(...filesIn(source, value, call.name === 'abbr.load'));
      }
    }
    if (call.name === 'abbr.add') declare(pair(source, call.arguments, call.name));
  }
  const named = new Set(calls.flatMap((call) => call.arguments.flatMap(({ values }) => values)).flatMap(nameOf));
  for (const { name, values } of lets) {
    if (!named.has(name)) for (const value of values) declare(entriesOf(source, value, 'glossarium'));
  }
  const declarations = [...found.values()];
  declarations.sort((a, b) => a.span.start - b.span.start);
  const glossary = new Map<string, Entry>(terms);
  for (const declaration of declarations.toReversed()) glossary.set(declaration.key, declaration);
  const isHere = ({ end }: Span) => end <= fileEnd;
  const ownNames = new Set(lets.filter(isHere).map((own) => own.name));
  const { modules, aliases } = importsIn(source.slice(0, fileEnd));
  return {
    declarations: declarations.filter((declaration) => isHere(declaration.span)),
    glossaries: glossaries.filter(({ span: at }) => isHere(at)),
    entry: (key) => glossary.get(key) ?? glossary.get(key.slice(0, 1).toLowerCase() + key.slice(1)),
    termKeys: new Set([...terms.values()].filter(({ span: at }) => isHere(at)).map(({ key }) => key)),
    variable: (name) => {
      const dot = name.indexOf('.');
      const bare = name.slice(dot + 1);
      if (dot > 0 && modules.has(name.slice(0, dot))) return ambiguous.has(bare) ? undefined : variables.get(bare);
      return variables.get(ownNames.has(name) ? name : (aliases.get(name) ?? name));
    },
    labels: labelsIn(source),
    definitions: [
      ...lets.filter(isHere).map(({ start, end }) => source.slice(start, end)),
      ...calls.filter(isHere).map(({ start, end }) => `#${source.slice(start, end)}`),
      ...Array.from(labelsIn(source.slice(0, fileEnd)), (label) => `#label("${label}")`),
    ].join('\n'),
  };
}

/** An entry with one form: a word that the glossary describes. */
export interface Term {
  readonly key: string;
  readonly short: string;
  readonly span: Span;
}

type Entry = AbbreviationDeclaration | Term;

export const isAbbreviation = (entry: Entry): entry is AbbreviationDeclaration => 'long' in entry;

interface Let extends Span {
  readonly name: string;
  readonly values: readonly Value[];
}

/** `#let name = …`, for names without parameters. */
function letsIn(source: string, outline: Outline): Let[] {
  const found: Let[] = [];
  for (const match of source.matchAll(LET)) {
    const start = match.index;
    const end = outline.statementEnd(start + 1);
    const value = start + match[0].length;
    if (end !== undefined && value <= end) {
      found.push({ start, end, name: match[1]!, values: parseValues(source, outline, value, end) });
    }
  }
  return found;
}

function declaringCallsIn(source: string, outline: Outline): Call[] {
  return [...source.matchAll(DECLARING)].flatMap(({ index }) => callAt(source, outline, index, source.length) ?? []);
}

const labelsIn = (source: string) => new Set(Array.from(source.matchAll(LABEL), ([, set, called]) => (set ?? called)!));

const nameOf = (value: Value): string[] => (value.kind === 'name' ? [value.name] : []);

/** `yaml("glossary.yml")`, `json("glossary.json")`, `toml("glossary.toml")`, the path of `abbr.load`. */
function filesIn(source: string, value: Value, isPath: boolean): FileReference[] {
  if (value.kind === 'call' && /^(?:yaml|json|toml|csv)$/.test(value.call.name))
    return value.call.arguments.flatMap(({ values }) => values.flatMap((inner) => filesIn(source, inner, true)));
  if (value.kind !== 'string' || !isPath) return [];
  return [{ path: source.slice(value.inner.start, value.inner.end), span: value.inner, command: '#abbr.load' }];
}

/** `"en"` of `init-acronyms(acronyms, "en")` of i-am-acro. */
function languageIn(source: string, { arguments: given }: Call): string | undefined {
  const value = given.slice(1).find(({ name }) => name === undefined)?.values[0];
  return value?.kind === 'string' ? source.slice(value.inner.start, value.inner.end) : undefined;
}

/**
 * acrostiche: `("FEC": ("fluoroethylene carbonate",), "SEI": "solid electrolyte interphase", "la": (short: "LFP", long: "…"))`;
 * i-am-acro: `(FEC: (en: (short: [FEC], long: […]), de: …))`.
 */
function acronymsOf(source: string, value: Value, language: string | undefined): Entry[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap(({ name, nameSpan, values }) => {
    if (!name || !nameSpan) return [];
    const form = '#init-acronyms';
    const [first] = values;
    if (first?.kind === 'list') {
      const key = { text: name, span: nameSpan };
      const spoken = first.items.find((item) => item.name === language)?.values[0] ?? first.items[0]?.values[0];
      const entry = entryOf(source, first.items, form, key);
      const translated = spoken?.kind === 'list' ? entryOf(source, spoken.items, form, key) : undefined;
      if (entry ?? translated) return [(entry ?? translated)!];
    }
    const long = firstText(values);
    return long ? [declare(source, form, undefined, nameSpan, long)] : [];
  });
}

interface Key {
  readonly text: string;
  readonly span: Span;
}

/** A string or content with its brackets. */
interface Text extends Span {
  readonly inner: Span;
}

/** First string or content of a value; of a dictionary, its long form. */
function firstText(values: readonly Value[]): Text | undefined {
  for (const value of values) {
    if (value.kind === 'string' || value.kind === 'content')
      return { start: value.start, end: value.end, inner: value.inner };
    if (value.kind !== 'list') continue;
    const long = value.items.find((item) => item.name === 'long') ?? value.items.find((item) => item.name !== 'short');
    return long && firstText(long.values);
  }
  return undefined;
}

/**
 * glossarium: a list of `(key: "fec", short: "FEC", long: "…")`; glossy: `(fec: (short: "FEC", long: "…"), EC: "…")`;
 * abbr: a list of `("FEC", "fluoroethylene carbonate")`.
 */
function entriesOf(source: string, value: Value, form: string, depth = 0): Entry[] {
  if (value.kind !== 'list' || depth > 3) return [];
  const entry = entryOf(source, value.items, form);
  if (entry) return [entry];
  if (form.startsWith('abbr')) return pair(source, value.items, form);
  return value.items.flatMap(({ name, nameSpan, values }) =>
    values.flatMap((inner) => {
      const key = name !== undefined && nameSpan ? { text: name, span: nameSpan } : undefined;
      if (key && depth === 0 && inner.kind === 'string' && form.startsWith('init-glossary'))
        return [declare(source, form, undefined, key.span, inner)];
      const named = inner.kind === 'list' && key ? entryOf(source, inner.items, form, key) : undefined;
      return named ? [named] : entriesOf(source, inner, form, depth + 1);
    }),
  );
}

function entryOf(source: string, items: readonly Argument[], form: string, outerKey?: Key): Entry | undefined {
  const text = (wanted: string) => firstText(items.find((item) => item.name === wanted)?.values ?? []);
  const short = text('short');
  const long = text('long');
  const given = text('key')?.inner;
  const key = outerKey ?? (given && { text: source.slice(given.start, given.end), span: given });
  if (short && long) return declare(source, form, key, short.inner, long);
  const shown = (short ?? long ?? text('description') ?? text('key')) && ((short ?? long)?.inner ?? key?.span);
  if (!key || !shown) return undefined;
  return { key: key.text, short: source.slice(shown.start, shown.end), span: key.span };
}

function pair(source: string, items: readonly Argument[], form: string): AbbreviationDeclaration[] {
  const [short, long] = items.map((item) => firstText(item.values));
  return short && long ? [declare(source, form, undefined, short.inner, long)] : [];
}

function declare(
  source: string,
  form: string,
  key: Key | undefined,
  shortSpan: { readonly start: number; readonly end: number },
  longValue: Text,
): AbbreviationDeclaration {
  const { inner: longSpan } = longValue;
  const short = source.slice(shortSpan.start, shortSpan.end);
  const keyStart = key?.span.start ?? shortSpan.start;
  return {
    span: span(
      Math.min(keyStart, shortSpan.start, longValue.start),
      Math.max(key?.span.end ?? 0, shortSpan.end, longValue.end),
    ),
    form,
    key: key?.text ?? short,
    keySpan: key?.span ?? span(shortSpan.start, shortSpan.end),
    short,
    shortSpan: span(shortSpan.start, shortSpan.end),
    long: source.slice(longSpan.start, longSpan.end),
    longSpan,
  };
}
