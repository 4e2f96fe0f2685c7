import type { Span } from '../../base/span';
import type { QuantityMention } from '../mention';
import { LIST, type Subject } from './subjects';

/** What a value belongs to; `anonymous` where the sentence gives it to something without a name (`that of the bare anode`). */
export type Owner = Subject | 'anonymous' | undefined;

/**
 * The subject of each quantity of a sentence: the one that it is said to be of (`260 mV for V2O5`) or that is right before it
 * (`V2O5 (260 mV)`), that of the same place in a list, else the last before it, else the first after it in its clause, none of these
 * one that is only compared with.
 */
export function ownersOf(
  quantities: readonly QuantityMention[],
  subjects: readonly Subject[],
  text: string,
  sentence: Span,
): readonly Owner[] {
  const pairs = pairsOf(quantities, subjects, text);
  const own = subjects.filter(({ isCompared }) => !isCompared);
  return quantities.map((quantity) => {
    const { prose: at } = quantity;
    const direct =
      pairs.get(quantity) ??
      subjects.find((subject) => isOf(subject, at, text)) ??
      subjects.findLast((subject) => hasItsValue(subject, at, text) || hasItsClause(subject, at, text, own));
    if (direct) return direct;
    const before = own.findLast((subject) => subject.at.end <= at.start);
    if (ANONYMOUS.test(text.slice(before?.at.end ?? sentence.start, at.start))) return 'anonymous';
    const after = own.find((subject) => subject.at.start >= at.end);
    return before ?? (after && text.slice(at.end, after.at.start).includes(';') ? undefined : after);
  });
}

const isOf = (subject: Subject, at: Span, text: string): boolean =>
  isNear(at.end, subject.at.start) && IS_OF.test(text.slice(at.end, subject.at.start));

/** From one to the other in so many characters. */
const isNear = (from: number, to: number): boolean => from <= to && to - from <= 120;

/** ` of `, ` for the ` right after a quantity. */
const IS_OF = /^ (?:of|for|in) (?:the |a |an |bare |pristine |pure |commercial )*$/;

const hasItsValue = (subject: Subject, at: Span, text: string): boolean =>
  isNear(subject.at.end, at.start) && ITS_VALUE.test(text.slice(subject.at.end, at.start));

/** ` (`, ` electrode (`, `: `, ` with only ` */
const ITS_VALUE =
  /^(?: (?:electrodes?|cathodes?|anodes?|cells?|samples?))?(?: \([^()]*|: ?| with (?:(?:only|just|about|a capacity of|a retention of) )*)[~≈∼]?$/;

/** `Unlike NiBi3, which retains 92%, …`; of one that is compared with afterwards it may be said of either. */
const hasItsClause = (subject: Subject, at: Span, text: string, own: readonly Subject[]): boolean =>
  isNear(subject.at.end, at.start) &&
  /^, which [^,;()]*$/.test(text.slice(subject.at.end, at.start)) &&
  (!subject.isCompared || own.every((other) => other.at.start > subject.at.start));

/** ` that of the bare anode is `: no name follows up to the quantity. */
const ANONYMOUS =
  /\b(?:that|those) of (?:(?:the|an?|its) )?(?:bare|pristine|reference|control|baseline|blank|unmodified|uncoated|untreated|commercial|conventional|other)\b[^,;]*$/;

/** Names and values in two lists as long as each other: `SiO and Si keep 72% and 84%`, `72% and 84% for SiO and Si`. */
function pairsOf(
  quantities: readonly QuantityMention[],
  subjects: readonly Subject[],
  text: string,
): ReadonlyMap<QuantityMention, Subject> {
  const names = runsOf(
    subjects,
    ({ at }) => at,
    (between) => LIST.test(between),
    text,
  );
  const values = runsOf(
    quantities,
    ({ prose }) => prose,
    (between, a, b) => a.unit === b.unit && NEXT_VALUE.test(between),
    text,
  );
  const pairs = new Map<QuantityMention, Subject>();
  for (const list of values) {
    const [first, last] = [list[0]!.prose, list.at(-1)!.prose];
    const after = names.find(
      (run) => run[0]!.at.start >= last.end && IS_OF.test(text.slice(last.end, run[0]!.at.start)),
    );
    const run = after ?? names.findLast((run) => run.at(-1)!.at.end <= first.start);
    if (list.length < 2 || run?.length !== list.length) continue;
    for (const [i, quantity] of list.entries()) pairs.set(quantity, run[i]!);
  }
  return pairs;
}

/** The members of each list together; by itself what is in none. */
function runsOf<T>(
  all: readonly T[],
  placeOf: (one: T) => Span,
  isNext: (between: string, a: T, b: T) => boolean,
  text: string,
): T[][] {
  const runs: T[][] = [];
  all.forEach((one, i) => {
    const previous = all[i - 1];
    const between = previous && text.slice(placeOf(previous).end, placeOf(one).start);
    if (between !== undefined && isNext(between, previous!, one)) runs.at(-1)!.push(one);
    else runs.push([one]);
  });
  return runs;
}

const NEXT_VALUE = /^(?:,? and |,? or |, )(?:(?:about|only|ca\.|even) )?[~≈∼]?$/;
