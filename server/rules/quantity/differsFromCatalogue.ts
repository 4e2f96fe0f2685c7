import type { Span } from '../../base/span';
import { shortLabel } from '../../bibliography/format';
import { printCelsius, printNumber, printUnit } from '../../chemistry/printUnits';
import type { Catalogue } from '../../knowledge/catalogue';
import { shownName } from '../../knowledge/species';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { speciesOf } from '../../manuscript/mention';
import { sentenceAt } from '../../manuscript/sentence';
import type { Rule } from '../rule';
import { isFar, type Known, knownOf } from './knownValues';
import { STATED, type StatedValue, statedIn } from './statedValues';

/** A value of a species that literature gives, far from all that the catalogue's sources give. */
export const differsFromCatalogue = {
  code: 'quantity/differs-from-catalogue',
  title: 'Value of a species far from those of the sources known',
  defaultLevel: 'off',
  examples: {
    bad: [
      { text: 'LiF has an ionic conductivity of only «10^−6^ S cm^−1^».' },
      { text: 'The melting point of LiF is «648 °C».' },
      { text: 'LiFePO~4~ has a theoretical capacity of «210 mAh g^−1^».' },
      { text: 'The dielectric constant of propylene carbonate is «34.9».' },
      { text: 'The density of LiFePO~4~ is «2.6 g cm^−3^».' },
      { text: 'LiCoO~2~ has an average voltage of «2.9 V» vs. Li/Li^+^.' },
    ],
    good: [
      'LiF has an ionic conductivity of about 10^−13^ S cm^−1^ and a melting point of 848 °C.',
      'We measured a conductivity of LiF of 10^−6^ S cm^−1^ in thin films.',
      'The energy follows, assuming that the density of LiF is 1.9 g cm^−3^.',
      'LiFePO~4~ has a theoretical capacity of 170 mAh g^−1^ and gives 150 mAh g^−1^.',
      'It has a density of 4.5 g cm^−3^, higher than that of LiF.',
      'The packing density of LiF is 1.1 g cm^−3^, its tap density of 0.9 g cm^−3^ lower.',
      'Beside Li~2~CO~3~, LiF has an ionic conductivity of 10^−6^ S cm^−1^.',
      'The ionic conductivity of LiF is 10^−6^ S cm^−1^ at 300 °C.',
    ],
  },
  *check(file, { catalogue }) {
    for (const stated of statedIn(file)) {
      const species = subjectOf(file, stated);
      const found = species === undefined ? undefined : catalogue.byId(species);
      const known = found && knownOf(found, stated.property);
      if (!found || !known || !isFar(stated, known)) continue;
      const name = shownName(found) ?? found.id;
      const { label } = STATED[stated.property];
      yield {
        span: file.parsed.prose.toSource(stated.at),
        message: `The sources known give ${shown(known)} as the ${label} of ${name} (${worksOf(known, catalogue)}).`,
      };
    }
  },
} as const satisfies Rule;

/**
 * The only substance of the sentence; undefined where it speaks of several, or of a value that the authors measured or that
 * belongs to another form of the substance.
 */
function subjectOf(file: FileAnalysis, { at }: StatedValue): string | undefined {
  const { prose } = file.parsed;
  const sentence = sentenceAt(prose, at);
  if (OF_ITS_OWN.test(prose.slice(sentence))) return undefined;
  const substances = new Map<string, Span>();
  for (const mention of file.mentionsIn(sentence)) {
    if (mention.kind === 'cell') return undefined;
    if (mention.kind === 'citation' || mention.kind === 'quantity') continue;
    if (REFERENCE.test(prose.text.slice(Math.max(0, mention.prose.start - 16), mention.prose.start))) continue;
    const id = speciesOf(mention);
    if (id !== undefined && !substances.has(id)) substances.set(id, mention.prose);
    else if (id === undefined && mention.kind === 'formula') return undefined;
    if (mention.kind === 'formula' && isElsewhere(prose.text, mention.prose)) return undefined;
  }
  const [only, ...others] = substances;
  return only && others.length === 0 && isNamedFor(prose.text, only[1], at) ? only[0] : undefined;
}

/** `2.9 V vs. Li/Li+`: the electrode that a potential is given against. */
const REFERENCE = /\b(?:vs\.?|versus|against) (?:\S{1,4}\/)?$/;

/** Before the value, or right after it: `10⁻⁶ S cm⁻¹ for LiF`; what comes later is compared with (`higher than that of LiF`). */
const isNamedFor = (text: string, name: Span, value: Span): boolean =>
  name.end <= value.start || /^ (?:for|in|of) $/.test(text.slice(value.end, name.start));

/** `LiF-rich`, `LiF/Li`, `Al-doped LiF`, `S 9.3 I` of a torn formula: another material than the formula alone. */
const isElsewhere = (text: string, { start, end }: Span): boolean =>
  /[-–/@:]$/.test(text.slice(0, start).slice(-1)) || /^(?:[-–/@:]\S| ?\d)/.test(text.slice(end, end + 2));

const OF_ITS_OWN =
  /\b(?:we|our|ours|here(?:in)?|this (?:work|study|paper|article|simulation|model)|measured|obtained|prepared|synthesi[sz]ed|sintered|fabricated|simulated|assum(?:ed|ing|es?)|set to|fitted|nano\w*|thin|films?|layers?|interphase|interfaces?|pellets?|glass\w*|amorphous|doped|doping|substituted|composites?|blends?|mixtures?|electrolytes? (?:of|with|containing)|solutions?|dissolved|molten|porous|coated|coating|improv\w*|enhanc\w*|increas\w*|decreas\w*|rais\w*|lower(?:s|ed)|Figs?|Figures?|Tables?)\b/i;

function shown({ low, high, unit }: Known): string {
  const print = (value: number) => (unit === 'K' ? printCelsius(value) : printNumber(value));
  const numbers = low === high ? print(low) : `${print(low)} to ${print(high)}`;
  return unit === 'K' || unit === '1' ? numbers : `${numbers} ${printUnit(unit)}`;
}

function worksOf({ equation, works }: Known, catalogue: Catalogue): string {
  if (equation !== undefined) return `computed from ${equation}`;
  const labels = works.map((key) => {
    const reference = catalogue.reference(key);
    return reference ? shortLabel(reference) : key;
  });
  const more = labels.length > MOST_WORKS ? `, and ${labels.length - MOST_WORKS} more` : '';
  return labels.slice(0, MOST_WORKS).join(', ') + more;
}

const MOST_WORKS = 3;
