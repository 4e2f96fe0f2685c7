import type { Manuscript } from '../../manuscript/manuscript';

/** What a paper works on, as far as it matters to what should be reported. */
export const PAPER_KINDS = ['li-metal', 'li-ion', 'solid-state', 'li-s', 'na-ion', 'aqueous-zn'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const KIND_NAMES: Readonly<Record<PaperKind, string>> = {
  'li-metal': 'lithium-metal cells',
  'li-ion': 'lithium-ion cells',
  'solid-state': 'solid-state cells',
  'li-s': 'lithium–sulfur cells',
  'na-ion': 'sodium cells',
  'aqueous-zn': 'aqueous zinc cells',
};

const WORDS: Readonly<Record<PaperKind, RegExp>> = {
  'li-metal': /\bLi(?:thium)?[- ]metal\b|\bLMBs?\b|\bLi(?:thium)?(?: metal)? dendrit|\bLi ?\|\|? ?Cu\b/gi,
  'li-ion': /\blithium[- ]ion\b|\bLi[- ]ion\b|\bLIBs?\b|\bgraphite\b|\bfull[- ]cells?\b/gi,
  'solid-state':
    /\bsolid[- ]state\b|\bASSL?[BMS]*s?\b|\bS{2,3}Bs?\b|\bsuperionic\b|\bSSEs?\b|\bargyrodite\b|\bLLZT?O\b|\bgarnet|\bsulfide electrolytes?\b|\bsolid electrolytes?\b(?!,? inter(?:phase|face))/gi,
  'li-s': /\b(?:Li|lithium)[-–]S(?:ulfur|ulphur)?\b|\bpolysulfides?\b|\bsulfur cathodes?\b|\bshuttle effect\b/gi,
  'na-ion': /\bsodium[- ](?:ion|metal)\b|\bNa[- ]ion\b|\bSIBs?\b|\bhard carbon\b/gi,
  'aqueous-zn': /\baqueous zinc\b|\bzinc[- ](?:ion|metal)\b|\bZn[- ](?:ion|metal)\b|\bAZIBs?\b|\bZnSO4\b/gi,
};

/**
 * The kind whose words come most often, the special ones weighing more than the general ones; lithium-ion where none comes. A
 * solid electrolyte says more of what a reader needs than what moves in it or is stored.
 */
export function kindOf({ files }: Manuscript): PaperKind {
  const text = files
    .flatMap(({ parsed: { prose } }) => prose.blocks.filter(isOwn).map((block) => prose.slice(block)))
    .join('\n');
  let best: { kind: PaperKind; score: number } = { kind: 'li-ion', score: 0 };
  for (const kind of PAPER_KINDS) {
    const score = countOf(WORDS[kind], text) / (GENERAL.has(kind) ? 2 : 1);
    if (score > best.score) best = { kind, score };
  }
  const solid = countOf(WORDS['solid-state'], text);
  return solid >= FEWEST_SOLID && solid >= best.score / 2 ? 'solid-state' : best.kind;
}

const countOf = (words: RegExp, text: string): number => text.match(words)?.length ?? 0;

const GENERAL: ReadonlySet<PaperKind> = new Set(['li-ion', 'li-metal']);
const FEWEST_SOLID = 10;

const isOwn = ({ part }: { readonly part: string }): boolean => part === 'abstract' || part === 'body';
