import { span } from '../../base/span';
import type { BlockKind, DocumentPart } from '../prose';
import type { Argument } from './arguments';
import type { Place } from './blockWriter';
import { keysIn } from './citations';
import type { Command } from './commands';
import { isFloatOrTable } from './environments';
import { readDisplay, readInline } from './math';
import { named } from './named';
import type { LatexReader } from './reader';
import { isSpace } from './scan';

/** Level of a heading as LaTeX numbers it: 1 a section, 0 a chapter. */
const LEVELS: Readonly<Record<string, number>> = {
  part: -1,
  chapter: 0,
  addchap: 0,
  section: 1,
  addsec: 1,
  bmhead: 1,
  subsection: 2,
  subsubsection: 3,
  paragraph: 4,
  subparagraph: 5,
  // Of slides.
  frametitle: 3,
  framesubtitle: 4,
};

/** `\section*[short]{…}` */
const heading: Command = (r, use, end) => readHeading(r, use.after, end, LEVELS[use.name]!);

/** A heading command of the writer's own, `\resultsubsection{title}{address}{label}`: the first argument is the title. */
export const ownHeading: Command = (r, use, end) => {
  const level = use.name.endsWith('chapter') ? 0 : 1 + (use.name.match(/sub/g)?.length ?? 0);
  let at = readHeading(r, use.after, end, level);
  while (at > use.after && r.source[at] === '{') at = r.groupArgument(at, end)?.after ?? end;
  return at;
};

function readHeading(r: LatexReader, after: number, end: number, level: number): number {
  const title = lastArgument(r, after, end);
  if (!title) return after;
  const part = r.parts.heading(headingText(r.source, title), level);
  r.readBlock({ kind: 'heading', level, part: r.place.part ?? part }, title.start, title.end);
  return title.after;
}

/** The words of a heading, to know what it opens. */
const headingText = (source: string, title: Argument): string =>
  source
    .slice(title.start, Math.min(title.end, title.start + 200))
    .replace(/\\(?:texorpdfstring|text[a-z]{2}|emph|(?:Make)?(?:[Uu]pper|[Ll]ower)case)(?![A-Za-z])/g, '')
    .replace(/\\[A-Za-z]+\*?(?:\{[^{}]*\})?/g, ' ')
    .replace(/[{}]/g, '')
    .replaceAll('~', ' ');

/** An argument that is a block of its own, after a star and options. */
const block =
  (place: Place): Command =>
  (r, use, end) => {
    const argument = lastArgument(r, use.after, end);
    if (!argument) return use.after;
    r.readBlock({ ...place, part: place.part ?? r.place.part }, argument.start, argument.end);
    return argument.after;
  };

function lastArgument(r: LatexReader, after: number, end: number): Argument | undefined {
  let at = r.source[after] === '*' ? after + 1 : after;
  for (let option = r.optional(at, end); option; option = r.optional(at, end)) at = option.after;
  return r.groupArgument(at, end);
}

/** A mark in the text, and a note below: the note is read when the block ends. */
const note =
  (marked: boolean, part?: DocumentPart): Command =>
  (r, use, end) => {
    const argument = lastArgument(r, use.after, end);
    if (!argument) return use.after;
    if (marked && r.interrupts) r.atom(use.start, use.after);
    const read = () => r.readBlock({ kind: 'footnote', part: part ?? r.place.part }, argument.start, argument.end);
    if (r.interrupts) r.defer(read);
    else read();
    return argument.after;
  };

/** `\captionof{figure}{…}`, `\subcaptionbox{…}{…}` */
const captionOf: Command = (r, use, end) => {
  const type = r.groupArgument(r.source[use.after] === '*' ? use.after + 1 : use.after, end);
  return type ? caption(r, { ...use, after: type.after }, end) : use.after;
};

/** The long caption, and before it the short one that a list of figures shows. */
const caption: Command = (r, use, end) => {
  const short = r.optional(r.source[use.after] === '*' ? use.after + 1 : use.after, end);
  const isCaption = lastArgument(r, use.after, end) !== undefined;
  if (short && isCaption) r.readBlock({ kind: 'caption', part: r.place.part }, short.start, short.end);
  return block({ kind: 'caption' })(r, use, end);
};

/** `\subfloat[caption]{\includegraphics…}`: the caption is the option. */
const subfloat: Command = (r, use, end) => {
  const option = r.optional(use.after, end);
  if (!option) return use.after;
  r.readBlock({ kind: 'caption', part: r.place.part }, option.start, option.end);
  return option.after;
};

/** `\item[label]`: what a description list sets apart is set apart by a tab. */
const item: Command = (r, use, end) => {
  r.endBlock();
  if (r.place.kind === 'paragraph') r.place = { ...r.place, kind: 'list-item' };
  const label = r.optional(use.after, end);
  if (!label) return use.after;
  r.read(label.start, label.end);
  if (!r.interrupts) return label.after;
  let at = label.after;
  while (at < end && isSpace(r.source.charCodeAt(at))) at++;
  r.put('\t', label.end, at);
  return at;
};

