import { lowerBound, overlaps, type ProseSpan, type SourceSpan, type Span } from '../../base/span';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import type { Definition } from '../../manuscript/definition';
import { singular } from '../../manuscript/definitions/shortForm';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import { isRunningText } from './runningText';

/** A definition that holds its two forms, the brackets around one of them, and nothing else. */
export interface BareDefinition {
  readonly file: FileCandidates;
  readonly definition: Definition;
  readonly at: ProseSpan;
  readonly source: SourceSpan;
  /** The forms as they are typed. */
  readonly long: string;
  readonly short: string;
  readonly longFirst: boolean;
}

/**
 * The definition as one that can be moved or cut down to its short form without a loss. Undefined where it holds more: a
 * formula, a citation, the maker of the instrument (`(XRD, Bruker D8)`), a comment, another definition, another short form;
 * or where it lends words to a neighbour.
 */
export function bareDefinition(
  { file, definition }: PlacedDefinition,
  manuscript: Manuscript,
): BareDefinition | undefined {
  const { prose, source, form, joint } = definition;
  if (!prose || joint || (form !== 'long-short' && form !== 'short-long')) return undefined;
  if (!isRunningText(file, prose.whole) || !isSelfContained(definition, file, manuscript)) return undefined;
  const typed = file.parsed.source;
  const longFirst = form === 'long-short';
  const [first, second] = longFirst ? [source.long, source.short] : [source.short, source.long];
  const open = typed.lastIndexOf('(', second.start);
  const beside = [
    typed.slice(source.whole.start, first.start),
    typed.slice(first.end, open),
    typed.slice(open + 1, second.start),
    typed.slice(second.end, source.whole.end - 1),
  ];
  if (open < first.end || !beside.every((text) => MARKUP_ALONE.test(text))) return undefined;
  if (typed[source.whole.end - 1] !== ')') return undefined;
  if (lettersOf(typed.slice(source.long.start, source.long.end)) !== lettersOf(definition.long)) return undefined;
  const before = typed.slice(source.whole.start, open).replace(BLANKS_AT_END, '');
  const inside = typed.slice(open + 1, source.whole.end - 1);
  const [long, short] = longFirst ? [before, inside] : [inside, before];
  return { file, definition, at: prose.whole, source: source.whole, long, short, longFirst };
}

/** Emphasis and spaces: `\emph{`, `**`, `}`, `~` */
const MARKUP_ALONE = /^(?:\\[a-zA-Z]+\{|#[a-z]+\[|[*_}\]]|[\s~]|\\[ ,])*$/;
const BLANKS_AT_END = /(?:[\s~]|\\[ ,])+$/;

/** True where no other thing that is read has a part in it. */
function isSelfContained(definition: Definition, file: FileCandidates, { abbreviations }: Manuscript): boolean {
  const { whole, long, short } = definition.prose!;
  const { prose } = file.parsed;
  const formula = file.formulas[lowerBound(file.formulas, (f) => f.prose.end > long.start)];
  if (formula && overlaps(formula.prose, long)) return false;
  const near = definitionsNear(file, whole);
  if (near.some((d) => d !== definition && overlaps(d.prose!.whole, whole))) return false;
  const block = prose.blockAt(whole.start)!;
  if (near.some((d) => overlaps(d.prose!.whole, block) && !isOneStretch(d, file))) return false;
  const others = prose.slice(long).match(SHORT_FORM) ?? [];
  return !others.some((word) => word !== prose.slice(short) && abbreviations.of(singular(word).short) !== undefined);
}

/** Those whose short forms are in the text and not far from the stretch; a file has them in this order. */
function definitionsNear({ definitions }: FileCandidates, { start, end }: Span): readonly Definition[] {
  const startOf = ({ prose }: Definition): number => prose?.short.start ?? -1;
  const first = lowerBound(definitions, (d) => startOf(d) >= Math.max(0, start - REACH));
  const last = lowerBound(definitions, (d) => startOf(d) > end + REACH);
  return definitions.slice(first, last);
}

/** In characters: words that two definitions share are at most this far from each. */
const REACH = 200;

const SHORT_FORM = /[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu;

/** False where the long form ends with words of the next: `scanning (SEM) and transmission electron microscopy (TEM)`. */
const isOneStretch = ({ long, prose }: Definition, file: FileCandidates): boolean =>
  lettersOf(file.parsed.prose.slice(prose!.long)) === lettersOf(long);

/** Letters and digits as a reader sees them, without macros: two texts with the same say the same. */
const lettersOf = (typed: string): string =>
  typed
    .replace(/\\[A-Za-z]+\*?|#[a-z]+(?=\[)/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `\emph{lithium titanate}` */
export const isMarkedUp = (typed: string): boolean => /[\\*_#{}[\]<>]/.test(typed.replace(/\\[ ,]/g, ' '));
