import { groupBy } from '../base/groupBy';
import { times } from '../base/plural';
import type { Span } from '../base/span';
import { fileName } from '../base/uris';
import { printUnit } from '../chemistry/printUnits';
import { typesetFormula } from '../chemistry/typeset';
import { SPECIES_CLASSES, type SpeciesClass, shownName } from '../knowledge/species';
import type { Abbreviation } from '../manuscript/abbreviationIndex';
import { propertyOf } from '../manuscript/claims/property';
import type { Manuscript } from '../manuscript/manuscript';
import { type Mention, speciesOf } from '../manuscript/mention';
import { undefinedAbbreviation } from '../rules/abbreviation/undefinedAbbreviation';
import { type FormulaMarkup, formulaAsSet, formulaMarkup } from '../rules/editing/formulaMarkup';
import type { RuleOptions } from '../rules/rule';
import { FORMATS } from '../text';
import type { SourcePlace } from './sourcePlace';

/** What a manuscript speaks of, as a tree: sections, their groups, what is in them, and at the leaves the places. */
export interface OverviewNode {
  readonly kind:
    | 'section'
    | 'class'
    | 'species'
    | 'abbreviation'
    | 'undefined'
    | 'cell'
    | 'quantity'
    | 'spelling'
    | 'place';
  readonly label: string;
  /** What is said beside the label, in a few words. */
  readonly detail?: string;
  /** Where a click leads. */
  readonly place?: SourcePlace;
  /** Of a species, as it would be written once more: in the spelling met most, formulas set as the manuscript sets them. */
  readonly written?: string;
  readonly children: readonly OverviewNode[];
}

/** Species by class, abbreviations, cells and quantities of all files; sections without anything are left out. */
export function overviewOf(manuscript: Manuscript, options: RuleOptions): readonly OverviewNode[] {
  const mentions = placedMentions(manuscript);
  const sections = [
    section('Species', speciesNodes(mentions, manuscript)),
    section('Abbreviations', abbreviationNodes(manuscript, options)),
    section(
      'Cells',
      spellingNodes(
        'cell',
        mentions.filter(({ mention }) => mention.kind === 'cell'),
      ),
    ),
    section('Quantities', quantityNodes(mentions)),
  ];
  return sections.filter(({ children }) => children.length > 0);
}

/** A mention with its file and its text as a reader sees it. */
interface Placed extends Place {
  readonly mention: Mention;
  readonly text: string;
}

interface Place {
  readonly at: SourcePlace;
  readonly line: number;
}

const placedMentions = (manuscript: Manuscript): Placed[] =>
  manuscript.files.flatMap(({ uri, parsed: { prose } }) =>
    manuscript.analysis(uri)!.mentions.map((mention) => ({
      mention,
      text: prose.slice(mention.prose).replace(/\s+/g, ' '),
      ...placeIn(uri, mention.source, prose),
    })),
  );

const placeIn = (uri: string, span: Span, prose: { lineOf(source: number): number }): Place => ({
  at: { uri, span },
  line: prose.lineOf(span.start),
});

const section = (label: string, children: readonly OverviewNode[]): OverviewNode => ({
  kind: 'section',
  label,
  children,
});

/** By class in the order of the catalogue, the most frequent first. */
function speciesNodes(mentions: readonly Placed[], manuscript: Manuscript): OverviewNode[] {
  const byId = groupBy(
    mentions.filter(({ mention }) => speciesOf(mention) !== undefined),
    ({ mention }) => speciesOf(mention)!,
  );
  const byClass = groupBy([...byId], ([id]) => manuscript.catalogue.byId(id)?.class);
  const markup = formulaMarkup(manuscript);
  return SPECIES_CLASSES.flatMap((name) => {
    const of = byClass.get(name) ?? [];
    if (of.length === 0) return [];
    const children = of
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([id, at]) => speciesNode(id, at, manuscript, markup));
    return [{ kind: 'class' as const, label: CLASS_LABELS[name], detail: String(of.length), children }];
  });
}

const CLASS_LABELS: Readonly<Record<SpeciesClass, string>> = {
  salt: 'Salts',
  solvent: 'Solvents',
  additive: 'Additives',
  interphase: 'Constituents of the interphase',
  'positive-electrode': 'Positive electrodes',
  'negative-electrode': 'Negative electrodes',
  'solid-electrolyte': 'Solid electrolytes',
  polymer: 'Polymers',
  coating: 'Coatings',
  gas: 'Gases',
  ion: 'Ions',
  'current-collector': 'Current collectors',
  reagent: 'Reagents',
  generic: 'Kinds of substances',
};

