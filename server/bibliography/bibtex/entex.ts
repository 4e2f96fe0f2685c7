import { ACCENTS } from '../../text/latex/symbols';
import { FROM_SUBSCRIPT, FROM_SUPERSCRIPT, LETTERS, SYMBOLS } from './texSymbols';

/**
 * Plain text as a BibTeX value. Characters that mean something to TeX are escaped, raised and lowered ones become
 * math, dashes hyphens, and Greek letters and signs commands, since few documents set up a font for them. With `ascii`, Latin
 * letters beyond ASCII become commands too (`{\"u}`), else they stay.
 */
export function entex(text: string, ascii: boolean): string {
  return text.normalize('NFC').replace(ESCAPED, (found) => {
    if (FROM_SUBSCRIPT.has(found[0]!)) return script('_', found, FROM_SUBSCRIPT);
    if (FROM_SUPERSCRIPT.has(found[0]!)) return script('^', found, FROM_SUPERSCRIPT);
    return SPECIALS[found] ?? (found <= '\x7f' ? `\\${found}` : ascii || !LATIN.test(found) ? command(found) : found);
  });
}

/** Runs of lowered or raised characters, what TeX would misread, and everything beyond ASCII. */
const ESCAPED = /[₀-₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]+(?:\.[₀-₉]+)?|[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+|--|''|[\\{}~^%&#_$<>|`]|[^\p{ASCII}]/gu;

const LATIN = /\p{Script=Latin}/u;

function script(sign: string, run: string, table: ReadonlyMap<string, string>): string {
  const plain = [...run].map((character) => table.get(character) ?? character).join('');
  return `$${sign}${plain.length === 1 ? plain : `{${plain}}`}$`;
}

const SPECIALS: Readonly<Record<string, string>> = {
  '--': '-{}-',
  "''": "'{}'",
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '`': '{\\textasciigrave}',
  '–': '--',
  '—': '---',
  '−': '$-$',
  '°': '$^\\circ$',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
};

const COMMAND_OF_ACCENT = new Map([...ACCENTS].map(([name, accent]) => [accent, name]));
const COMMAND_OF_LETTER = new Map([...LETTERS].map(([name, letter]) => [letter, name]));
const COMMAND_OF_SYMBOL = new Map([...SYMBOLS].reverse().map(([name, symbol]) => [symbol, name]));

/** `ü` → `{\"u}`, `ø` → `{\o}`, `γ` → `$\gamma$`; as it is where TeX has no command that we know. */
function command(character: string): string {
  const letter = COMMAND_OF_LETTER.get(character);
  if (letter) return `{\\${letter}}`;
  const [base = '', mark = '', more] = character.normalize('NFD');
  const accent = COMMAND_OF_ACCENT.get(mark);
  if (accent && more === undefined && /[A-Za-z]/.test(base)) {
    const argument = base === 'i' || base === 'j' ? `\\${base}` : base;
    return /[a-zA-Z]/.test(accent) ? `{\\${accent}{${argument}}}` : `{\\${accent}${argument}}`;
  }
  const symbol = COMMAND_OF_SYMBOL.get(character);
  if (!symbol) return character;
  return symbol.startsWith('text') ? `{\\${symbol}}` : `$\\${symbol}$`;
}
