import { type Span, span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import { below, INTRODUCTION } from '../../manuscript/sections';
import { sentenceAt } from '../../manuscript/sentence';
import type { Prose } from '../../text/prose';
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

/** In a section on experiments first, and not in an introduction, which speaks of the cells of others. */
function answerIn(file: FileAnalysis, item: ReportItem): Span | undefined {
  const { prose } = file.parsed;
  const isIntroduction = below(prose, INTRODUCTION);
  return answerAmong(file, item, below(prose, EXPERIMENTS)) ?? answerAmong(file, item, (at) => !isIntroduction(at));
}

const EXPERIMENTS = /experiment|methods?\b|materials and|measurement/i;

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
          isAbout(item, prose, mention.prose),
      )
    : undefined;
  return answering?.prose ?? (item.words && wordsIn(file, item.words, among, item.not));
}

function isAbout({ near, not }: ReportItem, prose: Prose, at: Span): boolean {
  if (!near && !not) return true;
  const sentence = prose.slice(sentenceAt(prose, at));
  return (!near || near.test(sentence)) && !not?.test(sentence);
}

/** The first place of the words in the author's own text, in a sentence without others. */
function wordsIn(file: FileAnalysis, words: RegExp, among: Among = () => true, not?: RegExp): Span | undefined {
  const { prose } = file.parsed;
  const every = new RegExp(words.source, `${words.flags}g`);
  for (const block of prose.blocks) {
    if (!isOwn(file, block) || !among(block)) continue;
    let tries = 0;
    for (const match of prose.slice(block).matchAll(every)) {
      const at = span(block.start + match.index, block.start + match.index + match[0].length);
      if (!not?.test(prose.slice(sentenceAt(prose, at)))) return at;
      if (++tries === MOST_TRIES) break;
    }
  }
  return undefined;
}

/** In one block, so that a block that is full of such words is not read once for each of them. */
const MOST_TRIES = 20;

const isOwn = ({ parsed: { prose } }: FileAnalysis, at: Span): boolean =>
  ['abstract', 'body', 'supporting-information'].includes(prose.blockAt(at.start)?.part ?? '');

/**
 * `Details of the cells are given in the Supporting Information`, or what that holds: `Experimental methods; Figures S1 to S9`. Not a
 * figure of it that shows an electrode.
 */
const ELSEWHERE = new RegExp(
  [
    String.raw`(?:(?:experimental|cycling|cell) details|details[^.]{0,60}(?:experiment|electrochem|synthes|cycling|\bcells?\b|measurement|method|fabricat|assembl)\w*|(?<!\bAny )\bmethods?|procedures?|protocols?|experimentals?|experimental (?:section|part)|cycling conditions)\b(?:(?!\b(?:Fig|Table))[^.]){0,100}(?:supporting information|supplement(?:ary|al)(?! (?:Fig|Table|Movie|Video|Note))|\bESI\b|transparent methods|described (?:previously|elsewhere|in ref)|reported (?:previously|elsewhere)|see ref)`,
    String.raw`^(?:experimental (?:section|methods?|details|procedures?)|materials and methods)[;,( ].{0,1500}(?:\(PDF\)|\bFigs?\. S\d|figures|tables)`,
  ].join('|'),
  'i',
);
