import type { Span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import { sentenceAt } from '../../manuscript/sentence';
import { REPORT_ITEMS, type ReportItem } from './items';
import { kindOf, type PaperKind } from './kinds';

/** What a manuscript says about one item. */
export interface ReportEntry {
  readonly item: ReportItem;
  /** `elsewhere`: not found, and the text refers to supporting information or earlier work for the experiments. */
  readonly answer: 'found' | 'elsewhere' | 'not found' | 'not needed';
  /** Where it was found, or where the text refers elsewhere. */
  readonly place?: ReportPlace;
}

export interface ReportPlace {
  readonly uri: string;
  readonly line: number;
  readonly sentence: string;
}

export interface Checklist {
  readonly kind: PaperKind;
  readonly entries: readonly ReportEntry[];
}

/** Every item with the first place that answers it; `kind` is recognised where it is not given. */
export function checklistOf(manuscript: Manuscript, given?: PaperKind): Checklist {
  const kind = given ?? kindOf(manuscript);
  const files = manuscript.files.map(({ uri }) => manuscript.analysis(uri)!);
  const elsewhere = firstOf(files, (file) => wordsIn(file, ELSEWHERE));
  const entries = REPORT_ITEMS.map((item): ReportEntry => {
    if (item.kinds && !item.kinds.includes(kind)) return { item, answer: 'not needed' };
    const place = firstOf(files, (file) => answerIn(file, item));
    if (place) return { item, answer: 'found', place };
    return elsewhere ? { item, answer: 'elsewhere', place: elsewhere } : { item, answer: 'not found' };
  });
  return { kind, entries };
}

function firstOf(
  files: readonly FileAnalysis[],
  find: (file: FileAnalysis) => Span | undefined,
): ReportPlace | undefined {
  for (const file of files) {
    const at = find(file);
    if (!at) continue;
    const { prose } = file.parsed;
    return {
      uri: file.uri,
      line: prose.lineOf(prose.toSource(at).start),
      sentence: prose.slice(sentenceAt(prose, at)),
    };
  }
  return undefined;
}

/** In a section on experiments first: an introduction speaks of the cells of others. */
const answerIn = (file: FileAnalysis, item: ReportItem): Span | undefined =>
  answerAmong(file, item, isExperimental(file)) ?? answerAmong(file, item, () => true);

type Among = (at: Span) => boolean;

function answerAmong(file: FileAnalysis, item: ReportItem, among: Among): Span | undefined {
  const { prose } = file.parsed;
  const answering = item.unit
    ? file.mentions.find(
        (mention) =>
          mention.kind === 'quantity' &&
          item.unit!.test(mention.unit) &&
          isOwn(file, mention.prose) &&
          among(mention.prose) &&
          (!item.near || item.near.test(prose.slice(sentenceAt(prose, mention.prose)))),
      )
    : undefined;
  return answering?.prose ?? (item.words && wordsIn(file, item.words, among));
}

/** The first place of the words in the author's own text. */
function wordsIn(file: FileAnalysis, words: RegExp, among: Among = () => true): Span | undefined {
  const { prose } = file.parsed;
  for (const block of prose.blocks) {
    if (!isOwn(file, block) || !among(block)) continue;
    const match = words.exec(prose.slice(block));
    if (match) return { start: block.start + match.index, end: block.start + match.index + match[0].length };
  }
  return undefined;
}

/** True below a heading that announces experiments or methods, up to the next heading of its level. */
function isExperimental({ parsed: { prose } }: FileAnalysis): Among {
  const sections: Span[] = [];
  const headings = prose.blocks.filter(({ kind }) => kind === 'heading');
  headings.forEach((heading, i) => {
    if (!/experiment|methods?\b|materials and|measurement/i.test(prose.slice(heading))) return;
    const next = headings.slice(i + 1).find(({ level = 1 }) => level <= (heading.level ?? 1));
    sections.push({ start: heading.end, end: next?.start ?? prose.text.length });
  });
  return ({ start }) => sections.some((section) => section.start <= start && start < section.end);
}

const isOwn = ({ parsed: { prose } }: FileAnalysis, at: Span): boolean =>
  ['abstract', 'body', 'supporting-information'].includes(prose.blockAt(at.start)?.part ?? '');

const ELSEWHERE =
  /(?:electrochem|cycling|cells?|experiment|method|synthes|electrod)[^.]{0,80}(?:supporting information|supplementary|\bESI\b|described (?:previously|elsewhere|in ref)|reported (?:previously|elsewhere)|see ref)/i;
