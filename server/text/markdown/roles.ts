import { PartTracker, partOfHeading } from '../parts';
import type { DocumentPart } from '../prose';
import {
  isAuthorLine,
  isBibliographyItem,
  isCaption,
  isFrontMatter,
  labelledPart,
  plainHeadingLevel,
} from '../structure';
import type { MarkdownBlock } from './block';
import type { BlockRole } from './inline/cursor';

export interface PlacedBlock {
  readonly block: MarkdownBlock;
  readonly role: BlockRole;
}

/** What the YAML head has said already. */
export interface Head {
  readonly title: boolean;
  readonly abstract: boolean;
}

interface Candidate {
  readonly block: MarkdownBlock;
  /** Content without tags of a heading and emphasis marks around it, at most 600 characters. */
  readonly text: string;
  /** Level of a heading, by markup or by shape. */
  readonly level: number | undefined;
}

/**
 * Gives each block its role in the manuscript. Markup tells most of it; in texts made from a PDF the shape of a line
 * does: headings without `#`, captions, author lines, affiliations between two halves of a sentence, reference lists.
 */
export function placeBlocks(source: string, blocks: readonly MarkdownBlock[], head: Head): PlacedBlock[] {
  const hasHeadings = blocks.some((block) => block.level !== undefined);
  const candidates = blocks.map((_, i) => candidateOf(source, blocks, i, hasHeadings));
  const banners = bannersOf(candidates);
  const isBanner = ({ text }: Candidate) =>
    banners.has(text) || /^(?:www\.|https?:)\S*$/.test(text) || (text.includes('Downloaded from') && STAMP.test(text));
  const sections = candidates.filter((c) => c.level !== undefined && !isBanner(c) && isSection(c));
  const first = sections.every(isList) ? -1 : candidates.indexOf(sections[0]!);
  const roles = [
    ...frontRoles(candidates.slice(0, Math.max(first, 0)), candidates[first], head, isBanner),
    ...bodyRoles(candidates.slice(Math.max(first, 0)), head.title || first > 0, isBanner),
  ];
  markReferences(candidates, roles);
  markNeighbours(candidates, roles);
  return blocks.map((block, i) => ({ block, role: roles[i]! }));
}

function candidateOf(source: string, blocks: readonly MarkdownBlock[], i: number, hasHeadings: boolean): Candidate {
  const block = blocks[i]!;
  const from = block.marker ?? block.start;
  const typed = source.slice(from, Math.min(block.end, from + 600));
  const text = typed.replace(TAGS_AROUND, '').replace(/^[*_]{1,3}(?=[^\s*_])|[*_]{1,3}$/g, '');
  return { block, text, level: block.level ?? plainLevel(source, blocks, i, text, hasHeadings) };
}

/** `<h2 id="s">`, `</h2>` */
const TAGS_AROUND = /^<h[1-6](?:\s[^<>]*)?>\s*|\s*<\/h[1-6]>\s*$/gi;

/** Level of a line that is a heading without markup. A numbered one must not be an item among others. */
function plainLevel(
  source: string,
  blocks: readonly MarkdownBlock[],
  i: number,
  text: string,
  hasHeadings: boolean,
): number | undefined {
  const { kind, end } = blocks[i]!;
  if ((kind !== 'paragraph' && kind !== 'list-item') || text.length > 125 || text.includes('\n')) return undefined;
  const level = plainHeadingLevel(text);
  if (level === undefined || !/^\d/.test(text)) return level;
  if (hasHeadings) return undefined;
  const next = blocks[i + 1];
  const tight = next?.kind === 'list-item' && !/\n\s*\n/.test(source.slice(end, next.marker));
  const previous = blocks[i - 1];
  const tightAbove = previous?.kind === 'list-item' && !/\n\s*\n/.test(source.slice(previous.end, blocks[i]!.start));
  return tight || tightAbove ? undefined : level;
}

