import { readAmount, readNumber } from './amount';
import { readFlatCharge, readRaised, splitFlatCharge } from './charge';
import type { Composition } from './composition';
import { type Cursor, Refusal } from './cursor';
import { isPurity, readDopants, skipAdditive } from './dopants';
import { isElement } from './elements';
import type { Formula } from './formula';

/**
 * Reads a formula from left to right, one look at each glyph:
 *
 *     formula  = [name] [phase prefix] chain [":" dopants] ["+" additive]
 *     chain    = part { ("·" | "-" | "=" | "@") part }            hydrates, composites, bonds, core@shell
 *     part     = [amount] { unit }
 *     unit     = (element | site symbol | "□" | bracket chain bracket) [amount] [charge]
 */
export class FormulaReader {
  private readonly variables = new Set<string>();
  /** Elements that share a site without stated amounts: `[Mn, Ir]`. */
  private shared = false;

  constructor(private readonly cursor: Cursor) {}

  read(): Formula {
    const { cursor } = this;
    cursor.skipBlanks();
    if (cursor.atEnd) throw new Refusal('The text is empty');
    skipName(cursor);
    skipPhasePrefix(cursor);
    const electron = this.readElectron();
    if (electron) return electron;
    const chain = this.readChain('', 0);
    readDopants(cursor, chain.atoms, this.variables);
    skipAdditive(cursor);
    cursor.skipBlanks();
    if (!cursor.atEnd) this.refuseRest();
    if (this.hasSiteSymbol && cursor.matchAnywhere(/^[A-Z]+\d{3,}$/))
      throw new Refusal('The text reads as a grade or a code');
    if (chain.atoms.size === 0 && this.variables.size === 0) throw new Refusal('No element stands in the text');
    return {
      composition: this.composition(chain.atoms),
      charge: Number.isNaN(chain.charge) ? 0 : chain.charge,
      variables: [...this.variables],
    };
  }

  private composition(atoms: ReadonlyMap<string, number>): Composition | null {
    if (this.shared) return null;
    const composition: Record<string, number> = {};
    for (const [element, amount] of atoms) {
      if (Number.isNaN(amount)) return null;
      composition[element] = Math.round(amount * 1e10) / 1e10;
    }
    return this.hasSiteSymbol ? null : composition;
  }

  private hasSiteSymbol = false;

  /** `e-`, e⁻(aq) */
  private readElectron(): Formula | undefined {
    const { cursor } = this;
    if (cursor.peek() !== 'e' || cursor.peek(1) !== '-') return undefined;
    cursor.position += 2;
    skipPhase(cursor);
    cursor.skipBlanks();
    return cursor.atEnd ? { composition: {}, charge: -1, variables: [] } : this.refuseRest();
  }

  private readChain(closer: string, depth: number): Part {
    const { cursor } = this;
    const parts: (Part & { coefficient: number | undefined })[] = [];
    let bonded = false;
    for (;;) {
      const coefficient = this.readCoefficient(parts.length > 0);
      parts.push({ coefficient, ...this.readPart(closer, depth, coefficient !== undefined || parts.length > 0) });
      const joint = this.readJoint();
      if (!joint) break;
      bonded ||= joint === '-' || joint === '=';
    }
    if (parts.length === 1) return parts[0]!;
    if (bonded && parts.every((part) => part.lone)) {
      throw new Refusal(
        `${parts.map((p) => [...p.atoms.keys()][0]).join('–')} names a bond or a system, not a compound`,
      );
    }
    const sum: Part = { atoms: new Map(), charge: 0, lone: false };
    for (const part of parts) addInto(sum, part, part.coefficient ?? 1);
    if (cursor.position === 0) cursor.refuse('begins no formula');
    return sum;
  }

