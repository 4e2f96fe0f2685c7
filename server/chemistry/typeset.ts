import { flat } from '../base/script';
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
  return body.replace(UNIT, (_, unit: string, index: string) => unit + lower(index)) + charged;
}

/** A symbol or closing bracket with the index behind it. Only what Unicode can lower all of is lowered. */
const UNIT =
  /([A-Z](?:(?![xn](?![a-z]))[a-z]|(?<=M|Z|S|I|R)n)?|[)\]}])((?:\d+(?:\.\d+)?|[xn](?![a-z]))(?:[+\-−–][xn\d])?(?![/\d]))/g;

const SUB = '₀₁₂₃₄₅₆₇₈₉';
const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOW: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋', '–': '₋', x: 'ₓ', n: 'ₙ' };
const HIGH: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻' };

const lower = (text: string): string => text.replace(/[^.]/g, (c) => LOW[c] ?? SUB[Number(c)] ?? c);
const raise = (text: string): string => text.replace(/[^.]/g, (c) => HIGH[c] ?? SUPER[Number(c)] ?? c);
