import { type ProseSpan, span } from '../../base/span';
import { type SpaceGroup, spaceGroupOf } from '../../chemistry/spaceGroups';
import type { Prose } from '../../text/prose';
import { WORD_LETTER } from './characters';

export interface SpaceGroupCandidate extends SpaceGroup {
  readonly prose: ProseSpan;
}

/**
 * Space groups in the prose, in reading order: `P2_1/c`, `R-3m`, `Fm\bar{3}m`. What may as well be a label or an element
 * (`P2`, `Pm`, `P-1`) is one only beside words that say so, or in a row with one. Linear in the text.
 */
export function findSpaceGroups(prose: Prose): SpaceGroupCandidate[] {
  const { text } = prose;
  const found: SpaceGroupCandidate[] = [];
  for (const match of text.matchAll(SYMBOL)) {
    const candidate = longest(prose, match.index, match[0]);
    if (!candidate) continue;
    const { start, end } = candidate.prose;
    const written = text.slice(start, end);
    const last = found.at(-1);
    const isInRow = last !== undefined && ROW.test(text.slice(last.prose.end, start)) && start - last.prose.end < 12;
    const isClear = written !== PERSON && (isInRow || isCertain(written));
    if (isClear || isNamed(text, start, end)) found.push(candidate);
  }
  return found;
}

/** A centring and axes, planes, bars and slashes, in one word or with spaces between. */
const SYMBOL =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{N}_@$\\.-])[PABCFIR](?: ?(?:(?:[-‐–−¯‾] ?)?_?[1-6](?:\u0304|\u0305|¯|‾)?|\/ ?[mnabcde]|[mnabcde])){1,8}/gu;

/** The longest beginning that is a symbol and ends with its word. */
function longest(prose: Prose, start: number, matched: string): SpaceGroupCandidate | undefined {
  for (let end = start + matched.length; end > start + 1; end--) {
    if (GOES_ON.test(prose.text[end] ?? '') && prose.scriptAt(end) === 'normal') continue;
    const group = spaceGroupOf(keyOf(prose.text.slice(start, end)));
    if (group && !hasRaised(prose, start, end)) return { ...group, prose: span(start, end) };
  }
  return undefined;
}

const GOES_ON = new RegExp(`^(?:${WORD_LETTER}|[\\p{M}\\p{N}_¯‾])`, 'u');

const keyOf = (written: string): string =>
  written
    .replace(/(\d)(?:\u0304|\u0305|¯|‾)/g, '-$1')
    .replace(/[‐–−¯‾]/g, '-')
    .replace(/[ _]/g, '');

function hasRaised(prose: Prose, start: number, end: number): boolean {
  for (let at = start; at <= end; at++) if (prose.scriptAt(at) === 'super') return true;
  return false;
}

/** Has a slash, a bar over an axis before a plane, or at least three planes or two with an axis. */
function isCertain(written: string): boolean {
  const compact = written.replace(/ /g, '');
  if (/\d(?:\u0304|\u0305|¯|‾)|\//.test(compact) || /[-‐–−¯‾]\d[\dmcd]/.test(compact)) return true;
  const planes = compact.slice(1).match(/[a-emn]/g)?.length ?? 0;
  return !written.includes(' ') && (planes > 2 || (planes === 2 && /\d/.test(compact)));
}

/** A setting of Imma, and a person. */
const PERSON = 'Imam';

/** Words around it say that it is a space group. */
const isNamed = (text: string, start: number, end: number): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 48), start)) || AFTER.test(text.slice(end, end + 28));

const NAME =
  "space[- ]?groups?|S\\.?G\\.|symmetr(?:y|ies)|Raumgruppen?|groupes? d[’']espace|grupos? espacial(?:es)?|gruppo spaziale|空间群";
const BEFORE = new RegExp(`(?:${NAME})(?: (?:of|is|was|symbol|symmetry|the|type))*[ :(=,]{0,3}$`, 'iu');
const AFTER = new RegExp(`^\\)?[ -]?(?:\\([^()]{1,10}\\) )?(?:${NAME})`, 'iu');

/** What parts the members of a row. */
const ROW = /^(?: \([^()]{1,10}\))?(?:, | and |, and | or | to | und | et | y | o |\/|–|→| → |、|和)$/;
