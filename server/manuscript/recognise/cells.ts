import { Searcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import type { SpeciesClass } from '../../knowledge/species';
import type { Block, Prose } from '../../text/prose';
import type { CellLayer, CellMention } from '../mention';
import { CELL_GUARDS } from './cellGuards';
import { bareLayer, endedLayer, startedLayer, weightOf } from './cellLayers';
import { assignRoles, cellType, electrodeKind, type LayerFacts } from './cellRoles';
import { calledType } from './cellWords';
import { formulaAt } from './formulaAt';
import { accepted, guardAgainst, isRejection, type Rejected, rejected } from './guard';

/** What the caller knows of a stretch that may be a layer. */
export interface ResolvedLayer {
  readonly kind: string;
  /** Id in the catalogue. */
  readonly species?: string;
}

/**
 * Cell notations in the prose, in reading order: `LiFePO4|Li`, `Li||GBL||Cu`, `stainless steel ∣ LPSCl ∣ Li`, and with
 * a slash where a cell word follows (`LFP/Li batteries`). Roles come from what the layers are, never from their order.
 *
 * `resolveLayer` says what is at a stretch of prose, `classOf` the class of a species; both may know nothing.
 */
export const findCells = (
  prose: Prose,
  resolveLayer: ResolveLayer,
  classOf: ClassOf = () => undefined,
): CellMention[] => accepted(readCells(prose, resolveLayer, classOf));

/** Stretches that bars or slashes join and that are not a cell, each with the reason. */
export const rejectedCells = (prose: Prose, resolveLayer: ResolveLayer, classOf: ClassOf): Rejected[] =>
  rejected(readCells(prose, resolveLayer, classOf));

export type ResolveLayer = (layer: Span) => ResolvedLayer | undefined;
export type ClassOf = (species: string) => SpeciesClass | undefined;

function readCells(prose: Prose, resolveLayer: ResolveLayer, classOf: ClassOf): (CellMention | Rejected)[] {
  const resolve: Resolve = (layer) => {
    const known = resolveLayer(layer);
    if (known?.species === undefined) return { species: undefined, class: undefined };
    return { species: known.species, class: classOf(known.species) };
  };
  const marks = new Searcher(prose.text, SEPARATORS);
  return prose.blocks
    .filter(({ kind }) => kind !== 'author')
    .flatMap((block) =>
      chainsIn(prose, block, marks, resolve).map((chain) =>
        isRejection(chain) ? chain : describe(prose, block, chain, resolve),
      ),
    );
}

type Resolve = (layer: Span) => { readonly species: string | undefined; readonly class: SpeciesClass | undefined };

interface Chain {
  readonly layers: readonly Span[];
  readonly separators: readonly Separator[];
}

interface Separator extends Span {
  readonly text: string;
  readonly spaced: boolean;
}

function chainsIn(prose: Prose, block: Block, marks: Searcher, resolve: Resolve): (Chain | Rejected)[] {
  const chains: (Chain | Rejected)[] = [];
  const separators = separatorsIn(prose, block, marks);
  if (separators.length > MOST_SEPARATORS) return chains;
  let i = 0;
  while (i < separators.length) {
    const run = [separators[i]!];
    const middles: Span[] = [];
    let after = i + 1;
    for (;;) {
      // Between bars a slash joins the parts of one layer: `Li|LiF/Li3N|LPSCl`, `NVP//Co3O4/C`.
      let to = after;
      if (!isOneSlash(run[0]!)) while (to < separators.length && isOneSlash(separators[to]!)) to++;
      const next = separators[to];
      if (!next || isSlash(next) !== isSlash(run[0]!) || isOneSlash(next) !== isOneSlash(run[0]!)) break;
      const middle = bareLayer(prose, run.at(-1)!.end, next.start, run.at(-1)!.spaced && next.spaced);
      if (!middle) break;
      middles.push(middle);
      run.push(next);
      after = to + 1;
    }
    i = after;
    if (run.length >= MOST_LAYERS) continue;
    const chain = close(prose, block, run, middles, resolve);
    if (chain) chains.push(chain);
  }
  return chains;
}

/** `/`, `//` */
const isSlash = ({ text }: Separator): boolean => text[0] === '/';
const isOneSlash = ({ text }: Separator): boolean => text === '/';

/** A block of more bars and slashes is a listing; a long paragraph on cells has some fifty. */
const MOST_SEPARATORS = 1_000;

/** Longer rows of bars are rules, tables or code. */
const MOST_LAYERS = 16;

/** The chain with its two ends, where it is a cell, or why it is not; undefined where an end is missing. */
function close(
  prose: Prose,
  block: Block,
  separators: Separator[],
  middles: Span[],
  resolve: Resolve,
): Chain | Rejected | undefined {
  const first = endedLayer(prose, block, separators[0]!.start);
  const last = startedLayer(prose, block, separators.at(-1)!.end);
  if (!first || !last) return undefined;
  const whole = span(first.start, last.end);
  const layers = [first, ...middles, last];
  const guard = guardAgainst(CELL_GUARDS, {
    prose,
    layers,
    weigh: (layer) => (resolve(layer).species !== undefined ? 'strong' : weightOf(prose, layer)),
    kindOf: (layer) => factsOf(prose, layer, resolve).kind,
    joinedBySlash: isSlash(separators[0]!),
    joinedByOneSlash: isOneSlash(separators[0]!),
    text: prose.slice(whole),
    before: prose.text.slice(Math.max(block.start, first.start - REACH), first.start),
    after: prose.text.slice(last.end, Math.min(block.end, last.end + REACH)),
  });
  return guard ? { prose: whole, id: guard.id } : { layers, separators };
}

/** So far the words that tell what is joined may be. */
const REACH = 90;

function separatorsIn(prose: Prose, block: Block, marks: Searcher): Separator[] {
  const { text } = prose;
  const found: Separator[] = [];
  for (let i = marks.next(block.start); i < block.end; i = marks.next(i)) {
    let end = i + 1;
    while (end < block.end && text[end] === text[i] && end < i + 3) end++;
    const before = text[i - 1] === ' ';
    const after = text[end] === ' ';
    const slash = text[i] === '/';
    const plain = prose.scriptAt(i) === 'normal';
    const even = before === after || (before && INDEX_APART.test(text.slice(Math.max(block.start, i - 6), i)));
    if (plain && i > block.start && end < block.end && even && end - i < 3 && !(slash && before)) {
      found.push({ start: i, end, text: text.slice(i, end), spaced: before });
    }
    i = end;
  }
  return found;
}

/** The index that a PDF set apart before a bar: `O 2 ||Li`. */
const INDEX_APART = /[A-Z][a-z]? \d{1,2} $/;

const SEPARATORS = /[/|‖∥∣¦ǁ]/g;

function describe(prose: Prose, block: Block, { layers, separators }: Chain, resolve: Resolve): CellMention {
  const facts = layers.map((layer) => factsOf(prose, layer, resolve));
  const roles = assignRoles(
    facts,
    separators.map((s) => s.text),
  );
  const sources = layers.map((layer) => prose.toSource(layer));
  const whole = span(layers[0]!.start, layers.at(-1)!.end);
  const called = calledType(prose.text, block, whole);
  return {
    kind: 'cell',
    prose: whole,
    // Markup around the whole (`\\ce{Zn | ZnSO4 | …}`) is the sentence's; that of a layer belongs to it.
    source: span(sources[0]!.start, sources.at(-1)!.end),
    layers: layers.map((layer, i): CellLayer => {
      const { species, coating } = facts[i]!;
      return {
        prose: layer,
        source: sources[i]!,
        role: roles[i]!,
        ...(species !== undefined && { species }),
        ...(coating !== undefined && { coating }),
      };
    }),
    separators: separators.map((s) => s.text),
    type: cellType(facts),
    ...(called && { called }),
  };
}

/** What a layer is: of `Li2S@Li` the part that works, with the other as its coating. */
function factsOf(prose: Prose, layer: Span, resolve: Resolve): LayerFacts {
  const whole = plainFacts(prose, layer, resolve);
  const shell = whole.text.indexOf('@');
  if (shell < 0) return whole;
  const parts = [span(layer.start, layer.start + shell), span(layer.start + shell + 1, layer.end)].map((part) =>
    plainFacts(prose, part, resolve),
  );
  const core = parts[1]!.kind === 'alkali-metal' ? 1 : 0;
  const coat = parts[1 - core]!;
  const named = core === 1 || coat.formula !== undefined;
  return { ...parts[core]!, species: whole.species ?? parts[core]!.species, coating: named ? coat.text : undefined };
}

function plainFacts(prose: Prose, layer: Span, resolve: Resolve): LayerFacts {
  const { species, class: of } = resolve(layer);
  const material = { text: prose.slice(layer), formula: formulaOf(prose, layer), species, class: of };
  return { kind: electrodeKind(material), ...material };
}

function formulaOf(prose: Prose, layer: Span): LayerFacts['formula'] {
  const result = formulaAt(prose, layer);
  return result.ok ? result.formula : undefined;
}