function speciesNode(
  id: string,
  mentions: readonly Placed[],
  manuscript: Manuscript,
  markup: FormulaMarkup,
): OverviewNode {
  const { catalogue, abbreviations } = manuscript;
  const spellings = spellingNodes('spelling', mentions);
  const [first] = spellings;
  const name = shownName(catalogue.byId(id)!) ?? id;
  const shorts = new Set(mentions.flatMap(({ mention }) => (mention.kind === 'abbreviation' ? mention.short : [])));
  const definitions = [...shorts].flatMap((short) => abbreviations.expansion(short) ?? []);
  const defined = definitions.map(({ file, definition }) =>
    placeNode(placeIn(file.uri, definition.source.whole, file.parsed.prose), 'defined in '),
  );
  return {
    kind: 'species',
    label: first!.label,
    detail: [...(name === first!.label ? [] : [name]), times(mentions.length)].join(' · '),
    place: mentions[0]!.at,
    written: writtenAs(mentions.find(({ text }) => typesetFormula(text) === first!.label)!, manuscript, markup),
    children: [...defined, ...(spellings.length === 1 ? first!.children : spellings)],
  };
}

function writtenAs({ mention, text, at }: Placed, manuscript: Manuscript, markup: FormulaMarkup): string {
  const { parsed } = manuscript.analysis(at.uri)!;
  return mention.kind === 'formula' ? formulaAsSet(text, parsed, markup) : FORMATS[parsed.format].escape(text);
}

/** Those that the manuscript defines, and those that it should; in the order of their letters. */
function abbreviationNodes(manuscript: Manuscript, options: RuleOptions): OverviewNode[] {
  const missing = new Set(
    manuscript.files.flatMap(({ uri }) =>
      [...undefinedAbbreviation.check(manuscript.analysis(uri)!, manuscript, options)].map(
        ({ span }) => `${uri} ${span.start}`,
      ),
    ),
  );
  return [...manuscript.abbreviations.all]
    .flatMap((abbreviation) => {
      const isMissing = abbreviation.uses.some(({ file, source }) => missing.has(`${file.uri} ${source.start}`));
      return abbreviation.definitions.length > 0 || isMissing ? [abbreviationNode(abbreviation, manuscript)] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function abbreviationNode({ short, uses }: Abbreviation, { abbreviations }: Manuscript): OverviewNode {
  const placed = abbreviations.expansion(short);
  const used = uses.map(({ file, source }) => placeIn(file.uri, source, file.parsed.prose));
  const definition = placed && placeIn(placed.file.uri, placed.definition.source.whole, placed.file.parsed.prose);
  const state = uses.length === 0 ? 'not used' : `used ${times(uses.length)}`;
  return {
    kind: placed ? 'abbreviation' : 'undefined',
    label: short,
    detail: [placed ? placed.definition.long : 'not defined', state].join(' · '),
    place: (definition ?? used[0]!).at,
    children: [...(definition ? [placeNode(definition, 'defined in ')] : []), ...used.map((place) => placeNode(place))],
  };
}

/** One node for each way of writing, the most frequent first. */
function spellingNodes(kind: 'cell' | 'spelling', mentions: readonly Placed[]): OverviewNode[] {
  return [...groupBy(mentions, ({ text }) => typesetFormula(text))]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([label, at]) => ({
      kind,
      label,
      detail: times(at.length),
      place: at[0]!.at,
      children: at.map((place) => placeNode(place)),
    }));
}

/** By what they measure as far as the unit tells, else by the unit. */
function quantityNodes(mentions: readonly Placed[]): OverviewNode[] {
  const quantities = mentions.flatMap(({ mention, ...rest }) =>
    mention.kind === 'quantity' ? { mention, ...rest } : [],
  );
  const kindOf = ({ mention }: (typeof quantities)[number]) => propertyOf(mention, '', '') ?? printUnit(mention.unit);
  return [...groupBy(quantities, kindOf)].map(([label, at]) => ({
    kind: 'class',
    label,
    detail: String(at.length),
    children: at.map((one) => ({ ...placeNode(one), kind: 'quantity', label: one.text, detail: `line ${one.line}` })),
  }));
}

const placeNode = ({ at, line }: Place, before = ''): OverviewNode => ({
  kind: 'place',
  label: `${before}line ${line}`,
  detail: fileName(at.uri),
  place: at,
  children: [],
});
