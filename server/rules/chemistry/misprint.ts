import { flat } from '../../base/script';
import { type Span, span } from '../../base/span';
import { type Composition, compositionKey } from '../../chemistry/composition';
import { parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { commonStates } from '../../chemistry/oxidationStates';
import { slipBetween, unconfused } from '../../chemistry/slips';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import { sentenceAt } from '../../manuscript/sentence';
import { formulaInstead } from '../editing/formulaText';
import type { Finding, Rule } from '../rule';
import { type KnownFormula, type KnownFormulas, knownFormulas } from './knownFormulas';
import { brokenSalt } from './saltAnions';
import { swappedLetters } from './swappedLetters';
import { isSystem, isUnusualChemistry, type WrittenFormula, writtenFormulas } from './written';

/** A formula that cannot be, one slip from one that this manuscript or the catalogue knows. */
export const misprint = {
  code: 'chemistry/misprint',
  title: 'Formula that cannot be, one slip from a known one',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The garnet «Li~7~La~2~Zr~3~O~12~» was pressed; undoped Li~7~La~3~Zr~2~O~12~ is tetragonal.',
        fixed: 'The garnet Li~7~La~3~Zr~2~O~12~ was pressed; undoped Li~7~La~3~Zr~2~O~12~ is tetragonal.',
      },
      {
        text: 'The cathode powder («LiFeP04») was dried.',
        fixed: 'The cathode powder (LiFePO4) was dried.',
      },
      {
        text: 'Layered «LiNO2» was compared with LiCoO2 cathodes.',
        fixed: 'Layered LiNiO2 was compared with LiCoO2 cathodes.',
      },
      {
        text: 'The electrode «LiFPO~4~» keeps its structure.',
        fixed: 'The electrode LiFePO~4~ keeps its structure.',
      },
      { text: 'The film holds «Li~2~CO~4~», next to LiF.', fixed: 'The film holds Li~2~CO~3~, next to LiF.' },
      {
        text: '«Zn(CFSO3)2» was dissolved; Zn(CF3SO3)2 is costly, as Li10GeP2S12 is, and «Li10GeP3S12» is not.',
        fixed: 'Zn(CF3SO3)2 was dissolved; Zn(CF3SO3)2 is costly, as Li10GeP2S12 is, and Li10GeP2S12 is not.',
      },
      {
        text: '«LiPF4», «LiN(SO3CF3)2», «Mg(TFSI)3» and «Li3CO3» were weighed.',
        fixed: 'LiPF6, LiN(SO2CF3)2, Mg(TFSI)2 and Li2CO3 were weighed.',
      },
      { text: 'One molar «LiTSFI» was used.', fixed: 'One molar LiTFSI was used.' },
      {
        text: 'Olivine $«\\ce{LiFePO2}»$ was coated.',
        fixed: 'Olivine $\\ce{LiFePO4}$ was coated.',
      },
    ],
    good: [
      'Li2S8, Li15Si4, LiC12 and Fe7S8 are not simple.',
      'LiDFOB is also called LiODFB; our own lithium toluenesulfonyl fluorimide (LiTSFI) melts.',
      'The series goes from CoS1.6Se0.4 to CoS0.4Se1.6; rGO with Ni3Co6S8, or CNi3Co6S8, was compared.',
      'LiN(SO2C2F5)2, LiN(SO2F)(SO2CF3), LiSO2CF3, Li2C2O4, LiPO2F2, LiPF2(C2O4)2, Na3MnPO4CO3 and Na2Fe(C2O4)SO4 are salts.',
      'Antimony burns to Sb2O3, and this to Sb2O4.',
      'The anion is reduced to LiF, Li2SO4, Li2S2O4 and Li2S.',
      'Computed phases such as LiF2 are stable under pressure.',
      'By secondary ion mass spectrometry the layers were sputtered away for ten minutes each, and the counts of all fragments were divided by the sum of the counts. Both cells were taken apart in a glovebox that was filled with argon, rinsed three times, and dried for an hour before they were brought in. Signals of NaF2 and NaF lie at the surface.',
      'Cells of Ti68O34 and of Ti18O34 were computed; GaAsP is an alloy of GaAs.',
      'From a PDF: MI 2Zr(PO4)2 is not Zr(HPO4)2, Ba-TiO3 is not TiO2, and LiMn2O48 cites a work on LiMn2O4.',
      'On charge Na2TiO3 becomes TiO3, which is less stable than TiO2.',
      'With more sodium inserted into NaZr2(PO4)3, as in Na3Zr2(PO4)3, the frame is lost.',
      'The table lists mp-1186134 as NaFeO3 beside the layered NaFeO2.',
      'Layers of antimony make GeSb4Te4 of GeSb2Te4.',
      '| Entry | Phase |\n|---|---|\n| mp-1186134 | NaFeO3 |\n\nThe layered NaFeO2 is another one.',
      'Catalysts of CoVN, WMoS and NiMoN on CoN, VN, MoS2 and Ni3N were compared.',
      'HfO2 and HfCl4 leave HfCl on the surface, ZnO leaves ZnOH, and InGaZnO is written beside InGaZnO4.',
    ],
  },
  *check(file, manuscript) {
    yield* confusedWords(file, manuscript);
    yield* swappedLetters(file, manuscript);
    for (const written of writtenFormulas(file)) {
      const right = misprintAt(written, file, manuscript);
      if (right) yield finding(file, written.mention.prose, written.text, right);
    }
  },
} as const satisfies Rule;

