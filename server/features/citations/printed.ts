import type { Insertion } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { namesOther } from '../../bibliography/list/numbered';
import { type CitedWork, hasNote, keysOf } from '../../text/citing/form';
import { digitsOf, type NumberMark, numberMarks, RAISED_DIGITS } from '../../text/citing/numbered';
import type { ManuscriptContext } from '../../workspace/workspace';
import { citationPlaces } from './places';
import type { CitationProof } from './proof';
import { referenceList } from './referenceList';

/**
 * The insertion that cites works by numbers that are read as text, such as `(1)` or `¹`: in the mark that the caret touches, or as a
 * mark of its own. It proves to be printed where it is, and nothing else to change. Undefined where no place passes.
 */
export function citeInText(
  context: ManuscriptContext,
  caret: number,
  works: readonly CitedWork[],
  mark: NumberMark,
  proof: CitationProof,
): Insertion | Refusal | undefined {
  const { file } = context;
  const { source } = file.parsed;
  const listed = new Set([...(referenceList(context)?.items.map(({ key }) => key) ?? []), ...keysOf(works)]);
  const isBeforeSpace = mark.open === '(' && source[caret] === ' ';
  const there =
    markAt(source, caret, mark, listed) ?? (isBeforeSpace ? markAt(source, caret + 1, mark, listed) : undefined);
  const fresh = works.filter(({ key }) => !there?.numbers.includes(key));
  if (fresh.length === 0) return { refused: `${keysOf(works).join(', ')} is cited here already.` };
  const marks = numberMarks(fresh, mark);
  if (isRefusal(marks)) return marks;
  const isNoted = fresh.some(hasNote);
  const into = there && !isNoted ? inMark(there, fresh, mark) : undefined;
  if (into && proof.isPrinted(into)) return into;
  const places = citationPlaces(file, there?.end ?? caret);
  return places?.offsets
    .map((offset) => (mark.isAfterStop && /[.,;:]/.test(source[offset] ?? '') ? offset + 1 : offset))
    .map((at): Insertion => {
      const touched = isNoted ? undefined : markAt(source, at, mark, listed);
      return touched ? inMark(touched, fresh, mark) : { at, text: lead(source, at, mark) + marks.join(' ') };
    })
    .find((insertion) => proof.isPrinted(insertion, places.block));
}

const inMark = ({ end, numbers }: PrintedMark, works: readonly CitedWork[], mark: NumberMark): Insertion => ({
  at: end - mark.close.length,
  text: works.flatMap(({ key }) => (numbers.includes(key) ? [] : mark.comma + digitsOf(key, mark))).join(''),
});

const lead = (source: string, at: number, { open }: NumberMark): string =>
  open === '(' && !/\s/.test(source[at - 1] ?? '\n') ? ' ' : '';

interface PrintedMark {
  readonly end: number;
  readonly numbers: readonly string[];
}

/** The mark that the caret touches; all of its numbers are those of works, so that it is not a year, an equation or a unit. */
function markAt(
  source: string,
  caret: number,
  { open, close, isRaised }: NumberMark,
  listed: ReadonlySet<string>,
): PrintedMark | undefined {
  const digit = isRaised ? `[${RAISED_DIGITS}]` : '\\d';
  const marks = new RegExp(`${quoted(open)}(${digit}+(?:[,–⁻-] ?${digit}+)*)${quoted(close)}`, 'gu');
  const from = Math.max(0, caret - LONGEST_MARK);
  for (const { 0: whole, 1: content = '', index } of source.slice(from, caret + LONGEST_MARK).matchAll(marks)) {
    const start = from + index;
    const end = start + whole.length;
    if (caret < start || end < caret) continue;
    const level = [...content]
      .map((sign) => (RAISED_DIGITS.includes(sign) ? RAISED_DIGITS.indexOf(sign) : sign))
      .join('');
    const numbers = level.match(/\d+/g) ?? [];
    const isOther = open === '(' && namesOther(source.slice(Math.max(0, start - LONGEST_MARK), start));
    if (!isOther && numbers.every((number) => listed.has(number))) return { end, numbers };
  }
  return undefined;
}

const LONGEST_MARK = 80;

const quoted = (text: string): string => text.replace(/[()^[\]$\\{}]/g, '\\$&');
