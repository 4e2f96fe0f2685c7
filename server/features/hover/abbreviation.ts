import { md, type RawMarkdown } from '../../base/markdown';
import { times } from '../../base/plural';
import type { CatalogueEntry } from '../../knowledge/catalogue';
import { cuesAround, longForm } from '../../manuscript/meaning';
import type { AbbreviationMention } from '../../manuscript/mention';
import { worksLine } from '../card/markdown';
import { CardWorks } from '../card/works';
import type { HoverFinder, HoverPlace } from './hover';
import { lineLink } from './line';
import { card } from './species';

/** What an abbreviation stands for: in this manuscript first, then in the catalogue. */
export const abbreviationHover: HoverFinder = (place) => {
  const mention = place.context.file.mentionsAt(place.offset).find((m) => m.kind === 'abbreviation');
  if (mention?.kind !== 'abbreviation') return undefined;
  const { catalogue } = place.context.manuscript;
  const species = mention.species === undefined ? undefined : catalogue.byId(mention.species);
  const entries = catalogue.entriesForShort(mention.short);
  const own = ownDefinition(mention, place);
  const parts = [
    species ? card(species, place, mention, own && inThisPaper(own)) : '',
    !species && own ? `${md`**${mention.short}** – ${own.long}`}  \n${inThisPaper(own)}` : '',
    !species ? (own ? meaningOf(own, entries, place) : known(mention, entries, place)) : '',
    own ? elsewhere(own, entries, mention.species) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? { span: mention.source, markdown: parts.join('\n\n') } : undefined;
};

/** The manuscript's own definition: its words, a link to it, and how often the short form is used. */
interface OwnDefinition {
  readonly long: string;
  readonly where: RawMarkdown;
  readonly uses: number;
}

function ownDefinition({ short }: AbbreviationMention, { context }: HoverPlace): OwnDefinition | undefined {
  const { abbreviations } = context.manuscript;
  const placed = abbreviations.expansion(short);
  if (!placed) return undefined;
  const { uri, parsed } = placed.file;
  const line = parsed.prose.lineOf(placed.source.start);
  return {
    long: placed.definition.long,
    where: lineLink(uri, line),
    uses: abbreviations.of(short)!.uses.length,
  };
}

function inThisPaper({ long, where, uses }: OwnDefinition): string {
  const count = uses === 0 ? 'not used' : `used ${times(uses)}`;
  return md`*In this paper:* defined in ${where} as “${long}”, ${count}.`;
}

/** The catalogue's reading, chosen by the words around; all of them where they cannot decide. */
function known({ short, prose }: AbbreviationMention, entries: readonly CatalogueEntry[], place: HoverPlace): string {
  const { manuscript, file } = place.context;
  const likely = manuscript.catalogue.choose(entries, cuesAround(prose, file, manuscript.catalogue));
  if (likely) return `${md`**${short}** – ${longForm(likely)}`}${meaning(likely, place)}`;
  if (entries.length === 0) return '';
  return [md`**${short}** – not defined in this paper; known as`, ...entries.map((e) => md`- ${longForm(e)}`)].join(
    '\n',
  );
}

/** The catalogue's line on the term that the manuscript itself defines. */
function meaningOf({ long }: OwnDefinition, entries: readonly CatalogueEntry[], place: HoverPlace): string {
  const same = entries.find((entry) => longForm(entry).toLowerCase() === long.toLowerCase());
  return same ? meaning(same, place).trim() : '';
}

/** What a term means, and the works that say so. */
function meaning(entry: CatalogueEntry, { context, offset, options }: HoverPlace): string {
  if (entry.kind !== 'term' || !entry.term.meaning) return '';
  const { citeLink } = options;
  const cited = new CardWorks(context.manuscript.catalogue);
  if (options.references) cited.numbers(entry.term.sources ?? []);
  const works = worksLine(cited.all(), citeLink ? { citeLink: (key) => citeLink(key, offset) } : {});
  return ['', md`${entry.term.meaning}`, ...(works ? [works] : [])].join('\n\n');
}

function elsewhere({ long }: OwnDefinition, entries: readonly CatalogueEntry[], species: string | undefined): string {
  const others = entries
    .filter((e) => longForm(e).toLowerCase() !== long.toLowerCase())
    .filter((e) => e.kind === 'term' || e.species.id !== species)
    .map(longForm);
  return others.length > 0 ? md`Elsewhere also: ${[...new Set(others)].join(', ')}.` : '';
}
