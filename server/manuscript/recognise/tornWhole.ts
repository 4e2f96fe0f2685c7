import { type ProseSpan, span } from '../../base/span';
import { withoutAmmonium } from '../../chemistry/ammonium';
import type { Composition } from '../../chemistry/composition';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance, isBalancedBinary, isOxoacid } from '../../chemistry/oxidation';
import type { Prose } from '../../text/prose';
import { formulaAt } from './formulaAt';
import { SMALL } from './formulaLooks';

/** A formula whose indices stand apart, with where it is. */
export interface TornFormula {
  readonly prose: ProseSpan;
  readonly formula: Formula;
}

/**
 * The formula that begins at `at` and whose indices a PDF set apart (`Co 3 O 4`, `NiMoO 4`): the longest stretch that reads as one
 * and whose usual charges add up to zero, which numbers of another sentence would not. Undefined where none does.
 */
export function tornFormulaAt(prose: Prose, at: number, limit: number): TornFormula | undefined {
  const { text } = prose;
  const run = TORN.exec(text.slice(at, Math.min(limit, at + LONGEST)))?.[0];
  if (run === undefined || /[sS]/.test(prose.scripts(span(at, at + run.length)))) return undefined;
  if (prose.settingAt(at) !== 'text' || CUT_BEFORE.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  const ends = [...run.matchAll(PIECE)].map((piece) => at + piece.index + piece[0].length).slice(0, MOST_PIECES);
  for (const end of ends.reverse()) {
    if (!mayEnd(text.slice(at, end), text.slice(end, Math.min(limit, end + 24)))) continue;
    const body = span(at, end);
    const result = formulaAt(prose, body);
    if (result.ok && isNeutral(result.formula, text.slice(at, end))) return { prose: body, formula: result.formula };
  }
  return undefined;
}

/** `Ni 5 ` of Ni 5 Fe(OH) 2. */
const CUT_BEFORE = /(?:^|[^A-Za-z])[A-Z][a-z]? (?:\d{1,2}(?:\.\d{1,3})?|[xyz]) $/;

/** Symbols with glued indices, and an index after a space; twice or more, or once at the end. */
const TORN =
  /^(?:(?:[A-Z][a-z]?(?![a-z])(?:\d\/\d|\d+(?:\.\d+)?)?|[()])+(?: (?:\d\/\d|\d{1,2}(?:\.\d{1,3})?)(?![\d.,]\d))? ?)+/;
const PIECE = /(?:[A-Z][a-z]?(?:\d\/\d|\d+(?:\.\d+)?)?|[()])+(?: (?:\d\/\d|\d{1,2}(?:\.\d{1,3})?))?/g;
const MOST_PIECES = 8;
const LONGEST = 80;

/** An index stands apart in it, and at its end none that counts what follows: `LiF 2 nm`, `Li2O 2 and 3`; or symbols with decimals do. */
function mayEnd(body: string, after: string): boolean {
  if (!/ (?!1(?![\d./])|0 )\d|\.\d+ [A-Z]/.test(body) || GOES_ON.test(after)) return false;
  if (!/ \d[\d.]*$/.test(body)) return true;
  return (isTornTwice(body) || !/[A-Za-z)]\d/.test(body)) && mayFollowIndex(after);
}

/** A letter of the token, or a further symbol that was not read. */
const GOES_ON = /^(?:[\p{L}\p{N}_]| ?[A-Z][a-z]?(?![A-Za-z]))/u;

const isTornTwice = (body: string): boolean => / \d.* \d/.test(body);

/** True before a mark, another part, a word that is not a unit: the number before it may belong to a formula. */
export const mayFollowIndex = (after: string): boolean => INDEX_AHEAD.test(after);

const INDEX_AHEAD =
  /^(?:$|[,;:)\]/@˙·]|\.(?:\s|$)|[-–‐][A-Z\p{Ll}]|\s(?! ?(?:\d|(?!(?:and|or|to|in|for|with|as|at|by|is|on|of|has|was|the)\b)[a-zA-Zµμ°%]{1,3}\b|(?:and|or|to) \d|times|hours?|days?|weeks?|cycles?|samples?|parts?|M\b)))/u;

/** One index alone proves what is neutral with the commonest states only: `SnO 2`. */
function isNeutral({ composition, charge, variables }: Formula, body: string): boolean {
  if (!composition || charge !== 0 || variables.length > 0 || Object.keys(composition).length < 2) return false;
  if (isBalancedBinary(composition)) return true;
  const isCertain = isTornTwice(body) || Object.keys(composition).length > 2;
  return isCertain && (isSalt(composition, body) || isOxoacid(composition) || SMALL.has(body.replaceAll(' ', '')));
}

/** Ammonium is in the place of an alkali metal: `NH 4 Cl`, `(NH 4 ) 2 SO 4`. */
const isSalt = (composition: Composition, body: string): boolean =>
  chargeBalance(withoutAmmonium(body.replaceAll(' ', ''), composition))?.balanced === true;
