import { partOfHeading } from '../parts';
import type { DocumentPart } from '../prose';
import type { Command } from './commands';
import { readDisplay, readInline } from './math';
import { VERBATIM_ENVIRONMENTS } from './outline';
import type { LatexReader } from './reader';
import { environmentName, overlayEnd } from './scan';

/** `\begin{name}` with the arguments of the environment. */
export const beginEnvironment: Command = (r, use, end) => {
  const opened = environmentName(r.source, use.after, end);
  if (!opened) return use.after;
  const { name } = opened;
  if (VERBATIM_ENVIRONMENTS.has(name)) return endOf(r, name, opened.end, end)?.end ?? opened.end;
  if (r.mode !== 'text') return skipArguments(r, name, opened.end, end);
  const bare = name.replace(/\*$/, '');
  if (DISPLAYS.has(bare) || bare === 'math') return math(r, name, use.start, opened.end, end);
  if (FLOATS.has(bare) && r.interrupts) {
    const close = endOf(r, name, opened.end, end);
    if (close) {
      // A float goes elsewhere on the page: the paragraph runs on after it.
      r.defer(() => r.read(use.start, close.end));
      return close.end;
    }
  }
  if (!INLINE.has(bare)) r.endBlock();
  r.environments.push({ name, place: r.place });
  const holdsRows =
    TABLES.has(bare) || (ARGUMENTS[bare] === undefined && COLUMNS.test(r.source.slice(opened.end, opened.end + 16)));
  enter(r, bare, holdsRows);
  return skipArguments(r, name, opened.end, end, holdsRows ? 'ox' : 'o');
};

/** `\end{name}`; environments left open within it end with it, and an end without beginning counts for nothing. */
export const endEnvironment: Command = (r, use, end) => {
  const closed = environmentName(r.source, use.after, end);
  if (!closed) return use.after;
  if (r.mode !== 'text') return closed.end;
  const { environments } = r;
  const index = environments.findLastIndex(({ name }) => name === closed.name);
  if (index < 0) return closed.end;
  if (!INLINE.has(closed.name)) r.endBlock();
  r.place = environments[index]!.place;
  environments.length = index;
  return closed.end;
};

/** True for the name of an environment around figures, tables and their parts. */
export const isFloatOrTable = (name: string): boolean => {
  const bare = name.replace(/\*$/, '');
  return FLOATS.has(bare) || TABLES.has(bare);
};

/** Columns directly after the name: `\\begin{abbreviations}{ll}` of a class of theses is a table. */
const COLUMNS = /^\{[lcr|]{2,12}[}@]/;

/** Sets the place for what the environment holds, which `holdsRows` where it is a table. */
function enter(r: LatexReader, name: string, holdsRows: boolean): void {
  const { place } = r;
  // `\begin{abbreviations}`, `\begin{acknowledgement}`: environments named after what they hold.
  const part = PARTS[name] ?? partOfHeading(name);
  // The heading that the references set themselves ends a list before them.
  if (part === 'references' && r.parts.part === 'abbreviations') r.parts.leave();
  if (holdsRows) {
    r.place =
      place.kind === 'table-cell'
        ? { ...place, inCell: true }
        : { kind: 'table-cell', part: part ?? place.part, table: r.tables++, row: 0 };
  } else if (LISTS.has(name)) r.place = { kind: 'list-item', part: part ?? place.part };
  else if (name === 'tablenotes') r.place = { kind: 'footnote', part: place.part };
  else if (name === 'titlepage') r.place = { kind: 'author', part: 'front-matter' };
  else if (QUOTATIONS.has(name)) r.place = { ...place, quoted: true };
  else if (part) r.place = { kind: 'paragraph', part };
}

function math(r: LatexReader, name: string, start: number, after: number, end: number): number {
  const close = endOf(r, name, after, end);
  if (!close) return after;
  const open = skipArguments(r, name, after, close.start);
  if (name === 'math') readInline(r, start, open, close.start, close.end);
  else readDisplay(r, open, close.start);
  return close.end;
}

const endOf = (r: LatexReader, name: string, at: number, end: number) => r.marks.find(`\\end{${name}}`, at, end);

