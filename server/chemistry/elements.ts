/**
 * Symbols of the 118 elements by atomic number with their standard atomic weights; `-` where an element has none.
 *
 * Weights: IUPAC 2021, Prohaska et al., Pure Appl. Chem. 94, 573 (2022), doi:10.1515/pac-2019-0603; where the
 * report gives an interval (H, Li, B, C, N, O, Mg, Si, S, Cl, Ar, Br, Tl, Pb), its abridged value.
 */
const TABLE = `
  H 1.008  He 4.002602  Li 6.94  Be 9.0121831  B 10.81  C 12.011  N 14.007  O 15.999
  F 18.998403162  Ne 20.1797  Na 22.98976928  Mg 24.305  Al 26.9815384  Si 28.085  P 30.973761998  S 32.06
  Cl 35.45  Ar 39.95  K 39.0983  Ca 40.078  Sc 44.955907  Ti 47.867  V 50.9415  Cr 51.9961
  Mn 54.938043  Fe 55.845  Co 58.933194  Ni 58.6934  Cu 63.546  Zn 65.38  Ga 69.723  Ge 72.63
  As 74.921595  Se 78.971  Br 79.904  Kr 83.798  Rb 85.4678  Sr 87.62  Y 88.905838  Zr 91.224
  Nb 92.90637  Mo 95.95  Tc -  Ru 101.07  Rh 102.90549  Pd 106.42  Ag 107.8682  Cd 112.414
  In 114.818  Sn 118.71  Sb 121.76  Te 127.6  I 126.90447  Xe 131.293  Cs 132.90545196  Ba 137.327
  La 138.90547  Ce 140.116  Pr 140.90766  Nd 144.242  Pm -  Sm 150.36  Eu 151.964  Gd 157.25
  Tb 158.925354  Dy 162.5  Ho 164.930329  Er 167.259  Tm 168.934219  Yb 173.045  Lu 174.9668  Hf 178.486
  Ta 180.94788  W 183.84  Re 186.207  Os 190.23  Ir 192.217  Pt 195.084  Au 196.96657  Hg 200.592
  Tl 204.38  Pb 207.2  Bi 208.9804  Po -  At -  Rn -  Fr -  Ra -
  Ac -  Th 232.0377  Pa 231.03588  U 238.02891  Np -  Pu -  Am -  Cm -
  Bk -  Cf -  Es -  Fm -  Md -  No -  Lr -  Rf -
  Db -  Sg -  Bh -  Hs -  Mt -  Ds -  Rg -  Cn -
  Nh -  Fl -  Mc -  Lv -  Ts -  Og -
`;

/** Deuterium: relative mass of the nuclide, AME2020, Wang et al., Chin. Phys. C 45, 030003 (2021), doi:10.1088/1674-1137/abddaf. */
const DEUTERIUM = 2.01410177784;

const WEIGHTS = new Map<string, number | undefined>();
for (const [, symbol, weight] of TABLE.matchAll(/(\w+) ([\d.]+|-)/g)) {
  WEIGHTS.set(symbol!, weight === '-' ? undefined : Number(weight));
}
WEIGHTS.set('D', DEUTERIUM);

/** True for the symbol of an element and for `D`. */
export const isElement = (symbol: string): boolean => WEIGHTS.has(symbol);

/** Non-metals, and metalloids whose compounds are written as theirs are: no Roman state is glued to them, many may be around one. */
export const NON_METALS: ReadonlySet<string> = new Set('H B C N O F Si P S Cl Se Br Te I'.split(' '));

/**
 * Letters that stand for any element or residue on a site: M of metals, A of alkali metals, X of halides, R of residues,
 * T of tetrahedra.
 */
export const SITES: ReadonlySet<string> = new Set(['M', 'A', 'X', 'R', 'T']);

/** The same in two letters: transition metals, rare earths, alkaline earths, lanthanides; the fluorinated rest of a molecule. */
export const SITE_PAIRS: ReadonlySet<string> = new Set(['TM', 'RE', 'AE', 'Ln', 'Rf']);

/** Symbols by their code units: a row for each capital, in it a column for none and for each small letter. */
const SYMBOLS = new Uint8Array(26 * 27);
for (const symbol of WEIGHTS.keys()) SYMBOLS[cellOf(symbol.charCodeAt(0), symbol.charCodeAt(1))] = 1;

/** True where the text at `at`, which is a capital, is the symbol of an element of one or two letters, or `D`. */
export function isElementAt(text: string, at: number, letters: 1 | 2): boolean {
  const second = letters === 1 ? Number.NaN : text.charCodeAt(at + 1);
  return (letters === 1 || (second >= 97 && second <= 122)) && SYMBOLS[cellOf(text.charCodeAt(at), second)] === 1;
}

function cellOf(capital: number, small: number): number {
  return (capital - 65) * 27 + (small >= 97 ? small - 96 : 0);
}

/** Standard atomic weight in g/mol; undefined for an element that has none and for what is not an element. */
export const atomicWeight = (symbol: string): number | undefined => WEIGHTS.get(symbol);
