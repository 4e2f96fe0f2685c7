import type { Catalogue } from './catalogue';
import { shortSpellings } from './spelling';

/** For each species its names and formulas, for each term its short and long forms: `LLZO`, `Li7La3Zr2O12`, … */
export function* sameNames({ allSpecies, allTerms }: Catalogue): Generator<readonly string[]> {
  for (const { names, formula, formulas = [] } of allSpecies)
    yield [...names.flatMap(({ text }) => shortSpellings(text)), ...(formula ? [formula] : []), ...formulas];
  for (const { long, short, variants = [] } of allTerms) yield [long, ...short.flatMap(shortSpellings), ...variants];
}
