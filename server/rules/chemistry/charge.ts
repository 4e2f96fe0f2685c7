import type { Span } from '../../base/span';
import type { Composition } from '../../chemistry/composition';
import { type CyanideCharges, cyanideCharges, isBalanced } from '../../chemistry/cyanides';
import { expectedCharge, impossibleSalt, isImpossibleIon, onlyCharge } from '../../chemistry/ionCharge';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { chargeInstead } from '../editing/formulaText';
import type { Finding, Rule } from '../rule';
import { misprintAt } from './misprint';
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
    ],
    good: [
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
      const found = impossible(written, file);
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

function impossible({ mention, text }: WrittenFormula, file: FileAnalysis): Impossible | undefined {
  const { composition, charge: written } = mention.formula;
  if (!composition || /[·•.*/]/.test(text.replace(/\d\.\d/g, ''))) return undefined;
  const elements = Object.keys(composition);
  const said = saidBeside(file, mention.prose);
  if (written === 0) return said ? missing(text, composition, said) : unbalanced(text, composition);
  if ((said === 'anion' && written > 0) || (said === 'cation' && written < 0))
    return {
      message: `${text} is called ${said === 'anion' ? 'an anion' : 'a cation'} and bears the charge ${signed(written)}.`,
    };
  const valence = valenceBefore(file, mention.prose);
  if (valence && valence.charge !== Math.abs(written))
    return { message: `${text} is called ${valence.word} and bears the charge ${signed(written)}.` };
  if (elements.length === 1) {
    if (isSum(text, file, mention.prose) && !isImpossibleIon(elements[0]!, 1)) return undefined;
    const isAtom = composition[elements[0]!] === 1;
    return isAtom && isImpossibleIon(elements[0]!, written) && !isOfGas(file, mention.prose)
      ? { message: `${elements[0]} bears no charge of ${signed(written)}.` }
      : undefined;
  }
  if (/^O?H/.test(text) && elements.every((e) => e === 'O' || e === 'H') && composition.O === 1 && composition.H === 1)
    return written < -1 ? { message: 'Hydroxide bears the charge −1.', charge: -1 } : undefined;
  const only = onlyCharge(composition);
  const expected = only === undefined ? expectedCharge(composition, written) : only;
  return expected === undefined || expected === 0 || expected === written
    ? undefined
    : {
        message: `The charge ${signed(written)} is not possible here; with these atoms the ion bears ${signed(expected)}.`,
        charge: expected,
      };
}

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
const isOfGas = ({ parsed: { prose } }: FileAnalysis, at: Span): boolean =>
  IS_SPECTROSCOPY.test(prose.text) || /\bHe2?\+/.test(prose.slice(prose.blockAt(at.start) ?? at));

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

function unbalanced(text: string, composition: Composition): Impossible | undefined {
  // The end of a molecule: `NaO2CO–C2H4–OCO2Na`, `OSO3Na`.
  if (/^R?O[CSP]O\d|O2CO$/.test(text)) return undefined;
  // A system by its letters: `NaPO`.
  if (Object.values(composition).every((amount) => amount === 1)) return undefined;
  const cyanide = cyanideCharges(composition);
  if (cyanide && !isBalanced(cyanide))
    return { message: `The charges of ${text} do not cancel: ${metalsOf(cyanide)}.` };
  const salt = impossibleSalt(composition);
  if (!salt) return undefined;
  const usual = salt.usual.map(signed).join(' or ');
  return {
    message: `The charges of ${text} do not cancel: ${salt.centre} would need ${signed(salt.state)}, not ${usual}.`,
  };
}

/** `Mn and Fe would need +3 together, not +4 or more` */
function metalsOf({ metals, needed, low, high }: CyanideCharges): string {
  const usual = needed < low ? `${signed(low)} or more` : `at most ${signed(high)}`;
  return `${metals.join(' and ')} would need ${signed(needed)}${metals.length > 1 ? ' together' : ''}, not ${usual}`;
}
