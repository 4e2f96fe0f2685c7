import { md } from '../../base/markdown';
import { molarMass } from '../../chemistry/composition';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { typesetFormula } from '../../chemistry/typeset';
import { printMassFractions } from '../card/card';
import type { HoverFinder } from './hover';

/** What can be computed of a formula that the catalogue does not know. */
export const formulaHover: HoverFinder = ({ context, offset }) => {
  for (const mention of context.file.mentionsAt(offset)) {
    if (mention.kind !== 'formula' || !isCompound(mention.formula)) continue;
    const written = context.file.parsed.prose.slice(mention.prose);
    return { span: mention.source, markdown: computed(written, mention.formula) };
  }
  return undefined;
};

/** A bare element symbol says nothing that its reader does not know. */
const isCompound = ({ composition, variables }: Formula): boolean =>
  variables.length > 0 || Object.keys(composition ?? {}).length > 1;

function computed(written: string, { composition, charge, variables }: Formula): string {
  const first = md`**${typesetFormula(written)}**`;
  if (!composition) return `${first} · ${md`composition with ${variables.join(', ')} left open`}`;
  const mass = molarMass(composition);
  return [
    mass === undefined ? first : `${first} · ${md`${mass.toFixed(2)} g mol⁻¹`}`,
    md`${printMassFractions(composition)}`,
    charge === 0 ? md`${balance(composition)}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function balance(composition: NonNullable<Formula['composition']>): string {
  const result = chargeBalance(composition);
  if (!result) return '';
  if (result.balanced) return `The charge balances with ${result.states.join(', ')}.`;
  const rest = result.remainder;
  return `The charge does not balance with the usual oxidation states: ${rest > 0 ? '+' : '−'}${Math.abs(rest).toFixed(2)}.`;
}
