import type { PaperKind } from './kinds';

/** One thing that a reader needs to repeat the measurement. */
export interface ReportItem {
  readonly id: string;
  readonly asks: string;
  /** Keys of bundled works that request it. */
  readonly sources: readonly string[];
  /** Unit (UCUM) of the quantity that answers it, and the words that must be in its sentence. */
  readonly unit?: RegExp;
  readonly near?: RegExp;
  /** Words that answer it by themselves. */
  readonly words?: RegExp;
  /** Words in whose sentence it is something else: the temperature of an oven. */
  readonly not?: RegExp;
  /** Kinds of papers that it is for; all where absent. */
  readonly kinds?: readonly PaperKind[];
}

/** What an electrode holds beside its active material. */
const INACTIVE = String.raw`binder|PVDF|polyvinylidene|PTFE|\bCMC\b|carboxymethyl|carbon black|acetylene black|Super ?[CP]\b|Ketjen|\bC65\b|VGCF|vapou?r[- ]grown|\bCNTs?\b|carbon nanotubes?`;

const SALTS = String.raw`LiPF6|LiTFSI|LiFSI|LiBF4|LiClO4|LiNO3|LiBOB|LiDFOB|NaPF6|NaClO4|NaTFSI|NaFSI|ZnSO4|Zn\(CF3SO3\)2|Zn\(OTf\)2|KOH|KPF6|KFSI`;
const SOLVENTS = String.raw`\b(?:EC|PC|DMC|DEC|EMC|DME|DOL|FEC|TEGDME|diglyme|water)\b|carbonate|dioxolane|dimethoxyethane`;

