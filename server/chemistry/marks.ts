import type { Cursor } from './cursor';
import { NON_METALS } from './elements';
import { knownStates } from './oxidationStates';

/** A state of matter in brackets. */
export const PHASE = /\((?:s|l|g|aq|am|cr|ads?|sln|solv|sol|solid|liq|gas|sat)(?:[,;][^()]{0,24})?\)/y;

/** The letter of a polymorph: `TiO2(B)`, `VO2(M)`. */
const POLYMORPH = /\([ABMRT]\)$/y;

/** `(s)`, `(aq)`, `(aq, sat)`, `(B)` after an oxide */
export function skipPhase(cursor: Cursor): boolean {
  const phase = cursor.match(PHASE) ?? (/\d/.test(cursor.peek(-1)) ? cursor.match(POLYMORPH) : undefined);
  if (phase === undefined) return false;
  cursor.position += phase.length;
  return true;
}

/** The letter of a state of matter, lowered at the end: `H2O_g`, `O_{2,g}`; `a` for adsorbed. */
export function skipLoweredPhase(cursor: Cursor): boolean {
  if (cursor.script() !== 'sub') return false;
  const mark = /^,? ?(?:ads?|aq|[agls])$/.exec(cursor.run('sub'))?.[0];
  if (mark === undefined || !/^[)\]}, ]?$/.test(cursor.peek(mark.length))) return false;
  cursor.position += mark.length;
  return true;
}

/** `III` of FeIII(CN)6: a Roman numeral from two on, glued to a metal that takes this state. */
export const isStateOf = (numeral: string, symbol: string): boolean =>
  numeral in STATES && !NON_METALS.has(symbol) && knownStates(symbol).includes(STATES[numeral]!);

const GLUED_STATE = /[IV]{2,3}(?![a-z]|I)/y;
const STATES: Readonly<Record<string, number>> = { II: 2, III: 3, IV: 4, VI: 6, VII: 7 };

/** `(III)` or `III` after an element; with an index after it, `(I)2` and `(V)2` are groups. */
export function skipOxidationState(cursor: Cursor, symbol: string): boolean {
  const glued = cursor.script() === 'normal' ? cursor.match(GLUED_STATE) : undefined;
  if (glued !== undefined && isStateOf(glued, symbol)) {
    cursor.position += glued.length;
    return true;
  }
  const state = cursor.match(/\((?:0|[IVX]{2,4}|[IVX](?=\)(?!\d))|(?:\d[+-]|[+-]\d)(?=\).))\)/y);
  if (state === undefined || (state.length === 3 && cursor.script(3) === 'sub')) return false;
  cursor.position += state.length;
  return true;
}

/** Mass number before an element: ⁶Li. */
export function skipIsotope(cursor: Cursor): void {
  if (cursor.script() !== 'super' || !/\d/.test(cursor.peek())) return;
  const digits = /^\d+/.exec(cursor.run('super'))![0];
  if (/[A-Z]/.test(cursor.peek(digits.length)) && cursor.script(digits.length) === 'normal')
    cursor.position += digits.length;
}

/** `α-`, `P2-`, `4H-`: the phase, set before the formula with a hyphen. */
export function skipPhasePrefix(cursor: Cursor): void {
  const prefix = cursor.match(/(?:[α-ωϵϑ]'?|\d{1,2}[CHRT](?=-(?:SiC|MoS|WS|TaS))|[PO]\d(?=-(?:Na|K|Li)))-/y);
  if (prefix !== undefined) cursor.position += prefix.length;
}

/** `manganese (II) nitrate Mn(NO3)2`: words before the formula. */
export function skipName(cursor: Cursor): void {
  for (;;) {
    const word = cursor.match(/[A-Za-z]?[a-z]{3,}(?:-[a-z]+)? (?=[^ ])|\([IVX]{1,4}\) (?=[^ ])/y);
    if (word === undefined) return;
    cursor.position += word.length;
    cursor.skipSpaces();
  }
}
