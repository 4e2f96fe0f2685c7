import { isElementAt, SITE_PAIRS, SITES } from '../../chemistry/elements';
import { groupAt } from '../../chemistry/groups';
import type { Prose } from '../../text/prose';
import { WORD_LETTER } from './characters';
import { CLOSER, DEEPEST, formulaGoesOn, holdsFormula, isOneBracket } from './formulaBrackets';
import { BRACKETED_CHARGE, isAnion, isExplained, isRaisedCharge, isSum } from './formulaCharge';

/** UTF-16 units; the longest formula met in papers has some 120. */
const LONGEST = 400;
/** A glass of five oxides is a long one. */
const MOST_PARTS = 8;

/** Says how far formulas in a prose go. */
export class FormulaExtents {
  private readonly text: string;
  private open: string[] = [];
  private units = 0;
  /** Joined by dots. */
  private parts = 0;
  private last: 'none' | 'unit' | 'index' | 'charge' = 'none';
  private begin = 0;
  private at = 0;
  private limit = 0;

  constructor(private readonly prose: Prose) {
    this.text = prose.text;
  }

  /**
   * Where the formula that begins at `start` ends: the longest stretch that has the shape of one and stops at the end of
   * a word. Undefined where a letter goes on that no formula holds.
   */
  endOf(start: number, limit: number): number | undefined {
    const { prose, text } = this;
    this.enter(start, Math.min(limit, start + LONGEST));
    const end = this.scan();
    if (end === undefined || end === start) return undefined;
    const raised = prose.scriptAt(end - 1) === 'super';
    if (GOES_ON.test(text[end] ?? '') && prose.scriptAt(end) === 'normal' && !raised) return undefined;
    // A file name or an address: CuInSe2.tex
    if (text[end] === '.' && /[a-z]/.test(text[end + 1] ?? '') && prose.scriptAt(end) === 'normal') return undefined;
    return end;
  }

  private enter(start: number, limit: number): void {
    this.begin = start;
    this.at = start;
    this.limit = limit;
    this.open = [];
    this.units = 0;
    this.parts = 1;
    this.last = 'none';
  }

  private scan(): number | undefined {
    let closed: number | undefined; // last place outside all brackets
    while (this.at < this.limit) {
      if (!this.step()) break;
      if (this.open.length === 0 && this.units > 0 && this.last !== 'none') closed = this.at;
      if (this.last === 'charge' && this.open.length === 0 && !this.lowered(this.at) && !this.isState) break;
    }
    if (closed === undefined) return undefined;
    if (this.last === 'charge') closed += PHASE.exec(this.text.slice(closed, closed + 4))?.[0].length ?? 0;
    // The bracket of `(Pt)` and `[LiF]` is the sentence's.
    return isOneBracket(this.text, this.begin, closed) ? undefined : closed;
  }

  private step(): boolean {
    const { text, at } = this;
    const c = text[at]!;
    const script = this.prose.scriptAt(at);
    if (script === 'normal' && this.takeGroup()) return true;
    if (script === 'sub') return this.last !== 'none' && this.takeRun('index');
    if (script === 'super') return this.takeRaised();
    if (c >= 'A' && c <= 'Z') return this.takeElement();
    if (c >= '0' && c <= '9') return this.last === 'unit' && this.takeDigits();
    switch (c) {
      case '(':
      case '[':
      case '{':
        return this.takeOpening(c);
      case ')':
      case ']':
      case '}':
        return this.takeClosing(c);
      case 'x':
      case 'y':
      case 'z':
      case 'n':
      case 'δ':
        return this.takeVariable();
      case '+':
      case '-':
      case '−':
      case '–':
      case '±':
        return this.takeSign();
      case '=':
      case '≡':
        return this.takeBond();
      case ',':
        return this.takeDecimals() || this.takeComma();
      case ' ':
        return this.takeSpace();
      case '·':
      case '•':
      case '∙':
      case '⋅':
      case '∗':
      case '*':
      case '.':
        return this.takeHydrateDot(c);
      case '□':
        return this.take(1, 'unit');
    }
    if (c >= '₀' && c <= 'ₓ') return this.takeMatch(UNICODE_INDEX, 'index');
    return /[⁰¹²³⁴-⁺]/.test(c) && this.takeMatch(UNICODE_CHARGE, 'charge');
  }