export const REPORT_ITEMS: readonly ReportItem[] = [
  {
    id: 'cell-format',
    asks: 'Cell format',
    sources: ['Dai2022'],
    words:
      /\bcoin[- ](?:type|half|full|cells?|batter)|\bCR[- ]?20\d\d|\bpouch[- ](?:type )?(?:cells?|batter)|\bSwagelok|\b18650\b|\b21700\b|\bcylindrical (?:type )?cells?\b|\bPEEK\b|\bsplit cells?\b|\bcoffee[- ]bag|\b20[12356]\d-type|\b(?:mou?ld|pellet|die)[- ]cells?\b|\bcell mou?ld|\b(?:home-?made|custom(?:ised|ized)?) (?:mou?ld|cell)/i,
  },
  {
    id: 'composition',
    asks: 'Electrode composition',
    sources: [],
    words: new RegExp(
      [
        // Three parts beside a binder or a conductive carbon; a decimal point or `St. Louis` ends no sentence.
        String.raw`(?:${INACTIVE}|active materials?).{0,250}?\d ?[:∶/] ?\d[\d.]* ?[:∶/] ?\d`,
        String.raw`\d ?[:∶/] ?\d[\d.]* ?[:∶/] ?\d.{0,120}?(?:${INACTIVE})`,
        // `10 wt% PVDF`, `PVDF (4 wt%)`, `20% carbon black`
        String.raw`\d ?(?:wt\.?|weight|mass)?[ -]?%[^.%]{0,60}(?:${INACTIVE})`,
        String.raw`(?:${INACTIVE})[^.%]{0,40}\d ?(?:wt\.?|weight|mass)?[ -]?%`,
        // Without either, in two parts: `mixed with the electrolyte in a 7/3 mass ratio`
        String.raw`(?:cathode|active material|composite).{0,200}?(?:(?:weight|mass) ratio (?:of )?\d+ ?[:/∶] ?\d|\d ?[:/∶] ?\d+ (?:weight|mass) ratio)`,
      ].join('|'),
      'i',
    ),
    // A binder in its own solution, and where it was bought.
    not: /at a concentration of|\b(?:purchased|provided|supplied|obtained) (?:from|by)\b/i,
  },
  {
    id: 'loading',
    asks: 'Loading of the electrodes',
    sources: ['Frith2023'],
    unit: /^m?g\/cm2$/,
    words:
      /\b(?:mass loading|loading mass|loading)s?\b[^.]{0,40}\d ?mg\b|\d ?mg of (?:the )?(?:[\w-]+ ){0,3}(?:composite|active|cathode|electrode)|\d ?mg active material/i,
  },
  { id: 'areal-capacity', asks: 'Areal capacity of the electrodes', sources: ['Frith2023'], unit: /^[mu]?A\.h\/cm2$/ },
  {
    id: 'n-p',
    asks: 'Ratio of negative to positive capacity (N/P)',
    sources: ['Frith2023'],
    // `N/P co-doped` are elements.
    words:
      /\bN ?[/:] ?P (?:capacity )?(?:ratios?|values?)\b|\bN ?[/:] ?P\)?(?: of| was| is| ?=| ?[:≈∼~])[^.]{0,20}\d|\bnegative[- ]to[- ]positive\b|\banode[- ]to[- ]cathode (?:capacity )?ratio\b/i,
    kinds: ['li-ion', 'li-metal', 'na-ion'],
  },
  {
    id: 'li-thickness',
    asks: 'Thickness of the lithium',
    sources: [],
    unit: /^um$|^mm$/,
    near: /\bLi(?:thium)?\b[^.]{0,30}(?:foil|metal|chip|disc|disk|anode)|thick[^.]{0,30}\bLi(?:thium)?\b/i,
    not: /diameters? of [^.]{0,20}[µμ]m|\bparticles?\b|\bgrains?\b|dendrit|\bpores?\b/i,
    kinds: ['li-metal', 'li-s'],
  },
  {
    id: 'electrolyte',
    asks: 'Electrolyte: salt, concentration, solvents',
    sources: [],
    unit: /^m?mol\/(?:l|kg)$/,
    near: new RegExp(String.raw`electrolyte|\b(?:${SALTS})`, 'i'),
    words: new RegExp(
      String.raw`\d ?-? ?M (?:${SALTS})|(?:${SALTS}).{0,200}?(?:${SOLVENTS})|electrolytes?\b[^.]{0,60}(?:${SOLVENTS}).{0,200}?(?:${SALTS})`,
      'i',
    ),
    not: /decompos|originat|attribut|ascrib|\bHOMO|\bLUMO|solvation (?:sheath|structure|shell)|\bXPS\b/i,
    kinds: ['li-metal', 'li-ion', 'li-s', 'na-ion', 'aqueous-zn'],
  },
  {
    id: 'electrolyte-amount',
    asks: 'Amount of electrolyte',
    sources: ['Dai2022', 'Frith2023'],
    unit: /^ul(?:\/.*)?$|^ml\/.*$|^g\/A\.h$/,
    near: /electrolyte|\bE\/[SC]\b/i,
    kinds: ['li-metal', 'li-ion', 'li-s', 'na-ion', 'aqueous-zn'],
  },
  {
    id: 'separator',
    asks: 'Separator',
    sources: [],
    words:
      /\bCelgard\b|\bglass[- ]fib(?:er|re)|\bWhatman\b|\bpolypropylene\b|\bpolyole(?:fi|ﬁ)n\b|\bseparators? (?:was|were|with)|\bas (?:the )?separators?\b|\b(?:using|with|and) an? (?:[\w/-]+ ){0,4}separators?\b/i,
    kinds: ['li-metal', 'li-ion', 'li-s', 'na-ion', 'aqueous-zn'],
  },
  {
    id: 'pressure',
    asks: 'Stack pressure during cycling',
    sources: ['Dai2022'],
    unit: /^[kMG]?Pa$|^bar$/,
    near: /(?:stack|external|applied|operating) pressure|pressure[^.]{0,40}cycl|cycl[^.]{0,60}pressure|\b(?:cycled|tested|operated) (?:under|at) [^.]{0,12}[kMG]Pa/i,
    kinds: ['solid-state'],
    not: /pressure (?:changes?|differences?|variations?)/i,
  },
  {
    id: 'rate',
    asks: 'Currents, or what 1C is',
    sources: [],
    unit: /^[mu]?A\/(?:g|cm2)$/,
    words:
      /\d ?[mµ]?A,? ?\((?:1 ?C|C ?\/ ?\d|0\.\d+ ?C)|\b1 ?C\b[^.]{0,30}(?:=|corresponds?|equals?|is|was)[^.]{0,30}\d ?m?A(?: ?h)?\b|\b(?:nominal|rated) (?:specific )?capacity (?:of|is|was) [^.]{0,20}\d ?m?A ?h/,
  },
  {
    id: 'window',
    asks: 'Voltage limits',
    sources: [],
    words:
      /\b(?:between|from|window|range|limits?|cut-?offs?)\b[^.]{0,60}\d(?:\.\d+)? ?V?[^.]{0,12}(?:and|to|[-–])[^.]{0,12}\d(?:\.\d+)? ?V\b|\d\.\d+ ?[-–] ?\d\.\d+ ?V\b|\bcharged to (?:about )?\d(?:\.\d+)? ?V\b.{0,300}?\bdischarged to (?:about )?\d(?:\.\d+)? ?V\b/i,
    not: /\b(?:(?:electrochemical|stability) windows?|drop(?:s|ped)?|fall(?:s|en)?|fell|decreas\w+|ris(?:es|ing)|rose|shift\w*|plateaus?|peaks?|stages?|correspond\w*|attribut\w*|ascrib\w*|assign\w*|(?:de)?alloying)\b/i,
  },
  {
    id: 'reference',
    asks: 'Reference electrode of potentials',
    sources: [],
    // Of a value or an axis, or of all potentials: `low potentials vs Li/Li+` says nothing of the work; the metal that is called so.
    words:
      /\b(?:[Ll]i(?:thium)?|Na|[Ss]odium|K|[Pp]otassium|Zn|[Zz]inc)\b(?:[^.;]|\.\d){0,60}\b(?:counter|auxiliary|and|as|the)[ /](?:and )?reference electrodes?\b|(?:(?:\d|\b)m?V\b[ ,()]{0,3}|\b(?:[Aa]ll|[Tt]he|[Tt]hese) (?:potentials?|voltages?)\b[^.]{0,60})\b(?:[Vv]s\.?|versus|against) ?\(?(?:Li|Na|K|Zn|Mg|Ag|In|InLi|LTO|graphite|SHE|RHE|SCE|NHE)\b/,
  },
  {
    id: 'temperature',
    asks: 'Temperature of cycling',
    sources: [],
    unit: /^Cel$|^K$/,
    near: /cycl|charg|cells?\b|batter|galvanostat/i,
    words:
      /(?:cycl|charg|galvanostat|batter|electrochem|\btested\b|\bcells?\b|measurements?)(?:[^.]|\.\d){0,160}\b(?:(?:room|ambient) temperature|at RT\b)|\b(?:room|ambient) temperature(?:[^.]|\.\d){0,100}(?:cycl|charg|galvanostat|batter)/i,
    not: /\b(?:heat\w*|ovens?|dri(?:ed|es)|dry(?:ing)?|anneal\w*|calcin\w*|sinter\w*|stir\w*|melt\w*|nail|penetrat\w+|synthesi\w+|prepar\w+|mill\w*|press\w*|hydrothermal\w*|furnace|conductivit\w+|shrinks?|calender\w*|dissol\w+|soaked|immersed)\b/i,
  },
  {
    id: 'formation',
    asks: 'Formation',
    sources: [],
    words:
      /(?:\d|\b(?:one|two|three|four|five|first|several))[^.]{0,20}\bformation (?:cycles?|steps?)|\bformation (?:cycles?|steps?|protocol)\b[^.]{0,60}?(?:C\/ ?\d|\d ?C\b|\d (?:cycles|m?A|h\b))|\bpre-?cycl(?:ed|ing)\b(?! (?:samples?|electrodes?))|\bcycle activation|\bactivation process of (?:one|two|three|\d+) cycles?|\bcycles? (?:of )?activation|\bactivation cycles?\b|\bactivated (?:at|for|by) [^.]{0,24}(?:\bcycles|C\/|\bh\b)|\b(?:for|in|during) the first (?:two|three|2|3) cycles\b|\bfirst (?:two|three|2|3) cycles[^.]{0,40}\bw(?:ere|as)\b|\bpreformation\b/i,
  },
  {
    id: 'replicates',
    asks: 'Number of cells, and spread',
    sources: ['Dechent2021', 'Frenander2024'],
    words:
      /\berror bars?\b|\bstandard deviations?\b|\breplicates?\b|\btriplicate|\bduplicate cells?\b|\bat least (?:two|three|four|\d+) cells\b|\bn ?= ?\d+ (?:cells|samples)|\bthree (?:identical|separate|parallel|nominally \w+) cells\b/i,
    not: /diffusiv|simulat|molecular dynamics|particle size/i,
  },
  {
    id: 'efficiency',
    asks: 'Coulombic efficiency',
    sources: ['Xiao2020'],
    words:
      /\bcoul[ou]mb(?:ic)? efficienc(?:y|ies)\b[^.,;%]{0,60}\d(?:\.\d+)? ?%|\d ?%(?: of)?(?: [a-z]+){0,3} coul[ou]mb(?:ic)? efficienc|(?<!efficiency \()\bI?CEs?\b[^.,;%]{0,40}\d(?:\.\d+)? ?%/i,
  },
  {
    id: 'sulfur',
    asks: 'Sulfur content and loading, electrolyte to sulfur',
    sources: [],
    words: /\bE\/S\b|\bsulfur (?:content|loading)\b|\belectrolyte[- ](?:to[- ])?sulfur\b/i,
    kinds: ['li-s'],
  },
  {
    id: 'utilisation',
    asks: 'Depth of discharge of the zinc',
    sources: [],
    words: /\bdepth of discharge\b|\bDOD\b|\bzinc utili[sz]ation\b|\butili[sz]ation of (?:the )?zinc\b/i,
    kinds: ['aqueous-zn'],
  },
];