  /** `2`, `0.5`, `x`, `(1-x)` before a part; a single `·` before it marks a radical. */
  private readCoefficient(inner: boolean): number | undefined {
    const { cursor } = this;
    cursor.skipBlanks();
    if (!inner && cursor.peek() === '·') cursor.position++;
    if (!inner && cursor.peek() === '.' && /[A-Z]/.test(cursor.peek(1))) cursor.position++;
    if (cursor.script() === 'super') return undefined;
    const start = cursor.position;
    const amount = /[\dx-zn(]/.test(cursor.peek()) ? readAmount(cursor, this.variables) : undefined;
    if (amount === undefined) return undefined;
    cursor.skipBlanks();
    if (cursor.atEnd || !/[A-Z([{]/.test(cursor.peek())) {
      cursor.position = start;
      cursor.refuse('begins no formula: an amount needs an element behind it');
    }
    if (amount === 0) {
      cursor.position = start;
      cursor.refuse('is no amount of a substance');
    }
    return amount;
  }

  private readPart(closer: string, depth: number, component: boolean): Part {
    const { cursor } = this;
    const part: Part = { atoms: new Map(), charge: 0, lone: false };
    let units = 0;
    let indexed = false;
    let lastHalogen = false;
    for (;;) {
      skipIsotope(cursor);
      const c = cursor.peek();
      if (c === ' ' && this.unitBehindBlank(units)) {
        cursor.skipBlanks();
        continue;
      }
      if (c === ',' && closer && units > 0) {
        cursor.position++;
        cursor.skipBlanks();
        if (!indexed) this.shared = true;
        continue;
      }
      let unit: Part;
      if (c === '□') {
        cursor.position++;
        unit = { atoms: new Map(), charge: 0, lone: false };
      } else if (/[A-Z]/.test(c)) {
        unit = this.readAtom(lastHalogen);
        skipOxidationState(cursor);
      } else if (c === '(' || c === '[' || c === '{') {
        if (units > 0 && isPurity(cursor)) break;
        if (units > 0 && skipPhase(cursor)) continue;
        unit = this.readGroup(depth);
      } else if ((c === '=' || c === '≡' || c === '#') && units > 0 && /[A-Z(]/.test(cursor.peek(1))) {
        cursor.position++;
        continue;
      } else break;
      const only = units === 0 && (unit.lone || c === '[');
      const { amount, charge, written } = this.readIndexAndCharge(unit, only, component);
      const halogen = unit.lone && HALOGENS.has([...unit.atoms.keys()][0]!) && amount === undefined;
      addInto(part, unit, amount ?? 1);
      part.charge += charge;
      part.lone = units === 0 && unit.lone && amount === undefined && !written;
      indexed = amount !== undefined;
      lastHalogen = halogen;
      units++;
    }
    if (units === 0) {
      return cursor.atEnd ? cursor.refuse('comes where an element should stand') : this.refuseElement();
    }
    skipPhase(cursor);
    return part;
  }

  /** The blanks of `Li [Ni0.8Co0.2] O2` and of indices set apart (`Na 3 Zr 2`). */
  private unitBehindBlank(units: number): boolean {
    if (units === 0) return true;
    const { cursor } = this;
    let ahead = 1;
    while (cursor.peek(ahead) === ' ') ahead++;
    return /[A-Z([{□]/.test(cursor.peek(ahead));
  }

  private readAtom(behindHalogen: boolean): Part {
    const { cursor } = this;
    const c = cursor.peek();
    const pair = cursor.script(1) === 'normal' ? c + cursor.peek(1) : c;
    if (pair.length === 2 && isElement(pair) && !LATE_SYMBOLS.has(pair)) {
      cursor.position += 2;
      return atom(pair);
    }
    if (SITE_PAIRS.has(pair)) {
      cursor.position += 2;
      return this.site(pair);
    }
    if (isElement(c)) {
      cursor.position++;
      return atom(c);
    }
    if (LATE_SYMBOLS.has(pair)) {
      cursor.position += 2;
      return atom(pair);
    }
    if (SITES.has(c)) {
      if (c === 'X' && behindHalogen) cursor.refuse('stands for a halide, and one stands before it');
      if (!this.hasIndexOrSymbolPair) cursor.refuse('is no element symbol');
      cursor.position++;
      return this.site(c);
    }
    return this.refuseElement();
  }

  private site(name: string): Part {
    this.variables.add(name);
    this.hasSiteSymbol = true;
    return { atoms: new Map(), charge: 0, lone: false };
  }

  /** Site symbols count only in what looks like a formula: `LiMO2`, `PtM3`, not `MAX`. */
  private get hasIndexOrSymbolPair(): boolean {
    this.looksIndexed ??= this.cursor.matchAnywhere(/[A-Za-z)\]][0-9]|[A-Z][a-z]/);
    return this.looksIndexed;
  }

  private looksIndexed: boolean | undefined;

  private readGroup(depth: number): Part {
    const { cursor } = this;
    if (depth >= MAX_DEPTH) cursor.refuse(`opens more than ${MAX_DEPTH} nested brackets`);
    const closer = CLOSERS[cursor.peek()]!;
    cursor.position++;
    cursor.skipBlanks();
    if (/\d/.test(cursor.peek()) && cursor.match(/\d+\)/y)) cursor.refuse('stands in brackets without an element');
    const inner = this.readChain(closer, depth + 1);
    cursor.skipBlanks();
    if (cursor.peek() !== closer) {
      if (cursor.atEnd) cursor.refuse(`comes before the closing “${closer}”`);
      cursor.refuse(`stands where “${closer}” should close the bracket`);
    }
    cursor.position++;
    return { ...inner, lone: false };
  }

  /** What stands behind a unit: an index, a charge, or both in either order. */
  private readIndexAndCharge(unit: Part, only: boolean, component: boolean): Suffix {
    const { cursor } = this;
    let amount: number | undefined;
    let charge = 0;
    let written = false;
    for (;;) {
      if (cursor.script() === 'super') {
        const raised = readRaised(cursor);
        // A charge in the middle of a formula tells the oxidation state of one site: Ni²⁺ in LiNi²⁺O₂.
        if (raised === undefined) break;
        written = true;
        charge = raised;
        continue;
      }
      if (amount !== undefined) break;
      if (cursor.peek() === ' ' && cursor.script(1) === 'sub') cursor.position++; // LiFePO $_4$
      if (cursor.script() === 'normal') {
        const split = splitFlatCharge(cursor, only, unit);
        if (split) {
          return { amount: split.index, charge: split.charge, written: true };
        }
      }
      if (cursor.script() === 'sub' && cursor.peek() === '(' && skipPhase(cursor)) continue;
      // In 0.8BiFeO3-xPbTiO3 the amount behind the sign belongs to the next component.
      amount = component && cursor.script() === 'normal' ? this.readPlainIndex() : readAmount(cursor, this.variables);
      if (amount === undefined) break;
    }
    if (!written && cursor.script() === 'normal') {
      const flat = readFlatCharge(cursor);
      if (flat !== undefined) return { amount, charge: flat, written: true };
    }
    if (cursor.script() === 'sub') cursor.refuse('is no index');
    if (written && charge !== 0 && this.unitFollows()) {
      charge = 0;
      this.oxidationStates = true;
    } else if (written && charge !== 0 && this.oxidationStates) {
      throw new Refusal('Charges stand on several atoms: these are several ions');
    }
    return { amount, charge, written };
  }

  private oxidationStates = false;

  private unitFollows(): boolean {
    return /[A-Z([{□]/.test(this.cursor.peek()) && !this.cursor.match(PHASE);
  }

  private readPlainIndex(): number | undefined {
    const { cursor } = this;
    const ahead = cursor.match(/[\d.]*(?=-)/y);
    if (ahead === undefined || !cursor.match(COMPONENT_AHEAD)) return readAmount(cursor, this.variables);
    return readNumber(cursor);
  }

  private readJoint(): string | undefined {
    const { cursor } = this;
    const start = cursor.position;
    cursor.skipBlanks();
    const c = cursor.peek();
    if (c === '·' || c === '@' || (c === '.' && cursor.script() === 'normal')) {
      while (cursor.peek() === c) cursor.position++;
      cursor.skipBlanks();
      if (!cursor.atEnd && !')]}'.includes(cursor.peek())) return c;
      return undefined; // the dot of a radical
    }
    if ((c === '-' || c === '=') && /[A-Z([\dx-z]/.test(cursor.peek(1))) {
      cursor.position++;
      return c;
    }
    cursor.position = start;
    return undefined;
  }

  private refuseElement(): never {
    const { cursor } = this;
    const word = cursor.match(/[A-Z][a-z]*/y);
    return cursor.refuse(word && word.length > 1 ? `begins “${word}”, which is no element` : 'is no element symbol');
  }

  private refuseRest(): never {
    const { cursor } = this;
    const c = cursor.peek();
    if (c === '/') cursor.refuse('joins two substances, or divides without numbers on both sides');
    if (c === '+') cursor.refuse('joins two substances: a formula ends before it');
    if (')]}'.includes(c)) cursor.refuse('closes a bracket that was not opened');
    if (cursor.script() === 'super') cursor.refuse('is raised, but is no charge');
    if (/[a-z]/.test(c)) cursor.refuse('is neither an index nor part of an element symbol');
    return cursor.refuse('does not belong to a formula');
  }
}

interface Part {
  readonly atoms: Map<string, number>;
  charge: number;
  /** One atom and nothing else: a `C` of `C–H`. */
  lone: boolean;
}

interface Suffix {
  readonly amount: number | undefined;
  readonly charge: number;
  readonly written: boolean;
}

const atom = (symbol: string): Part => ({ atoms: new Map([[symbol, 1]]), charge: 0, lone: true });

function addInto(sum: Part, part: Part, factor: number): void {
  for (const [element, amount] of part.atoms) {
    sum.atoms.set(element, (sum.atoms.get(element) ?? 0) + amount * factor);
  }
  if (part.charge !== 0) sum.charge += part.charge * factor;
}

const MAX_DEPTH = 32;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const HALOGENS: ReadonlySet<string> = new Set(['F', 'Cl', 'Br', 'I']);

/** Symbols of elements that no paper on materials holds; `Cn` is C with the index n there, `Ts` and `Og` are words. */
const LATE_SYMBOLS: ReadonlySet<string> = new Set([
  'Cn',
  'Nh',
  'Fl',
  'Mc',
  'Lv',
  'Ts',
  'Og',
  'Rf',
  'Db',
  'Sg',
  'Bh',
  'Hs',
  'Mt',
  'Ds',
  'Rg',
]);

/** Letters that stand for any metal, anion or residue on a site. */
const SITES: ReadonlySet<string> = new Set(['M', 'A', 'X', 'R']);
const SITE_PAIRS: ReadonlySet<string> = new Set(['TM', 'RE', 'Ln']);

const COMPONENT_AHEAD = /[\d.]*-(?:[\d.]*[xyz]?|\([\dxyz.+-]{1,24}\))[A-Z([]/y;

const PHASE = /\((?:s|l|g|aq|am|cr|ads?|sln|solv|sol|solid|liq|gas|sat)(?:[,;][^()]{0,24})?\)/y;

function skipPhase(cursor: Cursor): boolean {
  const phase = cursor.match(PHASE);
  if (phase === undefined) return false;
  cursor.position += phase.length;
  return true;
}

/** `(III)` behind an element; with an index behind it, `(I)2` and `(V)2` are groups. */
function skipOxidationState(cursor: Cursor): boolean {
  const state = cursor.match(/\((?:0|[IVX]{2,4}|[IVX](?=\)(?!\d))|\d[+-]|[+-]\d)\)/y);
  if (state === undefined || (state.length === 3 && cursor.script(3) === 'sub')) return false;
  cursor.position += state.length;
  return true;
}

/** Mass number before an element: ⁶Li. */
function skipIsotope(cursor: Cursor): void {
  if (cursor.script() !== 'super' || !/\d/.test(cursor.peek())) return;
  const digits = /^\d+/.exec(cursor.run('super'))![0];
  if (/[A-Z]/.test(cursor.peek(digits.length)) && cursor.script(digits.length) === 'normal')
    cursor.position += digits.length;
}

/** `α-`, `P2-`, `4H-`: the phase, set before the formula with a hyphen. */
function skipPhasePrefix(cursor: Cursor): void {
  const prefix = cursor.match(/(?:[α-ωϵϑ]'?|\d{1,2}[CHRT](?=-(?:SiC|MoS|WS|TaS))|[PO]\d(?=-(?:Na|K|Li)))-/y);
  if (prefix !== undefined) cursor.position += prefix.length;
}

/** `manganese (II) nitrate Mn(NO3)2`: words before the formula. */
function skipName(cursor: Cursor): void {
  for (;;) {
    const word = cursor.match(/[A-Za-z]?[a-z]{3,}(?:-[a-z]+)? (?=[^ ])|\([IVX]{1,4}\) (?=[^ ])/y);
    if (word === undefined) return;
    cursor.position += word.length;
    cursor.skipBlanks();
  }
}
