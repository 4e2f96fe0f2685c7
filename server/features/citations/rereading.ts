import { contains, span } from '../../base/span';
import type { Mention } from '../../paper/mention';
import { Project } from '../../paper/project';
import { type Reading, readFile } from '../../paper/reading';
import type { CitationUse } from '../../text/manuscript';
import type { Block, BlockKind, DocumentPart } from '../../text/prose';
import type { Loaded } from '../../workspace/workspace';
import { type Insertion, isNumeric } from './forms';

/**
 * Proves what an insertion does to a manuscript by reading the changed text: it cites the works that it should cite, in a
 * place where a citation may stand, and everything else reads as before.
 */
export class Rereading {
  private readonly context: string;
  private readonly before: Reading;

  constructor(private readonly loaded: Loaded) {
    const { project, paper } = loaded;
    const others = project.readings.filter(({ uri }) => uri !== paper.uri);
    this.context = others.map(({ manuscript }) => manuscript.definitions).join('\n');
    this.before = this.read(paper.manuscript.source);
  }

  /** True where the insertion is a citation of its own, in `block` (an index) or, where that is undefined, in a new block. */
  isNewMark(insertion: Insertion, keys: readonly string[], block: number | undefined): boolean {
    const { before } = this;
    const after = this.readWith(insertion);
    const inserted = span(insertion.at, insertion.at + insertion.text.length);
    const fresh = after.manuscript.citations.filter((use) => contains(inserted, use.span));
    const kept = after.manuscript.citations.filter((use) => !fresh.includes(use));
    if (fresh.length === 0 || !isListOf(fresh, keys) || !sameUses(kept, before.manuscript.citations)) return false;
    const { prose } = after.manuscript;
    const blocks = prose.blocks.length - before.manuscript.prose.blocks.length;
    if (blocks !== (block === undefined ? 1 : 0)) return false;
    if (!fresh.every((use) => isWellPlaced(use, after, block))) return false;
    if (!isWordEnd(prose.text.slice(fresh.at(-1)!.prose.end, fresh.at(-1)!.prose.end + 2))) return false;
    return without(fresh, prose.text) === squeezed(before.manuscript.prose.text) && this.saysTheSame(after);
  }

  /** True where the insertion adds the keys to one citation that is there. */
  isJoined(insertion: Insertion, use: CitationUse, keys: readonly string[]): boolean {
    const { before } = this;
    const after = this.readWith(insertion);
    const at = before.manuscript.citations.findIndex(
      ({ span: { start, end } }) => start === use.span.start && end === use.span.end,
    );
    const wanted = before.manuscript.citations.map((known, index) =>
      index === at && !isNumeric(known.command) ? [...keysOf(known), ...keys] : keysOf(known),
    );
    const same = JSON.stringify(after.manuscript.citations.map(keysOf)) === JSON.stringify(wanted);
    return same && after.manuscript.prose.text === before.manuscript.prose.text && this.saysTheSame(after);
  }

  private readWith({ at, text }: Insertion): Reading {
    const { source } = this.before.manuscript;
    return this.read(source.slice(0, at) + text + source.slice(at));
  }

  private read(source: string): Reading {
    const { paper, project } = this.loaded;
    return readFile(paper.uri, paper.manuscript.language, source, project.catalogue, this.context);
  }

  private saysTheSame(after: Reading): boolean {
    return declared(after) === declared(this.before) && this.mentions(after) === this.mentions(this.before);
  }

  /** Everything recognised but citations, as it is read. */
  private mentions(reading: Reading): string {
    const { mentions } = new Project([reading], this.loaded.project.catalogue).paper(reading.uri)!;
    const { prose } = reading.manuscript;
    const said = (mention: Mention) =>
      mention.kind === 'citation' ? [] : [[mention.kind, squeezed(prose.slice(mention.prose))]];
    return JSON.stringify(mentions.flatMap(said));
  }
}

/** What the markup declares, and what the text defines. */
const declared = ({ manuscript, definitions }: Reading): string =>
  JSON.stringify([
    manuscript.comments.map(({ text }) => text),
    manuscript.declarations.map(({ key, long }) => [key, long]),
    manuscript.glossaryUses.map(({ key, command }) => [key, command]),
    [...manuscript.includes, ...manuscript.bibliographies].map(({ path, command }) => [path, command]),
    manuscript.bibitems,
    manuscript.definitions,
    definitions.map(({ short, long }) => [short, long]),
  ]);

function isWellPlaced(
  { prose: mark }: CitationUse,
  { manuscript: { prose } }: Reading,
  block: number | undefined,
): boolean {
  const around = prose.blockAt(mark.start);
  if (mark.end === mark.start || !around || !mayCite(around)) return false;
  if (block !== undefined && prose.blocks[block] !== around) return false;
  return prose.settingAt(mark.start) === 'text' && prose.scriptAt(mark.start) === 'normal';
}

const mayCite = ({ kind, part }: Block): boolean => KINDS.has(kind) && !NOT_IN.has(part);

/** Neither titles and headings, which are copied to other places, nor names and equations. */
const KINDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'caption', 'table-cell', 'footnote']);

const NOT_IN: ReadonlySet<DocumentPart> = new Set(['front-matter', 'keywords', 'references']);

/** True where a word ends before this text: neither a letter follows nor a number goes on (`1.‸5`). */
const isWordEnd = (following: string): boolean =>
  /^(?:$|[\s\uFFFC—]|[.,;:!?)\]}'"’”»](?:$|[^\p{L}\p{N}]))/u.test(following);

const keysOf = ({ command, keys }: CitationUse) => [command, ...keys.map(({ key }) => key)];

const isListOf = (uses: readonly CitationUse[], keys: readonly string[]): boolean => {
  const cited = uses.flatMap((use) => use.keys.map(({ key }) => key));
  return uses.every(({ command }) => isNumeric(command)) ? uses.length === 1 : cited.join(' ') === keys.join(' ');
};

const sameUses = (a: readonly CitationUse[], b: readonly CitationUse[]): boolean =>
  JSON.stringify(a.map(keysOf)) === JSON.stringify(b.map(keysOf));

/** The text without the marks and without spaces. */
function without(uses: readonly CitationUse[], text: string): string {
  let rest = '';
  let from = 0;
  for (const { prose } of [...uses].sort((a, b) => a.prose.start - b.prose.start)) {
    rest += text.slice(from, prose.start);
    from = prose.end;
  }
  return squeezed(rest + text.slice(from));
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');
