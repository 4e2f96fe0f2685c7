import { once } from '../../base/once';
import type { Span } from '../../base/span';
import { withoutAmmonium } from '../../chemistry/ammonium';
import type { Composition } from '../../chemistry/composition';
import { type CyanideCharges, cyanideCharges, isBalanced } from '../../chemistry/cyanides';
import { expectedCharge, impossibleSalt, isImpossibleIon, onlyCharge } from '../../chemistry/ionCharge';
import { onlyState } from '../../chemistry/oxidationStates';
import type { Catalogue } from '../../knowledge/catalogue';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import { sentenceAt } from '../../manuscript/sentence';
import type { Block, Prose } from '../../text/prose';
import { chargeInstead } from '../editing/formulaText';
import type { Finding, Rule } from '../rule';
import { misprintAt } from './misprint';
import { brokenSalt, chargeInSalts } from './saltAnions';
import { isUnusualChemistry, saidBeside, signed, type WrittenFormula, writtenFormulas } from './written';

/** An ion with a charge that it cannot bear, or a salt whose charges cannot cancel. */
export const charge = {
  code: 'chemistry/charge',
  title: 'Charge that an ion or a salt cannot have',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'Phosphate «PO~4~^2−^» and nitrate «NO~3~^2−^» were added.',
        fixed: 'Phosphate PO~4~^3−^ and nitrate NO~3~^−^ were added.',
      },
      {
        text: 'The «PF~6~» anion coordinates weakly, as «BF~4~» anions do.',
        fixed: 'The PF~6~^−^ anion coordinates weakly, as BF~4~^−^ anions do.',
      },
      { text: 'The compound «NaAlO4» was found.' },
      { text: 'Hydrogen phosphate, «HPO4-», buffers the solution.' },
      {
        text: 'Bisulfate, «HSO~4~^2−^», ammonium, «NH~4~^−^», and the zincate «ZnCl~4~^3−^» were added.',
        fixed: 'Bisulfate, HSO~4~^−^, ammonium, NH~4~^+^, and the zincate ZnCl~4~^2−^ were added.',
      },
      { text: 'Divalent «Mg^+^» and trivalent Al^3+^ move slowly.' },
      { text: 'Prussian white, «Na~2~MnFe(CN)~5~», is cubic.' },
      {
        text: 'Acetate, «CH~3~COO^+^», oxalate, «C~2~O~4~^−^», and thiocyanate, «SCN^2−^», were added.',
        fixed: 'Acetate, CH~3~COO^−^, oxalate, C~2~O~4~^2−^, and thiocyanate, SCN^−^, were added.',
      },
      { text: 'Of «NH4HPO4», «(NH4)2PO4», «Sr(TFSI)3», «Al(NO3)2» and «Mg(ClO4)3» a slurry was made.' },
      {
        text: 'Solvated Mg^2+^, free Mg^2+^, paired Mg^2+^, Mg^2+^ in the film and Mg^2+^ in water are no «Mg^+^».',
        fixed: 'Solvated Mg^2+^, free Mg^2+^, paired Mg^2+^, Mg^2+^ in the film and Mg^2+^ in water are no Mg^2+^.',
      },
    ],
    good: [
      'HCOO^−^, CH3COO^−^, C2O4^2−^, SCN^−^, TFSI^−^, CO2^−^, NO2^+^ and C2H3O2^+^ are met; so are CuSCN, K2S2O8, Al(NO3)3, Al2(SO4)3, Mg(ClO4)2, Zn(OH)4, MgHPO4, Ca3(PO4)2, Zn(PO3)2, Mg2P2O7, CaS2O8, Ca(BH4)2, Cu(OTf)2, Mg(TFSI)2, Na4(CB11H12)2(B12H12) and Fe4[Fe(CN)6]3.',
      'NH4H2PO4, (NH4)2HPO4, (NH4)3PO4, NH4HSO4, (NH4)2S2O8 and NH4HCO3 are salts of ammonium.',
      'Mg^2+^, Mg^2+^, Mg^2+^, Mg^2+^ and Mg^2+^ take up one electron first: Mg^2+^ + e^−^ → Mg^+^, an intermediate.',
      'The radical CO3^•−^ is short-lived.',
      'Zn(OH)4^2−^, [Zn(H2O)6]^2+^, MgCl^+^, HPO3^2−^, SO3^2−^, AlF6^3−^, SiF6^2−^ and HSO4^−^ are ions of salts.',
      'Formates such as HCO2Li and NaHCO2 form, and the end of a chain is COONa, OCO2Na or OSO3Na.',
      'Prussian blue, Fe4[Fe(CN)6]3, K3Fe(CN)6, K4Fe(CN)6, Na2MnFe(CN)6, KFe[Fe(CN)6] and CuFe(CN)6 are known.',
      'Hypophosphite, NaH2PO2, gives phosphides.',
      'Phases that are SO4-, SiO4-, PO4-, and P2O7-based were compared.',
      'The lines of the hydrogen-like ions Li^2+^ and Be^3+^ follow from the charge of the nucleus.',
      'The radii of He^+^, Li^2+^ and Na^10+^ shrink.',
      'Other phosphate groups such as PO3^2−^ end the chains, and Na3(1−x)Scx/3PO4- ends a line.',
      'S2O8^2−^, MnO4^−^, LiO2 and LiAlH4 are oxidants or not.',
      'On plating, Li++ e- → Li.',
      'The [V~2~O~8~]^2−^ dimers share edges, and zinc would not be expected to form Zn^3+^.',
      'The host has PO4 anions, the glass is of the system NaPO, and ZrO (NO3)2 was dissolved.',
    ],
  },
  *check(file, manuscript) {
    for (const written of writtenFormulas(file)) {
      const { mention } = written;
      const found = impossible(written, file, manuscript);
      if (!found || isUnusualChemistry(file, mention.prose) || isSuspended(file, mention.prose)) continue;
      if (misprintAt(written, file, manuscript)) continue;
      const edit = found.charge === undefined ? undefined : chargeInstead(file, mention.prose, found.charge);
      const fixes = edit && [{ title: `Write ${edit.newText}`, edits: [edit], safe: false }];
      yield { span: mention.source, message: found.message, ...(fixes && { fixes }) } satisfies Finding;
    }
  },
} as const satisfies Rule;

