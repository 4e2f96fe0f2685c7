import type { Insertion } from '../../base/edit';
import { contains, overlaps, span } from '../../base/span';
import { UNSPACED } from '../../base/words';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import { FORMATS } from '../../text';
import type { Citing } from '../../text/citing/citing';
import { type Begun, citedKeys } from '../../text/citing/form';
import { isNumeric } from '../../text/citing/numbered';
import type { CitationUse } from '../../text/parsedFile';
import { PART_READING } from '../../text/partReading';
import { ATOM, type Block, type BlockKind } from '../../text/prose';
import type { ManuscriptContext } from '../../workspace/workspace';
import { Reread, squeezed } from '../reread';

/**
 * Proves by reading the changed text that an insertion cites the works that it should cite, in a place where a citation is
 * allowed, and that everything else reads as before.
 */
export class CitationProof {
  private readonly reread: Reread;
  private readonly citing: Citing;

  constructor(context: ManuscriptContext) {
    this.reread = new Reread(context);
    this.citing = FORMATS[context.file.parsed.format].citing;
  }

  /** True where the insertion is a citation of its own, in `block` (an index) or, where that is undefined, in a new block. */
  isNewMark(insertion: Insertion, keys: readonly string[], block: number | undefined): boolean {
    const { before } = this.reread;
    const { source } = before.parsed;
    const { takes, goesOn } = this.citing;
    if (takes?.(source, insertion, block === undefined) === false) return false;
    if (goesOn?.(insertion.text, source.slice(insertion.at))) return false;
    const after = this.reread.with(insertion);
    const inserted = span(insertion.at, insertion.at + insertion.text.length);
    const fresh = after.parsed.citations.filter((use) => contains(inserted, use.span));
    const kept = after.parsed.citations.filter((use) => !fresh.includes(use));
    if (!isListOf(fresh, keys, after) || !sameUses(kept, before.parsed.citations)) return false;
    const { prose } = after.parsed;
    const added = block === undefined ? prose.blockAt(fresh[0]!.prose.start) : undefined;
    if (block === undefined && (!added || added.kind === 'table-cell')) return false;
    if (
      !sameBlocks(
        prose.blocks.filter((one) => one !== added),
        before.parsed.prose.blocks,
      )
    )
      return false;
    if (!fresh.every((use) => isWellPlaced(use, after, block))) return false;
    const mark = span(fresh[0]!.prose.start, fresh.at(-1)!.prose.end);
    const last = prose.text.slice(0, mark.start).trimEnd().slice(-1);
    if (!isWordEnd(prose.text.slice(mark.end, mark.end + 2), last)) return false;
    if (prose.text[mark.end] === ATOM && !mayFollow(source.slice(insertion.at))) return false;
    if (block !== undefined && !saysAnything(prose.text.slice(prose.blockAt(mark.start)!.start, mark.start)))
      return false;
    if (isTerm(mark.start, after)) return false;
    if (partsWord(before.parsed.prose.text, squeezed(prose.text.slice(0, mark.start)).length)) return false;
    return without(fresh, prose.text) === squeezed(before.parsed.prose.text) && this.saysTheSame(after);
  }

  /** True where the insertions add the keys to one citation that is there; its command may become that for several works. */
  isJoined(insertions: readonly Insertion[], use: CitationUse, keys: readonly string[]): boolean {
    const { before } = this.reread;
    const after = this.reread.with(...insertions);
    const at = before.parsed.citations.findIndex(
      ({ span: { start, end } }) => start === use.span.start && end === use.span.end,
    );
    const joined = after.parsed.citations[at];
    const wanted = before.parsed.citations.map((known, index) =>
      index === at && !isNumeric(known.command) ? [...keysOf(known), ...keys] : keysOf(known),
    );
    if (joined && this.citing.goesOn?.(`${joined.command}{`, before.parsed.source.slice(use.span.end))) return false;
    if (joined && joined.command === `${use.command}s`) wanted[at] = [joined.command, ...wanted[at]!.slice(1)];
    const same = JSON.stringify(after.parsed.citations.map(keysOf)) === JSON.stringify(wanted);
    return same && after.parsed.prose.text === before.parsed.prose.text && this.saysTheSame(after);
  }

