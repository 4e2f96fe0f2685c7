import type { FormatId } from '../../server/text';

export const TERMS: readonly (readonly [short: string, long: string])[] = [
  ['SEI', 'solid electrolyte interphase'],
  ['EIS', 'electrochemical impedance spectroscopy'],
  ['FEC', 'fluoroethylene carbonate'],
  ['LTO', 'lithium titanate'],
  ['MC', 'Monte Carlo'],
  ['DOL', '1,3-dioxolane'],
  ['XPS', 'X-ray photoelectron spectroscopy'],
  ['MOF', 'metal–organic framework'],
  ['NVT', 'canonical ensemble'],
  ['GFE', 'Gibbs free energy'],
  ['LIB', 'lithium-ion battery'],
  ['PEO', 'poly(ethylene oxide)'],
];

/** Sentences with a short form `S`. */
export const USES = [
  'The S is thin.',
  'S films were grown.',
  'It takes an S to grow; a S is not enough.',
  'Both (S and others) were seen, e.g. S.',
  'In situ S-based layers and Li|S|Cu cells work.',
  'Cu-S and @S and S/C and the S’s edge show it.',
  'The value MATH counts.',
  'The reaction CHEM goes on.',
  'Many Ss were made.',
  'In the S spectroscopy, S ensemble and S energy it shows.',
  'The so-called “S layer of others” is old.',
  'A σ S of 3 was found.',
  'S (see below) was used.',
];

/** Sentences with a definition `L (S)`. */
export const DEFINITIONS = [
  'The L (S) is old. The S ages.',
  'L (S) is old. The S ages.',
  'Here an L (S) is old, a L (S) is new.',
  'We use both atomic and L (S) here. S ages.',
  'We use small- and L (S) here. S ages.',
  'The EMPH{L (S)} and the EMPH{L} (S) age.',
  'The L CITE (S) and the L (S) CITE age.',
  'The L (S, Maker D8, 99%) ages. The L (S; 1:1) too.',
  'The L, S, ages; S, that is, L (S).',
  'As “An old L (S) of others” says, S ages.',
  'A. Writer, The L (S) revisited, J. Cells 2019, 126, 2047.',
  'Foo and L (S)-based films. The cryo-L (S) cell.',
  'NOTE{The L (S) of a note.} The S ages.',
  'ITEM{The L (S)} and more of S.',
  'HEAD{The L (S) in a heading} The S ages.',
  'BOLD{L (S).} The S ages.',
  'L (S): the S ages.',
  'The CHEM salt of L (S) is MATH wet.',
  'The\nL\n(S) ages. The S, too.',
  'The SPLIT{L} (S) ages. The S, too.',
];

export interface Markup {
  readonly emph: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly note: (text: string) => string;
  readonly item: (text: string) => string;
  readonly head: (text: string) => string;
  readonly cite: string;
  readonly math: (short: string) => string;
  readonly chem: (short: string) => string;
  readonly percent: string;
  /** With the line end or space that closes it. */
  readonly comment: string;
}

export const MARKUP: Readonly<Record<FormatId, Markup>> = {
  latex: {
    emph: (text) => `\\emph{${text}}`,
    bold: (text) => `\\textbf{${text}}`,
    note: (text) => `A note.\\footnote{${text}}`,
    item: (text) => `\\begin{description}\n\\item[${text}] A row.\n\\end{description}\n`,
    head: (text) => `\n\\section{${text}}\n`,
    cite: '~\\cite{a2019}',
    math: (short) => `$x_1 = \\mathrm{${short}} + 1$`,
    chem: (short) => `\\ce{${short} + H2O}`,
    percent: '\\%',
    comment: '% old {\n',
  },
  markdown: {
    emph: (text) => `*${text}*`,
    bold: (text) => `**${text}**`,
    note: (text) => `A note.^[${text}]`,
    item: (text) => `\n\n${text}\n: A row.\n\n`,
    head: (text) => `\n\n# ${text}\n\n`,
    cite: '[@a2019]',
    math: (short) => `$x_1 = \\mathrm{${short}} + 1$`,
    chem: (short) => `$\\ce{${short} + H2O}$`,
    percent: '%',
    comment: '<!-- old -->',
  },
  typst: {
    emph: (text) => `_${text}_`,
    bold: (text) => `*${text}*`,
    note: (text) => `A note.#footnote[${text}]`,
    item: (text) => `\n\n/ ${text}: A row.\n\n`,
    head: (text) => `\n\n= ${text}\n\n`,
    cite: '@a2019',
    math: (short) => `$x_1 = "${short}" + 1$`,
    chem: (short) => `#ce("${short} + H2O")`,
    percent: '%',
    comment: '/* old [ */',
  },
  plaintext: {
    emph: (text) => text,
    bold: (text) => text,
    note: (text) => text,
    item: (text) => `\n\n- ${text}\n\n`,
    head: (text) => `\n\n${text}\n\n`,
    cite: '[1]',
    math: (short) => `x = ${short} + 1`,
    chem: (short) => `${short} + H2O`,
    percent: '%',
    comment: '',
  },
};

/** A sentence with its two forms and its marks set in a format. */
export function written(sentence: string, short: string, long: string, markup: Markup): string {
  return sentence
    .replace(/\bL\b/g, /^(?:L|Here L)\b/.test(sentence) ? long[0]!.toUpperCase() + long.slice(1) : long)
    .replace(/(?<![A-Za-z])S(s?)(?![A-Za-z])/g, `${short}$1`)
    .replace(/%/g, () => markup.percent)
    .replace(/SPLIT\{([^ }]*) ?([^}]*)\}/g, (_, first: string, rest: string) => `${first} ${markup.comment}${rest}`)
    .replace(/CITE/g, markup.cite)
    .replace(/MATH/g, markup.math(short))
    .replace(/CHEM/g, markup.chem(short))
    .replace(/EMPH\{([^}]*)\}/g, (_, text: string) => markup.emph(text))
    .replace(/BOLD\{([^}]*)\}/g, (_, text: string) => markup.bold(text))
    .replace(/NOTE\{([^}]*)\}/g, (_, text: string) => markup.note(text))
    .replace(/ITEM\{([^}]*)\}/g, (_, text: string) => markup.item(text))
    .replace(/HEAD\{([^}]*)\}/g, (_, text: string) => markup.head(text));
}
