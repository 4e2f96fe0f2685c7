import { type Span, span } from '../../base/span';
import type { CitationKey, GlossaryUse } from '../parsedFile';
import type { BlockPlace, DocumentPart } from '../prose';
import { readChemistry } from './chemistry';
import { readQuantity } from './quantities';
import type { TypstReader } from './reader';
import { type Argument, type Call, parseArguments, type Value } from './values';

type Handler = (r: TypstReader, call: Call, at: number) => void;

/** Reads what a call shows; `at` is where its `#` or its name is. */
export function callFunction(r: TypstReader, call: Call, at: number): void {
  const handler = HANDLERS.get(call.name) ?? HANDLERS.get(call.name.slice(call.name.lastIndexOf('.') + 1));
  if (handler) handler(r, call, at);
  else if (call.name.endsWith('.with')) readTemplate(r, call.arguments);
  else through(r, call, at);
}

/** `#show: article.with(title: …)`, `#show: doc => article(title: …, doc)`, `#show: appendix`. */
export function readShow(r: TypstReader, start: number, end: number): void {
  const colon = r.source.slice(start, Math.min(end, start + 100)).search(/\S/);
  if (r.source[start + colon] !== ':') return;
  const values = parseArguments(r.source, r.outline, start + colon + 1, end).flatMap((argument) => argument.values);
  for (const value of values) {
    if (value.kind === 'call') readTemplate(r, value.call.arguments);
    if (/append/i.test(r.source.slice(value.start, Math.min(value.end, value.start + 30)))) {
      r.endBlock();
      r.parts.rebase('supporting-information');
    }
  }
}

const TEMPLATE: Readonly<Record<string, BlockPlace>> = {
  title: { kind: 'title', part: 'body' },
  subtitle: { kind: 'title', part: 'body' },
  abstract: { kind: 'paragraph', part: 'abstract' },
  summary: { kind: 'paragraph', part: 'abstract' },
  keywords: { kind: 'paragraph', part: 'keywords' },
  'index-terms': { kind: 'paragraph', part: 'keywords' },
  acknowledgements: { kind: 'paragraph', part: 'acknowledgements' },
  acknowledgments: { kind: 'paragraph', part: 'acknowledgements' },
};

const APPENDICES = /append|annex|supplement/i;

/** What a template is told about the paper. */
function readTemplate(r: TypstReader, given: readonly Argument[]): void {
  for (const { name, values } of given) {
    const place = name !== undefined && Object.hasOwn(TEMPLATE, name) ? TEMPLATE[name] : undefined;
    for (const value of values) {
      if (value.kind === 'call' && value.call.name === 'bibliography') bibliography(r, value.call);
      else if (place && value.kind === 'list') {
        for (const item of value.items) r.block(place, () => showAll(r, item.values));
      } else if (place) r.block(place, () => r.value(value));
      else if (value.kind === 'content') r.includesIn(value.inner, APPENDICES.test(name ?? ''));
    }
    if (place?.kind === 'title') r.sawTitle = true;
  }
}

/** An unknown function is taken to show the contents that it is given, but no strings. */
const through: Handler = (r, call, at) => {
  if (isTitled(r, call)) return titled(r, call);
  const from = r.builder.offset;
  const inside = r.interrupts;
  for (const argument of call.arguments) {
    if (argument.name === undefined) for (const value of argument.values) if (value.kind !== 'string') r.value(value);
  }
  if (inside) r.wrap(from, span(at, call.end), true);
};

/** `#theorem([Of films])[A film grows.]`: what is in the parentheses of a block with a body is its title. */
const isTitled = (r: TypstReader, { name, start, end, arguments: given }: Call): boolean =>
  r.source[start + name.length] === '(' &&
  r.source[end - 1] === ']' &&
  given.length === 2 &&
  given.every((argument) => argument.name === undefined && argument.values[0]?.kind === 'content');

function titled(r: TypstReader, call: Call): void {
  const [title, body] = positional(call);
  r.block({ kind: 'heading', level: LOWEST }, () => r.value(title!));
  r.block({ kind: 'paragraph' }, () => r.value(body!));
}

const LOWEST = 6;