function finding(file: FileAnalysis, at: Span, written: string, meant: readonly KnownFormula[]): Finding {
  const texts = meant.map(({ text }) => text);
  const elsewhere = meant.some(({ where }) => where) ? ', which this manuscript writes elsewhere' : '';
  const fixes = texts.flatMap((text) => {
    const edit = formulaInstead(file, at, text);
    return edit ? { title: `Write ${edit.newText}`, edits: [edit], safe: false } : [];
  });
  return {
    span: file.parsed.prose.toSource(at),
    message: `“${written}” is one slip away from ${texts.join(' and from ')}${elsewhere}.`,
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The formula that was meant, where it is plain that another one was, or the two of the same elements that may have been. */
export function misprintAt(
  written: WrittenFormula,
  file: FileAnalysis,
  manuscript: Manuscript,
): readonly KnownFormula[] | undefined {
  const { mention, text } = written;
  const { composition, charge } = mention.formula;
  if (charge !== 0 || !composition) return undefined;
  const elements = Object.keys(composition);
  if (elements.length < 2 || isUnusualChemistry(file, mention.prose)) return undefined;
  if (isFragment(elements) || isSystem(composition) || isPolyhedron(composition) || isCell(composition))
    return undefined;
  const isLost =
    mention.species === undefined &&
    (chargeBalance(composition)?.balanced === false ||
      isBrokenImide(composition) ||
      brokenSalt(composition, manuscript.catalogue) !== undefined);
  const mayBeConfused = mention.species === undefined && unconfused(text) !== text;
  if (!isLost && !mayBeConfused && !isLetterLost(written, file)) return undefined;

  const known = knownFormulas(manuscript);
  if (known.uses(composition) > MOST_SLIPS) return undefined;
  const meant = mayBeConfused ? known.find(unconfused(text)) : undefined;
  if (meant) return [meant];
  if (!isLost) return isLetterLost(written, file) ? known.lostLetter(text, elements) : undefined;
  if (isPolyanionic(elements) || isAlkaliOxide(elements) || isSulfurChain(composition)) return undefined;
  if (isMixedValence(composition) || isStackOfLayers(elements) || isEmptyFrame(composition, known)) return undefined;
  const difference = (other: KnownFormula) => Math.abs(other.text.length - text.length);
  // A wrong index is met more often than a lost one.
  const near = known.all
    .filter((other) => other.isSure && slipBetween(text, other.text))
    .sort((a, b) => difference(a) - difference(b));
  // What the manuscript writes itself is meant before what only the catalogue knows.
  const own = near.filter(({ where }) => where);
  // What the catalogue alone knows is not a measure for compounds of two elements, which have many, and for those that leave whole numbers.
  const isOwnOnly = elements.length === 2 || !Object.values(composition).every(Number.isInteger);
  const plausible = own.length > 0 || isOwnOnly ? own : near;
  // An element is written by accident less often than a wrong index.
  const alike = plausible.filter(({ key }) => elementsOf(key) === elementsOf(compositionKey(composition)));
  const best = alike.length > 0 ? alike : plausible;
  const different = best.filter(({ key }, i) => best.findIndex((other) => other.key === key) === i);
  const most = alike.length > 0 && elements.length > 2 ? MOST_ALIKE : 1;
  // Of many, only those that nothing was lost from.
  const right = different.length > most ? different.filter((other) => difference(other) === 0) : different;
  if (right.length === 0 || right.length > most) return undefined;
  return right.some((other) => isCited(written, other.text, file) || isCharged(written, other.key, file))
    ? undefined
    : right;
}

/** Of more formulas of the same elements none is near enough: `Li2CO4` may be Li2CO3 or Li2C2O4. */
const MOST_ALIKE = 2;

/** `LiMn2O48`: on the line, the number of a cited work looks like a part of the last index. */
function isCited({ text, mention }: WrittenFormula, right: string, { parsed: { prose } }: FileAnalysis): boolean {
  const added = text.startsWith(right) ? text.slice(right.length) : '';
  return /^\d+$/.test(added) && added[0] !== right.at(-1) && prose.scriptAt(mention.prose.end - 1) === 'normal';
}

/** `TiO3` beside Na2TiO3: the frame without its alkali ions, as it is when all have left. */
const isEmptyFrame = (composition: Composition, known: KnownFormulas): boolean => {
  const key = compositionKey(composition);
  return known.all.some((other) => other.where && other.key !== key && frameOf(other.key) === key);
};

/** `with more sodium inserted, such as Na3Zr2(PO4)3`: another state of charge is meant. */
function isCharged({ mention }: WrittenFormula, right: string, { parsed: { prose } }: FileAnalysis): boolean {
  const { composition } = mention.formula;
  return (
    frameOf(compositionKey(composition!)) === frameOf(right) &&
    STATE_OF_CHARGE.test(prose.slice(sentenceAt(prose, mention.prose)))
  );
}

/** A key without alkali ions. */
const frameOf = (key: string): string => key.replace(/\b(?:Li|Na|K)[\d.]+ ?/g, '').trim();

const STATE_OF_CHARGE = /\b(?:de)?(?:insert|intercalat|lithiat|sodiat|potassiat|extract)/i;

/** Halides and hydroxides with too few ligands occur on surfaces and in gases, or on more ligands: HfCl, ZnOH, SnF(acac). */
const isFragment = (elements: readonly string[]): boolean => {
  const [first, ...metals] = elements.filter((element) => !LIGANDS.has(element));
  const isHydroxide = elements.includes('O') && elements.includes('H');
  const isHalide = elements.some((element) => HALOGENS.has(element)) && !elements.includes('O');
  return first !== undefined && metals.length === 0 && !NOT_A_CENTRE.has(first) && (isHydroxide || isHalide);
};

const HALOGENS: ReadonlySet<string> = new Set(['F', 'Cl', 'Br', 'I']);
const LIGANDS: ReadonlySet<string> = new Set([...HALOGENS, 'O', 'H']);
/** Their ions are alone in solids, or they are not metals. */
const NOT_A_CENTRE: ReadonlySet<string> = new Set(['Li', 'Na', 'K', 'Rb', 'Cs', 'C', 'N', 'P', 'S', 'Se']);

/** `VO6`: what an ion has around it in a solid. */
const isPolyhedron = (composition: Composition): boolean => {
  const [[centre, amount] = ['', 0], ...others] = Object.entries(composition).filter(([element]) => element !== 'O');
  return others.length === 0 && amount === 1 && !NOT_A_CENTRE.has(centre) && (composition.O ?? 0) >= 4;
};

/** The atoms of a cell that was computed, not a formula unit: Ti68O34. */
const isCell = (composition: Composition): boolean => {
  const amounts = Object.values(composition);
  return amounts.length === 2 && amounts.reduce((sum, amount) => sum + amount) > MOST_IN_UNIT;
};
const MOST_IN_UNIT = 12;

const elementsOf = (key: string): string => key.replace(/[\d.]+/g, '');

/** Pairs and chains of one non-metal, in TiS3, CoP3, NaN3 and CoSSe, have no usual state. */
const isPolyanionic = (elements: readonly string[]): boolean =>
  !elements.some((element) => /^(?:O|F|Cl|Br|I)$/.test(element)) &&
  new Set(elements.map((element) => (/^(?:Se|Te)$/.test(element) ? 'S' : element))).size === 2;

/** Dithionites and thiosulfates have bonds between sulfur atoms: Li2S2O4. */
const isSulfurChain = ({ C = 0, S = 0, O = 0 }: Composition): boolean => C === 0 && S >= 2 && O > 0 && O < 4 * S;

/** Oxides of two elements whose atoms of one kind have two usual states: Sb2O4, Pb3O4. */
function isMixedValence({ O = 0, ...others }: Composition): boolean {
  const [[element, atoms] = ['', 0], ...more] = Object.entries(others);
  const states = commonStates(element).filter((state) => state > 0);
  if (more.length > 0 || atoms < 2 || !Number.isInteger(atoms)) return false;
  return states.some((a) =>
    states.some((b) =>
      Array.from({ length: atoms - 1 }, (_, i) => i + 1).some((n) => n * a + (atoms - n) * b === 2 * O),
    ),
  );
}

/** GeSb4Te4: layers of the metalloid lie between those of its telluride or selenide, in any number. */
const isStackOfLayers = (elements: readonly string[]): boolean =>
  elements.some((element) => /^(?:As|Sb|Bi)$/.test(element)) &&
  elements.some((element) => /^(?:Se|Te)$/.test(element)) &&
  !elements.some((element) => /^(?:O|F|Cl|Br|I|Li|Na|K)$/.test(element));

/** Suboxides, peroxides, superoxides and ozonides: Cs11O3, KO3. */
const isAlkaliOxide = (elements: readonly string[]): boolean =>
  elements.every((element) => /^(?:O|Li|Na|K|Rb|Cs)$/.test(element));

/** Salts of sulfonyl imides, N(SO2CF3)2⁻, have two oxygen atoms on each sulfur. */
const isBrokenImide = ({ N = 0, S = 0, O = 0, F = 0, H = 0 }: Composition): boolean =>
  N > 0 && S === 2 * N && F > 0 && H === 0 && O !== 2 * S;

/** More uses than this are not slips. */
const MOST_SLIPS = 3;

/** LiNO2 among cathodes: the salt can be too, so the words around must speak of electrodes. */
function isLetterLost({ mention }: WrittenFormula, { parsed: { prose } }: FileAnalysis): boolean {
  const around = prose.text.slice(Math.max(0, mention.prose.start - 60), mention.prose.end + 60);
  return /\b(?:cathodes?|layered|positive electrodes?)\b/i.test(around) && !/nitrite|oxalate|carbonite/i.test(around);
}

/** Words that are not formulas, but are with O for 0: `LiFeP04`, `Li2C03`. */
function* confusedWords(file: FileAnalysis, manuscript: Manuscript): Iterable<Finding> {
  const { prose } = file.parsed;
  const known = knownFormulas(manuscript);
  for (const match of prose.text.matchAll(ZERO_WORD)) {
    const at = span(match.index, match.index + match[0].length);
    const part = prose.blockAt(at.start)?.part;
    if (
      part === 'references' ||
      part === undefined ||
      file.mentionsIn(at).some((m) => m.kind === 'formula' && m.prose.end === at.end)
    )
      continue;
    const right = unconfused(match[0]);
    const read = parseFormula(flat(right));
    if (!read.ok || !read.formula.composition) continue;
    const meant = known.byKey(compositionKey(read.formula.composition));
    if (meant) yield finding(file, at, match[0], [{ ...meant, text: right }]);
  }
}

const ZERO_WORD = /(?<![\p{L}\p{N}_/.@-])[A-Z][A-Za-z0-9]{1,20}0\d{1,2}[A-Za-z0-9]{0,12}(?![\p{L}\p{N}_@/])/gu;
