import type { PaperKind } from './kinds';

/** One thing that a reader needs to repeat the measurement. */
export interface ReportItem {
  readonly id: string;
  readonly asks: string;
  /** Keys of bundled works that ask for it. */
  readonly sources: readonly string[];
  /** Unit (UCUM) of the quantity that answers it, and the words that must stand in its sentence. */
  readonly unit?: RegExp;
  readonly near?: RegExp;
  /** Words that answer it by themselves. */
  readonly words?: RegExp;
  /** Kinds of papers that it is for; all where absent. */
  readonly kinds?: readonly PaperKind[];
}

export const REPORT_ITEMS: readonly ReportItem[] = [
  {
    id: 'cell-format',
    asks: 'Cell format',
    sources: ['Dai2022'],
    words:
      /\bcoin[- ](?:type )?cells?\b|\bCR ?20\d\d\b|\bCR ?2032|\bpouch[- ]cells?\b|\bSwagelok|\b18650\b|\b21700\b|\bcylindrical cells?\b|\bPEEK\b|\bsplit cells?\b/i,
  },
  {
    id: 'composition',
    asks: 'Electrode composition',
    sources: [],
    words:
      /(?:binder|PVDF|polyvinylidene|CMC|carbon black|acetylene black|Super ?P|active materials?)[^.]{0,160}\d+ ?[:∶] ?\d+|\d+ ?wt\.? ?%[^.]{0,60}(?:binder|PVDF|carbon black|CMC|Super ?P)|(?:binder|PVDF|carbon black|Super ?P)[^.]{0,40}\d+ ?wt\.? ?%/i,
  },
  { id: 'loading', asks: 'Loading of the electrodes', sources: ['Frith2023'], unit: /^m?g\/cm2$/ },
  { id: 'areal-capacity', asks: 'Areal capacity of the electrodes', sources: ['Frith2023'], unit: /^[mu]?A\.h\/cm2$/ },
  {
    id: 'n-p',
    asks: 'Ratio of negative to positive capacity (N/P)',
    sources: ['Frith2023'],
    words: /\bN ?[/:] ?P\b|\bnegative[- ]to[- ]positive\b|\banode[- ]to[- ]cathode (?:capacity )?ratio\b/i,
    kinds: ['li-ion', 'li-metal', 'na-ion'],
  },
  {
    id: 'li-thickness',
    asks: 'Thickness of the lithium',
    sources: [],
    unit: /^um$|^mm$/,
    near: /\bLi(?:thium)?\b[^.]{0,30}(?:foil|metal|chip|disc|disk|anode)|thick[^.]{0,30}\bLi(?:thium)?\b/i,
    kinds: ['li-metal', 'li-s'],
  },
  {
    id: 'electrolyte',
    asks: 'Electrolyte: salt, concentration, solvents',
    sources: [],
    unit: /^m?mol\/(?:l|kg)$/,
    near: /electrolyte|\b(?:LiPF6|LiTFSI|LiFSI|LiBF4|LiClO4|LiNO3|NaPF6|NaClO4|ZnSO4|KOH)\b/i,
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
      /\bCelgard\b|\bglass[- ]fib(?:er|re)|\bWhatman\b|\bpolypropylene\b|\bseparators? (?:was|were|with)|\bas (?:the )?separators?\b/i,
    kinds: ['li-metal', 'li-ion', 'li-s', 'na-ion', 'aqueous-zn'],
  },
  {
    id: 'pressure',
    asks: 'Stack pressure during cycling',
    sources: ['Dai2022'],
    unit: /^[kMG]?Pa$|^bar$/,
    near: /(?:stack|external|applied|operating) pressure|pressure[^.]{0,40}cycl|cycl[^.]{0,60}pressure/i,
    kinds: ['solid-state'],
  },
  {
    id: 'rate',
    asks: 'Currents, or what 1C is',
    sources: [],
    unit: /^[mu]?A\/(?:g|cm2)$/,
  },
  {
    id: 'window',
    asks: 'Voltage limits',
    sources: [],
    words:
      /\b(?:between|from|window|range|cut-?offs?)\b[^.]{0,60}\d(?:\.\d+)? ?V?[^.]{0,12}(?:and|to|[-–])[^.]{0,12}\d(?:\.\d+)? ?V\b|\d\.\d+ ?[-–] ?\d\.\d+ ?V\b/i,
  },
  {
    id: 'reference',
    asks: 'Reference electrode of potentials',
    sources: [],
    words: /\b(?:vs\.?|versus) ?(?:Li|Na|K|Zn|Mg|Ag|SHE|RHE|SCE|NHE)\b/i,
  },
  {
    id: 'temperature',
    asks: 'Temperature of cycling',
    sources: [],
    unit: /^Cel$|^K$/,
    near: /cycl|charg|cells?\b|batter|galvanostat/i,
  },
  {
    id: 'formation',
    asks: 'Formation',
    sources: [],
    words:
      /\bformation (?:cycles?|step|protocol|at)\b|\bpre-?cycl|\bactivation cycles?\b|\bactivated (?:at|for)\b|\bfirst (?:two|three|2|3) cycles\b/i,
  },
  {
    id: 'replicates',
    asks: 'Number of cells, and spread',
    sources: ['Dechent2021', 'Frenander2024'],
    words:
      /\berror bars?\b|\bstandard deviations?\b|\breplicates?\b|\btriplicate|\bduplicate cells?\b|\bat least (?:two|three|four|\d+) cells\b|\bn ?= ?\d+ (?:cells|samples)|\bthree (?:identical |separate )?cells\b/i,
  },
  {
    id: 'efficiency',
    asks: 'Coulombic efficiency',
    sources: ['Xiao2020'],
    words: /\bcoulombic efficienc(?:y|ies)\b[^.]{0,80}\d|\bI?CE\b[^.]{0,40}\d+(?:\.\d+)? ?%/i,
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
