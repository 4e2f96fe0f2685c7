import { md } from '../../base/markdown';
import { times } from '../../base/plural';
import type { Species } from '../../knowledge/species';
import { type Mention, speciesOf } from '../../manuscript/mention';
import type { Prose } from '../../text/prose';
import { cardMarkdown } from '../card/markdown';
import type { HoverFinder, HoverPlace } from './hover';

/** The card of the species that a formula or a name stands for. */
export const speciesHover: HoverFinder = (place) => {
  const { file, manuscript } = place.context;
  for (const mention of file.mentionsAt(place.offset)) {
    if (mention.kind !== 'formula' && mention.kind !== 'name') continue;
    const species = mention.species === undefined ? undefined : manuscript.catalogue.byId(mention.species);
    if (species) return { span: mention.source, markdown: card(species, place, mention, inThisPaper(species, place)) };
  }
  return undefined;
};

/** `note` is below the first line. */
export const card = (
  species: Species,
  { context, offset, options }: HoverPlace,
  mention: Mention,
  note?: string,
): string =>
  cardMarkdown(species, context.manuscript.catalogue, {
    written: { text: writtenIn(mention, context.file.parsed.prose), isFormula: mention.kind === 'formula' },
    ...(note !== undefined && { note }),
    drawing: options.drawing,
    references: options.references,
    ...(options.citeLink && { citeLink: (key: string) => options.citeLink!(key, offset) }),
    ...(options.openLink && { openLink: options.openLink }),
  });

const writtenIn = (mention: Mention, prose: Prose): string =>
  mention.kind === 'abbreviation' ? mention.short : prose.slice(mention.prose);

/** How often the paper speaks of the species, in whatever words. */
function inThisPaper(species: Species, { context }: HoverPlace): string | undefined {
  const same = context.manuscript.mentions.filter((m) => speciesOf(m) === species.id);
  return same.length < 2 ? undefined : md`*In this paper:* mentioned ${times(same.length)}.`;
}
