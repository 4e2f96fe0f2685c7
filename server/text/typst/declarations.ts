import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration } from '../manuscript';
import { identifierAt, type Outline } from './outline';
import { type Argument, callAt, parseValues, type Value } from './values';

/** What a file declares ahead of its text. */
export interface Declared {
  readonly declarations: readonly AbbreviationDeclaration[];
  readonly glossary: ReadonlyMap<string, AbbreviationDeclaration>;
  /** Values of `#let name = …`, for names without parameters. */
  readonly variables: ReadonlyMap<string, readonly Value[]>;
  /** Labels that are set in the file, so that `@label` is no citation. */
  readonly labels: ReadonlySet<string>;
}

const LET = /#let[ \t]+/g;
const DECLARING =
  /\b(?:init-acronyms|register-glossary|make-glossary|print-glossary|init-glossary(?:\.with)?|glossary|abbr\.make|abbr\.add)(?=\()/g;
const LABEL = /(?<![(,][ \t]*)<([\p{L}\p{N}_:.-]{1,200})>/gu;

export function declaredIn(source: string, outline: Outline): Declared {
  const declarations: AbbreviationDeclaration[] = [];
  const variables = new Map<string, readonly Value[]>();
  for (const match of source.matchAll(LET)) {
    const at = match.index + match[0].length;
    const end = outline.statementEnd(match.index + 1);
    const name = identifierAt(source, at);
    const equals =
      end === undefined ? -1 : source.slice(at + name.length, Math.min(end, at + name.length + 20)).search(/=/);
    if (!name || end === undefined || !/^\s*=$/.test(source.slice(at + name.length, at + name.length + equals + 1)))
      continue;
    const values = parseValues(source, outline, at + name.length + equals + 1, end);
    variables.set(name, values);
    for (const value of values) declarations.push(...entriesOf(source, value, 'glossarium'));
  }
  for (const match of source.matchAll(DECLARING)) {
    const call = callAt(source, outline, match.index, source.length);
    if (!call) continue;
    const isMap = /^init-acronyms/.test(match[0]);
    for (const argument of call.arguments) {
      for (const value of argument.values) {
        declarations.push(...(isMap ? acronymsOf(source, value) : entriesOf(source, value, match[0])));
      }
    }
    if (match[0] === 'abbr.add') declarations.push(...pair(source, call.arguments, match[0]));
  }
  const glossary = new Map<string, AbbreviationDeclaration>();
  for (const declaration of declarations)
    if (!glossary.has(declaration.key)) glossary.set(declaration.key, declaration);
  const labels = new Set(Array.from(source.matchAll(LABEL), (match) => match[1]!));
  declarations.sort((a, b) => a.span.start - b.span.start);
  return { declarations, glossary, variables, labels };
}

/** acrostiche: `("FEC": ("fluoroethylene carbonate",), "SEI": "solid electrolyte interphase")`. */
function acronymsOf(source: string, value: Value): AbbreviationDeclaration[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap(({ name, nameSpan, values }) => {
    if (!name || !nameSpan) return [];
    const long = firstText(values);
    if (!long) return [];
    return [declare(source, '#init-acronyms', name, nameSpan, long)];
  });
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
 * glossarium: a list of `(key: "fec", short: "FEC", long: "…")`; glossy: `(fec: (short: "FEC", long: "…"))`;
 * abbr: a list of `("FEC", "fluoroethylene carbonate")`.
 */
function entriesOf(source: string, value: Value, form: string, depth = 0): AbbreviationDeclaration[] {
  if (value.kind !== 'list' || depth > 3) return [];
  const entry = entryOf(source, value.items, form);
  if (entry) return [entry];
  if (form.startsWith('abbr')) return pair(source, value.items, form);
  return value.items.flatMap(({ name, values }) =>
    values.flatMap((inner) => {
      const named = inner.kind === 'list' && name !== undefined ? entryOf(source, inner.items, form, name) : undefined;
      return named ? [named] : entriesOf(source, inner, form, depth + 1);
    }),
  );
}

function entryOf(
  source: string,
  items: readonly Argument[],
  form: string,
  outerKey?: string,
): AbbreviationDeclaration | undefined {
  const text = (wanted: string) => firstText(items.find((item) => item.name === wanted)?.values ?? []);
  const short = text('short');
  const long = text('long');
  if (!short || !long) return undefined;
  const key = text('key');
  const name = outerKey ?? (key ? source.slice(key.inner.start, key.inner.end) : undefined);
  return declare(source, form, name, short.inner, long);
}

function pair(source: string, items: readonly Argument[], form: string): AbbreviationDeclaration[] {
  const [short, long] = items.map((item) => firstText(item.values));
  return short && long ? [declare(source, form, undefined, short.inner, long)] : [];
}

function declare(
  source: string,
  form: string,
  key: string | undefined,
  shortSpan: { readonly start: number; readonly end: number },
  longValue: Text,
): AbbreviationDeclaration {
  const { inner: longSpan } = longValue;
  const short = source.slice(shortSpan.start, shortSpan.end);
  return {
    span: span(Math.min(shortSpan.start, longValue.start), Math.max(shortSpan.end, longValue.end)),
    form,
    key: key ?? short,
    short,
    shortSpan: span(shortSpan.start, shortSpan.end),
    long: source.slice(longSpan.start, longSpan.end),
    longSpan,
  };
}
