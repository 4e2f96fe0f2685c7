import { md } from '../../../base/markdown';
import { theoreticalCapacity } from '../../../chemistry/capacity';
import { molarMass } from '../../../chemistry/composition';
import { printNumber } from '../../../chemistry/printUnits';
import { alkaliOf } from '../../../chemistry/siteFamilies';
import { typesetFormula } from '../../../chemistry/typeset';
import { convert } from '../../../chemistry/units';
import type { Catalogue } from '../../../knowledge/catalogue';
import { capacityOf } from '../../../knowledge/figures';
import { shownName } from '../../../knowledge/species';
import { isCarrier } from '../../../manuscript/carriers';
import type { FileAnalysis } from '../../../manuscript/fileAnalysis';
import { type FormulaMention, type Mention, type QuantityMention, speciesOf } from '../../../manuscript/mention';
import { sentenceAt } from '../../../manuscript/sentence';

/** A specific capacity as a share of what the one electrode material of its sentence holds in theory. */
export function shareOfTheory(quantity: QuantityMention, file: FileAnalysis, catalogue: Catalogue): string | undefined {
  const { value, unit } = quantity;
  const capacity = typeof value === 'number' ? convert(value, unit, 'mA.h/g') : undefined;
  if (capacity === undefined) return undefined;
  const { prose } = file.parsed;
  const sentence = sentenceAt(prose, quantity.prose);
  const mentions = file.mentionsIn(sentence);
  const theories = new Map(
    mentions.flatMap((mention) => {
      if (isCarrier(speciesOf(mention) ?? '', prose.text, mention.prose)) return [];
      const theory = theoryOf(mention, prose.slice(mention.prose), catalogue);
      return theory ? [[theory.name, theory] as const] : [];
    }),
  );
  const [theory, ...others] = theories.values();
  if (!theory || others.length > 0) return undefined;
  const share = (100 * capacity) / theory.capacity;
  if (share < LEAST || share > MOST) return undefined;
  return md`${share.toFixed(0)} % of the ${printNumber(Number(theory.capacity.toFixed(1)))} mAh g⁻¹ ${theory.words}`;
}

/** Outside, in percent, the capacity is that of something else: of a coating, of a composite, a fade per cycle. */
const LEAST = 10;
const MOST = 130;

interface Theory {
  readonly name: string;
  /** mAh/g */
  readonly capacity: number;
  readonly words: string;
}

function theoryOf(mention: Mention, written: string, catalogue: Catalogue): Theory | undefined {
  if (mention.kind === 'cell') return undefined;
  const species = catalogue.byId(speciesOf(mention) ?? '');
  if (species) {
    const capacity = isElectrode(species.class) ? capacityOf(species) : undefined;
    const name = species.formula ? typesetFormula(species.formula) : (shownName(species) ?? species.id);
    return capacity === undefined ? undefined : { name, capacity, words: `of ${name} in theory` };
  }
  return mention.kind === 'formula' ? byComposition(mention, typesetFormula(written)) : undefined;
}

const isElectrode = (of: string): boolean => of === 'positive-electrode' || of === 'negative-electrode';

function byComposition({ formula: { composition } }: FormulaMention, name: string): Theory | undefined {
  const electrons = composition && alkaliOf(composition);
  const mass = composition && molarMass(composition);
  if (!electrons || !mass) return undefined;
  return { name, capacity: theoreticalCapacity(electrons, mass), words: `of all alkali ions of ${name}` };
}