interface Impossible {
  readonly message: string;
  /** The charge that the ion must bear, where there is only one. */
  readonly charge?: number;
}

function impossible(
  { mention, text }: WrittenFormula,
  file: FileAnalysis,
  manuscript: Manuscript,
): Impossible | undefined {
  const { catalogue } = manuscript;
  const { composition, charge: written } = mention.formula;
  if (!composition || /[·•.*/]/.test(text.replace(/\d\.\d/g, ''))) return undefined;
  const elements = Object.keys(composition);
  const said = saidBeside(file, mention.prose);
  if (written === 0) return said ? missing(text, composition, said) : unbalanced(text, composition, catalogue);
  if ((said === 'anion' && written > 0) || (said === 'cation' && written < 0))
    return {
      message: `${text} is called ${said === 'anion' ? 'an anion' : 'a cation'} and bears the charge ${signed(written)}.`,
    };
  const valence = valenceBefore(file, mention.prose);
  if (valence && valence.charge !== Math.abs(written))
    return { message: `${text} is called ${valence.word} and bears the charge ${signed(written)}.` };
  if (elements.length === 1) {
    const [element] = elements as [string];
    if (composition[element] !== 1 || (isSum(text, file, mention.prose) && !isImpossibleIon(element, 1)))
      return undefined;
    const found = impossibleAtom(element, written, file, mention.prose, manuscript);
    return found && !isOfGas(file, mention.prose) ? found : undefined;
  }
  if (/^O?H/.test(text) && elements.every((e) => e === 'O' || e === 'H') && composition.O === 1 && composition.H === 1)
    return written < -1 ? { message: 'Hydroxide bears the charge −1.', charge: -1 } : undefined;
  const expected =
    onlyCharge(composition) ??
    expectedCharge(composition, written) ??
    (isWrittenAsAnion(text, composition) ? chargeInSalts(composition, catalogue) : undefined);
  return expected === undefined || expected === 0 || expected === written
    ? undefined
    : {
        message: `The charge ${signed(written)} is not possible here; with these atoms the ion bears ${signed(expected)}.`,
        charge: expected,
      };
}