/** Shows strings as well: `#text("LiF")`. */
const shows: Handler = (r, call, at) => {
  const from = r.builder.offset;
  showPositional(r, call);
  r.wrap(from, span(at, call.end), true);
};

const script =
  (raised: 'sub' | 'super'): Handler =>
  (r, call, at) => {
    const from = r.builder.offset;
    const style = r.builder.restyle({ script: raised });
    showPositional(r, call);
    r.builder.restore(style);
    r.wrap(from, span(at, call.end));
  };

const chemistry: Handler = (r, call, at) => {
  const from = r.builder.offset;
  for (const value of positional(call)) {
    if (value.kind === 'string' || value.kind === 'content') readChemistry(r, value.inner.start, value.inner.end);
    else r.value(value);
  }
  r.wrap(from, span(at, call.end));
};

/** `#qty("5", "mA h")` of unify, metro, zero and fancy-units. */
const quantity: Handler = (r, call, at) => {
  const field = call.name.slice(call.name.lastIndexOf('.') + 1);
  readQuantity(
    r,
    field,
    call.arguments.filter(({ name }) => name === undefined),
    span(at, call.end),
  );
};

/** Contents that stand on their own: `#block[…]`, `#columns(2)[…]`, each item of `#list[…][…]`. */
const apart: Handler = (r, call) => eachApart(r, positional(call));

/** The cells of a layout, which follow no rows as those of a table do. */
const grid: Handler = (r, call) => eachApart(r, cellsOf(call.arguments));

function eachApart(r: TypstReader, values: readonly Value[]): void {
  r.endBlock();
  for (const value of values) {
    if (value.kind !== 'string') r.value(value);
    r.endBlock();
  }
}

/** In quotes on the line, or a block of its own. */
const quote: Handler = (r, call, at) => {
  const isBlock = call.arguments.some(
    ({ name, values: [value] }) => name === 'block' && value && r.source.slice(value.start, value.end) === 'true',
  );
  if (isBlock) {
    r.block({ ...r.place, quoted: true }, () => showPositional(r, call));
    return;
  }
  const from = r.builder.offset;
  r.put('“', at, at + 1);
  showPositional(r, call);
  r.put('”', call.end - 1, call.end);
  r.wrap(from, span(at, call.end));
};

const inPart =
  (part: DocumentPart): Handler =>
  (r, call) => {
    for (const value of positional(call)) r.block({ kind: 'paragraph', part }, () => r.value(value));
  };

/** Above the first heading, what is centred is the title, then the authors. */
const align: Handler = (r, call, at) => {
  const centred = positional(call).some((value) => value.kind === 'name' && value.name === 'center');
  if (r.sawHeading || !centred) {
    apart(r, call, at);
    return;
  }
  const place: BlockPlace = r.sawTitle ? { kind: 'author', part: 'front-matter' } : { kind: 'title', part: 'body' };
  r.sawTitle = true;
  r.block(place, () => {
    for (const value of positional(call)) if (value.kind !== 'name') r.value(value);
  });
};

const heading: Handler = (r, call) => {
  const value = call.arguments.find((argument) => argument.name === 'level' || argument.name === 'depth');
  const digits = value?.values[0];
  const level = Number(digits ? r.source.slice(digits.start, digits.end) : 1) || 1;
  const content = positional(call)[0];
  if (!content) return;
  const text = r.source.slice(content.start + 1, content.end - 1);
  r.sawHeading = true;
  r.block({ kind: 'heading', part: r.place.part ?? r.parts.heading(text, level), level }, () => r.value(content));
};

const title: Handler = (r, call) => {
  r.sawTitle = true;
  for (const value of positional(call)) r.block({ kind: 'title', part: 'body' }, () => r.value(value));
};

const figure: Handler = (r, call) => {
  for (const { name, values } of call.arguments) {
    if (name === 'caption') r.block({ kind: 'caption' }, () => showAll(r, values));
    else if (name === undefined) {
      for (const value of values) if (value.kind !== 'string') r.block({ kind: 'paragraph' }, () => r.value(value));
    }
  }
};

const caption: Handler = (r, call) => {
  for (const value of positional(call)) r.block({ kind: 'caption' }, () => r.value(value));
};

