/** What hostile files repeat: marks that open and never close, and things that are dear to look at, over and over. */
const REPEATED: readonly string[] = [
  // Brackets, marks, white space
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    '()',
    '{}',
    '((((Li',
    '(A',
    '(|',
    '"',
    "'",
    '`',
    '|',
    '||',
    '^',
    '_',
    '~',
    '&',
    '%',
    '#',
    '@',
    '-',
    '·',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    'a\n\n',
    '# a\n\n',
    '- a\n',
    '> ',
    'a\n: b\n',
    '|a|\n',
    'a b c ',
    'or ',
    'A',
    'A-',
    '₂',
    '10^-',
    '1',
    '-',
  ],
  // Markdown, HTML and addresses
  ...[
    '*a ',
    'a* ',
    '`a ',
    '$a ',
    '~a',
    '^[',
    '[^1]',
    '[1] ',
    '![a](b)',
    '<',
    '<!--',
    '<sub>',
    '&amp;',
    '@a.b',
    'http://',
    '[@a] ',
  ],
  // LaTeX
  ...[
    '$',
    '$$',
    '{$}',
    '${',
    '{$x$',
    '_{',
    '^{',
    '\\',
    '\\(',
    '\\[',
    '\\"',
    '\\left',
    '\\frac',
    '\\sqrt[',
    '\\item[',
    '\\verb|',
  ],
  ...[
    '\\textbf{',
    '\\footnote{',
    '\\section{',
    '\\cite{',
    '\\cite[',
    '\\gls{',
    '\\SI{',
    '\\url{',
    '\\url{%',
    '\\x{a:b}',
    '\\foo[',
  ],
  ...[
    '\\begin{table}',
    '\\end{table}',
    '\\begin{verbatim}',
    '\\begin{figure}x',
    '{\\begin{equation}}',
    '\\twocolumn[',
    '\\LARGE{',
  ],
  ...[
    '\\iffalse ',
    '\\else ',
    '\\fi\\else\\if',
    '\\newif\\ifa\\ifa ',
    '\\newif\\ifa\\atrue\\ifa ',
    '\\iftoggle{a}{',
    '\\def\\a{',
    '\\newcommand{',
    '\\newacronym{',
    '\\input{\\a',
  ],
  ...['\\ce{', '\\ce{_', '\\ce{^{', '\\ce{$', '\\ce{->['],
  // Typst
  ...['#a(', '#a[', '#a.', '#let a = (', '/*', '$a_(', '@a[', '#ce("'],
  // Formulas and cells
  ...[
    'Li',
    'Li2',
    'Li(',
    'Li-',
    'LiO',
    '(Li,',
    '[Li,',
    'Li)2(',
    'Li2(Li2',
    '(1-x',
    'x+',
    'x1',
    'C·',
    ':Eu',
    'H2O.',
    'Fe2+ ',
    'O3 ',
    'Na 2 ',
  ],
  ...['Li|', 'Li/', 'Li | ', 'Li|Cu ', 'A|(', 'Li/Li and '],
  // Quantities
  ...['1 ', '1,', '1-', '1/', '1 to ', '1 A/', 'C/', '10 -4 ', '(1 ± ', '5 mAh ', '5 mA·', 'magnitude ', '1 charge '],
  // Names, short forms and their definitions
  ...[
    'lithium ',
    'lithium bis(',
    'lithium bis(trifluoromethane',
    'poly(',
    'bis(',
    '1,3-',
    'N,N-a ',
    'e-',
    'α-',
    'FEC-',
    'NMC ',
    'EC 1,',
  ],
  ...['SEI ', 'SEI, ', '(SEI) ', 'AB: ', 'AB = ', 'a, AB', 'a (ABC ', 'AB (a', 'called as to by '],
  ...['solid electrolyte interphase (SEI) ', 'The solid electrolyte interphase (SEI) grows.\n\n'],
];

/** What cannot be repeated letter by letter, by what it strains. */
const BUILT: Readonly<Record<string, (length: number) => string>> = {
  'definitions that all differ': (length) =>
    counted(length, (i) => `The solid electro${i} interphase (SEI) grows.\n\n`),
  'short forms that all differ': (length) => counted(length, (i) => `${letters(i)}Q grows in ${letters(i)}Q. `),
  'rules switched off and on': (length) =>
    counted(
      length,
      (i) => `% interphase-disable-line\n<!-- interphase-disable-line -->\nThe ${letters(i)}Q is ${letters(i)}Q.\n`,
    ),
  'macros that call the one before': (length) =>
    counted(length, (i) => `\\newcommand{\\m${letters(i + 1)}}{\\m${letters(i)}\\m${letters(i)}}\n`),
  'lists in lists': (length) => counted(length, (i) => `${' '.repeat(i % 300)}- a\n`),
};

/** Hostile texts of so many characters, each with its name. */
export function* hostileTexts(length: number): Generator<readonly [name: string, text: string]> {
  for (const unit of REPEATED) yield [JSON.stringify(unit), filled(unit, length)];
  for (const [name, build] of Object.entries(BUILT)) yield [name, build(length)];
}

/** `unit` over and over. */
export const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function counted(length: number, unit: (i: number) => string): string {
  let text = '';
  for (let i = 0; text.length < length; i++) text += unit(i);
  return text.slice(0, length);
}

/** 0 → `AAA`, 1 → `AAB`, … */
const letters = (i: number): string =>
  [i / 676, i / 26, i].map((n) => String.fromCharCode(65 + (Math.floor(n) % 26))).join('');
