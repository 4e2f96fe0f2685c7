import type { Span } from '../../base/span';
import type { Prose } from '../../text/prose';
import { isSpace } from './characters';
import type { Guard } from './guard';
import { IN_FIGURE_NUMBER } from './labels';
import { isSolution } from './loneUnits';

/** A number with a unit after it, as they are written. */
export interface WrittenQuantity {
  readonly prose: Prose;
  readonly block: Span;
  /** Offset of the first digit. */
  readonly number: number;
  /** Offset of the unit, and after it. */
  readonly unit: number;
  readonly end: number;
  /** Absolute value, of a range its upper end. */
  readonly size: number;
  /** The number follows the quantity before it directly. */
  readonly followsQuantity: boolean;
  /** The unit where it is one letter that may mean something else: `C`, `V`, `m`. */
  readonly letter?: string;
  /** So much of the block, up to the number and from the unit on, as decides what the number is. */
  readonly before: string;
  readonly after: string;
}

/** With the text around it. */
export const inItsBlock = (quantity: Omit<WrittenQuantity, 'before' | 'after'>): WrittenQuantity => {
  const { prose, block, number, end } = quantity;
  const before = prose.text.slice(Math.max(block.start, number - 60), number);
  return { ...quantity, before, after: prose.text.slice(end, Math.min(block.end, end + 48)) };
};

/** What a number is where it measures nothing, by what is before it. */
export const NUMBER_GUARDS: readonly Guard<WrittenQuantity>[] = [
  {
    id: 'part of a name or a path',
    rejects: ['the file run_«5 V» was', 'the phase (OH)«2 V» was', 'the list [4]«3 V» was'],
    keeps: ['a cell («5 V») was'],
    is: (quantity) => NAME_MARKS.has(characterBefore(quantity)),
  },
  {
    id: 'a price',
    rejects: ['a sum of €«5 M» was'],
    keeps: ['a sum of «5 mol» was'],
    is: (quantity) => CURRENCIES.has(characterBefore(quantity)),
  },
  {
    id: 'part of a compound with a slash',
    rejects: ['a graphite/«811 mV» cell', 'charged@«4 V» there'],
    keeps: ['at 1C/«2C» rates'],
    is: (quantity) => /[/@]/.test(characterBefore(quantity)) && !quantity.followsQuantity,
  },
  {
    id: 'the second part of a ratio',
    rejects: ['in a ratio of 1:«1 M» there', 'in a ratio of 1 : «1 M» there'],
    keeps: [
      'the salt: «1 M» of it',
      'for LiPF6: «1 M» of it',
      'Sample 2: «158 mAh» there',
      'of sample 1: «2 V», cell 2: «3 V»',
    ],
    // The index of a formula is not part of a ratio, nor is the number of what is measured.
    is: ({ before }) => /\d:$|(?<![\p{L}\p{N}.)\]])[\d.]+ ?: ?$/u.test(before.slice(-12)) && !NUMBERED.test(before),
  },
  {
    id: 'digits after a point that a PDF set apart',
    rejects: ['a voltage of 4 . «15 V» there'],
    keeps: ['in part 4. «15 V» there', 'part 4 at «15 V» there'],
    is: ({ before }) => /(?:^|[^\p{L}\d])\d+ \. $/u.test(before),
  },
  {
    id: 'an amount in an alloy',
    rejects: ['the alloy Ti–8Al–1Mo–«1V» is', 'the alloy Ti-6Al-«4V» is'],
    keeps: ['at 1C–«2C» there', 'a «4V» cell'],
    is: (quantity) => isElement(quantity) && isGlued(quantity) && ALLOY_BEFORE.test(quantity.before),
  },
  {
    id: 'a coefficient of a reaction',
    rejects: ['from $\\ce{«2 V»}$ on'],
    keeps: ['from $«2 V»$ on'],
    is: ({ prose, number }) => prose.settingAt(number) === 'chemistry',
  },
];

