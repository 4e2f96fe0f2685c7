import { flat } from '../../base/script';
import { parseFormula } from '../../chemistry/formula';
import { typesetFormula } from '../../chemistry/typeset';

/**
 * A sentence of a record with its formulas set in print: `Li2O and Li+` → `Li₂O and Li⁺`. Names with digits (NMC811) stay, and so
 * does what the record puts in backticks: the phase `H2` of an oxide is not hydrogen.
 */
export const typesetText = (text: string): string =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? part : typesetPart(part)))
    .join('');

const typesetPart = (text: string): string =>
  text
    .replace(/\be[−-](?!\p{L})/gu, 'e⁻')
    .replace(/(?<=\/(?:[cmnµ]?m|Å)|\d Å)[23]\b/g, (power) => (power === '2' ? '²' : '³'))
    .replace(/[A-Z([][A-Za-z0-9.()[\]−+-]*/g, (word, at: number, whole: string) => {
      const trailing = /[.,;:)]*$/.exec(word)![0];
      const bare = balanced(word.slice(0, word.length - trailing.length), trailing);
      return isFormula(bare) && !isCut(bare, whole.slice(at + word.length, at + word.length + 2))
        ? typesetFormula(bare) + word.slice(bare.length)
        : word;
    });

/** Takes back the closing brackets that the word itself has opened. */
function balanced(bare: string, trailing: string): string {
  let word = bare;
  for (const c of trailing) {
    if (c !== ')' || count(word, '(') <= count(word, ')')) break;
    word += c;
  }
  return word;
}

/** `Li3xLa2` of `Li3xLa2/3-xTiO3`; `P42` of the space group `P42/nmc`, and `P212121`; the stackings P2 and O3, and O2 that is called one. */
const isCut = (word: string, after: string): boolean =>
  (word.includes('x') && after.startsWith('/')) ||
  (/^[PIFRAC]\d+$/.test(word) && /^\/[a-z]/.test(after)) ||
  /^[PIFRA]\d{3,}$/.test(word) ||
  /^(?:P[23]|O[13])$/.test(word) ||
  (word === 'O2' && /^-[a-z]/.test(after));

const count = (text: string, c: string): number => text.split(c).length - 1;

/** With an index or a charge; anything else reads the same without typesetting. */
function isFormula(word: string): boolean {
  if (!/\d|[+−-]$/.test(word)) return false;
  const read = parseFormula(flat(word));
  // Of the letters that stand for a share only x can be lowered.
  return read.ok && read.formula.variables.every((variable) => variable === 'x');
}
