import type { Composition } from './composition';
import { isElementAt } from './elements';

/**
 * Groups and ligands that formulas name by letters, with their atoms: alkyl, aryl and acyl groups, sulfonyl groups, anions of
 * salts, cations of ionic liquids, chelating ligands, solvents that coordinate.
 *
 * Abbreviations: ACS Guide to Scholarly Communication, organic groups and ligands; IUPAC Red Book 2005, Table VII. MA and FA of
 * halide perovskites: doi:10.1038/s41563-022-01390-3; BA: doi:10.1038/ncomms15684.
 */
const TABLE: Readonly<Record<string, Composition>> = {
  Me: { C: 1, H: 3 },
  Et: { C: 2, H: 5 },
  Pr: { C: 3, H: 7 },
  iPr: { C: 3, H: 7 },
  nPr: { C: 3, H: 7 },
  Bu: { C: 4, H: 9 },
  nBu: { C: 4, H: 9 },
  iBu: { C: 4, H: 9 },
  sBu: { C: 4, H: 9 },
  tBu: { C: 4, H: 9 },
  Ph: { C: 6, H: 5 },
  Bn: { C: 7, H: 7 },
  Cy: { C: 6, H: 11 },
  Cp: { C: 5, H: 5 },
  Ac: { C: 2, H: 3, O: 1 },
  Bz: { C: 7, H: 5, O: 1 },
  Ms: { C: 1, H: 3, S: 1, O: 2 },
  Ts: { C: 7, H: 7, S: 1, O: 2 },
  Tf: { C: 1, F: 3, S: 1, O: 2 },
  TMS: { C: 3, H: 9, Si: 1 },
  TBS: { C: 6, H: 15, Si: 1 },
  FSI: { N: 1, S: 2, O: 4, F: 2 },
  TFSI: { N: 1, S: 2, O: 4, C: 2, F: 6 },
  BETI: { N: 1, S: 2, O: 4, C: 4, F: 10 },
  BOB: { B: 1, C: 4, O: 8 },
  DFOB: { B: 1, F: 2, C: 2, O: 4 },
  TMA: { N: 1, C: 4, H: 12 },
  TEA: { N: 1, C: 8, H: 20 },
  TBA: { N: 1, C: 16, H: 36 },
  MA: { N: 1, C: 1, H: 6 },
  FA: { N: 2, C: 1, H: 5 },
  BA: { N: 1, C: 4, H: 12 },
  EMIM: { N: 2, C: 6, H: 11 },
  BMIM: { N: 2, C: 8, H: 15 },
  Pyr: { N: 1, C: 4, H: 8 },
  acac: { C: 5, H: 7, O: 2 },
  hfac: { C: 5, H: 1, F: 6, O: 2 },
  thd: { C: 11, H: 19, O: 2 },
  ox: { C: 2, O: 4 },
  en: { C: 2, H: 8, N: 2 },
  py: { C: 5, H: 5, N: 1 },
  bpy: { C: 10, H: 8, N: 2 },
  phen: { C: 12, H: 8, N: 2 },
  dme: { C: 4, H: 10, O: 2 },
  DME: { C: 4, H: 10, O: 2 },
  THF: { C: 4, H: 8, O: 1 },
  thf: { C: 4, H: 8, O: 1 },
  DMSO: { C: 2, H: 6, O: 1, S: 1 },
};

/** By first letter, longest first. */
const BY_LETTER = new Map<string, readonly string[]>();
for (const name of Object.keys(TABLE).sort((a, b) => b.length - a.length))
  BY_LETTER.set(name[0]!, [...(BY_LETTER.get(name[0]!) ?? []), name]);

/** Elements where no oxygen is beside them: actinium, praseodymium. */
const ALSO_ELEMENTS: ReadonlySet<string> = new Set(['Ac', 'Pr']);

/**
 * The group that begins at `at`, or undefined. Small letters and rows of capitals count only as a whole bracket
 * (`Al(acac)3`, `Mg(TFSI)2`) or, of cations, at the beginning of the formula (`TBAPF6`): elsewhere they may be anything.
 */
export function groupAt(text: string, at: number): string | undefined {
  const names = BY_LETTER.get(text[at] ?? '');
  return names?.find((name) => text.startsWith(name, at) && stands(text, at, name));
}

/** True for a formula that names a group by letters: `BuOH`, `Al(acac)3`. */
export function namesGroup(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (groupAt(text, at) !== undefined) return true;
  return false;
}

export const atomsOfGroup = (name: string): Composition => TABLE[name]!;

function stands(text: string, at: number, name: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + name.length] ?? '';
  if (ALSO_ELEMENTS.has(name))
    return before === 'O' || /^(?:OH|ONa|OLi|OK|Cl|2O(?!\d))/.test(text.slice(at + name.length));
  if (/^[a-z]+$/.test(name)) return '(['.includes(before) && before !== '' && /[)\]\d]/.test(after);
  if (HALIDE_CATIONS.has(name)) return isCationOfHalide(text, at, name);
  if (/^[A-Z]{3,}$/.test(name)) return isBracketed(before, after) || (CATIONS.has(name) && beginsSalt(text, at, name));
  return !/[a-z]/.test(after) || groupAt(text, at + name.length) !== undefined;
}

const isBracketed = (before: string, after: string): boolean => before === '(' && after === ')';

const CATIONS: ReadonlySet<string> = new Set(['TMA', 'TEA', 'TBA', 'EMIM', 'BMIM']);

/** Organic cations of halide perovskites, by two letters. */
const HALIDE_CATIONS: ReadonlySet<string> = new Set(['MA', 'FA', 'BA']);

/** `MA` of MAPbI3, `FA` of Cs0.1FA0.9PbBr3 and `BA` of (BA)2PbI4: first or among other cations, before a halide. */
function isCationOfHalide(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (/[A-Za-z]$/.test(before) && !/(?:Cs|Rb|MA|FA)$/.test(before)) return false;
  return HALIDE_AHEAD.test(text.slice(at + name.length, at + name.length + 40));
}

/** Indices and further cations, then the metal of the halide or the halogen. */
const HALIDE_AHEAD =
  /^[\d.,xyn()₀-₉+−–-]*(?:(?:MA|FA|BA|Cs|Rb)[\d.,xyn()₀-₉+−–-]*)*(?:(?:Pb|Sn|Ge)[\d.x₀-₉]*)*(?:\(?(?:Cl|Br|I(?![A-Za-z]))|X(?=[\d₃₄]))/;

const beginsSalt = (text: string, at: number, name: string): boolean =>
  !/[A-Za-z]/.test(text[at - 1] ?? '') && isElementAt(text, at + name.length, 1) && /\d/.test(text.slice(at, at + 12));
