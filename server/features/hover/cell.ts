import { md } from '../../base/markdown';
import { typesetFormula } from '../../chemistry/typeset';
import type { CellLayer, CellMention } from '../../paper/mention';
import type { Paper } from '../../paper/paper';
import { agreedValue, capacityOf, cardOf } from '../card/card';
import type { HoverFinder, HoverPlace } from './hover';

const TYPES: Readonly<Record<CellMention['type'], string>> = {
  full: 'a full cell',
  half: 'a half cell in battery usage (alkali-metal counter electrode)',
  symmetric: 'a symmetric cell',
  plating: 'a plating cell: an alkali metal against a bare current collector',
  'anode-free': 'an anode-free cell: the negative electrode is plated on first charge',
  unknown: '',
};

const ROLES: Readonly<Record<CellLayer['role'], string>> = {
  positive: 'positive electrode',
  negative: 'negative electrode',
  electrolyte: 'electrolyte',
  interlayer: 'interlayer',
  collector: 'current collector',
  unknown: 'role not clear from the notation',
};

/** Which electrode is which, what kind of cell it is, and what each layer consists of. */
export const cellHover: HoverFinder = (place) => {
  const { paper } = place.loaded;
  const cell = paper.mentionsAt(place.offset).find((m) => m.kind === 'cell');
  if (cell?.kind !== 'cell') return undefined;
  const written = paper.manuscript.prose.slice(cell.prose);
  const kind = TYPES[cell.type];
  return {
    span: cell.source,
    markdown: [
      md`**${typesetFormula(written)}**${kind ? ` – ${kind}` : ''}`,
      cell.layers.map((layer) => describe(layer, place)).join('\n'),
      figures(cell, place),
      bars(cell, paper),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
};

function describe(layer: CellLayer, { loaded }: HoverPlace): string {
  const { catalogue } = loaded.project;
  const written = loaded.paper.manuscript.prose.slice(layer.prose);
  const species = layer.species === undefined ? undefined : catalogue.byId(layer.species);
  const capacity = species && capacityOf(species);
  const coating = layer.coating === undefined ? '' : `, coated with ${layer.coating}`;
  const names = species ? ` (${cardOf(species, catalogue).heading.slice(0, 2).join(', ')})` : '';
  const figure =
    capacity && (layer.role === 'positive' || layer.role === 'negative')
      ? `; ${capacity.toFixed(1)} mAh g⁻¹ in theory`
      : '';
  return md`- ${typesetFormula(written)}${names}: ${ROLES[layer.role]}${coating}${figure}`;
}

/** Nominal voltage and theoretical energy density of the two active materials, where both records have what it takes. */
function figures({ layers }: CellMention, { loaded }: HoverPlace): string {
  const { catalogue } = loaded.project;
  const electrode = (role: CellLayer['role']) => {
    const id = layers.find((layer) => layer.role === role)?.species;
    const species = id === undefined ? undefined : catalogue.byId(id);
    const voltage = species && agreedValue(species, 'average_voltage');
    const capacity = species && capacityOf(species);
    return voltage === undefined || capacity === undefined ? undefined : { voltage, capacity };
  };
  const positive = electrode('positive');
  const negative = electrode('negative');
  if (!positive || !negative) return '';
  const voltage = positive.voltage - negative.voltage;
  const capacity = (positive.capacity * negative.capacity) / (positive.capacity + negative.capacity);
  return md`About ${voltage.toFixed(1)} V; ${(voltage * capacity).toFixed(0)} Wh kg⁻¹ of both active materials in theory.`;
}

/** Says what the bar means, and whether the paper uses one kind only. */
function bars(cell: CellMention, { mentions }: Paper): string {
  const count = { '|': 0, '||': 0 };
  for (const mention of mentions) {
    if (mention.kind !== 'cell') continue;
    for (const separator of mention.separators) if (separator in count) count[separator as '|' | '||']++;
  }
  if (!cell.separators.some((s) => s in count)) return '';
  const both = count['|'] > 0 && count['||'] > 0;
  const mixed = both ? ` This paper uses both (${count['|']} × |, ${count['||']} × ||).` : '';
  return md`${`A single bar is a phase boundary (IUPAC); many papers write || for separator and electrolyte.${mixed}`}`;
}
