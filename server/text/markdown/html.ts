import { GREEK } from '../greek';

/** What a tag does to the prose around it. */
export type TagRole =
  | 'sub'
  | 'super'
  | 'inline'
  | 'block'
  | 'cell'
  | 'row'
  | 'table'
  | 'heading'
  | 'caption'
  | 'break'
  | 'picture'
  | 'hidden';

const ROLES: Readonly<Record<string, TagRole>> = {
  sub: 'sub',
  inf: 'sub',
  sup: 'super',
  p: 'block',
  div: 'block',
  section: 'block',
  article: 'block',
  blockquote: 'block',
  ul: 'block',
  ol: 'block',
  li: 'block',
  dl: 'block',
  dt: 'block',
  dd: 'block',
  figure: 'block',
  details: 'block',
  summary: 'block',
  aside: 'block',
  center: 'block',
  tr: 'row',
  table: 'table',
  td: 'cell',
  th: 'cell',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  caption: 'caption',
  figcaption: 'caption',
  br: 'break',
  hr: 'break',
  img: 'picture',
  script: 'hidden',
  style: 'hidden',
  code: 'hidden',
  pre: 'hidden',
  kbd: 'hidden',
  samp: 'hidden',
  math: 'hidden',
};

export interface Tag {
  readonly name: string;
  readonly role: TagRole;
  readonly closing: boolean;
  readonly end: number;
  /** Of the `title` attribute: on `<abbr>` the long form. */
  readonly title?: { readonly from: number; readonly to: number };
}

/** Attributes that are written whole may be long: an address that holds a formula or a picture. */
const TAG =
  /<(\/?)([A-Za-z][A-Za-z0-9:-]{0,30})((?:\s[^<>]{0,600})?|(?:\s+[\w:-]+(?:=(?:"[^"<>]*"|'[^'<>]*'))?)+\s*)\/?>/y;
const TITLE = /\stitle\s*=\s*(["'])/;

/** The tag that starts at `at`; undefined for a lone `<`. */
export function tagAt(source: string, at: number, end: number): Tag | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (!match || at + match[0].length > end) return undefined;
  const name = match[2]!.toLowerCase();
  const tag = { name, role: roleOf(name), closing: match[1] === '/', end: at + match[0].length };
  const title = name === 'abbr' ? TITLE.exec(match[3]!) : null;
  if (!title) return tag;
  const from = at + 1 + name.length + title.index + title[0].length;
  const to = source.indexOf(title[1]!, from);
  return to > from && to < tag.end ? { ...tag, title: { from, to } } : tag;
}

const roleOf = (name: string): TagRole => (Object.hasOwn(ROLES, name) ? ROLES[name]! : 'inline');

/** Named character references that scientific texts use; numeric ones are computed. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hyphen: '‐',
  shy: '',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  sdot: '⋅',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  micro: 'µ',
  prime: '′',
  Prime: '″',
  reg: '®',
  copy: '©',
  trade: '™',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  sim: '∼',
  larr: '←',
  rarr: '→',
  harr: '↔',
  infin: '∞',
  radic: '√',
  part: '∂',
  sum: '∑',
  int: '∫',
  verbar: '|',
  vert: '|',
  Vert: '‖',
  par: '∥',
  lbrack: '[',
  rbrack: ']',
  lowbar: '_',
  num: '#',
  Aring: 'Å',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  oslash: 'ø',
  Oslash: 'Ø',
  ntilde: 'ñ',
  ...GREEK,
};

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,20}));/y;

/** The character reference that starts at `at`; undefined for a lone `&` and for names that are unknown. */
export function referenceAt(
  source: string,
  at: number,
  end: number,
): { readonly text: string; readonly end: number } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match || at + match[0].length > end) return undefined;
  const text = match[3] ? NAMED[match[3]] : codePoint(match[1] ? Number(match[1]) : Number.parseInt(match[2]!, 16));
  return text === undefined ? undefined : { text, end: at + match[0].length };
}

const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
