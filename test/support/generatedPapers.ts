import fc from 'fast-check';
import type { FormatId } from '../../server/text';
import { DEFINITIONS, MARKUP, TERMS, USES, written } from './definitionTexts';

/** Files of a generated manuscript, by name; the first is the main file. */
export type Texts = Readonly<Record<string, string>>;

/** Places of a short form `S`, its long form `L` or a sentence about both (`SENTENCE`). */
const BLOCKS: Readonly<Record<FormatId, readonly string[]>> = {
  latex: [
    '\\begin{table}\n\\caption{SENTENCE}\n\\begin{tabular}{ll}\nS & L \\\\\nx & $1$ \\\\\n\\end{tabular}\n\\end{table}',
    '\\begin{figure}\n\\includegraphics{S.pdf}\n\\caption{SENTENCE}\\label{fig:S}\n\\end{figure}',
    '\\begin{equation}\\label{eq:S}\n  x_\\mathrm{S} = \\mathrm{S}\n\\end{equation}',
    '% SENTENCE',
    'One. % SENTENCE\nTwo.',
    '\\begin{verbatim}\nThe L (S).\n\\end{verbatim}',
    '\\begin{quote}\nSENTENCE\n\\end{quote}',
    '\\begin{itemize}\n\\item SENTENCE\n\\item The S.\n\\end{itemize}',
    '\\section*{Abbreviations}\n\\begin{description}\n\\item[S] L\n\\item[XYZ] x-ray yield zone\n\\end{description}\n\n\\section{More}',
    'See \\ref{fig:S}, \\url{https://example.org/S} and \\texttt{S}.',
    '\\begin{thebibliography}{9}\n\\bibitem{r1} A. Ahn, The L (S) in cells, \\emph{J. Power Sources} \\textbf{1}, 2 (2020).\n\\end{thebibliography}',
  ],
  markdown: [
    '| Short | Long |\n|---|---|\n| S | L |\n| x | $1$ |\n\n: SENTENCE',
    '![SENTENCE](figures/S.png){#fig:S}',
    '$$\nx_\\mathrm{S} = \\mathrm{S}\n$$',
    '<!-- SENTENCE -->',
    '```\nThe L (S).\n```',
    '> SENTENCE',
    '- SENTENCE\n- The S.',
    '## Abbreviations\n\n| Abbreviation | Meaning |\n|---|---|\n| S | L |\n| XYZ | x-ray yield zone |\n\n## More',
    '*[S]: L',
    'See [S](https://example.org/S), @fig:S and `S`.',
    '# References\n\nA. Ahn, The L (S) in cells, J. Power Sources 1 (2020) 2.\n\n# More',
  ],
  typst: [
    '#figure(\n  table(columns: 2, [S], [L], [x], [$1$]),\n  caption: [SENTENCE],\n) <tab-S>',
    '$ x_"S" = "S" $ <eq-S>',
    '// SENTENCE',
    '/* SENTENCE */',
    '```\nThe L (S).\n```',
    '#quote(block: true)[SENTENCE]',
    '- SENTENCE\n- The S.',
    '= Abbreviations\n\n#table(\n  columns: 2,\n  [S], [L],\n  [XYZ], [x-ray yield zone],\n)\n\n= More',
    'See @tab-S, #link("https://example.org/S")[S] and `S`.',
  ],
  plaintext: [
    'Table 1. SENTENCE',
    '- SENTENCE\n- The S.',
    'Abbreviations\n\nS: L\nXYZ: x-ray yield zone\n\n2. More',
    'S\tL\nx\t1',
    'References\n\n[1] A. Ahn, The L (S) in cells, J. Power Sources 1 (2020) 2.\n[2] B. Beck, S films, Nature 5 (2021) 6.',
  ],
};

