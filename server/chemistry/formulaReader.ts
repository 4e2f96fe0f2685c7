import { readAmount } from './amount';
import type { Composition } from './composition';
import { type Cursor, Refusal } from './cursor';
import { isPurity, readDopants, skipAdditive } from './dopants';
import { isElement, SITE_PAIRS, SITES } from './elements';
import type { Formula } from './formula';
import { atomsOfGroup } from './groups';
import { skipIsotope, skipName, skipOxidationState, skipPhase, skipPhasePrefix } from './marks';
import { chargeBalance } from './oxidation';
import { addInto, atom, groupOf, type Part } from './part';
import { SuffixReader } from './suffix';

/**
 * Reads a formula from left to right, one look at each glyph:
 *
 *     formula  = [name] [phase prefix] chain [":" dopants] ["+" additive]
 *     chain    = part { ("·" | "-" | "=" | "@") part }            hydrates, composites, bonds, core@shell
 *     part     = [amount] { unit }
 *     unit     = (element | group | site symbol | "□" | bracket chain bracket) [amount] [charge]
 */
export class FormulaReader {
  private readonly variables = new Set<string>();
  /** Elements that share a site without stated amounts: `[Mn, Ir]`. */
  private shared = false;
  private hasSiteSymbol = false;
  private looksIndexed: boolean | undefined;

  private readonly suffixes: SuffixReader;

  constructor(private readonly cursor: Cursor) {
    this.suffixes = new SuffixReader(cursor, this.variables);
  }