  /** True where the insertion makes the mark that was begun a citation. */
  isCompleted(insertion: Begun, keys: readonly string[]): boolean {
    const { before } = this.reread;
    const after = this.reread.with(insertion);
    const inserted = span(insertion.at, insertion.at + insertion.text.length);
    const fresh = after.parsed.citations.filter((use) => overlaps(inserted, use.span));
    const kept = after.parsed.citations.filter((use) => !fresh.includes(use));
    if (!isListOf(fresh, keys, after) || !sameUses(kept, before.parsed.citations)) return false;
    if (!fresh.every((use) => isWellPlaced(use, after, undefined))) return false;
    const { prose } = before.parsed;
    const { start, end } = insertion.whole;
    const [from = prose.text.length, to = prose.text.length] = [prose.toProse(start), prose.toProse(end)];
    const rest = squeezed(prose.text.slice(0, from) + prose.text.slice(to));
    return without(fresh, after.parsed.prose.text) === rest && this.saysTheSame(after);
  }

  /** True where the insertion is printed within running text, in `block` where that is given, and is nothing else but text. */
  isPrinted(insertion: Insertion, block?: number): boolean {
    const { before } = this.reread;
    const after = this.reread.with(insertion);
    const { prose, citations, source } = after.parsed;
    const start = prose.toProse(insertion.at);
    const around = start === undefined ? undefined : prose.blockAt(start);
    if (start === undefined || !around || !mayCite(around) || prose.settingAt(start) !== 'text') return false;
    if (block !== undefined && prose.blocks[block] !== around) return false;
    if (/^[.,]?[\p{L}\p{N}]/u.test(source.slice(insertion.at + insertion.text.length))) return false;
    if (!sameUses(citations, before.parsed.citations) || !sameBlocks(prose.blocks, before.parsed.prose.blocks))
      return false;
    if (block !== undefined && !saysAnything(prose.text.slice(around.start, start))) return false;
    return hasOneMore(squeezed(before.parsed.prose.text), squeezed(prose.text)) && this.saysTheSame(after);
  }

  private saysTheSame(after: FileCandidates): boolean {
    return this.reread.saysTheSame(after) && comments(after) === comments(this.reread.before);
  }
}

const comments = ({ parsed }: FileCandidates): string => JSON.stringify(parsed.comments.map(({ text }) => text));

function isWellPlaced(
  { prose: mark }: CitationUse,
  { parsed: { prose } }: FileCandidates,
  block: number | undefined,
): boolean {
  const around = prose.blockAt(mark.start);
  if (mark.end === mark.start || !around || !mayCite(around)) return false;
  if (block !== undefined && prose.blocks[block] !== around) return false;
  return prose.settingAt(mark.start) === 'text' && prose.scriptAt(mark.start) === 'normal';
}

const mayCite = ({ kind, part }: Block): boolean => KINDS.has(kind) && PART_READING[part].cites;

/** Neither titles and headings, which are copied to other places, nor names and equations. */
const KINDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'caption', 'table-cell', 'footnote']);

/** True where a word ends between two texts: neither a letter follows nor a number goes on (`1.‸5`). */
const isWordEnd = (following: string, last: string): boolean =>
  /^(?:$|[\s\uFFFC—]|[.,;:!?)\]}'"’”»](?:$|[^\p{L}\p{N}]))/u.test(following) ||
  UNSPACED.test(last + following.slice(0, 1));

/** In a list of abbreviations, before the tab that separates a short form from what it stands for. */
function isTerm(start: number, { parsed: { prose } }: FileCandidates): boolean {
  const block = prose.blockAt(start);
  return block?.part === 'abbreviations' && !prose.text.slice(block.start, start).includes('\t');
}

/** What is printed directly after a citation may be another one, or the mark of a note. */
const mayFollow = (following: string): boolean =>
  /^(?:\\\w*(?:cite|note)|\[[@^]|\^\[|@|\{\w*cite|#(?:cite|footnote))/i.test(following);

/** True where a paragraph has begun, so that a citation does not come before its first word. */
const saysAnything = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** True where a word goes on after the first so many characters of a text, spaces not counted. */
function partsWord(text: string, count: number): boolean {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; at++) if (!/\s/.test(text[at]!)) left--;
  const [last = ' ', next = ' '] = [text[at - 1], text[at]];
  return /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(next) && !UNSPACED.test(last + next);
}

/** True where the second text is the first with something put in at one place. */
function hasOneMore(text: string, longer: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === longer[same]) same++;
  return longer.length > text.length && longer.endsWith(text.slice(same));
}

const keysOf = ({ command, keys }: CitationUse) => [command, ...keys.map(({ key }) => key)];

/** By their keys or their numbers. */
const isListOf = (uses: readonly CitationUse[], keys: readonly string[], { parsed }: FileCandidates): boolean =>
  uses.flatMap((use) => citedKeys(use, parsed.source)).join(' ') === keys.join(' ');

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

/**
 * A mark in a line that names a published work would make it a sentence of the paper; one between a table and its caption
 * would make the caption a paragraph.
 */
const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every(({ kind, part }, i) => kind === b[i]!.kind && part === b[i]!.part);