/** Around the text. What is in the preamble declares a term, so that `\gls{s}` uses it. */
const FRAMES: Readonly<Record<FormatId, readonly (readonly [begin: string, end: string])[]>> = {
  latex: [
    ['\\section{Results}\n\n', ''],
    ['\\documentclass{article}\n\\begin{document}\n', '\n\\bibliography{refs}\n\\end{document}\n'],
    [
      '\\documentclass{article}\n\\usepackage{glossaries}\n\\newacronym{s}{S}{L}\n\\begin{document}\nThe \\gls{s} ages.\n\n',
      '\n\\bibliography{refs}\n\\end{document}\n',
    ],
    [
      '\\documentclass{article}\n\\usepackage{acro}\n\\DeclareAcronym{s}{short = S, long = {L}}\n\\begin{document}\nThe \\ac{s} ages.\n\n',
      '\n\\end{document}\n',
    ],
    [
      '\\documentclass{article}\n\\begin{document}\n\\begin{abstract}\nThe L (S) ages. S.\n\\end{abstract}\n\n',
      '\n\\end{document}\n',
    ],
  ],
  markdown: [
    ['# Results\n\n', ''],
    ['---\ntitle: The L (S)\nbibliography: refs.bib\n---\n\n', '\n\n# References\n'],
  ],
  typst: [
    ['= Results\n\n', ''],
    ['#set page(width: 10cm)\n\n= Results\n\n', '\n\n#bibliography("refs.bib")\n'],
  ],
  plaintext: [['1. Results\n\n', '\n']],
};

const ENDINGS: Readonly<Record<FormatId, string>> = { latex: 'tex', markdown: 'md', typst: 'typ', plaintext: 'txt' };

const REFS =
  '@article{a2019,\n  author = {Ahn, A.},\n  title = {Films},\n  year = {2019},\n}\n\n@article{b2020,\n  author = {Beck, B.},\n  title = {More Films},\n  year = {2020},\n}\n';

const formats = fc.constantFrom<FormatId>('latex', 'markdown', 'typst', 'plaintext');

const sentences = fc.oneof(fc.constantFrom(...USES), fc.constantFrom(...DEFINITIONS));

/** Small manuscripts in all formats, with short forms defined, declared, listed and used in many ways and places. */
export const papers: fc.Arbitrary<Texts> = formats.chain((format) => {
  const [ending, markup] = [ENDINGS[format], MARKUP[format]];
  const terms = fc.constantFrom(...TERMS);
  const set = (template: string) => terms.map(([short, long]) => written(template, short, long, markup));
  const paragraphs = fc
    .array(sentences.filter(isProse).chain(set), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(' '));
  const lines = sentences.filter((sentence) => !isProse(sentence)).chain(set);
  const blocks = fc
    .tuple(fc.constantFrom(...BLOCKS[format]), sentences.filter(isInline))
    .chain(([block, sentence]) => set(block.replace('SENTENCE', () => sentence)));
  const bodies = fc
    .array(
      fc.oneof({ weight: 6, arbitrary: paragraphs }, { weight: 1, arbitrary: lines }, { weight: 2, arbitrary: blocks }),
      { minLength: 2, maxLength: 6 },
    )
    .map((all) => `${all.join('\n\n')}\n`);
  const mains = fc
    .tuple(fc.constantFrom(...FRAMES[format]), bodies, terms)
    .map(([[begin, end], body, [short, long]]) => {
      const frame = (text: string) => written(text, short, long, markup);
      return frame(begin) + body + frame(end);
    });
  const files = fc.tuple(mains, bodies, fc.boolean()).map(([main, chapter, isParted]): Texts => {
    const include = INCLUDES[format];
    const isDocument = format !== 'latex' || main.includes('\\end{document}');
    if (!isParted || include === undefined || !isDocument) return { [`paper.${ending}`]: main, 'refs.bib': REFS };
    const parted = /\n\n/.test(main) ? main.replace('\n\n', `\n\n${include}\n\n`) : main;
    return { [`paper.${ending}`]: parted, [`part.${ending}`]: chapter, 'refs.bib': REFS };
  });
  return fc.tuple(files, fc.constantFrom('\n', '\n', '\r\n')).map(([texts, lineEnd]) => withLineEnds(texts, lineEnd));
});

const INCLUDES: Readonly<Record<FormatId, string | undefined>> = {
  latex: '\\input{part}',
  markdown: '{{< include part.md >}}',
  typst: '#include "part.typ"',
  plaintext: undefined,
};

/** Sentences that are in a caption or a cell. */
const isInline = (sentence: string): boolean => !/HEAD|ITEM|NOTE|\n/.test(sentence) && isProse(sentence);

/** Not a line of a list of references, which is never written amid a paragraph. */
const isProse = (sentence: string): boolean => !sentence.startsWith('A. Writer');

const withLineEnds = (texts: Texts, lineEnd: string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\n', lineEnd)]));