  private take(length: number, last: 'none' | 'unit' | 'index' | 'charge'): boolean {
    this.at += length;
    this.last = last;
    if (last === 'unit') this.units++;
    return true;
  }

  private takeMatch(pattern: RegExp, last: 'index' | 'charge'): boolean {
    const match = pattern.exec(this.text.slice(this.at, this.at + 16))?.[0];
    return match !== undefined && this.last !== 'none' && this.take(match.length, last);
  }

  /** `Me`, `tBu`, `(acac)`; also the `t` of a group with its branching. */
  private takeGroup(): boolean {
    const group = groupAt(this.text, this.at);
    return group !== undefined && this.take(group.length, 'unit');
  }

  private takeElement(): boolean {
    const { text, at } = this;
    if (isElementAt(text, at, 2) && this.prose.scriptAt(at + 1) === 'normal') return this.take(2, 'unit');
    if (SITE_PAIRS.has(text.slice(at, at + 2))) return this.take(2, 'unit');
    return (isElementAt(text, at, 1) || SITES.has(text[at]!)) && this.take(1, 'unit');
  }

  private takeDigits(): boolean {
    const length = /^\d{1,5}(?:\.\d{1,6})?(?:\/\d{1,2}(?![\d]|[CHRT]-|\s?(?:wt|vol|mol|mass)\b))?/.exec(
      this.text.slice(this.at, this.at + 16),
    )![0];
    const water = /^\d{1,2}(?=\.\d{1,2}(?:[./]\d{1,2})?H2O)/.exec(this.text.slice(this.at, this.at + 14))?.[0];
    return this.take(water === undefined || length.startsWith('0') ? length.length : water.length, 'index');
  }

  /** The fraction after a decimal comma: `0,8` before a further symbol, `0,5` at the end. */
  private takeDecimals(): boolean {
    if (this.last !== 'index') return false;
    const fraction = /^,\d{1,4}(?=(.?))/.exec(this.text.slice(this.at, this.at + 7));
    if (!fraction) return false;
    const isDecimal = /[A-Z([)\]]/.test(fraction[1]!) || /\D0$/.test(this.text.slice(this.at - 2, this.at));
    return isDecimal && this.take(fraction[0].length, 'index');
  }

  /** Between the symbols that share a site: `(Mn,Fe)`. */
  private takeComma(): boolean {
    if (this.open.length === 0 || this.last === 'none') return false;
    const length = this.text[this.at + 1] === ' ' ? 2 : 1;
    return /[A-Z]/.test(this.text[this.at + length] ?? '') && this.take(length, 'none');
  }

  private takeVariable(): boolean {
    if (this.last === 'none' || this.last === 'charge') return false;
    const next = this.text[this.at + 1] ?? '';
    if (/[a-z]/.test(next) && this.prose.scriptAt(this.at + 1) === 'normal') return false;
    return this.take(1, 'index');
  }

  private takeRun(last: 'index' | 'charge'): boolean {
    const script = this.prose.scriptAt(this.at);
    let end = this.at;
    while (end < this.limit && this.prose.scriptAt(end) === script && this.text[end] !== '\uFFFC') end++;
    while (end > this.at && this.text[end - 1] === ' ') end--;
    return end > this.at && this.take(end - this.at, last);
  }

  private takeRaised(): boolean {
    const run = /^[^\uFFFC]{0,8}/.exec(this.text.slice(this.at, this.at + 8))![0];
    let length = 0;
    while (length < run.length && this.prose.scriptAt(this.at + length) === 'super') length++;
    const raised = run.slice(0, length).trim();
    if (this.last === 'none') return /^\d{1,3}$/.test(raised) && this.take(length, 'none');
    return isRaisedCharge(raised) && this.take(raised.length, 'charge');
  }

  /** What was read last is an oxidation state of one site, after which the formula may go on: `Mn^{IV}O2`. */
  private get isState(): boolean {
    const read = this.text.slice(Math.max(this.begin, this.at - 4), this.at);
    return this.prose.scriptAt(this.at - 1) === 'super' && /[A-Za-z][IVX]{1,4}$/.test(read) && !/[+-]$/.test(read);
  }

