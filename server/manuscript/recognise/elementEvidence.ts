import { isElementAt } from '../../chemistry/elements';
import { isFormulaOfName } from '../definitions/elementNames';

/** A symbol with what is beside it. */
interface Beside {
  readonly symbol: string;
  readonly before: string;
  readonly after: string;
}

/** True where what is beside a letter or a word says that it is the element: `O 1s`, `N-doped`, `tungsten (W)`, `Cr, Mo, C`. */
export const isSaidToBeElement = (beside: Beside): boolean =>
  hasOrbital(beside) ||
  isAtom(beside) ||
  followsItsName(beside) ||
  explainsSite(beside) ||
  isGas(beside) ||
  isAmongSymbols(beside);

/** `O 1s`, `W 4f7/2`, `N2p` */
const hasOrbital = ({ before, after }: Beside): boolean =>
  /^ ?[1-7][spdf](?![a-z])/.test(after) && !/[\d°][ \u00A0]?$/.test(before);

/** `N-doped`, `O vacancies`, `C atoms` */
function isAtom({ symbol, before, after }: Beside): boolean {
  if (/^[-‐–](?:co-?)?(?:doped|doping|rich|poor|deficient|terminated|substituted|containing)\b/.test(after))
    return true;
  return (
    symbol !== 'In' &&
    symbol !== 'As' &&
    !/[\p{L}\d]$/u.test(before) &&
    /^ (?:atoms?|vacanc(?:y|ies)|dopants?|doping|adatoms?)\b/.test(after)
  );
}

/** `tungsten (W)`, not `a carbenium (C)` */
function followsItsName({ symbol, before, after }: Beside): boolean {
  const name = /(\p{Ll}{3,}) [([]$/u.exec(before)?.[1];
  if (name === undefined || !/^[)\]]/.test(after) || IS_COMPOUND.test(name)) return false;
  return isFormulaOfName(symbol, name);
}

/** How names end that only share the stem: `carbide`, `nitrate`, `carbenium`. */
const IS_COMPOUND = /(?:ides?|[ai]tes?|[ae]nes?|yls?|enium|oxyl|olates?)$/;

/** `X = S or Te`, `(M = V)` */
const explainsSite = ({ before, after }: Beside): boolean =>
  /(?<![A-Za-z])(?:[ABEMQRTXZ]|TM|Ln) ?[=═] ?(?:[A-Z][a-z]?(?:, ?(?:and |or )?|\/| and | or )){0,9}$/.test(before) &&
  /^(?:[).;]|$|(?:,|\/| and| or) ?[A-Z][a-z]?(?![A-Za-z]))/.test(after);

/** Argon, whose symbol is also an aryl group: `Ar-filled`, `O2/Ar`, `under Ar`. */
const isGas = ({ symbol, before, after }: Beside): boolean =>
  symbol === 'Ar' &&
  (/^[-‐ ](?:filled|gas|flow|atmosphere|plasma|ions?|milling|sputter|anneal|purg|bubbl|laser|glove ?box|stream|saturated|protect)/.test(
    after,
  ) ||
    /(?:2\/|\b(?:under|in|with|of|dry|pure|flowing|purity) )$/.test(before));

/** One of three symbols or more in a row, a pair of letters among the others: `Cr, Mo and C`. */
function isAmongSymbols({ symbol, before, after }: Beside): boolean {
  const others: string[] = [];
  let left = before;
  for (let at = BEFORE.exec(left); at && others.length < ENOUGH; at = BEFORE.exec(left)) {
    if (!isSymbol(at[1]!)) break;
    others.push(at[1]!);
    left = left.slice(0, at.index);
  }
  let right = after;
  for (let at = AFTER.exec(right); at && others.length < 2 * ENOUGH; at = AFTER.exec(right)) {
    if (!isSymbol(at[1]!)) break;
    others.push(at[1]!);
    right = right.slice(at[0].length);
  }
  return others.length > 1 && others.some((other) => other.length === 2 && other !== symbol && !AMBIGUOUS.has(other));
}

const BEFORE = /(?<![A-Za-z\d])([A-Z][a-z]?)(?:, (?:and |or )?|\/| and | or )$/;
const AFTER = /^(?:, (?:and |or )?|\/| and | or )([A-Z][a-z]?)(?![A-Za-z\d(])/;
const ENOUGH = 3;
/** Words, titles, places that are in lists too. */
const AMBIGUOUS: ReadonlySet<string> = new Set('In As At He Be No Am La Es Os Ne Pa Ra Re Md Co'.split(' '));

const isSymbol = (text: string): boolean => isElementAt(text, 0, text.length as 1 | 2) && text !== 'D';

/** The letters A and B are sites of a structure in this text, not an element: `ABO3`, `A+B2+X−3`, `the B site`. */
export const namesSites = (text: string): boolean =>
  /(?<![A-Za-z])A[-–′'\d+]{0,4}B[-–′'\d+]{0,4}[XO](?![a-z])|\b[AB][-‐– ]?sites?\b/.test(text);