/** What a number is together with what looks like its unit. */
export const UNIT_GUARDS: readonly Guard<WrittenQuantity>[] = [
  {
    id: 'number of a figure, a table or a section',
    rejects: ['see Figure «2m» there', 'see Figs. 3A and «4 C» there', 'shown in FIG. «4K» was'],
    keeps: ['see Figure 2 at «4 C» there'],
    is: (quantity) => (isGlued(quantity) || quantity.letter !== undefined) && IN_FIGURE_NUMBER.test(quantity.before),
  },
  {
    id: 'part of a space group',
    rejects: ['the cubic Pm-«3m» is'],
    keeps: ['a cubic «3m» is', 'at 1C-«2C» there'],
    is: (quantity) => isGlued(quantity) && /(?:^|[^\p{L}\d])[PIRFABC][dmn]?[-−–]$/u.test(quantity.before),
  },
  {
    id: 'a position or a label with a hyphen',
    rejects: ['in position «2-C» there'],
    keeps: ['a «5-V» cell', 'a «20-h» rest'],
    is: (quantity) => isHyphenated(quantity) && !!quantity.letter && !'Vhd'.includes(quantity.letter),
  },
  {
    id: 'a function of an argument',
    rejects: ['the value «2g»(x) is'],
    keeps: ['the value «2 V»(SHE) is', 'a run of «40 s»(one core) is'],
    is: (quantity) => isSmall(quantity) && /^\([^()\s]{1,3}\)/.test(quantity.after),
  },
  {
    id: 'an ion, a bond or a position with a mark',
    rejects: ['the ion «2 K»^+^ is', 'from Ti^4+^«0.25V»^4+^ on', 'the bond «2 C»–H is', 'in position «2 C»′ there'],
    keeps: ['at «2 C»–3 C there', 'cooled («5 K»–RT) there'],
    is: (quantity) => !!quantity.letter && /^\d?[+⁺]|^[–=≡-](?!RT\b)[A-Z]|^['’′*]/.test(quantity.after),
  },
  {
    id: 'part of a label',
    rejects: ['the sample AB-«2 C» was'],
    keeps: ['at 1C-«2C» there'],
    is: (quantity) =>
      isCapital(quantity) && /[\w)][-‐]$/.test(quantity.before) && !/\d ?[A-Za-z]-$/.test(quantity.before),
  },
  {
    id: 'an element: its atoms, orbital or edge',
    rejects: ['the «2 V» atoms are', 'the «2 V» 2p peak', 'the «2 V» K-edge is'],
    keeps: ['a load of «2 V» is'],
    is: (quantity) =>
      isElement(quantity) &&
      /^ ?(?:[1-7][spdf]\b|K-?edge|L-?edge|(?:atom|ion|site|vacanc|dop|cation)s?)/.test(quantity.after),
  },
  {
    id: 'a formula that a PDF tore',
    rejects: ['the phase Na «3 V» 2 is'],
    keeps: ['the phase at «3 V» is', 'the worst (Mn «2.35 V») is'],
    is: (quantity) =>
      isElement(quantity) &&
      PART_OF_FORMULA.test(quantity.before) &&
      (Number.isInteger(quantity.size) || /^ ?[\dA-Z(]/.test(quantity.after)),
  },
  {
    id: 'an initial after a year',
    rejects: ['this was in «2018 K». Author'],
    keeps: ['this was at «300 K». After', 'this was at «2018 K» and'],
    is: (quantity) => isCapital(quantity) && isYear(quantity) && /^\. ?[A-Z]/.test(quantity.after),
  },
  {
    id: 'label of a cited work',
    rejects: ['on page 1703;«2cP». Author'],
    keeps: ['it flows; «2 cP» is', 'a viscosity of «2cP». After'],
    is: (quantity) => isGlued(quantity) && quantity.before.endsWith(';') && /^\.[ -]+[A-Z]/.test(quantity.after),
  },
  {
    id: 'an isotope',
    rejects: [
      'a «13C»-labelled solvent',
      'the «13C» NMR spectrum',
      'the «39K» NMR spectrum',
      'spectra of nuclei like «13C» are',
    ],
    keeps: ['a «13C» rate', 'at «12C» there'],
    is: (quantity) =>
      isGlued(quantity) &&
      (quantity.letter === 'C'
        ? isIsotope(quantity)
        : isElement(quantity) && /^ (?:(?:solid-state|MAS) )?NMR/.test(quantity.after)),
  },
  {
    id: 'a million',
    rejects: ['some «100 M» parameters'],
    keeps: ['some «12 M» acid'],
    is: ({ letter, size }) => letter === 'M' && size > MOST_MOLAR,
  },
  {
    id: 'millions of something',
    rejects: ['some «2.5M» parameters', 'about «1.2M» single points'],
    keeps: ['some «2.5M» solutions', 'about «1.2M» in carbonates', 'some «2.5 M» salts'],
    is: (quantity) => quantity.letter === 'M' && isGlued(quantity) && COUNTED.test(quantity.after),
  },
  {
    id: 'thousands of something',
    rejects: ['some «100K» parameters', 'cells at «20K» per well'],
    keeps: ['cells at «20 K» per well', 'spectra at «100K» in helium'],
    is: (quantity) =>
      quantity.letter === 'K' && isGlued(quantity) && (COUNTED.test(quantity.after) || /^ per\b/.test(quantity.after)),
  },
  {
    id: 'a resolution of pictures',
    rejects: ['a «4K» camera was', 'one «8K» SDR camera is', 'the «4K» video is'],
    keeps: ['a «4K» stage is', 'a «4 K» camera was'],
    is: (quantity) =>
      isGlued(quantity) &&
      SHOWN_IN_PIXELS.test(`${quantity.prose.slice({ start: quantity.unit, end: quantity.end })}${quantity.after}`),
  },
  {
    id: 'position of a fused ring',
    rejects: ['imidazo[«4,5-d»]pyrimidine is'],
    keeps: ['a rest [«20-h»] is', 'a rest of [«5 d»] is'],
    is: (quantity) => isHyphenated(quantity) && quantity.letter === 'd' && quantity.before.endsWith('['),
  },
  {
    id: 'N without a force',
    rejects: ['all «4 N» are', 'a force, then «1 N» HCl is'],
    keeps: ['a load of «4 N» is', 'a «250 N» load cell', 'eine Kraft von «4 N» auf'],
    is: ({ letter, before, after }) =>
      letter === 'N' && (/^ (?:[A-Z(]|aqueous|solution)/.test(after) || !FORCE.test(`${before} ${after}`)),
  },
  {
    id: 'an orbital',
    rejects: ['the «3d» states', 'the «2s» level', 'the Sn «3d^5/2^» peak'],
    keeps: ['a «3 d» rest', 'a «10s» pulse'],
    is: (quantity) => (isWholeAndGlued(quantity) && quantity.size <= 7) || isSplitOrbital(quantity),
  },
  {
    id: 'a decade, tens of things',
    rejects: [
      'in the «1990s» there',
      'early in the «1980s^5,6^» there',
      'the late «90s» were',
      'some «10s» of cells are',
    ],
    keeps: ['a «90s» pulse', 'a «1995s» test'],
    is: (quantity) =>
      isCitedDecade(quantity) ||
      (isWholeAndGlued(quantity) && (isDecade(quantity) || /^ (?:of|thousand|million|billion)\b/.test(quantity.after))),
  },
  {
    id: 'cells in series',
    rejects: ['a «96s» 2p pack'],
    keeps: ['a «96s» pulse'],
    is: (quantity) =>
      isWholeAndGlued(quantity) && (/^[- ]?\d{1,3} ?p\b/.test(quantity.after) || /\d ?p[- ]?$/.test(quantity.before)),
  },
  {
    id: 'a panel or a label with its letter',
    rejects: ['as part «2A» shows', 'the block «3T» is', 'the road «2m» Si is'],
    keeps: ['a «2A» current', 'a «2 A» fuse', 'a «2m» road', 'a current of «2A» is', 'in a field of about «7T» it'],
    is: (quantity) =>
      isGlued(quantity) &&
      (quantity.letter === 'm'
        ? /^ ?[A-Z]/.test(quantity.after) && !isSolution(quantity.after)
        : /^[AJTL]$/.test(quantity.letter ?? '') &&
          !/^[- ](?:current|discharge|charge|load|power)/.test(quantity.after) &&
          !MEASURED.test(quantity.before)),
  },
  {
    id: 'one of a row of labels',
    rejects: [
      'the contacts 42a-«42h» are',
      'the arms 18a to «18d» are',
      'compare 2A and «2C» there',
      'in 6B, «6C» there',
    ],
    keeps: ['for 3h-«4h» it', 'from 20d to «30d» it', 'in 12a «5h» there', 'at 1C and «2C» it'],
    is: ({ before, letter, size }) => {
      if (letter === undefined) return false;
      const [, number, first, one] = ROW.exec(before.slice(-LONGEST_LABEL)) ?? [];
      return Number(number) === size && (first ?? one) !== letter;
    },
  },
  {
    id: 'a unit whose prefix a PDF set apart',
    rejects: ['a beam of «2.5 m» A there', 'a crack of «14 m» m there'],
    keeps: ['a wire of «2.5 m». A beam', 'at «2.5 m» mean height'],
    is: ({ letter, after }) => letter === 'm' && /^ (?:[mAVWgLFΩ]|Ah)(?![\p{L}\d])/u.test(after),
  },
  {
    id: 'degrees whose sign a PDF made a figure',
    rejects: ['treated at 180 «1 C» for'],
    keeps: ['cycled at «1 C» for', 'rested 180 s, «1 C» after'],
    is: ({ letter, size, before }) => letter === 'C' && size === 1 && /\d $/.test(before),
  },
  {
    id: 'number of a note, and an article',
    rejects: ['It falls. 13, «14 A» similar trend', '«2 A» corollary is this'],
    keeps: ['It falls at «14 A» and', 'It draws 13 and «14 A» at most'],
    is: (quantity) =>
      quantity.letter === 'A' && /^ \p{Ll}{3}/u.test(quantity.after) && SENTENCE_BEFORE.test(quantity.before),
  },
  {
    id: 'a position in a crystal',
    rejects: ['ions on the «16 d» sites are', 'the Wyckoff position «8 d» is'],
    keeps: ['ions after «16 d» are'],
    is: ({ letter, before, after }) =>
      /^[dgh]$/.test(letter ?? '') && (/^ (?:site|position)/.test(after) || /\bWyckoff(?: \p{Ll}+)? $/u.test(before)),
  },
  {
    id: 'degrees, their sign after the letter',
    rejects: ['at «25 C»° there'],
    keeps: ['at «0.5 C», 25° there'],
    is: ({ after }) => /^[°º]/.test(after),
  },
  {
    id: 'a factor or a state with its letter',
    rejects: ['the «2 g» factor', 'the «2g» orbital'],
    keeps: ['the «2 g» sample'],
    is: (quantity) => quantity.letter === 'g' && /^[- ]?(?:orbital|state|factor)/.test(quantity.after),
  },
];

/** What `C/10` is where it is not a rate. */
export const RATE_GUARDS: readonly Guard<WrittenQuantity>[] = [
  {
    id: 'part of a compound',
    rejects: ['the anode Si@«C/10» was', 'the anode Si/«C/10» was'],
    keeps: ['at ~«C/10» it was', 'at a rate («C/10») it was'],
    is: ({ before }) => !/(?:^|[\s([~∼≈<>≤≥=,;:–-])$/.test(before),
  },
  {
    id: 'a ratio of elements',
    rejects: ['a ratio of «C/2»:1 was', 'the layers «C/2»Si were', 'the layers «C/2»/Si were'],
    keeps: ['a rate of «C/2» was'],
    is: ({ after }) => /^[:/\p{L}]/u.test(after),
  },
];

/** `Ti–8Al–1Mo–` */
const ALLOY_BEFORE = /(?:^|[^\p{L}\d.])\p{Lu}\p{Ll}?(?:[-–]\d+(?:\.\d+)?\p{Lu}\p{Ll}?)+[-–]$/u;

/** The end of a sentence, and numbers of notes. */
const SENTENCE_BEFORE = /(?:^|[.!?]["”’)]? )(?:\d{1,3}(?:, ?|[-–]))*$/;

/** `Sample 2: `, `step 3: ` */
const NUMBERED =
  /(?:\b(?:samples?|cells?|batch|electrodes?|electrolytes?|steps?|cycles?|tests?|groups?|runs?|days?|entry|examples?|cases?|stages?|phases?|types?|methods?|configurations?|Proben?|Zellen?|Schritte?|Versuche?|muestras?|celdas?|pasos?|échantillons?|étapes?)|样品|电池|步骤) ?#?\d{1,3}[a-z]?: $/i;

const NAME_MARKS: ReadonlySet<string> = new Set([')', ']', '.', '_', '#', '\\', '&']);
const CURRENCIES: ReadonlySet<string> = new Set(['$', '€', '£']);

/** More is a number of something else. */
const MOST_MOLAR = 40;

/** Things in the plural: `2.5M parameters`; what is dissolved is not counted. */
const COUNTED =
  /^ (?!(?:in|of|at|and|with|for|as|to|is|was|on)\b|[^.,;]{0,24}(?:solution|electrolyte|salt|acid|base)s\b)(?:[a-z]{2,}[- ])?[a-z]{3,}s\b/;

/** `a load of 4 N`, `eine Kraft von 4 N`, `una fuerza de 4 N` */
const FORCE =
  /\b(?:forces?|loads?|loaded|pre-?load|pressed|press(?:es|ing)?|indent\w*|thrust|weight|fuerzas?|forza|effort|Last)\b|[Kk]r[aä]fte?\b|力/;

/** `a current of about 5A` */
const MEASURED =
  /\b(?:current|energy|field|volume)s?(?: of| at| is| was| to)? (?:(?:about|ca\.|up to|only|approximately) )?[~≈]? ?$/i;

/** UTF-16 units of a label and what joins it to the next. */
const LONGEST_LABEL = 16;
/** `42a-`, `18a to `, `2A and `, `6B, `: the label before. */
const ROW = /(?<![\p{L}\d.])(\d+)(?:([A-Za-z])(?:[-–]| to | through )|([A-Z])(?:,? and |, ))$/u;

/** A PDF splits formulas: `Na 3 V 2 (PO4) 3`. */
const PART_OF_FORMULA = /(?:^|[\s\d(])(?:Li|Na|K|Mg|Ca|Al|Zn|Fe|Mn|Ni|Co|Ti|Zr|La|Si|Sn|Ge|P|O|S|F|Cl|Br|I|N|H|B) $/;

const characterBefore = ({ before }: WrittenQuantity): string => before.slice(-1);

const isHyphenated = ({ prose, unit }: WrittenQuantity): boolean => /[-\u2010\u2011]/.test(prose.text[unit - 1]!);

/** Neither a space nor a hyphen is between number and unit. */
const isGlued = (quantity: WrittenQuantity): boolean =>
  !isHyphenated(quantity) && !isSpace(quantity.prose.text.charCodeAt(quantity.unit - 1));

const isSmall = ({ letter }: WrittenQuantity): boolean => letter !== undefined && /[a-z]/.test(letter);

const isCapital = ({ letter }: WrittenQuantity): boolean => letter !== undefined && /[A-Z]/.test(letter);

const isElement = ({ letter }: WrittenQuantity): boolean => letter !== undefined && 'VCSKNFWHB'.includes(letter);

const isYear = ({ size }: WrittenQuantity): boolean => size >= 1900 && size <= 2100 && Number.isInteger(size);

/** `3d`, `90s`: a number of seconds or days, or something else; `2.0s` is a time. */
const isWholeAndGlued = (quantity: WrittenQuantity): boolean =>
  /^[sd]$/.test(quantity.letter ?? '') &&
  isGlued(quantity) &&
  /^\d+$/.test(quantity.prose.text.slice(quantity.number, quantity.unit));

const isDecade = (quantity: WrittenQuantity): boolean =>
  quantity.size % 10 === 0 &&
  ((quantity.size >= 1500 && quantity.size <= 2100) || /\b(?:the|early|late|mid)[- ]$/.test(quantity.before));

/** `3d⁵ᐟ²`, `1S1/2` */
const isSplitOrbital = ({ prose, number, end }: WrittenQuantity): boolean =>
  /^[1-7][spdfSPDF][1357]\/2$/.test(prose.text.slice(number, end));

/** `in the 1980s⁵`: what is raised is a work that is cited. */
const isCitedDecade = ({ prose, number, end }: WrittenQuantity): boolean =>
  /^(?:1[5-9]|20)\d0s\d/.test(prose.text.slice(number, end));

/** `13C NMR`, `a 13C-labelled solvent`: carbon by its mass number. */
const isIsotope = (quantity: WrittenQuantity): boolean =>
  quantity.size >= 11 &&
  quantity.size <= 14 &&
  Number.isInteger(quantity.size) &&
  (/^(?:[- ,/]{1,2}(?:\{?1H\}?[- ])?(?:and |or )?(?:\d+[A-Z] )?(?:solid-state |MAS |CP[-/ ]?MAS |HSQC|NMR|spectr|label|enrich|isotop|nuclei|DNP|chemical|resonance|signal|peak|substitut|ethylene|tracer)|\{1H\})/i.test(
    quantity.after,
  ) ||
    /\b(?:NMR|nuclei|isotopes?|labelled with|enriched (?:in|with))\b[^.]{0,24}$/i.test(quantity.before));

/** `4K` of a camera: four thousand columns. */
const SHOWN_IN_PIXELS =
  /^K (?:\p{Lu}{2,4} )?(?:camera|video|display|monitor|screen|resolution|footage|stream|television|TV)s?(?!\p{L})/u;
