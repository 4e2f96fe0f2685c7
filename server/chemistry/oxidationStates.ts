import { NON_METALS } from './elements';

/**
 * Oxidation states that are met in compounds, the common ones starred: as tabulated in pymatgen 2022.11.7
 * (`core/periodic_table.json`; Ong et al., Comput. Mater. Sci. 68, 314 (2013), doi:10.1016/j.commatsci.2012.10.028).
 */
const TABLE = `
  H *-1,*1  Li *1  Be *2  B 1,2,*3  C *-4,-3,-2,-1,1,2,3,*4  N *-3,-2,-1,1,2,*3,4,*5
  O *-2,-1,1,2  F *-1  Na -1,*1  Mg 1,*2  Al 1,*3  Si *-4,-3,-2,-1,1,2,3,*4  P *-3,-2,-1,1,2,*3,4,*5
  S *-2,-1,1,*2,3,*4,5,*6  Cl *-1,*1,2,*3,4,*5,6,*7  K -1,*1  Ca *2  Sc 1,2,*3
  Ti -1,2,3,*4  V -1,1,2,3,4,*5  Cr -2,-1,1,2,*3,4,5,*6  Mn -3,-2,-1,1,*2,3,*4,5,6,*7
  Fe -2,-1,1,*2,*3,4,5,6  Co -1,1,*2,*3,4,5  Ni -1,1,*2,3,4  Cu 1,*2,3,4  Zn 1,*2
  Ga 1,2,*3  Ge *-4,1,*2,3,*4  As *-3,2,*3,*5  Se *-2,*2,*4,*6  Br *-1,*1,*3,4,*5,*7
  Rb *1  Sr *2  Y 1,2,*3  Zr 1,2,3,*4  Nb -1,2,3,4,*5  Mo -2,-1,1,2,3,*4,5,*6
  Tc -3,-1,1,2,3,*4,5,6,*7  Ru -2,1,2,*3,*4,5,6,7,8  Rh -1,1,2,*3,4,5,6  Pd *2,*4
  Ag *1,2,3  Cd 1,*2  In 1,2,*3  Sn *-4,*2,*4  Sb *-3,*3,*5  Te *-2,*2,*4,5,*6
  I *-1,*1,*3,*5,*7  Cs *1  Ba *2  La 2,*3  Ce 2,*3,*4  Pr 2,*3,4  Nd 2,*3  Pm *3
  Sm 2,*3  Eu *2,*3  Gd 1,2,*3  Tb 1,*3,4  Dy 2,*3  Ho *3  Er *3  Tm 2,*3  Yb 2,*3
  Lu *3  Hf 2,3,*4  Ta -1,2,3,4,*5  W -2,-1,1,2,3,*4,5,*6  Re -3,-1,1,2,3,*4,5,6,7
  Os -2,-1,1,2,3,*4,5,6,7,8  Ir -3,-1,1,2,*3,*4,5,6  Pt -2,*2,*4,5,6  Au -1,1,2,*3,5
  Hg *1,*2,4  Tl *1,*3  Pb -4,*2,*4  Bi -3,*3,5  Po *-2,*2,*4,6  At *-1,*1,3,5
  Fr *1  Ra *2  Ac *3  Th 2,3,*4  Pa 3,4,*5  U 3,4,5,*6  Np 3,4,*5,6,7  Pu 3,*4,5,6,7
  Am 2,*3,4,5,6  Cm *3,4  Bk *3,4  Cf 2,*3,4  Es 2,*3  Fm 2,*3  Md 2,*3  No 2,*3
  Lr *3
`;

interface States {
  readonly all: readonly number[];
  readonly common: readonly number[];
}

const STATES = new Map<string, States>();
for (const [, symbol, list] of TABLE.matchAll(/([A-Z][a-z]?) ([-\d,*]+)/g)) {
  const states = list!.split(',');
  STATES.set(symbol!, {
    all: states.map((state) => Number(state.replace('*', ''))),
    common: states.filter((state) => state.startsWith('*')).map((state) => Number(state.slice(1))),
  });
}
STATES.set('D', { all: [1], common: [1] });

/** Lowest and highest oxidation state of an element; [0, 0] where none is known. */
export function oxidationRange(element: string): readonly [number, number] {
  const all = STATES.get(element)?.all ?? [0];
  return [Math.min(...all, 0), Math.max(...all, 0)];
}

/** Usual oxidation states of an element, ascending; empty where none is known. */
export const commonStates = (element: string): readonly number[] => STATES.get(element)?.common ?? [];

/** The usual state of a metal that has at most one other: 2 of Mg and Zn, 3 of Al; undefined for Cu, and for non-metals. */
export function onlyState(element: string): number | undefined {
  const [usual, another] = commonStates(element);
  if (usual === undefined || another !== undefined || usual <= 0 || NON_METALS.has(element)) return undefined;
  return knownStates(element).filter((state) => state > 0).length <= 2 ? usual : undefined;
}

/** All oxidation states of an element that are met in compounds, ascending; empty where none is known. */
export const knownStates = (element: string): readonly number[] => STATES.get(element)?.all ?? [];

/** Oxidation states as they are written, by their value: `0`, `I`, … `VII`. */
export const ROMAN: readonly string[] = ['0', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];
