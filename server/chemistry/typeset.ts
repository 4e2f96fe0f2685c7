import { flat } from '../base/script';
import { isElement } from './elements';
import { parseFormula } from './formula';

/**
 * Flat formulas set with Unicode sub- and superscripts: `LiNi0.8Co0.1Mn0.1O2` → `LiNi₀.₈Co₀.₁Mn₀.₁O₂`, `Fe2+` → `Fe²⁺`.
 * What is no formula (`NMC811`, words, bars between layers) stays as it is.
 */
export const typesetFormula = (text: string): string => text.replace(TOKEN, (token) => setToken(token));

const TOKEN = /[^\s|‖∥∣¦@–]+/g;

function setToken(token: string): string {
  const result = parseFormula(flat(token));
  if (!result.ok) return token;
  const { charge } = result.formula;
  const sign = charge === 0 ? '' : (/[+\-−]+\d*$/.exec(token)?.[0] ?? '');
  let body = token.slice(0, token.length - sign.length);
  const size = Math.abs(charge);
  if (size > 1 && sign.length === 1 && body.endsWith(String(size))) body = body.slice(0, -String(size).length);
  const charged = sign === '' ? '' : raise(`${size > 1 ? size : ''}${charge > 0 ? '+' : '-'}`);
  return lowerIndices(body) + charged;
}

/** Lowers what stands behind an element or a closing bracket, where Unicode can lower all of it. */
function lowerIndices(formula: string): string {
  let set = '';
  for (let i = 0; i < formula.length; ) {
    const pair = formula.slice(i, i + 2);
    const unit = /[A-Z][a-z]/.test(pair) && isElement(pair) ? pair : formula[i]!;
    set += unit;
    i += unit.length;
    if (!/[A-Za-z)\]}]/.test(unit)) continue;
    INDEX.lastIndex = i;
    const index = INDEX.exec(formula)?.[0] ?? '';
    set += lower(index);
    i += index.length;
  }
  return set;
}

const INDEX = /(?:\d+(?:\.\d+)?[xn]?|[xn])(?:[+\-−–](?:\d+|[xn]))?(?![/.yzδ\d])/y;

const SUB = '₀₁₂₃₄₅₆₇₈₉';
const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOW: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋', '–': '₋', x: 'ₓ', n: 'ₙ' };
const HIGH: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻' };

const lower = (text: string): string => text.replace(/[^.]/g, (c) => LOW[c] ?? SUB[Number(c)] ?? c);
const raise = (text: string): string => text.replace(/[^.]/g, (c) => HIGH[c] ?? SUPER[Number(c)] ?? c);