const footnote: Handler = (r, call, at) => {
  const values = positional(call).filter((value) => value.kind === 'content' || value.kind === 'string');
  r.atom(at, call.end);
  if (r.place.kind === 'footnote') return;
  for (const value of values) r.defer({ kind: 'footnote' }, () => r.value(value));
};

/** Cells in rows of as many as there are columns. In an abbreviation list a row is one block. */
const table: Handler = (r, call) => {
  const columns = columnCount(r, call);
  const cells = cellsOf(call.arguments);
  const number = r.tables++;
  const part = r.place.part ?? r.parts.part;
  r.endBlock();
  cells.forEach((cell, i) => {
    const row = Math.floor(i / columns);
    if (part !== 'abbreviations') r.block({ kind: 'table-cell', table: number, row }, () => r.value(cell));
    else if (i % columns === 0) {
      r.block({ kind: 'list-item', part }, () => {
        cells.slice(i, i + columns).forEach((value, column) => {
          if (column > 0) r.put('\t', value.start, value.start);
          r.value(value);
        });
      });
    }
  });
};

/** The cells of a table, those of its header and footer and of `table.cell` included. */
function cellsOf(given: readonly Argument[]): Value[] {
  return given.flatMap(({ name, values }) =>
    name !== undefined
      ? []
      : values.flatMap((value) => {
          if (value.kind !== 'call') return value.kind === 'list' || value.kind === 'other' ? [] : [value];
          const field = value.call.name.slice(value.call.name.lastIndexOf('.') + 1);
          if (field === 'header' || field === 'footer') return cellsOf(value.call.arguments);
          return /^(?:hline|vline)$/.test(field) ? [] : [value];
        }),
  );
}

/** `columns: 3`, `columns: (auto, 1fr)`, `columns: (1fr,) * 3`. */
function columnCount(r: TypstReader, call: Call): number {
  const given = call.arguments.find((argument) => argument.name === 'columns');
  if (!given?.nameSpan) return 1;
  const first = given.values[0];
  const text = r.source.slice(given.nameSpan.end, given.nameSpan.end + 300).replace(/^\s*:\s*/, '');
  if (first?.kind === 'list') {
    const times = /^\s*\*\s*(\d{1,3})/.exec(r.source.slice(first.end, first.end + 10))?.[1];
    const listed = r.source
      .slice(first.start + 1, first.end - 1)
      .split(',')
      .filter((item) => item.trim() !== '').length;
    return Math.max(1, listed * Number(times ?? 1));
  }
  return Math.max(1, Number(/^\d{1,3}/.exec(text)?.[0] ?? 1));
}

const cite: Handler = (r, call, at) => {
  const keys = positional(call).flatMap((value) => keysOf(r, value));
  if (keys.length > 0) r.cite(at, call.end, '#cite', keys);
};

function keysOf(r: TypstReader, value: Value): CitationKey[] {
  if (value.kind === 'label') return [{ key: value.key, span: value.inner }];
  if (value.kind === 'string') return [{ key: r.source.slice(value.inner.start, value.inner.end), span: value.inner }];
  if (value.kind === 'call') return positional(value.call).flatMap((inner) => keysOf(r, inner));
  return [];
}

function bibliography(r: TypstReader, call: Call): void {
  const file = (path: Span) => {
    r.bibliographies.push({ path: r.source.slice(path.start, path.end), span: path, command: '#bibliography' });
  };
  for (const value of positional(call)) {
    if (value.kind === 'string') file(value.inner);
    if (value.kind !== 'list') continue;
    for (const item of value.items) for (const inner of item.values) if (inner.kind === 'string') file(inner.inner);
  }
}

/** `#link("https://…")[text]` shows its text; without one, the address. */
const link: Handler = (r, call, at) => {
  const contents = positional(call).filter((value) => value.kind === 'content');
  if (contents.length === 0) r.atom(at, call.end);
  else through(r, call, at);
};