/** Running heads of a journal and download stamps are on every page: headings found twice, paragraphs found three times. */
function bannersOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { block, level, text } of candidates) {
    if (level === undefined && (block.kind !== 'paragraph' || text.length < 12 || text.length > LONGEST_BANNER))
      continue;
    if (level !== undefined && (/^\d/.test(text) || partOfHeading(text))) continue;
    seen.set(text, (seen.get(text) ?? 0) + (level === undefined ? 1 : 1.5));
  }
  return new Set([...seen].flatMap(([text, weight]) => (weight >= 3 ? [text] : [])));
}

/** A longer paragraph is text, however often it comes. */
const LONGEST_BANNER = 200;

/** A heading that a paper has inside, not on its first page above the abstract; the references alone make no sections. */
const isSection = ({ text }: Candidate): boolean => {
  const part = partOfHeading(text);
  if (part !== undefined) return part !== 'references';
  return /^\d/.test(text) || plainHeadingLevel(text) !== undefined;
};

/** A list of abbreviations alone makes no sections either. */
const isList = ({ text }: Candidate): boolean => partOfHeading(text) === 'abbreviations';

const isIntroduction = ({ text }: Candidate): boolean => /^(?:1\.? |introduction\b|background\b)/i.test(text);

/** Put on each page by the publisher's site. */
const STAMP = /^.{0,60}\bDownloaded from (?:http|www)/;

/** No affiliation or biography is longer; a whole article in one paragraph may begin with its licence. */
const LONGEST_FRONT_MATTER = 2_000;

const isAboutAuthors = ({ block, text }: Candidate): boolean =>
  block.end - block.start <= LONGEST_FRONT_MATTER && isFrontMatter(text);

/** More than a line of an address: a dozen words, and the end of a sentence among them. */
const isRunningText = (text: string): boolean =>
  text.length >= 80 && /[.!?](?:\s|$)/.test(text) && text.split(/\s+/, 13).length > 12;

/** Several sentences, as no row of a list has: in a PDF the text goes on after a box without a heading. */
const isProse = (text: string): boolean =>
  text.length >= 200 &&
  !/;|^\S+(?: \S+)?(?:\s*[:=\t]|\s+[–—-]\s)/.test(text) &&
  (text.match(/[.!?] \p{Lu}\p{Ll}/gu)?.length ?? 0) >= 2;

/** Roles of the blocks above the first section: title, authors, affiliations, abstract; text below a heading of its own is of the body. */
function frontRoles(
  front: readonly Candidate[],
  section: Candidate | undefined,
  head: Head,
  isBanner: (candidate: Candidate) => boolean,
): BlockRole[] {
  const title = head.title ? -1 : titleIndex(front, isBanner);
  const opensBody = section !== undefined && isIntroduction(section);
  const abstractAllowed = !head.abstract && (opensBody || !head.title);
  const titleLevel = head.title ? 0 : front[title]?.block.level;
  let [abstracts, isBelow] = [0, false];
  return front.map((candidate, i) => {
    const { block, text, level } = candidate;
    if (i === title) return { kind: 'title', part: 'body' };
    // Texts made from a PDF have headings of one level on their first page.
    isBelow ||= titleLevel !== undefined && (block.level ?? 0) > titleLevel && !isBanner(candidate);
    if (block.kind === 'table-row' || block.kind === 'equation') return roleOf(block, 'body');
    if (isCaption(text) || block.kind === 'caption') return { kind: 'caption', part: 'body' };
    if (level !== undefined) return { kind: 'heading', part: isBanner(candidate) ? 'front-matter' : 'body', level };
    if (isAuthorLine(text)) return { kind: 'author', part: 'front-matter' };
    if (block.section) return roleOf(block, block.section);
    const label = labelledPart(text);
    if (label) return roleOf(block, label.part);
    if (isAboutAuthors(candidate) || isBanner(candidate)) return roleOf(block, 'front-matter');
    if (isBelow) return roleOf(block, 'body');
    if (!isRunningText(text)) return roleOf(block, head.title ? 'body' : 'front-matter');
    abstracts++;
    return roleOf(block, abstractAllowed && (opensBody || abstracts === 1) ? 'abstract' : 'body');
  });
}

