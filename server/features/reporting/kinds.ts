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
  'li-metal': /\bLi(?:thium)?[- ]metal\b|\bLMBs?\b|dendrit|\bLi ?\|\|? ?Cu\b/gi,
  'li-ion': /\blithium[- ]ion\b|\bLi[- ]ion\b|\bLIBs?\b|\bgraphite\b|\bfull[- ]cells?\b/gi,
  'solid-state':
    /\bsolid[- ]state\b|\bASSL?[BMS]*s?\b|\bSSEs?\b|\bargyrodite\b|\bLLZO\b|\bsulfide electrolytes?\b|\bsolid electrolytes?\b/gi,
  'li-s': /\b(?:Li|lithium)[-–]S(?:ulfur|ulphur)?\b|\bpolysulfides?\b|\bsulfur cathodes?\b|\bshuttle effect\b/gi,
  'na-ion': /\bsodium[- ](?:ion|metal)\b|\bNa[- ]ion\b|\bSIBs?\b|\bhard carbon\b/gi,
  'aqueous-zn': /\baqueous zinc\b|\bzinc[- ](?:ion|metal)\b|\bZn[- ](?:ion|metal)\b|\bAZIBs?\b|\bZnSO4\b/gi,
};

/** The kind whose words come most often, the special ones weighing more than the general ones; lithium-ion where none comes. */
export function kindOf({ files }: Manuscript): PaperKind {
  const texts = files.map(({ parsed: { prose } }) =>
    prose.blocks
      .filter(isOwn)
      .map((block) => prose.slice(block))
      .join('\n'),
  );
  let best: { kind: PaperKind; score: number } = { kind: 'li-ion', score: 0 };
  for (const kind of PAPER_KINDS) {
    const count = texts.reduce((sum, text) => sum + (text.match(WORDS[kind])?.length ?? 0), 0);
    const score = kind === 'li-ion' || kind === 'li-metal' ? count / 2 : count;
    if (score > best.score) best = { kind, score };
  }
  return best.kind;
}

const isOwn = ({ part }: { readonly part: string }): boolean => part === 'abstract' || part === 'body';