/** Options, sizes and column specifications after `\begin{name}`. */
function skipArguments(r: LatexReader, name: string, after: number, end: number, usual = 'o'): number {
  let at = after;
  for (const kind of ARGUMENTS[name] ?? usual) {
    if (kind === 't') {
      at = readTitle(r, at, end);
      continue;
    }
    if (kind === '<') at = overlayEnd(r.source, at);
    const argument = kind === 'x' ? r.groupArgument(at, end) : r.source[at] === '[' ? r.optional(at, end) : undefined;
    at = argument?.after ?? at;
  }
  return at;
}

/** The title of a slide or of a box on it, where one follows directly. */
function readTitle(r: LatexReader, at: number, end: number): number {
  const title = r.source[at] === '{' && r.mode === 'text' ? r.groupArgument(at, end) : undefined;
  if (!title) return at;
  r.readBlock({ kind: 'heading', level: 3, part: r.place.part }, title.start, title.end);
  return title.after;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const DISPLAYS = set(
  'equation align gather multline eqnarray flalign alignat xalignat displaymath dmath IEEEeqnarray reaction reactions mathpar empheq darray',
);

const FLOATS = set(
  'figure table wrapfigure wraptable sidewaysfigure sidewaystable SCfigure SCtable scheme chart graph algorithm floatingfigure',
);

const TABLES = set(
  'tabular tabularx tabulary longtable longtabu tabu supertabular xltabular array NiceTabular tblr longtblr deluxetable',
);

const LISTS = set(
  'itemize enumerate description compactitem compactenum compactdesc inparaenum inparaitem labeling list trivlist acronym tasks thebibliography',
);

const QUOTATIONS = set('quote quotation verse displayquote displaycquote foreigndisplayquote');

/** Environments that do not end the paragraph. */
const INLINE = set(
  'inparaenum inparaitem small footnotesize scriptsize large otherlanguage sloppypar subequations CJK',
);

const PARTS: Readonly<Record<string, DocumentPart>> = {
  abstract: 'abstract',
  highlights: 'abstract',
  keyword: 'keywords',
  IEEEkeywords: 'keywords',
  acknowledgements: 'acknowledgements',
  acknowledgments: 'acknowledgements',
  acks: 'acknowledgements',
  // It says what the supporting information holds.
  suppinfo: 'back-matter',
  appendices: 'supporting-information',
  subappendices: 'supporting-information',
  tocentry: 'back-matter',
  graphicalabstract: 'back-matter',
  biography: 'back-matter',
  IEEEbiography: 'back-matter',
  IEEEbiographynophoto: 'back-matter',
  thebibliography: 'references',
  acronym: 'abbreviations',
  thenomenclature: 'abbreviations',
  dedication: 'back-matter',
};

/** As in `SIGNATURES`, with `t` for a title and `<` for slides before an option; an optional argument for all others. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  tabular: 'ox',
  'tabular*': 'xox',
  tabularx: 'xox',
  xltabular: 'oxx',
  tabulary: 'xox',
  longtable: 'ox',
  supertabular: 'x',
  tabu: 'x',
  longtabu: 'x',
  array: 'ox',
  NiceTabular: 'ox',
  tblr: 'ox',
  longtblr: 'ox',
  deluxetable: 'x',
  minipage: 'ooox',
  subfigure: 'oox',
  subtable: 'oox',
  wrapfigure: 'oxox',
  wraptable: 'oxox',
  floatingfigure: 'ox',
  multicols: 'xo',
  adjustwidth: 'xx',
  alignat: 'x',
  'alignat*': 'x',
  xalignat: 'x',
  list: 'xx',
  displaycquote: 'oox',
  foreigndisplayquote: 'xoo',
  thebibliography: 'x',
  otherlanguage: 'x',
  'otherlanguage*': 'ox',
  spacing: 'x',
  acronym: 'o',
  IEEEbiography: 'ox',
  IEEEbiographynophoto: 'x',
  adjustbox: 'x',
  textblock: 'x',
  CJK: 'xx',
  labeling: 'ox',
  biography: 'ox',
  varwidth: 'ox',
  scope: 'o',
  frame: '<<ott',
  ...{ block: '<t', alertblock: '<t', exampleblock: '<t' },
  column: 'ox',
};
