import { SPACE_GROUP_SYMBOLS } from './spaceGroupSymbols';

export interface SpaceGroup {
  /** In the International Tables: 1 to 230. */
  readonly number: number;
  /** Short Hermann–Mauguin symbol of the standard setting, with `2_1` for a screw axis and `-3` for one with a bar. */
  readonly symbol: string;
}

export type CrystalSystem =
  | 'triclinic'
  | 'monoclinic'
  | 'orthorhombic'
  | 'tetragonal'
  | 'trigonal'
  | 'hexagonal'
  | 'cubic';

const LAST_NUMBERS: readonly (readonly [number, CrystalSystem])[] = [
  [2, 'triclinic'],
  [15, 'monoclinic'],
  [74, 'orthorhombic'],
  [142, 'tetragonal'],
  [167, 'trigonal'],
  [194, 'hexagonal'],
  [230, 'cubic'],
];

const BY_SYMBOL = new Map<string, SpaceGroup>();
SPACE_GROUP_SYMBOLS.split(';').forEach((line, i) => {
  const symbols = line.trim().split(/\s+/);
  const group = { number: i + 1, symbol: symbols[0]! };
  for (const symbol of symbols) BY_SYMBOL.set(symbol.replace(/_/g, ''), group);
});
// Before 1983 cubic symbols were written without the bar: Fm3m.
for (const [symbol, group] of [...BY_SYMBOL])
  if (symbol.includes('-') && systemOf(group.number) === 'cubic') BY_SYMBOL.set(symbol.replace('-', ''), group);

/** The group of a symbol in any setting, typed on the line: `P21/n`, `Fm-3m`, `Fm3m`. */
export const spaceGroupOf = (symbol: string): SpaceGroup | undefined => BY_SYMBOL.get(symbol);

/** Crystal system of the group with a number. */
export function systemOf(number: number): CrystalSystem {
  return LAST_NUMBERS.find(([last]) => number <= last)![1];
}

/** `P2₁/c`, `R3̅m`: as it is printed. */
export const typesetSpaceGroup = (symbol: string): string =>
  symbol
    .replace(/_(\d)/g, (_, digit: string) => String.fromCharCode(0x2080 + Number(digit)))
    .replace(/-(\d)/g, '$1\u0305');