  private takeSign(): boolean {
    const { text, at } = this;
    const rest = text.slice(at, at + 14);
    if (this.last === 'index' || this.last === 'unit') {
      const index = /^[+\-−–±] ?(?:\d{0,2}(?:\.\d{1,4})?[xyzδ](?![a-z])(?:\/\d)?|d(?![a-zA-Z]))/.exec(rest)?.[0];
      if (index && (this.last === 'index' || /[A-Z(]/.test(rest[index.length] ?? '')))
        return this.take(index.length, 'index');
      const tolerance = /^±\d\.\d{1,4}/.exec(rest)?.[0];
      if (tolerance) return this.take(tolerance.length, 'index');
    }
    if (this.last === 'none') return false;
    if (text[at] !== '+' && (this.hasDoubleBond || this.isRest) && this.takeBond()) return true;
    if (this.open.length > 0 || isSum(text, this.begin, at)) return false;
    const charge =
      /^(?:\+{1,3}|−)(?!\w|\((?!(?:s|l|g|aq)\)|\[))/.exec(rest)?.[0] ??
      (isAnion(text, this.begin, at) || isExplained(text, this.begin, at) ? text[at] : undefined);
    return charge !== undefined && this.take(charge.length, 'charge');
  }

  /** The bond of a structure that is written along the line: `CH2=CHCN`; not the sign of an equation. */
  private takeBond(): boolean {
    if (this.last !== 'unit' && this.last !== 'index') return false;
    const before = FRAGMENT_BEFORE.exec(this.text.slice(this.begin, this.at))?.[0];
    if (!this.isRest && !(before && /[HR]/.test(before))) return false;
    return FRAGMENT_AFTER.test(this.text.slice(this.at, this.at + 5)) && this.take(1, 'none');
  }

  /** The rest of a molecule, bound to what is said of it: `R-OCO2Li`. */
  private get isRest(): boolean {
    return this.at === this.begin + 1 && this.text[this.begin] === 'R';
  }

  /** A double bond is in the same word: its hyphens are single bonds, `CH3-CH=CH2`. */
  private get hasDoubleBond(): boolean {
    return DOUBLE_BOND.test(this.text.slice(this.begin, this.at + LONGEST_STRUCTURE));
  }

  private takeOpening(c: string): boolean {
    if (this.last !== 'none') {
      const ahead = this.text.slice(this.at, this.at + 14);
      const label = LABEL.exec(ahead)?.[0];
      if (label !== undefined) return this.take(label.length, this.last);
      const amount = BRACKETED_AMOUNT.exec(ahead)?.[0];
      if (amount !== undefined) return this.take(amount.length, 'index');
      const charge = this.open.length === 0 ? BRACKETED_CHARGE.exec(ahead)?.[0] : undefined;
      if (charge !== undefined) return this.take(charge.length, 'charge');
      if (!holdsFormula(this.prose, this.at, this.limit)) return false;
    }
    if (this.open.length === DEEPEST) return false;
    this.open.push(CLOSER[c]!);
    return this.take(1, 'none');
  }

  private takeClosing(c: string): boolean {
    if (this.open.at(-1) !== c || this.last === 'none') return false;
    this.open.pop();
    return this.take(1, 'unit');
  }

  /** The space of `LiFePO $_4$`, of `[ \mathrm{…} ]` and of `Li [Ni0.8Co0.2] O2`. */
  private takeSpace(): boolean {
    const { text, at } = this;
    if (this.lowered(at + 1) && this.last === 'unit' && /\d/.test(text[at + 1] ?? '')) return this.take(1, 'unit');
    const setting = this.prose.settingAt(at);
    const next = text[at + 1] ?? '';
    // In \ce a space separates two substances, unless it is beside the dot of an adduct.
    if (setting === 'chemistry' || this.prose.settingAt(at - 1) === 'chemistry')
      return this.takeSpacedDot() || this.takeSpacedBracket();
    const water = WATER_APART.exec(text.slice(at, at + 7))?.[0];
    if (water !== undefined && this.last === 'index' && this.units > 1) return this.take(water.length, 'none');
    if (setting === 'upright' || setting === 'math') {
      return this.last === 'index' && /[A-Z([]/.test(next) && this.lowered(at - 1) && this.take(1, 'none');
    }
    const deviation = this.last === 'index' ? /^ [+−–±-] ?δ/.exec(text.slice(at, at + 4))?.[0] : undefined;
    if (deviation) return this.take(deviation.length, 'index');
    if (this.open.length > 0 || text[at - 1] === ']') {
      return this.last !== 'none' && /^ [A-Z][a-z]?[\d₀-₉ₓ]/.test(text.slice(at, at + 4)) && this.take(1, 'none');
    }
    return (
      next === '[' &&
      this.last !== 'none' &&
      formulaGoesOn(text, at + 1) &&
      holdsFormula(this.prose, at + 1, this.limit) &&
      this.take(1, 'none')
    );
  }

  /** ` · 6 ` of `\ch{Ni(NO3)2 * 6 H2O}`. */
  private takeSpacedDot(): boolean {
    const dot = /^ · ?(?:[\d.,/]{1,6}|[xyn])? ?(?=[A-Z(])/.exec(this.text.slice(this.at, this.at + 12))?.[0];
    if (dot === undefined || this.last === 'none' || ++this.parts > MOST_PARTS) return false;
    return this.take(dot.length, 'none');
  }

  /** ` (` of `\ce{SrO (SrTiO3)_n}`: a bracket with an index belongs to what is before it. */
  private takeSpacedBracket(): boolean {
    const { text, at } = this;
    if (text[at + 1] !== '(' || this.last === 'none' || this.last === 'charge') return false;
    const close = text.indexOf(')', at);
    return close > 0 && close < at + 40 && this.lowered(close + 1) && this.take(1, 'none');
  }

  private takeHydrateDot(c: string): boolean {
    const { text, at } = this;
    if (this.last === 'none' || this.last === 'charge' || ++this.parts > MOST_PARTS) return false;
    WATER.lastIndex = at + 1;
    // `N2O. H2 is formed`: the end of a sentence.
    if (WATER.test(text) && !(c === '.' && text[at + 1] === ' ')) return this.take(WATER.lastIndex - 1 - at, 'none');
    if (c === '.' || c === '*' || c === '∗') return false;
    const rest = text.slice(at + 1, at + 16);
    const component =
      /^ ?(?:\(\d{1,3} ?[-−–] ?[xyz]\)|\d{1,2}\/\d|[½¼¾⅓⅔]|\d{0,2}(?:[.,]\d{1,3})?|[xyn]) ?(?=[A-Z([])/.exec(rest)?.[0];
    return component !== undefined && this.take(component.length + 1, 'none');
  }

  private lowered(at: number): boolean {
    return at < this.limit && this.prose.scriptAt(at) === 'sub';
  }
}

/** Carbon with what it bears, at the end of what was read, and an atom of a structure after a bond. */
const FRAGMENT_BEFORE = /(?:[HRX]\d?)*C(?:H|R|X|F|Cl|O|N|\d|[()])*$/;
const FRAGMENT_AFTER = /^[=≡−–-]\(?[CNOSRH](?![a-z])/;
const DOUBLE_BOND = /^[CHNOSRXFl\d()−–-]*C[HRX\d()]*[=≡][CNOR](?![a-z])/;
const LONGEST_STRUCTURE = 40;

const GOES_ON = new RegExp(`^(?:${WORD_LETTER}|[\\p{Nd}_])`, 'u');

/** `H` of water after its amount: `2H2O`, `x H₂O`, `½H2O`. */
const WATER = / ?(?:\d{0,2}(?:[.,/]\d{1,2})?|[½¼¾⅓⅔]|[xn]) ?H(?=[2₂])/y;

/** Water whose dot was lost: `Ni(NO3)2 6H2O`. */
const WATER_APART = /^ \d{1,2}(?=H[2₂]O)/;

const UNICODE_INDEX = /^(?:[₀-₉]+(?:[.,][₀-₉]+)?ₓ?|ₓ)(?:[₊₋][₀-₉ₓ.]+)*/;
const UNICODE_CHARGE = /^[⁰¹²³⁴-⁹]?[·•]?[⁺⁻]+/;

/** `Na+(aq)` */
const PHASE = /^\((?:s|l|g|aq)\)/;

/** A phase or an oxidation state in brackets. */
const LABEL = /^\((?:s|l|g|aq|I{1,3}|IV|VI{0,3})\)/;

/** `(1-x)`, `(2x+1)` */
const BRACKETED_AMOUNT = /^\((?=.{1,10}\))\d?(?:\d|-|−|–|\+|x|y)*[xy](?:[-−–+][xy\d]+)?\)/;