/** The first heading that does not open a section; else the first short line that does not end like a sentence. */
function titleIndex(front: readonly Candidate[], isBanner: (candidate: Candidate) => boolean): number {
  const heading = front.findIndex((c) => c.level !== undefined && !isBanner(c));
  if (heading >= 0) return heading;
  return front.findIndex(
    ({ block, text }) =>
      block.kind === 'paragraph' &&
      text.length < 300 &&
      !/[.:;]$/.test(text) &&
      !isFrontMatter(text) &&
      !isAuthorLine(text),
  );
}

function bodyRoles(
  body: readonly Candidate[],
  titled: boolean,
  isBanner: (candidate: Candidate) => boolean,
): BlockRole[] {
  const tracker = new PartTracker();
  const onlyTitle = !titled && body[0]?.block.level === 1 && body.filter((c) => c.block.level === 1).length === 1;
  return body.map((candidate, i) => {
    const { block, text, level } = candidate;
    if (level !== undefined) {
      if (i === 0 && onlyTitle && partOfHeading(text) === undefined) return { kind: 'title', part: 'body' };
      if (isBanner(candidate)) return { kind: 'heading', part: 'front-matter', level };
      return { kind: 'heading', part: tracker.heading(text, level), level };
    }
    if (tracker.part === 'abbreviations' && block.kind === 'paragraph' && isProse(text)) tracker.leave();
    const part = block.section ?? tracker.part;
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return roleOf(block, part);
    if (isCaption(text) || /^Table: /.test(text)) return { kind: 'caption', part };
    if (isBanner(candidate)) return roleOf(block, 'front-matter');
    if (part === 'abbreviations' || part === 'references') return roleOf(block, part);
    const label = labelledPart(text);
    if (label) return roleOf(block, label.part);
    if (part !== 'body' && part !== 'back-matter') return roleOf(block, part);
    if (isAboutAuthors(candidate) || (block.kind === 'paragraph' && isAuthorLine(text)))
      return roleOf(block, 'front-matter');
    return roleOf(block, part);
  });
}

function roleOf({ kind, level, table, row }: MarkdownBlock, part: DocumentPart): BlockRole {
  switch (kind) {
    case 'heading':
      return { kind, part, level: level ?? 1 };
    case 'table-row':
      return { kind: 'table-cell', part, table: table!, row: row! };
    case 'term':
    case 'definition':
      return { kind: 'list-item', part };
    default:
      return { kind, part };
  }
}

/** Entries of a reference list have numbers; five of them in a row are a list, whatever is above it. */
function markReferences(candidates: readonly Candidate[], roles: BlockRole[]): void {
  let run: number[] = [];
  const close = () => {
    if (run.length >= 5) for (const i of run) roles[i] = { kind: 'list-item', part: 'references' };
    run = [];
  };
  candidates.forEach(({ block, text }, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') {
      if (roles[i]!.part !== 'front-matter') close();
    } else if (isBibliographyItem(text) || (run.length > 0 && /^(?:[-*] )?(?:\[\d{1,4}\]|\d{1,4}\.) /.test(text))) {
      run.push(i);
    } else if (roles[i]!.part !== 'front-matter' && text.length > 60) close();
  });
  close();
}

/** Short lines between affiliations belong to them: `LG Science Park`, `Chicago, IL 60637, USA`. */
function markNeighbours(candidates: readonly Candidate[], roles: BlockRole[]): void {
  const mark = (i: number, beside: number) => {
    if (roles[beside]?.part !== 'front-matter' || roles[beside].kind === 'heading') return;
    const { kind, part } = roles[i]!;
    if (kind === 'paragraph' && part === 'body' && isAddressLine(candidates[i]!.text)) {
      roles[i] = { kind, part: 'front-matter' };
    }
  };
  for (let i = 1; i < roles.length; i++) mark(i, i - 1);
  for (let i = roles.length - 2; i >= 0; i--) mark(i, i + 1);
}

/** Short, with a capital in front, and no sentence in it. */
const isAddressLine = (text: string): boolean =>
  text.length <= 100 && /^[\p{Lu}\d*[]/u.test(text) && !/[!?:]$|\p{Ll}{2}\.(?:\s|\^|$)/u.test(text);
