import { lowerBound, type Span, span } from '../../base/span';
import { SITES } from '../../chemistry/elements';
import { symbolsOf } from './elementNames';
import { endOfWord, startOfWord } from './letters';
import { isNextInRow, type LongForm } from './longForm';

/** One word of a formula: symbols, numbers, brackets, variables and the marks between them. */
const WORD = /^[\p{Lu}\p{Ll}\p{N}()[\]{}.,+−–·⋅‐\-±/*]+$/u;
const DOPED = /(?:^|\s)([\p{Lu}\p{Ll},/ -]{1,20}?)[-‐–](?:doped|substituted|rich|coated|stabili[sz]ed)\s+$/u;

/**
 * The formula that ends at `end`, where the letters of `short` are taken from its elements: `LFP` from LiFePO4, `NCM811` from
 * LiNi0.8Co0.1Mn0.1O2 in any order. `known` are spans of formulas, ascending; others are accepted by their shape.
 */
export function findFormulaForm(
  short: string,
  text: string,
  start: number,
  end: number,
  known: readonly Span[],
): LongForm | undefined {
  for (const formula of formulasEndingAt(text, start, end, known)) {
    if (formula.end - formula.start <= short.length) continue;
    const written = text.slice(formula.start, formula.end);
    if (isNextInRow(short, written)) continue;
    if (elementsGive(short, written) || namesSalt(short, written)) {
      return { start: startOfKind(short, text, start, formula.start), end, cost: 0 };
    }
    const doped = DOPED.exec(text.slice(start, formula.start));
    const whole = doped && { start: start + doped.index + doped[0].indexOf(doped[1]!), end };
    if (whole && elementsGive(short, doped[1]! + text.slice(formula.start, formula.end))) return { ...whole, cost: 0 };
  }
  return undefined;
}

/** `cubic Li7La3Zr2O12 (c-LLZO)`: the word that the letter before the hyphen stands for. */
function startOfKind(short: string, text: string, start: number, formula: number): number {
  const letter = /^\p{Ll}(?=[-‐–])/u.exec(short)?.[0];
  const word = letter && /(?<!\S)\p{Ll}+\s+$/u.exec(text.slice(Math.max(start, formula - 30), formula))?.[0];
  return word?.startsWith(letter!) ? formula - word.length : formula;
}

/** Candidates from the shortest to the longest: PDF text cuts formulas with spaces, `Li 6 PS5 Cl`. */
function* formulasEndingAt(text: string, start: number, end: number, known: readonly Span[]): Generator<Span> {
  const i = lowerBound(known, (f) => f.end >= end);
  if (known[i]?.end === end && known[i]!.start >= start) yield known[i]!;
  let at = end;
  for (let words = 0; words < 6 && at > start; words++) {
    const word = startOfWord(text, start, at);
    const token = text.slice(word, at);
    // A sign alone is of a reaction.
    if (!WORD.test(token) || /^[+−–±-]$/.test(token) || symbolsOf(token, SITES) === undefined) return;
    if (isFormula(text.slice(word, end))) yield span(word, end);
    at = endOfWord(text, start, word);
  }
}

/** Two different elements or more, and not capitals alone, which would be another short form. */
function isFormula(text: string): boolean {
  const symbols = symbolsOf(text, SITES);
  if (!symbols || !/^[\p{Lu}([]/u.test(text) || !/\p{Ll}|\p{N}/u.test(text)) return false;
  return new Set(symbols).size >= 2;
}

/** `LiFSI` for LiN(SO2F)2: the cation of the formula, and letters of the anion, most of them its elements. */
function namesSalt(short: string, formula: string): boolean {
  const [, cation, anion] = /^((?:Li|Na|K|Mg|Ca|Zn|Al|Cs))\(?([\p{Lu}f]{2,6})\)?\d?$/u.exec(short) ?? [];
  if (cation === undefined || !formula.startsWith(cation)) return false;
  const symbols = symbolsOf(formula, SITES) ?? [];
  const letters = anion!.match(/\p{Lu}/gu) ?? [];
  return symbols.length > 2 && 2 * letters.filter((letter) => symbols.includes(letter)).length >= letters.length;
}

/** True where each letter of the short form is the symbol or the first letter of another element of the formula. */
export function elementsGive(short: string, formula: string): boolean {
  const symbols = symbolsOf(formula, SITES);
  const tokens = short.replace(/s$/, '').match(/\p{Lu}\p{Ll}?/gu) ?? [];
  if (!symbols || tokens.length < 2 || /\p{Ll}{2}/u.test(short) || (/\p{N}/u.test(short) && symbolsOf(short)))
    return false;
  // A part of the formula: `OH` of Si(OH)4; three symbols may be initials, as in `NVP`.
  if (tokens.length < 3 && tokens.every((token) => symbols.includes(token))) return false;
  const left = [...symbols];
  for (const token of tokens.sort((a, b) => b.length - a.length)) {
    const at = left.findIndex((symbol) => symbol === token || symbol[0] === token);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}