function impossibleAtom(
  element: string,
  written: number,
  file: FileAnalysis,
  at: Span,
  manuscript: Manuscript,
): Impossible | undefined {
  const usual = usualIon(element, written, file, at, manuscript);
  if (usual !== undefined)
    return {
      message: `${element} bears the charge ${signed(written)} here and ${signed(usual)} elsewhere in this manuscript.`,
      charge: usual,
    };
  return isImpossibleIon(element, written)
    ? { message: `${element} bears no charge of ${signed(written)}.` }
    : undefined;
}

/** Those with hydrogen by their carboxyl group: `C2H3O2+` may be a fragment. */
const isWrittenAsAnion = (text: string, { H = 0 }: Composition): boolean => H === 0 || /COO|CO2/.test(text);

/**
 * The charge of the ion that this manuscript writes again and again, where the element has no other usual state: Mg²⁺ for `Mg^+^`.
 * Undefined in a reaction and where an unusual ion is spoken of.
 */
function usualIon(
  element: string,
  written: number,
  { parsed: { prose } }: FileAnalysis,
  at: Span,
  manuscript: Manuscript,
): number | undefined {
  const state = onlyState(element);
  if (state === undefined || written <= 0 || written >= state) return undefined;
  const count = (charge: number) => ionsIn(manuscript).get(`${element} ${charge}`) ?? 0;
  if (count(written) > MOST_SLIPS || count(state) < LEAST_USUAL) return undefined;
  const around = prose.slice(sentenceAt(prose, at));
  return prose.scriptAt(at.end - 1) === 'super' && !IS_OF_STEPS.test(around) ? state : undefined;
}

/** Numbers of uses: so many at most are slips, so many at least are the rule. */
const MOST_SLIPS = 2;
const LEAST_USUAL = 5;

/** Reactions, and words for ions with electrons left. */
const IS_OF_STEPS =
  /[→⇌⇄↔⟶=]|\bmono-?valent|\buni-?valent|\bsub-?valent|intermediat|transient|\bsteps?\b|one-electron|single-electron|lumines|emission|excit|ioni[sz]|dimer/i;

/** How often each ion of one atom is written, by element and charge. */
const ionsIn = once(({ files }: Manuscript): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { formula } of files.flatMap(({ formulas }) => formulas)) {
    const elements = Object.keys(formula.composition ?? {});
    if (elements.length !== 1 || formula.charge === 0) continue;
    const ion = `${elements[0]} ${formula.charge}`;
    counts.set(ion, (counts.get(ion) ?? 0) + 1);
  }
  return counts;
});

/** `divalent Mg2+` */
function valenceBefore(
  { parsed: { prose } }: FileAnalysis,
  { start }: Span,
): { word: string; charge: number } | undefined {
  const word = /\b(\w+valent) (?:ions? |cations? |anions? )?$/i.exec(
    prose.text.slice(Math.max(0, start - 24), start),
  )?.[1];
  const charge = word && VALENCES[word.toLowerCase().replace('valent', '')];
  return charge ? { word, charge } : undefined;
}

const VALENCES: Readonly<Record<string, number>> = { mono: 1, uni: 1, di: 2, bi: 2, tri: 3, tetra: 4 };

