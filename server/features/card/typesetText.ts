import { flat } from '../../base/script';
import { parseFormula } from '../../chemistry/formula';
import { typesetFormula } from '../../chemistry/typeset';

/** A sentence of a record with its formulas set in print: `Li2O and Li+` → `Li₂O and Li⁺`. Names with digits (NMC811) stay. */
export const typesetText = (text: string): string =>
  text.replace(/\be[−-](?!\p{L})/gu, 'e⁻').replace(/[A-Z([][A-Za-z0-9.()[\]−+-]*/g, (word) => {
    const trailing = /[.,;:)]*$/.exec(word)![0];
    const bare = balanced(word.slice(0, word.length - trailing.length), trailing);
    return isFormula(bare) ? typesetFormula(bare) + word.slice(bare.length) : word;
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

const count = (text: string, c: string): number => text.split(c).length - 1;

/** With an index or a charge; anything else reads the same without typesetting. */
function isFormula(word: string): boolean {
  if (!/\d|[+−-]$/.test(word)) return false;
  const read = parseFormula(flat(word));
  return read.ok && read.formula.variables.length === 0;
}