  read(): Formula {
    const { cursor } = this;
    cursor.skipSpaces();
    if (cursor.atEnd) throw new Refusal('The text is empty');
    skipName(cursor);
    skipPhasePrefix(cursor);
    const electron = this.readElectron();
    if (electron) return electron;
    const chain = this.readChain('', 0);
    readDopants(cursor, chain.atoms, this.variables);
    skipAdditive(cursor);
    cursor.skipSpaces();
    if (!cursor.atEnd) this.refuseRest();
    if (this.hasSiteSymbol && cursor.matchAnywhere(/[A-Z]{2,}\d{3,}$/))
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

  /** `e-`, e⁻(aq) */
  private readElectron(): Formula | undefined {
    const { cursor } = this;
    if (cursor.peek() !== 'e' || cursor.peek(1) !== '-') return undefined;
    cursor.position += 2;
    skipPhase(cursor);
    cursor.skipSpaces();
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
    cursor.skipSpaces();
    if (!inner && cursor.peek() === '·') cursor.position++;
    if (!inner && cursor.peek() === '.' && /[A-Z]/.test(cursor.peek(1))) cursor.position++;
    if (cursor.script() === 'super') return undefined;
    const start = cursor.position;
    const amount = /[\dx-zn(]/.test(cursor.peek()) ? readAmount(cursor, this.variables) : undefined;
    if (amount === undefined) return undefined;
    cursor.skipSpaces();
    if (cursor.atEnd || !/[A-Z([{]/.test(cursor.peek())) {
      cursor.position = start;
      cursor.refuse('does not begin a formula: an amount needs an element after it');
    }
    if (amount === 0) {
      cursor.position = start;
      cursor.refuse('is not an amount of a substance');
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
      if (c === ' ' && this.unitAfterSpace(units)) {
        cursor.skipSpaces();
        continue;
      }
      if (c === ',' && closer && units > 0) {
        cursor.position++;
        cursor.skipSpaces();
        if (!indexed) this.shared = true;
        continue;
      }
      let unit: Part;
      if (c === '□') {
        cursor.position++;
        unit = { atoms: new Map(), charge: 0, lone: false };
      } else if (this.groupAhead) {
        unit = this.readNamedGroup();
      } else if (/[A-Z]/.test(c)) {
        unit = this.readAtom(lastHalogen);
        skipOxidationState(cursor, [...unit.atoms.keys()][0] ?? '');
      } else if (c === '(' || c === '[' || c === '{') {
        if (units > 0 && isPurity(cursor)) break;
        if (units > 0 && skipPhase(cursor)) continue;
        unit = this.readGroup(depth);
      } else if ((c === '=' || c === '≡' || c === '#') && units > 0 && /[A-Z(]/.test(cursor.peek(1))) {
        cursor.position++;
        continue;
      } else break;
      const only = units === 0 && (unit.lone || c === '[' || c === '(');
      const { amount, charge, written } = this.suffixes.read(unit, only, component);
      const hydrate = amount !== undefined && cursor.match(WATER_AT_END) ? hydrateOf(part, unit, amount) : undefined;
      if (hydrate) {
        cursor.position = Number.MAX_SAFE_INTEGER;
        return hydrate;
      }
      if (c === '(' && amount === undefined && !closer && isDissolved(part, unit, units, cursor.atEnd))
        this.shared = true;
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

  /** The spaces of `Li [Ni0.8Co0.2] O2` and of indices set apart (`Na 3 Zr 2`). */
  private unitAfterSpace(units: number): boolean {
    if (units === 0) return true;
    const { cursor } = this;
    let ahead = 1;
    while (cursor.peek(ahead) === ' ') ahead++;
    return /[A-Z([{□]/.test(cursor.peek(ahead));
  }

  private get groupAhead(): boolean {
    return this.cursor.script() === 'normal' && this.cursor.groupAt() !== undefined;
  }

  private readNamedGroup(): Part {
    const name = this.cursor.groupAt()!;
    this.cursor.position += name.length;
    return groupOf(atomsOfGroup(name));
  }

  private readAtom(afterHalogen: boolean): Part {
    const { cursor } = this;
    const c = cursor.peek();
    if (c === 'B' && this.isPrototype) {
      cursor.position++;
      return this.site('B');
    }
    const pair = cursor.script(1) === 'normal' ? c + cursor.peek(1) : c;
    if (pair.length === 2 && isElement(pair) && !LATE_SYMBOLS.has(pair) && !SITE_PAIRS.has(pair)) {
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
      if (c === 'X' && afterHalogen) cursor.refuse('stands for a halide, and one stands before it');
      if (!this.hasIndexOrSymbolPair) cursor.refuse('is not an element symbol');
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

  /** Beside a site A the letter B is one too: `ABX3`, `A3B2(TO4)3`. */
  private get isPrototype(): boolean {
    return this.cursor.matchAnywhere(/A(?![a-z])\d?.*B|^B(?:X|TO)/) && !/[a-z]/.test(this.cursor.peek(1));
  }

  /** Site symbols count only in what looks like a formula: `LiMO2`, `PtM3`, not `MAX`. */
  private get hasIndexOrSymbolPair(): boolean {
    this.looksIndexed ??= this.cursor.matchAnywhere(/[A-Za-z)\]][0-9]|[A-Z][a-z]|^R(?:[OS]H|CHO|C?OOH|CO?OR|COO-|O-)$/);
    return this.looksIndexed;
  }

  private readGroup(depth: number): Part {
    const { cursor } = this;
    if (depth >= MAX_DEPTH) cursor.refuse(`opens more than ${MAX_DEPTH} nested brackets`);
    const closer = CLOSERS[cursor.peek()]!;
    cursor.position++;
    cursor.skipSpaces();
    if (/\d/.test(cursor.peek()) && cursor.match(/\d+\)/y)) cursor.refuse('stands in brackets without an element');
    const inner = this.readChain(closer, depth + 1);
    cursor.skipSpaces();
    if (cursor.peek() !== closer) {
      if (cursor.atEnd) cursor.refuse(`comes before the closing “${closer}”`);
      cursor.refuse(`stands where “${closer}” should close the bracket`);
    }
    cursor.position++;
    return { ...inner, lone: false };
  }

  private readJoint(): string | undefined {
    const { cursor } = this;
    const start = cursor.position;
    cursor.skipSpaces();
    if (cursor.position > start && cursor.match(WATER_APART)) return '·';
    const c = cursor.peek();
    if (c === '·' || c === '@' || (c === '.' && cursor.script() === 'normal')) {
      while (cursor.peek() === c) cursor.position++;
      cursor.skipSpaces();
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
    return cursor.refuse(
      word && word.length > 1 ? `begins “${word}”, which is not an element` : 'is not an element symbol',
    );
  }

  private refuseRest(): never {
    const { cursor } = this;
    const c = cursor.peek();
    if (c === '/') cursor.refuse('joins two substances, or divides without numbers on both sides');
    if (c === '+') cursor.refuse('joins two substances: a formula ends before it');
    if (')]}'.includes(c)) cursor.refuse('closes a bracket that was not opened');
    if (cursor.script() === 'super') cursor.refuse('is raised, but is not a charge');
    if (/[a-z]/.test(c)) cursor.refuse('is neither an index nor part of an element symbol');
    return cursor.refuse('does not belong to a formula');
  }
}

/** Water without the dot before it: `Bi(NO3)35H2O`. */
const WATER_AT_END = /H2O$/y;

/** The salt and its water, where the digits before the water are those of both: the salt is neutral with the first alone. */
function hydrateOf(salt: Part, unit: Part, digits: number): Part | undefined {
  const [index, water] = [Number(String(digits)[0]), Number(String(digits).slice(1))];
  if (!Number.isInteger(digits) || digits < 10 || digits > 99 || water === 0) return undefined;
  const sum: Part = { atoms: new Map(salt.atoms), charge: salt.charge, lone: false };
  addInto(sum, unit, index);
  if (chargeBalance(Object.fromEntries(sum.atoms))?.balanced !== true) return undefined;
  addInto(sum, groupOf({ H: 2, O: 1 }), water);
  return sum;
}

/** One metal dissolved in another, in an amount that is not given: `Li(Mg)`. */
const isDissolved = (host: Part, guest: Part, units: number, atEnd: boolean): boolean =>
  units === 1 && atEnd && host.lone && guest.atoms.size === 1 && [...guest.atoms.values()][0] === 1;

/** Water after a space where its dot was lost: `Ni(NO3)2 6H2O`. */
const WATER_APART = /\d{1,2}(?:\.5)?H2O(?=$|[)\]])/y;

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
  'Db',
  'Sg',
  'Bh',
  'Hs',
  'Mt',
  'Ds',
  'Rg',
]);
