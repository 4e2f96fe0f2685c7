import { flat } from '../../base/script';
import { type Span, span } from '../../base/span';
import type { Composition } from '../../chemistry/composition';
import { parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { FormulaMention } from '../../manuscript/mention';
import type { Block, Prose } from '../../text/prose';

/** A formula that the author writes as a compound or an ion of its own. */
export interface WrittenFormula {
  readonly mention: FormulaMention;
  /** In flat text, with ASCII minus, without spaces. */
  readonly text: string;
}

/** Elementary charges as they are read: `+2`, `−1`. */
export const signed = (charge: number): string => (charge > 0 ? `+${charge}` : charge < 0 ? `−${-charge}` : '0');

/** Formulas of a file except for those of works that it cites, for polyhedra (`MnO6`; not `BF4 anions`), and for parts of longer formulas. */
export function writtenFormulas(file: FileAnalysis): WrittenFormula[] {
  const { prose } = file.parsed;
  const compounds = new Set(
    file.candidates.formulas.flatMap((f) =>
      f.standing === 'polyhedron' && !saidBeside(file, f.prose) ? [] : f.prose.start,
    ),
  );
  return file.mentions.flatMap((mention) => {
    if (mention.kind !== 'formula' || !compounds.has(mention.prose.start)) return [];
    if (prose.blockAt(mention.prose.start)?.part === 'references') return [];
    const { start, end } = mention.prose;
    if (IS_PART.test(prose.text.slice(end, end + 32)) || hasDigitAfter(prose, end)) return [];
    if (FOLLOWS_PART.test(prose.text.slice(Math.max(0, start - 24), start))) return [];
    if (followsSymbol(prose.text.slice(Math.max(0, start - 4), start), prose.slice(mention.prose))) return [];
    if (prose.text[start - 1] === '[' && prose.text[end] === ']') return [];
    if (WITH_SHORT_FORM.test(prose.slice(mention.prose))) return [];
    return { mention, text: flatText(prose.slice(mention.prose)) };
  });
}

/**
 * A letter or a bracket right before, an index with the letter that it belongs to, or elements in brackets: the end of
 * `Li3xLa2/3−xTiO3`, of `MI 2Zr(PO4)2` and `Scx/3PO4`, torn, and of `(Ba, Sr) TiO3`; or the name of a part (`groups such as PO3`).
 */
const FOLLOWS_PART =
  /[\p{L})\]]$|[\p{L}/:][\d.:]*\d$|(?:^|[ ([])\p{Lu}[\p{Lu}\d′’']{0,2} [\d.:]*\d$|\((?:\p{Lu}\p{Ll}?(?:, ?|\/))+\p{Lu}\p{Ll}?\) $|\b(?:groups?|units?|moiet(?:y|ies)|tetrahedra|octahedra|polyhedra) (?:such as|like|including) $/u;

/** `Ba-TiO3`: a hyphen at the end of a line parted the symbol from its formula. */
function followsSymbol(before: string, formula: string): boolean {
  const symbol = /(?<![A-Za-z\d])([A-Z][a-z]?)[-‐]$/.exec(before)?.[1];
  if (symbol === undefined) return false;
  const whole = parseFormula(flat(symbol + flatText(formula)));
  return whole.ok && whole.formula.composition !== null && chargeBalance(whole.formula.composition)?.balanced === true;
}

/** A digit on the line right after it is of a longer piece, or a citation that lost its script. */
const hasDigitAfter = (prose: Prose, end: number): boolean =>
  /\d/.test(prose.text[end] ?? '') && prose.scriptAt(end) === 'normal';

/** `Na3V2(PO4)2F3(NVPF)`: the short form is not a part of the formula. */
const WITH_SHORT_FORM = /[\dA-Za-z]\([A-Z]{3,}\)$/;

/**
 * What comes after a part of a structure (`V2O7 groups`, `V2O7 and VPO7 groups`, `PO4 anion groups`, `[V2O8]2− dimers`, `{V2O8}n`, `OHfCl4*` on a surface), or after a piece of a formula or ion that a PDF tore
 * apart (`Li 3+ x La…`, `InCl2 /C0`, `ZrO (NO3)2`, `Na4(CB11H12)2(B12 H12)`, `Li3PO2 N1.2`, `Na2PO4-,`) or set beside the next cell of its table
 * (`Li3PS42 × 10−4`, `Li2SO0.52.03`).
 */
const IS_PART =
  /^(?: ?[xyzδ](?!\p{L})| \p{Lu}\p{Ll}?\d*\.\d|[-−–](?=[,;)]|$)|[*∗]| ?\/C\d|\.\d| ?[×⋅] ?10|\(cid:| ?\((?:NO3|OH|SO4|PO4|CO3|ClO4|\d)|\(\p{Lu}\p{Ll}?\d|\)?(?: and| or|,) \(?[A-Z][A-Za-z\d]*\)? (?:groups?|units?|tetrahedr|octahedr|polyhedr)| (?:anion )?(?:groups?|units?|moiet|tetrahedr|octahedr|polyhedr|building|dimers?|trimers?|chains?|sheets?|frameworks?)|\}(?:_?\{?n\b))/u;

/** What the words next to the formula call it: `the anion PF6`, `PF6 anions`. */
export function saidBeside({ parsed: { prose } }: FileAnalysis, { start, end }: Span): 'anion' | 'cation' | undefined {
  const before = /\b(an|cat)ions?,? $/i.exec(prose.text.slice(Math.max(0, start - 10), start))?.[1];
  const after = /^ (an|cat)ions?\b/i.exec(prose.text.slice(end, end + 10))?.[1];
  const said = before ?? after;
  return said === undefined ? undefined : /^a/i.test(said) ? 'anion' : 'cation';
}

/** A system of elements or an alloy by its letters: InGaZnO, LiNiMnCoO, NaLiTiMnO2, GaAsP, CoVN. */
export function isSystem(composition: Composition): boolean {
  const elements = Object.keys(composition);
  const { O: oxygen = 1, ...others } = composition;
  const named = Object.keys(others);
  if (!Object.values(others).every((amount) => amount === 1)) return false;
  if (named.length > 3) return true;
  return oxygen === 1 && (elements.length > 3 || ALLOYED.some((group) => named.filter((e) => group.has(e)).length > 1));
}

/** Elements that replace each other in semiconductors, and metals that form alloys, nitrides and sulfides together. */
const ALLOYED: readonly ReadonlySet<string>[] = [
  'Al Ga In',
  'N P As Sb Bi',
  'S Se Te',
  'Zn Cd Hg',
  'Si Ge Sn',
  'Ti V Cr Mn Fe Co Ni Cu Zr Nb Mo Hf Ta W',
].map((group) => new Set(group.split(' ')));

export const flatText = (formula: string): string =>
  formula
    .replace(/[−–‐]/g, '-')
    .replace(/[₀-₉]/g, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
    .replace(/ /g, '');

/**
 * True where the text around speaks of what is not met in bottles: radicals, fragments in a mass spectrometer, computed phases.
 */
export function isUnusualChemistry({ parsed: { prose } }: FileAnalysis, at: Span): boolean {
  const block = prose.blockAt(at.start);
  if (!block) return false;
  const around = span(Math.max(block.start, at.start - REACH), Math.min(block.end, at.end + REACH));
  return UNUSUAL.test(prose.slice(around)) || FRAGMENTS.test(prose.slice(block)) || isOfUnusualRow(prose, block);
}

/** In a table, what is around is the row: `mp-1186134 | NaFeO3`. */
function isOfUnusualRow(prose: Prose, cell: Block): boolean {
  if (cell.table === undefined) return false;
  const inRow = (block: Block | undefined) =>
    block?.table === cell.table && block?.row === cell.row ? block : undefined;
  let [first, last] = [cell, cell];
  for (let before = inRow(prose.blockAt(first.start - 1)); before; before = inRow(prose.blockAt(first.start - 1)))
    first = before;
  for (let after = inRow(prose.blockAt(last.end + 1)); after; after = inRow(prose.blockAt(last.end + 1))) last = after;
  return UNUSUAL.test(prose.text.slice(first.start, last.end));
}

const REACH = 240;
/** A method that sees fragments, of which a whole paragraph may speak. */
const FRAGMENTS = /SIMS|(?:secondary[- ]ion|time[- ]of[- ]flight|electron[- ]impact) mass spec|\bm\/z\b/i;
const UNUSUAL =
  /radical|fragment|mass spec|cluster|compute[ds]|predict|hypothetic|under pressure|high[- ]pressure|intermediate|adsor|transition state|structure search|misprint|typo\b|\bmp-\d|wrongly|instead of|not exist|not (?:be )?(?:expected|form|possible|likely)|impossible|unlikely|stable phases|\bDFT\b|first[- ]principles|supercell|vacanc|defect/i;