/** `SO4-, PO4- and P2O7-based phases`: the hyphen is that of a word that comes last. */
const isSuspended = ({ parsed: { prose } }: FileAnalysis, { end }: Span): boolean =>
  /[-−–‐]/.test(prose.text[end - 1] ?? '') &&
  prose.scriptAt(end - 1) === 'normal' &&
  /^(?:,? (?:and |or )?[\p{L}\d()]+[-−–‐]?){0,6}?,? (?:and |or )[\p{L}\d()]+[-−–‐]\p{Ll}{4}/u.test(
    prose.text.slice(end, end + 80),
  );

/** In flames, discharges and stars atoms lose any number of electrons: Li²⁺ is like hydrogen, as He⁺ is. */
function isOfGas({ parsed: { prose } }: FileAnalysis, at: Span): boolean {
  const block = prose.blockAt(at.start);
  return isSpectroscopy(prose) || (block !== undefined && namesHelium(block, prose));
}

const isSpectroscopy = once((prose: Prose) => IS_SPECTROSCOPY.test(prose.text));
const namesHelium = once((block: Block, prose: Prose) => /\bHe2?\+/.test(prose.slice(block)));

const IS_SPECTROSCOPY =
  /hydrogen[- ]?like|hydrogenic|\b(?:one|single)-electron (?:atoms?|ions?|species)|Rydberg|\bBohr(?:[’']s)? (?:model|atom|theory|orbit)|(?:second|third|successive) ioni[sz]ation|interstellar|astro(?:chem|phys|nom)|nebula|\bstellar/i;

/** `Li++ e-`: an ion and a plus sign without the space between them. */
const isSum = (text: string, { parsed: { prose } }: FileAnalysis, at: Span): boolean =>
  text.endsWith('++') && prose.scriptAt(at.end - 1) === 'normal';

function missing(text: string, composition: Composition, said: string): Impossible | undefined {
  const expected = expectedCharge(composition, 0);
  // Phosphates and silicates are spoken of as parts of solids.
  if (expected !== undefined && Math.abs(expected) > 2) return undefined;
  if (expected === undefined || (said === 'anion' ? expected >= 0 : said === 'cation' ? expected <= 0 : expected === 0))
    return undefined;
  return {
    message: `${text} is called ${said === 'cation' ? 'a cation' : `an ${said}`}, but its charge ${signed(expected)} is missing.`,
    charge: expected,
  };
}

function unbalanced(text: string, composition: Composition, catalogue: Catalogue): Impossible | undefined {
  // The end of a molecule: `NaO2CO–C2H4–OCO2Na`, `OSO3Na`.
  if (/^R?O[CSP]O\d|O2CO$/.test(text)) return undefined;
  // A system by its letters: `NaPO`.
  if (Object.values(composition).every((amount) => amount === 1)) return undefined;
  const cyanide = cyanideCharges(composition);
  if (cyanide && !isBalanced(cyanide))
    return { message: `The charges of ${text} do not cancel: ${metalsOf(cyanide)}.` };
  const salt = impossibleSalt(withoutAmmonium(text, composition));
  if (salt) return { message: needs(text, salt.centre, salt.state, salt.usual) };
  const broken = brokenSalt(composition, catalogue);
  return broken && { message: needs(text, broken.metal, broken.state, [broken.usual]) };
}

const needs = (text: string, element: string, state: number, usual: readonly number[]): string =>
  `The charges of ${text} do not cancel: ${element} would need ${signed(state)}, not ${usual.map(signed).join(' or ')}.`;

/** `Mn and Fe would need +3 together, not +4 or more` */
function metalsOf({ metals, needed, low, high }: CyanideCharges): string {
  const usual = needed < low ? `${signed(low)} or more` : `at most ${signed(high)}`;
  return `${metals.join(' and ')} would need ${signed(needed)}${metals.length > 1 ? ' together' : ''}, not ${usual}`;
}
