import type { Span } from '../../base/span';
import type { Prose } from '../../text/prose';
import { isLooseLayer, type LayerWeight } from './cellLayers';
import type { LayerFacts } from './cellRoles';
import { formulaAt } from './formulaAt';
import type { Guard } from './guard';

/** Stretches that bars or slashes join, in their text. */
export interface JoinedLayers {
  readonly prose: Prose;
  readonly layers: readonly Span[];
  weigh(layer: Span): LayerWeight;
  kindOf(layer: Span): LayerFacts['kind'];
  /** By `/` or `//`. */
  readonly joinedBySlash: boolean;
  /** By `/`, which joins the parts of a composite, too. */
  readonly joinedByOneSlash: boolean;
  readonly text: string;
  /** So much of the block as the guards look at. */
  readonly before: string;
  readonly after: string;
}

const endsOf = ({ layers }: JoinedLayers): readonly Span[] => [layers[0]!, layers.at(-1)!];

const weightsOfEnds = (joined: JoinedLayers): readonly LayerWeight[] => endsOf(joined).map(joined.weigh);

const kindsOfEnds = (joined: JoinedLayers): readonly LayerFacts['kind'][] => endsOf(joined).map(joined.kindOf);

/** What joined stretches are where they make no cell. */
export const CELL_GUARDS: readonly Guard<JoinedLayers>[] = [
  {
    id: 'terms of a reaction',
    rejects: ['on the surface «Cu2O|2Cu2O» + HL → CuL'],
    keeps: ['from «Li||LFP» + more → less'],
    is: ({ before, text, after }) =>
      /→|⟶|->/.test(before.slice(-ARROW_REACH) + text + after.slice(0, ARROW_REACH)) &&
      (/(?:^|[|/])(?:\d|x[A-Z]|\([A-Z]\))/.test(text) || /^\*|\|\*/.test(after)),
  },
  {
    id: 'piece of a cell whose electrolyte is a phrase',
    rejects: ['a «Li|LiPF6» in EC|NMC811 cell'],
    keeps: ['a «Li|LLZO|NMC811» cell in it'],
    is: ({ before, after }) =>
      /[|‖∥] ?(?:[\d.]+ ?[Mm] )?[^\s|‖∥]+ in (?:[\w:]+\/)*$/.test(before) || /^ in [\w:/ ]{1,30}[|‖∥]/.test(after),
  },
  {
    id: 'ions and framework of a zeolite',
    rejects: ['of formula |Na7 «(H2O)20 | [Be14P14O56]» is'],
    keeps: ['a cell «Li | [Mg(H2O)6]» is'],
    is: ({ before, text }) => /\|[^|\s][^|]{0,40}$/.test(before) && /[|‖∥∣] ?\[/.test(text),
  },
  {
    id: 'ends that are no electrodes',
    rejects: ['either «this|that» or', 'the sets «A|B» and'],
    keeps: ['a «Li|LFP» cell'],
    is: (joined) => {
      const ends = weightsOfEnds(joined);
      return ends.includes('none') || !ends.includes('strong');
    },
  },
  {
    id: 'words between that are no layer',
    rejects: ['the row «Li | of these few words and even more words | LFP» is'],
    keeps: ['the row «Li | LLZO | LFP» is', 'the cell «Li | thin gel | LiFePO4» is'],
    is: (joined) => {
      const words = joined.layers.slice(1, -1).filter((layer) => joined.weigh(layer) === 'none');
      const isSure = () => weightsOfEnds(joined).every((weight) => weight === 'strong');
      return words.some((layer) => !isLooseLayer(joined.prose, layer)) || (words.length > 0 && !isSure());
    },
  },
  {
    id: 'a contact of two layers',
    rejects: ['at the «LCO|LLZO» interface', 'the interface of «Li|LLZO» is', 'an der «Li|LLZO» Grenzfläche'],
    keeps: [
      'the «LCO|LLZO|Li» interfaces',
      'the «Li||LLZO» interface',
      'a «Li|LLZO» cell with an interface',
      'the interface of the «Li|LFP» cell',
    ],
    is: ({ layers, text, before, after }) =>
      layers.length === 2 &&
      !DOUBLE_BAR.test(text) &&
      !CELL_WORD.test(after) &&
      (CONTACT_AFTER.test(after) || CONTACT_BEFORE.test(before)),
  },
  {
    id: 'states of a redox couple',
    rejects: ['the couple «Fe^2+^|Fe^3+^» is'],
    keeps: ['the cell «Zn|Fe^3+^» is'],
    is: ({ prose, layers }) => isRedoxCouple(prose, layers),
  },
  {
    id: 'joined by a slash, without a word for a cell',
    rejects: ['a blend «LFP/LTO» is'],
    keeps: ['a cell «LFP|LTO» is', '«LFP/LTO» cells are', 'the «LFP//LTO» and LFP//HC cells are'],
    is: ({ joinedBySlash, after }) => joinedBySlash && !CELL_WORD.test(after),
  },
  {
    id: 'joined by a slash, with an electrolyte or nothing known at the ends',
    rejects: ['«Li/LLZO» cells are', '«NaFePO4/LLZO» cells are'],
    keeps: ['«Li|LLZO» cells are', '«LFP/LTO» cells are'],
    is: (joined) => {
      if (!joined.joinedBySlash) return false;
      const kinds = kindsOfEnds(joined);
      return kinds.includes('electrolyte') || kinds.every((kind) => kind === undefined);
    },
  },
  {
    id: 'joined by a slash, with an end of an unknown kind',
    rejects: ['«LFP/QXA» cells are'],
    keeps: ['«QXA/Li» cells are', '«LFP//Co3O4/N-GO» cells are'],
    is: (joined) => {
      const kinds = joined.joinedByOneSlash ? kindsOfEnds(joined) : [];
      if (!kinds.includes(undefined)) return false;
      const open = joined.prose.slice(endsOf(joined)[kinds[0] === undefined ? 0 : 1]!);
      return !/^[A-Z\d-]{3,}$/.test(open) || !kinds.some((kind) => kind === 'alkali-metal' || kind === 'negative');
    },
  },
  {
    id: 'a coating of carbon',
    rejects: ['«LiFePO4/C» cells are'],
    keeps: ['«NaFePO4/C» full cells are', '«LiFePO4/graphite» cells are'],
    is: ({ joinedBySlash, prose, layers, after }) =>
      joinedBySlash && prose.slice(layers.at(-1)!) === 'C' && !FULL_CELL.test(after),
  },
  {
    id: 'two electrodes of one kind',
    rejects: ['«LFP/NMC811» cells are'],
    keeps: ['«LFP/LFP» cells are', '«LFP/LTO» cells are'],
    is: (joined) => {
      if (!joined.joinedBySlash) return false;
      const [first, last] = kindsOfEnds(joined);
      const [one, other] = endsOf(joined).map((end) => joined.prose.slice(end));
      return first !== undefined && first === last && one !== other;
    },
  },
];

/** So far an arrow may be from a term of its reaction. */
const ARROW_REACH = 60;

/** `N+|N`: the two states of one couple. */
function isRedoxCouple(prose: Prose, layers: readonly Span[]): boolean {
  if (layers.length !== 2) return false;
  const [a, b] = layers.map((layer) => formulaAt(prose, layer));
  if (!a?.ok || !b?.ok || a.formula.charge === b.formula.charge) return false;
  const [first, second] = [a, b].map((read) =>
    Object.keys(read.formula.composition ?? {})
      .sort()
      .join(),
  );
  return first === second;
}

/** The notation of a cell, also where its interface is meant. */
const DOUBLE_BAR = /\|\||[‖∥ǁ]/;

/** `Li|LLZO interface`, `Li|LLZO-Grenzfläche`, `Li|LLZO界面` */
const CONTACT_AFTER =
  /^(?:[ -](?:hetero-?)?(?:interfac(?:e|es|ial)|interphases?|(?:hetero-?)?junctions?|contacts?|(?:grain )?boundar(?:y|ies)|Grenzflächen?|Grenzphasen?)\b| ?界面)/;
const CONTACT_BEFORE =
  /\b(?:(?:interfac|interphas)es?|contacts?|(?:hetero)?junctions?|Grenzflächen?|interfaz|interfases?)(?: (?:of|between|at|de|entre|von|zwischen))?(?: (?:the|la|der|l[’']))? $/i;

/** The cell word, after adjectives and after further cells of a list: `Li/Cu, Li/Li and LFP//Li coin cells`. */
const CELL_WORD =
  /^(?:(?:,|,? and|,? or) [\w.₀-₉]{1,24}\/{1,2}[\w.₀-₉]{1,24}){0,4}[ -](?:symmetric(?:al)? |half[- ]|full[- ]|pouch |coin |button |cylindrical |prismatic |commercial |rechargeable |primary |secondary |aqueous |alkaline |asymmetric |hybrid |single-layer |(?:all-)?solid-state |(?:lithium|Li|sodium|Na)-ion )*(?:(?:cells?|batter(?:y|ies)|(?:super)?capacitors?|half|full|symmetric|pouch|coin|18650|21700|AA)\b)/;

/** With these words carbon is the other electrode, not the coating: `LiCoO2/C full cells`. */
const FULL_CELL = /^[ -](?:\w+ )?full[- ]cells?\b/;
