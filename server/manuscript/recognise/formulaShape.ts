import type { Formula } from '../../chemistry/formula';
import { isStateOf } from '../../chemistry/marks';

/** How a formula is written. */
export interface Shape {
  readonly text: string;
  /** Symbols in the order written: `['Li', 'Fe', 'P', 'O']`. */
  readonly symbols: readonly string[];
  /** Something is lowered or raised. */
  readonly scripted: boolean;
  readonly lowered: boolean;
  /** No symbol of two letters: `KNO3`, `BN`. */
  readonly capitals: boolean;
  readonly digits: boolean;
  /** A letter holds the place of any element: `MO2`, `LiX`. */
  readonly wildcards: boolean;
}

/** `scripts` has one mark a character: `n`ormal, `s`ub, `S`uper. */
export function shapeOf(text: string, scripts: string, { variables }: Formula): Shape {
  let normal = '';
  for (let i = 0; i < text.length; i++) if (scripts[i] === 'n') normal += text[i];
  const lowered = scripts.includes('s') || /[₀-₉ₓ]/.test(normal);
  const raised = scripts.includes('S') || /[⁰¹²³⁴-⁹⁺⁻]/.test(normal);
  normal = normal.replace(/[₀-₉ₓ⁰¹²³⁴-⁹⁺⁻]/g, '');
  const symbols = withoutStates(normal).match(/[A-Z][a-z]?/g) ?? [];
  return {
    text,
    symbols: symbols.map((s) =>
      /[a-z]$/.test(s) && /^[A-Z][xyzn]$/.test(s) && !PAIRS_WITH_VARIABLE_LETTER.has(s) ? s[0]! : s,
    ),
    scripted: lowered || raised,
    lowered,
    capitals: !/[A-Z][a-wδ]|Mn|Zn|Sn|In|Rn|Dy/.test(normal.replace(/\((?:s|l|g|aq)\)/g, '')),
    digits: /\d/.test(normal),
    wildcards: variables.some((v) => /^[A-Z]/.test(v)),
  };
}

/** Without phases and oxidation states: `FeIII` and `Fe(III)` hold one symbol. */
const withoutStates = (text: string): string =>
  text
    .replace(/\((?:s|l|g|aq|[IV]{1,3})\)/g, '')
    .replace(/([A-Z][a-z]?)([IV]{2,3})/g, (all, symbol: string, numeral: string) =>
      isStateOf(numeral, symbol) ? symbol : all,
    );

const PAIRS_WITH_VARIABLE_LETTER: ReadonlySet<string> = new Set(['Mn', 'Zn', 'Sn', 'In', 'Rn', 'Dy']);
