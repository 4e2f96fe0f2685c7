import { readAmount, readNumber } from './amount';
import { readBracketedCharge, readFlatCharge, readRaised, splitFlatCharge } from './charge';
import { type Cursor, Refusal } from './cursor';
import { PHASE, skipLoweredPhase, skipPhase } from './marks';
import type { Part } from './part';

export interface Suffix {
  readonly amount: number | undefined;
  readonly charge: number;
  readonly written: boolean;
}

/** Reads what is after the units of one formula. */
export class SuffixReader {
  /** A charge was met on an atom inside the formula. */
  private oxidationStates = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly variables: Set<string>,
  ) {}

  /** What is after a unit: an index, a charge, or both in either order. */
  read(unit: Part, only: boolean, component: boolean): Suffix {
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
      if (cursor.script() === 'sub' && cursor.peek() === '(' && skipPhase(cursor)) continue;
      if (!only && skipLoweredPhase(cursor)) continue;
      if (amount !== undefined) break;
      // LiFePO $_4$; Li 6 PS5 Cl
      if (cursor.peek() === ' ' && (cursor.script(1) === 'sub' || cursor.match(SPLIT_INDEX))) cursor.position++;
      if (cursor.script() === 'normal') {
        const split = splitFlatCharge(cursor, only, unit);
        if (split) {
          return { amount: split.index, charge: split.charge, written: true };
        }
      }
      // In 0.8BiFeO3-xPbTiO3 the amount after the sign belongs to the next component.
      amount = component && cursor.script() === 'normal' ? this.readPlainIndex() : readAmount(cursor, this.variables);
      if (amount === undefined) break;
    }
    if (!written && cursor.script() === 'normal') {
      const flat = readBracketedCharge(cursor) ?? readFlatCharge(cursor);
      if (flat !== undefined) return { amount, charge: flat, written: true };
    }
    if (cursor.script() === 'sub') cursor.refuse('is not an index');
    if (written && charge !== 0 && this.unitFollows()) {
      charge = 0;
      this.oxidationStates = true;
    } else if (written && charge !== 0 && this.oxidationStates) {
      throw new Refusal('Charges stand on several atoms: these are several ions');
    }
    return { amount, charge, written };
  }

  private unitFollows(): boolean {
    return /[A-Z([{□]/.test(this.cursor.peek()) && !this.cursor.match(PHASE);
  }

  private readPlainIndex(): number | undefined {
    const { cursor } = this;
    const ahead = cursor.match(/[\d.]*(?=-)/y);
    if (ahead === undefined || !cursor.match(COMPONENT_AHEAD)) return readAmount(cursor, this.variables);
    return readNumber(cursor);
  }
}

/** `3-0.2Pb`, `3-xPb`, `3-(1-x)Pb`: an index with the next component after it. */
const COMPONENT_AHEAD = /[\d.]*-(?:[\d.]*[xyz]?|\([\dxyz.+-]{1,24}\))[A-Z([]/y;

/** An index that a PDF conversion set apart, from what is before it at least: `Li 6 PS5 Cl`, `Li 6PS5Cl`, `LiNi 1/3 Co1/3`. */
const SPLIT_INDEX = / (?:\d\/\d|\d{1,2}(?:\.\d{1,3})?)(?= ?[A-Z([]| ?[)\]]|$)/y;
