import { md, type RawMarkdown } from '../../base/markdown';
import { times } from '../../base/plural';
import type { CatalogueEntry } from '../../knowledge/catalogue';
import { cuesAround, longForm } from '../../manuscript/meaning';
import type { AbbreviationMention } from '../../manuscript/mention';
import { image } from '../card/image';
import { worksLine } from '../card/markdown';
import { CardWorks } from '../card/works';
import { filmSketch } from './filmSketch';
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
  const entry = own ? entries.find((known) => isSame(longForm(known), own.long)) : likely(mention, entries, place);
  const parts = [
    species ? card(species, place, mention, own && inThisPaper(own)) : '',
    species ? '' : `${sketch(entry, place)}${own ? definedHere(mention, own) : known(mention, entries, entry)}`,
    species || !entry ? '' : meaning(entry, place),
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

const definedHere = ({ short }: AbbreviationMention, own: OwnDefinition): string =>
  `${md`**${short}** – ${own.long}`}  \n${inThisPaper(own)}`;

/** The reading of the catalogue that the words around choose. */
function likely(
  { prose }: AbbreviationMention,
  entries: readonly CatalogueEntry[],
  { context: { manuscript, file } }: HoverPlace,
): CatalogueEntry | undefined {
  return manuscript.catalogue.choose(entries, cuesAround(prose, file, manuscript.catalogue));
}

/** The reading of the catalogue; all of them where the words around cannot decide. */
function known(
  { short }: AbbreviationMention,
  entries: readonly CatalogueEntry[],
  chosen: CatalogueEntry | undefined,
): string {
  if (chosen) return md`**${short}** – ${longForm(chosen)}`;
  if (entries.length === 0) return '';
  const readings = entries.map((entry) => md`- ${longForm(entry)}`);
  return [md`**${short}** – not defined in this paper; known as`, ...readings].join('\n');
}

/** Of a film, with what the manuscript names of it. */
function sketch(entry: CatalogueEntry | undefined, { context, options }: HoverPlace): string {
  if (!options.drawing || entry?.kind !== 'term' || !entry.term.filmOn) return '';
  const film = filmSketch(entry.term.filmOn, context.manuscript);
  return film ? image(film.svg, film) : '';
}

/** What a term means, and the works that say so. */
function meaning(entry: CatalogueEntry, { context, offset, options }: HoverPlace): string {
  if (entry.kind !== 'term' || !entry.term.meaning) return '';
  const { citeLink } = options;
  const cited = new CardWorks(context.manuscript.catalogue);
  if (options.references) cited.numbers(entry.term.sources ?? []);
  const works = worksLine(cited.all(), citeLink ? { citeLink: (key) => citeLink(key, offset) } : {});
  return [md`${entry.term.meaning}`, ...(works ? [works] : [])].join('\n\n');
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function elsewhere({ long }: OwnDefinition, entries: readonly CatalogueEntry[], species: string | undefined): string {
  const others = entries
    .filter((e) => !isSame(longForm(e), long))
    .filter((e) => e.kind === 'term' || e.species.id !== species)
    .map(longForm);
  return others.length > 0 ? md`Elsewhere also: ${[...new Set(others)].join(', ')}.` : '';
}