const bibitem: Command = (r, use, end) => {
  r.endBlock();
  r.place = { ...r.place, kind: 'list-item', part: 'references' };
  const key = lastArgument(r, use.after, end);
  if (!key) return use.after;
  const [trimmed] = keysIn(r, key);
  if (trimmed) r.bibitems.push({ ...trimmed, prose: r.builder.offset });
  return key.after;
};

const paragraph: Command = (r, use) => {
  r.endBlock();
  return use.after;
};

/** `\\[2mm]`: a new row of a table, or a new line. */
const newLine: Command = (r, use, end) => {
  let at = r.source[use.after] === '*' ? use.after + 1 : use.after;
  if (r.source[at] === '[') at = r.optional(at, end)?.after ?? at;
  const { place } = r;
  if (place.kind === 'table-cell' && !place.inCell) {
    r.endBlock();
    r.place = { ...place, row: (place.row ?? 0) + 1 };
  } else r.space(use.start, at);
  return at;
};

/** `\input{file}`, `\input file`, `\import{folder/}{file}`, `\loadglsentries[type]{file}` */
const include: Command = (r, use, end) => {
  const after = use.name === 'loadglsentries' ? (r.optional(use.after, end)?.after ?? use.after) : use.after;
  const first = r.groupArgument(after, end) ?? (use.name === 'input' ? bareFile(r, use.after, end) : undefined);
  if (!first) return use.after;
  const second = /import|includefrom|inputfrom/.test(use.name) ? r.groupArgument(first.after, end) : undefined;
  const file = second ?? first;
  const text = (of: Argument) => r.source.slice(of.start, of.end).trim();
  const path = second ? `${text(first).replace(/\/?$/, '/')}${text(second)}` : text(first);
  const inFloat = r.environments.some(({ name }) => isFloatOrTable(name));
  if (path) {
    r.includes.push({ path, span: span(file.start, file.end), command: `\\${use.name}`, ...(inFloat && { inFloat }) });
  }
  return file.after;
};

function bareFile(r: LatexReader, after: number, end: number): Argument | undefined {
  const name = /^ ([\w./-]+)/.exec(r.source.slice(after, Math.min(end, after + 200)));
  return name ? { start: after + 1, end: after + name[0].length, after: after + name[0].length } : undefined;
}

/** `\bibliography{a,b}` and `\addbibresource[…]{a.bib}`; `\GlsXtrLoadResources[src={a,b}]`, `\putbib[a,b]`. */
const bibliography: Command = (r, use, end) => {
  const option = r.optional(use.after, end);
  if (use.name === 'putbib') {
    if (option) addFiles(r, use.name, option.start, option.end);
    return option?.after ?? use.after;
  }
  const files = r.groupArgument(option?.after ?? use.after, end);
  const list = use.name === 'GlsXtrLoadResources' ? option && sourcesIn(r, option) : files;
  if (list) addFiles(r, use.name, list.start, list.end);
  return (use.name === 'GlsXtrLoadResources' ? undefined : files?.after) ?? option?.after ?? use.after;
};

const sourcesIn = (r: LatexReader, option: Argument) => r.keyValues(option).find(({ key }) => key === 'src')?.value;

function addFiles(r: LatexReader, name: string, start: number, end: number): void {
  let at = start;
  for (const part of r.source
    .slice(start, end)
    .replace(/%[^\n]*/g, (comment) => ' '.repeat(comment.length))
    .split(',')) {
    const path = part.trim();
    const from = at + part.indexOf(path);
    if (path) r.bibliographies.push({ path, span: span(from, from + path.length), command: `\\${name}` });
    at += part.length + 1;
  }
}

/** `\usepackage[…]{a,b}`, `\documentclass[…]{achemso}` as `class:achemso` */
const packages: Command = (r, use, end) => {
  const names = lastArgument(r, use.after, end);
  if (!names) return use.after;
  const prefix = use.name === 'documentclass' || use.name === 'LoadClass' ? 'class:' : '';
  for (const name of r.source.slice(names.start, names.end).split(',')) {
    if (name.trim()) r.packages.add(prefix + name.trim());
  }
  return names.after;
};

/** `\( … \)`; without its end in the paragraph it counts for nothing. */
const inlineMath: Command = (r, use, end) => {
  const close = r.marks.find('\\)', use.after, r.paragraphEnd(use.start, end));
  if (!close) return use.after;
  readInline(r, use.start, use.after, close.start, close.end);
  return close.end;
};

/** `\[ … \]` */
const displayMath: Command = (r, use, end) => {
  const close = r.marks.find('\\]', use.after, r.paragraphEnd(use.start, end));
  if (!close) return use.after;
  readDisplay(r, use.after, close.start);
  return close.end;
};

