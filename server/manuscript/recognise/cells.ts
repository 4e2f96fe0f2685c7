import { Searcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import type { SpeciesClass } from '../../knowledge/species';
import type { Block, Prose } from '../../text/prose';
import type { CellLayer, CellMention } from '../mention';
import { bareLayer, endedLayer, isLooseLayer, type LayerWeight, startedLayer, weightOf } from './cellLayers';
import { assignRoles, cellType, electrodeKind, type LayerFacts } from './cellRoles';
import { calledType } from './cellWords';
import { formulaAt } from './formulaAt';

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
 * `resolveLayer` says what stands at a stretch of prose, `classOf` the class of a species; both may know nothing.
 */
export function findCells(
  prose: Prose,
  resolveLayer: (layer: Span) => ResolvedLayer | undefined,
  classOf: (species: string) => SpeciesClass | undefined = () => undefined,
): CellMention[] {
  const resolve: Resolve = (layer) => {
    const known = resolveLayer(layer);
    if (known?.species === undefined) return { species: undefined, class: undefined };
    return { species: known.species, class: classOf(known.species) };
  };
  const cells: CellMention[] = [];
  const marks = new Searcher(prose.text, SEPARATORS);
  for (const block of prose.blocks) {
    if (block.kind === 'author') continue;
    for (const chain of chainsIn(prose, block, marks, resolve)) cells.push(describe(prose, block, chain, resolve));
  }
  return cells;
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

function chainsIn(prose: Prose, block: Block, marks: Searcher, resolve: Resolve): Chain[] {
  const chains: Chain[] = [];
  const separators = separatorsIn(prose, block, marks);
  if (separators.length > MOST_SEPARATORS) return chains;
  let i = 0;
  while (i < separators.length) {
    const run = [separators[i]!];
    const middles: Span[] = [];
    let after = i + 1;
    for (;;) {
      // Between bars a slash joins the parts of one layer: `Li|LiF/Li3N|LPSCl`.
      let to = after;
      if (!isSlash(run[0]!)) while (to < separators.length && isSlash(separators[to]!)) to++;
      const next = separators[to];
      if (!next || isSlash(next) !== isSlash(run[0]!)) break;
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

const isSlash = ({ text }: Separator): boolean => text[0] === '/';

/** A block of more bars and slashes is a listing; a long paragraph on cells has some fifty. */
const MOST_SEPARATORS = 1_000;

/** Longer rows of bars are rules, tables or code. */
const MOST_LAYERS = 16;

/** The chain with its two ends, where every layer is of a kind that cells are made of. */
function close(
  prose: Prose,
  block: Block,
  separators: Separator[],
  middles: Span[],
  resolve: Resolve,
): Chain | undefined {
  const first = endedLayer(prose, block, separators[0]!.start);
  const last = startedLayer(prose, block, separators.at(-1)!.end);
  if (!first || !last) return undefined;
  if (isInReaction(prose.text, block, first.start, last.end)) return undefined;
  if (isPieceOfCell(prose.text, block, first.start, last.end)) return undefined;
  const weigh = (layer: Span): LayerWeight =>
    resolve(layer).species !== undefined ? 'strong' : weightOf(prose, layer);
  const ends = [weigh(first), weigh(last)];
  if (ends.includes('none') || !ends.includes('strong')) return undefined;
  const sure = ends.every((end) => end === 'strong');
  if (middles.some((m) => weigh(m) === 'none' && !(sure && isLooseLayer(prose, m)))) return undefined;
  const layers = [first, ...middles, last];
  if (isRedoxCouple(prose, layers)) return undefined;
  if (isSlash(separators[0]!) && !isSlashCell(prose, block, layers, resolve)) return undefined;
  return { layers, separators };
}

/** `Cu2O|1/2Cu2O + HL → …`: a surface with what covers it, a term of a reaction. */
function isInReaction(text: string, block: Span, start: number, end: number): boolean {
  const from = Math.max(block.start, start - REACH);
  const to = Math.min(block.end, end + REACH);
  if (!/→|⟶|->/.test(text.slice(from, to))) return false;
  return /(?:^|[|/])(?:\d|x[A-Z]|\([A-Z]\))/.test(text.slice(start, end)) || /^\*|\|\*/.test(text.slice(end, to));
}

/** `Li|LiPF6` and `EC|NMC811` of `Li|LiPF6 in EC|NMC811`, whose electrolyte is a phrase. */
const isPieceOfCell = (text: string, block: Span, start: number, end: number): boolean =>
  /[|‖∥] ?(?:[\d.]+ ?[Mm] )?[^\s|‖∥]+ in (?:[\w:]+\/)*$/.test(
    text.slice(Math.max(block.start, start - REACH), start),
  ) || /^ in [\w:/ ]{1,30}[|‖∥]/.test(text.slice(end, Math.min(block.end, end + REACH)));

/** So far an arrow may be from a term of its reaction. */
const REACH = 60;

/** `N+|N`: the two states of one couple. */
function isRedoxCouple(prose: Prose, layers: readonly Span[]): boolean {
  if (layers.length !== 2) return false;
  const [a, b] = layers.map((layer) => formulaAt(prose, layer));
  if (!a?.ok || !b?.ok || a.formula.charge === b.formula.charge) return false;
  const [first, second] = [a, b].map((r) =>
    Object.keys(r.formula.composition ?? {})
      .sort()
      .join(),
  );
  return first === second;
}

/** A slash joins layers of a cell only before a cell word and between electrodes: `EC/DEC`, `LiFePO4/C`, `Li/Li+` are none. */
function isSlashCell(prose: Prose, block: Block, layers: readonly Span[], resolve: Resolve): boolean {
  const after = prose.text.slice(layers.at(-1)!.end, Math.min(block.end, layers.at(-1)!.end + 90));
  if (!CELL_WORD.test(after)) return false;
  const ends = [layers[0]!, layers.at(-1)!].map((layer) => factsOf(prose, layer, resolve).kind);
  if (ends.includes('electrolyte') || ends.every((kind) => kind === undefined)) return false;
  if (ends.includes(undefined)) {
    const open = prose.slice(ends[0] === undefined ? layers[0]! : layers.at(-1)!);
    return /^[A-Z\d-]{3,}$/.test(open) && ends.some((kind) => kind === 'alkali-metal' || kind === 'negative');
  }
  return (
    (!/^C$/.test(prose.slice(layers.at(-1)!)) || FULL_CELL.test(after)) &&
    (ends[0] !== ends[1] || prose.slice(layers[0]!) === prose.slice(layers.at(-1)!))
  );
}

/** The cell word, after adjectives and after further cells of a list: `Li/Cu, Li/Li and LFP/Li coin cells`. */
const CELL_WORD =
  /^(?:(?:,|,? and|,? or) [\w.₀-₉]{1,24}\/[\w.₀-₉]{1,24}){0,4}[ -](?:symmetric(?:al)? |half[- ]|full[- ]|pouch |coin |button |cylindrical |prismatic |commercial |rechargeable |aqueous |alkaline |asymmetric |hybrid |single-layer |(?:all-)?solid-state |(?:lithium|Li|sodium|Na)-ion )*(?:(?:cells?|batter(?:y|ies)|(?:super)?capacitors?|half|full|symmetric|pouch|coin|18650|21700|AA)\b)/;

/** With these words carbon is the other electrode, not the coating: `LiCoO2/C full cells`. */
const FULL_CELL = /^[ -](?:\w+ )?full[- ]cells?\b/;

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
    if (plain && i > block.start && end < block.end && before === after && end - i < 3 && !(slash && before)) {
      found.push({ start: i, end, text: text.slice(i, end), spaced: before });
    }
    i = end;
  }
  return found;
}

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
