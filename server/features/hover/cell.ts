import { md } from '../../base/markdown';
import { times } from '../../base/plural';
import { shortLabel } from '../../bibliography/format';
import { printCapacity } from '../../chemistry/printUnits';
import { typesetFormula } from '../../chemistry/typeset';
import type { Catalogue } from '../../knowledge/catalogue';
import { capacityOf } from '../../knowledge/figures';
import type { Species } from '../../knowledge/species';
import type { Manuscript } from '../../manuscript/manuscript';
import type { CellLayer, CellMention } from '../../manuscript/mention';
import { cardOf } from '../card/card';
import { coupleOf, type Potential } from '../card/couple';
import { image } from '../card/image';
import { cellSketch } from './cellSketch';
import type { HoverFinder, HoverPlace } from './hover';

const TYPES: Readonly<Record<CellMention['type'], string>> = {
  full: 'a full cell',
  half: 'a half cell',
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
  const { file, manuscript } = place.context;
  const cell = file.mentionsAt(place.offset).find((m) => m.kind === 'cell');
  if (cell?.kind !== 'cell') return undefined;
  const written = file.parsed.prose.slice(cell.prose);
  const kind = kindOf(cell, place);
  return {
    span: cell.source,
    markdown: [
      `${sketch(cell, place)}${md`**${typesetFormula(written)}**${kind ? ` – ${kind}` : ''}`}`,
      cell.layers.map((layer) => describe(layer, place)).join('\n'),
      figures(cell, place),
      bars(cell, manuscript),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
};

function sketch(cell: CellMention, { context, options }: HoverPlace): string {
  if (!options.drawing) return '';
  const { svg, height, alt } = cellSketch(cell, context.file.parsed.prose);
  return image(svg, { alt, height });
}

/** In the author's words where they are beside the notation; else as both camps of readers would call it. */
function kindOf({ type, called, layers }: CellMention, { context }: HoverPlace): string {
  if (called) return TYPES[called];
  if (type !== 'half') return TYPES[type];
  const species = context.manuscript.catalogue.byId(layers.find(({ role }) => role === 'negative')?.species ?? '');
  const metal = ALKALI_METALS[species?.formula ?? ''];
  const cell = metal ? `a ${metal} metal cell` : 'an alkali-metal cell';
  return `${cell} (half cell, where ${metal ?? 'the metal'} serves as counter electrode)`;
}

const ALKALI_METALS: Readonly<Record<string, string>> = { Li: 'lithium', Na: 'sodium', K: 'potassium' };

function describe(layer: CellLayer, { context }: HoverPlace): string {
  const { catalogue } = context.manuscript;
  const written = context.file.parsed.prose.slice(layer.prose);
  const species = layer.species === undefined ? undefined : catalogue.byId(layer.species);
  const capacity = species && capacityOf(species);
  const coating = layer.coating === undefined ? '' : `, coated with ${layer.coating}`;
  const [first, second] = species ? cardOf(species, catalogue).heading : [];
  const others = [first, second].filter((name) => name !== undefined && name !== written);
  const names = others.length > 0 ? ` (${others.join(', ')})` : '';
  const figure =
    capacity && (layer.role === 'positive' || layer.role === 'negative')
      ? `; ${printCapacity(capacity)} in theory`
      : '';
  return md`- ${typesetFormula(written)}${names}: ${ROLES[layer.role]}${coating}${figure}`;
}

/** Nominal voltage and theoretical energy of the two active materials, with the potentials and where they come from. */
function figures({ layers }: CellMention, { context }: HoverPlace): string {
  const { catalogue } = context.manuscript;
  const speciesOf = (role: CellLayer['role']) =>
    catalogue.byId(layers.find((layer) => layer.role === role)?.species ?? '');
  const [positive, negative] = [speciesOf('positive'), speciesOf('negative')];
  const couple = positive && negative && coupleOf(positive, negative);
  if (!couple) return '';
  const energy = `${couple.perKilogram.toFixed(0)} Wh kg⁻¹`;
  const volume = couple.perLitre === undefined ? '' : ` and ${couple.perLitre.toFixed(0)} Wh L⁻¹`;
  const potentials = [potential(positive, couple.positive, catalogue), potential(negative, couple.negative, catalogue)];
  return [
    md`About ${couple.voltage.toFixed(1)} V; ${energy}${volume} of both active materials in theory.`,
    md`Average potentials vs ${couple.positive.reference.replace('+', '⁺')}: ${potentials.join(', ')}.`,
  ].join(' ');
}

function potential(species: Species, { value, sources }: Potential, catalogue: Catalogue): string {
  const labels = sources.map((key) => {
    const reference = catalogue.reference(key);
    return reference ? shortLabel(reference) : key;
  });
  const from = labels.length > 0 ? ` (${labels.join(', ')})` : '';
  return `${cardOf(species, catalogue).heading[0]} ${value} V${from}`;
}

/** What the bars mean, where the manuscript uses both kinds. */
function bars(cell: CellMention, { mentions }: Manuscript): string {
  const count = { '|': 0, '||': 0 };
  for (const mention of mentions) {
    if (mention.kind !== 'cell') continue;
    for (const separator of mention.separators) if (separator in count) count[separator as '|' | '||']++;
  }
  if (!cell.separators.some((s) => s in count) || count['|'] === 0 || count['||'] === 0) return '';
  const mixed = `This paper writes both | (${times(count['|'])}) and || (${times(count['||'])}).`;
  return md`${`${mixed} A single bar is a phase boundary (IUPAC); many papers write || for separator and electrolyte.`}`;
}