const appendix: Command = (r, use) => {
  r.endBlock();
  r.parts.rebase('supporting-information');
  return use.after;
};

/** In the table that templates set above two columns, the size tells title, authors and abstract: `\LARGE{\textbf{…}}`. */
const inTitleTable =
  (place: Place): Command =>
  (r, use, end) => {
    const text = r.source[use.after] === '{' ? r.groupArgument(use.after, end) : undefined;
    if (!text || !r.environments.some(({ name }) => name === '@twocolumnfalse')) return use.after;
    r.readBlock(place, text.start, text.end);
    return text.after;
  };

/** `\twocolumn[\begin{@twocolumnfalse} … \end{@twocolumnfalse}]` with title and abstract, above both columns. */
const twoColumn: Command = (r, use, end) => {
  if (r.source[use.after] !== '[') return use.after;
  const above = r.marks.find('\\end{@twocolumnfalse}', use.after, end);
  const bracket = above ? r.source.slice(above.end, Math.min(end, above.end + 200)).indexOf(']') : -1;
  if (!above || bracket < 0) return use.after + 1;
  r.endBlock();
  r.read(use.after + 1, above.end);
  r.endBlock();
  return above.end + bracket + 1;
};

/** `\and` between authors, `\sep` between keywords. */
const separator =
  (kind: BlockKind | undefined): Command =>
  (r, use) => {
    if (kind && r.place.kind === kind) r.endBlock();
    else if (r.place.part === 'keywords') r.put(', ', use.start, use.after);
    else r.space(use.start, use.after);
    return use.after;
  };

const section = (part: DocumentPart) => block({ kind: 'paragraph', part });
const author = block({ kind: 'author', part: 'front-matter' });

/** `\abbreviations{…}` of achemso, `\abbreviations{Abbreviations}{…}` of MDPI: heading and list. */
const abbreviations: Command = (r, use, end) => {
  const first = r.groupArgument(use.after, end);
  if (!first) return use.after;
  const second = r.source.charCodeAt(first.after) === 123 ? r.groupArgument(first.after, end) : undefined;
  if (second) r.readBlock({ kind: 'heading', level: 1, part: 'abbreviations' }, first.start, first.end);
  const list = second ?? first;
  r.readBlock({ kind: 'paragraph', part: 'abbreviations' }, list.start, list.end);
  return list.after;
};

/** Commands that begin or end blocks, or tell of other files. */
export const BLOCK_COMMANDS: readonly [string, Command][] = [
  ...named(Object.keys(LEVELS).join(' '), heading),
  ...named('title Title subtitle', block({ kind: 'title', part: 'body' })),
  ...named(
    'author Author affiliation altaffiliation affil address institute institution email ead orcid orcidID ORCID date correspondingauthor ' +
      'equalcont presentaddress corres corresp cortext fntext authornote alsoaffiliation homepage collaboration firstnote secondnote dedicated received revised accepted',
    author,
  ),
  ...named('footnote endnote sidenote tablefootnote', note(true)),
  ['thanks', note(true, 'front-matter')],
  ['footnotetext', note(false)],
  ['tnotetext', note(false, 'front-matter')],
  ...named('caption subcaption bicaption', caption),
  ...named('captionof subcaptionof', captionOf),
  ...named('subfloat subfigure subtable', subfloat),
  ['abstract', section('abstract')],
  ...named('keywords keyword Keywords', section('keywords')),
  ...named('acknowledgments acknowledgements acknowledgment acknowledgement acks funding', section('acknowledgements')),
  ...named(
    'authorcontributions dataavailability conflictsofinterest institutionalreview informedconsent supplementary sampleavailability ' +
      'reftitle dataavailabilitystatement competinginterests disclosure',
    section('back-matter'),
  ),
  ['abbreviations', abbreviations],
  ['item', item],
  ['bibitem', bibitem],
  ['par', paragraph],
  ...named('\\ tabularnewline', newLine),
  ['(', inlineMath],
  ['[', displayMath],
  ...named('appendix appendices', appendix),
  ...named('Huge huge LARGE Large', inTitleTable({ kind: 'title', part: 'body' })),
  ['large', inTitleTable({ kind: 'author', part: 'front-matter' })],
  ['normalsize', inTitleTable({ kind: 'paragraph', part: 'abstract' })],
  ['twocolumn', twoColumn],
  ...named('and And AND', separator('author')),
  ['sep', separator(undefined)],
  ...named('input include subfile subfileinclude import subimport inputfrom includefrom loadglsentries', include),
  ...named(
    'bibliography nobibliography defaultbibliography putbib addbibresource addglobalbib addsectionbib glsxtrresourcefile GlsXtrLoadResources',
    bibliography,
  ),
  ...named('usepackage RequirePackage documentclass LoadClass', packages),
];
