import { flat, type Script } from '../base/script';
import { isElement } from './elements';
import { parseFormula } from './formula';

/** Characters that are set alike. */
export interface ScriptedRun {
  readonly text: string;
  readonly script: Script;
}

/**
 * Flat formulas set with Unicode sub- and superscripts: `LiNi0.8Co0.1Mn0.1O2` → `LiNi₀.₈Co₀.₁Mn₀.₁O₂`, `Fe2+` → `Fe²⁺`.
 * What is not a formula (`NMC811`, words, bars between layers) stays as it is.
 */
export const typesetFormula = (text: string): string =>
  text.replace(TOKEN, (token) => scriptsOf(token)?.map(inUnicode).join('') ?? token);

const TOKEN = /[^\s|‖∥∣¦@–]+/g;

/** A flat formula with its indices lowered and its charge raised, what Unicode cannot lower left as it is; undefined for anything else. */
export function scriptsOf(token: string): readonly ScriptedRun[] | undefined {
  const result = parseFormula(flat(token));
  if (!result.ok) return undefined;
  const { charge } = result.formula;
  const sign = charge === 0 ? '' : (/[+\-−]+\d*$/.exec(token)?.[0] ?? '');
  let body = token.slice(0, token.length - sign.length);
  const size = Math.abs(charge);
  if (size > 1 && sign.length === 1 && body.endsWith(String(size))) body = body.slice(0, -String(size).length);
  const charged = sign === '' ? '' : `${size > 1 ? size : ''}${charge > 0 ? '+' : '-'}`;
  return [...indices(body), ...(charged === '' ? [] : [{ text: charged, script: 'super' as const }])];
}

/** Lowers what is after an element or a closing bracket. */
function* indices(formula: string): Generator<ScriptedRun> {
  let from = 0;
  for (let i = 0; i < formula.length; ) {
    const pair = formula.slice(i, i + 2);
    const unit = /[A-Z][a-z]/.test(pair) && isElement(pair) ? pair : formula[i]!;
    i += unit.length;
    if (!/[A-Za-z)\]}]/.test(unit)) continue;
    INDEX.lastIndex = i;
    const index = INDEX.exec(formula)?.[0];
    if (!index) continue;
    yield { text: formula.slice(from, i), script: 'normal' };
    yield { text: index, script: 'sub' };
    i += index.length;
    from = i;
  }
  if (from < formula.length) yield { text: formula.slice(from), script: 'normal' };
}

const INDEX = /(?:\d+(?:\.\d+)?[xn]?|[xn])(?:[+\-−–](?:\d+|[xn]))?(?![/.yzδ\d])/y;

const inUnicode = ({ text, script }: ScriptedRun): string =>
  script === 'sub' ? lower(text) : script === 'super' ? raise(text) : text;

const SUB = '₀₁₂₃₄₅₆₇₈₉';
const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOW: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋', '–': '₋', x: 'ₓ', n: 'ₙ' };
const HIGH: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻', '−': '⁻' };

export const lower = (text: string): string => text.replace(/[^.]/g, (c) => LOW[c] ?? SUB[Number(c)] ?? c);
export const raise = (text: string): string => text.replace(/[^.]/g, (c) => HIGH[c] ?? SUPER[Number(c)] ?? c);