const acronym =
  (shown: GlossaryUse['shows']): Handler =>
  (r, call, at) => {
    const value = positional(call)[0];
    if (value?.kind !== 'string' && value?.kind !== 'content' && value?.kind !== 'label') return;
    const { inner } = value;
    const key = r.source.slice(inner.start, inner.end).trim();
    const from = inner.start + r.source.slice(inner.start, inner.end).indexOf(key);
    const plural = PLURAL.test(call.name.slice(call.name.lastIndexOf('.') + 1));
    const named = { key, span: span(from, from + key.length) };
    r.use(at, call.end, named, { command: `#${call.name}`, shows: asked(r, call) ?? shown, plural });
  };

/** What the arguments of a use ask for: `long: true`, `first: true` and `first: false` of glossarium. */
function asked(r: TypstReader, { arguments: given }: Call): GlossaryUse['shows'] | undefined {
  if (given.some(({ name }) => name === 'long')) return 'full';
  const first = given.find(({ name }) => name === 'first');
  if (!first) return undefined;
  const value = /:\s*(true|false)/.exec(r.source.slice(first.start, first.end))?.[1];
  return value === 'true' ? 'full' : value === 'false' ? 'short' : undefined;
}

const PLURAL = /^(?:pl(?:a|s|llo?)|acr[a-z]*pl(?:cap)?|[gG]lspl|gls-(?:long)?plural|ac[sfl]?p)$/;

const nothing: Handler = () => {};
const atom: Handler = (r, call, at) => r.atom(at, call.end);
const gap: Handler = (r, call, at) => r.space(at, call.end);

const positional = (call: Call): Value[] =>
  call.arguments.flatMap(({ name, values }) => (name === undefined ? values : []));

const showPositional = (r: TypstReader, call: Call): void => showAll(r, positional(call));

function showAll(r: TypstReader, values: readonly Value[]): void {
  for (const value of values) r.value(value);
}

const named = (handler: Handler, names: string): [string, Handler][] => names.split(' ').map((name) => [name, handler]);

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ...named(script('sub'), 'sub'),
  ...named(script('super'), 'super'),
  ...named(chemistry, 'ce ch chem chemical molecule'),
  ...named(quantity, 'qty num unit qtyrange numrange'),
  ...named(shows, 'text emph strong underline overline strike highlight smallcaps upper lower box'),
  ...named(apart, 'block par columns colbreak pad rect place stack enum list'),
  ...named(grid, 'grid'),
  ...named(quote, 'quote'),
  ...named(align, 'align'),
  ...named(heading, 'heading'),
  ...named(title, 'title'),
  ...named(figure, 'figure subfigure subpar'),
  ...named(caption, 'caption'),
  ...named(footnote, 'footnote'),
  ...named(table, 'table tablex'),
  ...named(cite, 'cite citet citep prose'),
  ...named(bibliography, 'bibliography'),
  ...named(link, 'link'),
  ...named(inPart('abstract'), 'abstract'),
  ...named(inPart('keywords'), 'keywords'),
  ...named(inPart('acknowledgements'), 'acknowledgements acknowledgments acknowledgement acknowledgment'),
  ...named(inPart('supporting-information'), 'appendix'),
  ...named(atom, 'ref raw image equation'),
  ...named(gap, 'h linebreak'),
  ...named(
    nothing,
    'v pagebreak counter state outline label line context lorem numbering datetime metadata include eval read csv json yaml ' +
      'init-acronyms register-glossary print-glossary make-glossary init-glossary print-index abbr.make abbr.add abbr.add-alt abbr.load abbr.load-alt abbr.config abbr.list ' +
      'racr raacr reset-acronym reset-all-acronyms acresetall acused',
  ),
  ...named(acronym('first-full'), 'acr acrpl acrcap ac acp gls glspl Gls Glspl agls Agls abbr.a abbr.asf abbr.pla'),
  ...named(
    acronym('full'),
    'acrfull acrfullpl acrfullcap acrfullplcap display-full acrf acrfpl acf acfp gls-full abbr.f',
  ),
  ...named(
    acronym('long'),
    'acrlong acrl acrlpl acl aclp display-def gls-long gls-longplural glslong abbr.l abbr.lsf abbr.pll abbr.lo abbr.pllo',
  ),
  ...named(
    acronym('short'),
    'acrshort acrs acrspl acs acsp display-short gls-short gls-plural glsshort abbr.s abbr.pls',
  ),
]);
