import { md } from '../../base/markdown';
import type { Species } from '../../knowledge/species';
import { speciesOf } from '../../manuscript/mention';
import { cardMarkdown } from '../card/markdown';
import type { HoverFinder, HoverPlace } from './hover';

/** The card of the species that a formula or a name stands for. */
export const speciesHover: HoverFinder = (place) => {
  const { file, manuscript } = place.context;
  for (const mention of file.mentionsAt(place.offset)) {
    if (mention.kind !== 'formula' && mention.kind !== 'name') continue;
    const species = mention.species === undefined ? undefined : manuscript.catalogue.byId(mention.species);
    if (species) return { span: mention.source, markdown: card(species, place, inThisPaper(species, place)) };
  }
  return undefined;
};

/** `note` stands below the first line. */
export const card = (species: Species, { context, offset, options }: HoverPlace, note?: string): string =>
  cardMarkdown(species, context.manuscript.catalogue, {
    ...(note !== undefined && { note }),
    drawing: options.drawing,
    references: options.references,
    ...(options.citeLink && { citeLink: (key: string) => options.citeLink!(key, offset) }),
    ...(options.openLink && { openLink: options.openLink }),
  });

/** How often the paper speaks of the species, in whatever words. */
function inThisPaper(species: Species, { context }: HoverPlace): string | undefined {
  const same = context.manuscript.mentions.filter((m) => speciesOf(m) === species.id);
  return same.length < 2 ? undefined : md`*In this paper:* mentioned ${same.length} times.`;
}
