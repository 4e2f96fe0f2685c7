import { lowerBound, type ProseSpan, type Span } from '../base/span';
import type { Formula } from '../chemistry/formula';
import type { Catalogue } from '../knowledge/catalogue';
import type { Abbreviation, AbbreviationIndex } from './abbreviationIndex';
import type { FileCandidates } from './fileCandidates';
import { meaningsOf, speciesOfFormula } from './meaning';
import { type AbbreviationMention, type CitationMention, type Mention, speciesOf } from './mention';
import { type ClassOf, findCells, type ResolvedLayer, type ResolveLayer } from './recognise/cells';
import { findComposites } from './recognise/composites';
import { CAPITAL_FORMULAS } from './recognise/formulaLooks';
import { isLabel } from './recognise/labels';

/**
 * Mentions of one file with overlaps settled. Where two candidates share characters the longer one is kept; of equal
 * ones what the manuscript defines itself, then a space group, a formula, a name, a quantity, an abbreviation of the catalogue.
 * Composites (`Al2O3-CaO`) and cells are laid over the mentions that are their parts.
 */
export function resolveMentions(
  file: FileCandidates,
  index: AbbreviationIndex,
  catalogue: Catalogue,
): readonly Mention[] {
  const { prose } = file.parsed;
  const { own, known } = abbreviations(file, index, catalogue);
  const simple = withoutOverlaps(
    [...own, ...spaceGroups(file), ...formulas(file, catalogue), ...names(file), ...quantities(file), ...known],
    prose.text.length,
  );
  const cells = findCells(prose, layersAmong(simple), classIn(catalogue));
  const besideCells = composites(file, catalogue).filter(({ prose: at }) => {
    const cell = cells[lowerBound(cells, (one) => one.prose.end > at.start)];
    return !cell || cell.prose.start >= at.end;
  });
  return [...simple, ...besideCells, ...cells, ...citations(file)].sort(
    (a, b) => a.prose.start - b.prose.start || b.prose.end - a.prose.end,
  );
}

/** Finds the mention, in order, that is a layer of a cell; one that holds more may begin with it. */
export const layersAmong =
  (mentions: readonly Mention[]): ResolveLayer =>
  (layer) => {
    let at = lowerBound(mentions, ({ prose }) => prose.start >= layer.start);
    while (mentions[at]?.prose.start === layer.start && mentions[at]!.prose.end > layer.end) at++;
    return layerOf(mentions[at], layer);
  };

export const classIn =
  (catalogue: Catalogue): ClassOf =>
  (species) =>
    catalogue.byId(species)?.class;

/** A mention that can be a layer of a cell. */
function layerOf(mention: Mention | undefined, layer: Span): ResolvedLayer | undefined {
  if (mention?.prose.start !== layer.start || mention.prose.end !== layer.end) return undefined;
  const species = speciesOf(mention);
  return { kind: mention.kind, ...(species !== undefined && { species }) };
}

function abbreviations(
  file: FileCandidates,
  index: AbbreviationIndex,
  catalogue: Catalogue,
): { own: AbbreviationMention[]; known: AbbreviationMention[] } {
  const found = { own: [] as AbbreviationMention[], known: [] as AbbreviationMention[] };
  const isDefined = (short: string) => (index.of(short)?.definitions.length ?? 0) > 0;
  for (const abbreviation of index.all) {
    if (isDoubtful(abbreviation, index, catalogue)) continue;
    const { short, definitions, uses } = abbreviation;
    const meaningAt = meaningsOf(short, file, index, catalogue);
    const mention = (prose: ProseSpan, source: Span, plural: boolean): AbbreviationMention => {
      return { kind: 'abbreviation', prose, source, short, plural, ...meaningAt(prose) };
    };
    const isOwn = definitions.length > 0;
    const into = isOwn ? found.own : found.known;
    for (const { file: of, definition } of definitions) {
      if (of === file && definition.prose)
        into.push(mention(definition.prose.short, definition.source.short, definition.shortPlural));
    }
    for (const use of uses) {
      if (use.file !== file || (!use.managed && isLabel(file.parsed.prose.text, use.prose, isDefined))) continue;
      const used = mention(use.prose, use.source, use.plural);
      if (used.species === undefined && CAPITAL_FORMULAS.has(short) && isAmongFormulas(file, use.prose)) continue;
      if (isOwn || used.expansion !== undefined || isWordOfCapitals(short)) into.push(used);
    }
  }
  return found;
}

/** `BF3 and HF from WF6`: letters with two meanings, beside formulas in a row. */
function isAmongFormulas({ parsed: { prose }, formulas }: FileCandidates, { start, end }: Span): boolean {
  const next = lowerBound(formulas, (formula) => formula.prose.start >= end);
  const at = lowerBound(formulas, (formula) => formula.prose.end >= start);
  const before = formulas[formulas[at]?.prose.end === start ? at : at - 1];
  const after = formulas[next];
  return (
    (before !== undefined && before.prose.end <= start && IN_ROW.test(prose.text.slice(before.prose.end, start))) ||
    (after !== undefined && IN_ROW.test(prose.text.slice(end, after.prose.start)))
  );
}

const IN_ROW = /^ ?(?:,|,? (?:and|or|with|und|y|et)|[/+]|→) ?$/;

/** A word that is not explained and that comes once is a program, a firm or a sample; one that is also in small letters, a word. */
const isDoubtful = (
  { short, definitions, uses }: Abbreviation,
  abbreviations: AbbreviationIndex,
  catalogue: Catalogue,
): boolean =>
  definitions.length === 0 &&
  catalogue.entriesForShort(short).length === 0 &&
  (uses.length < 2 || abbreviations.isAlsoWord(short));

/** Two letters without an explanation may be anything. */
const isWordOfCapitals = (short: string): boolean => /^[A-Z]{3,}$/.test(short);

function formulas(file: FileCandidates, catalogue: Catalogue): Mention[] {
  const known = new Map<Formula, string | undefined>();
  return file.formulas.map(({ prose, formula }) => {
    if (!known.has(formula)) known.set(formula, speciesOfFormula(formula, catalogue, file.parsed.prose.slice(prose)));
    const species = known.get(formula);
    return {
      kind: 'formula',
      prose,
      source: file.parsed.prose.toSource(prose),
      formula,
      ...(species && { species }),
    };
  });
}

/** Short forms of materials, of which composites are made. */
export const namesMaterial = (catalogue: Catalogue) => (short: string) =>
  catalogue.entriesForShort(short).some((entry) => entry.kind === 'species' || entry.term.kind === 'material');

function composites({ parsed: { prose }, formulas }: FileCandidates, catalogue: Catalogue): Mention[] {
  return findComposites(prose, formulas, namesMaterial(catalogue)).map(({ prose: at, formula }) => {
    return { kind: 'formula', prose: at, source: prose.toSource(at), formula };
  });
}

/** A name around a compound (`LiFePO4 cathode`, `LiF/Cu`) is read as the compound, which says more. */
function names(file: FileCandidates): Mention[] {
  const compounds = file.formulas.filter((f) => f.standing === 'compound').map((f) => f.prose);
  const holdsCompound = (name: Span) => {
    const first = compounds[lowerBound(compounds, (c) => c.start >= name.start)];
    return first !== undefined && first.end <= name.end;
  };
  return file.names
    .filter(({ prose }) => !holdsCompound(prose))
    .map(({ prose, species }) => ({ kind: 'name', prose, source: file.parsed.prose.toSource(prose), species }));
}

function quantities(file: FileCandidates): Mention[] {
  return file.quantities.map((quantity) => {
    return { kind: 'quantity', source: file.parsed.prose.toSource(quantity.prose), ...quantity };
  });
}

function spaceGroups(file: FileCandidates): Mention[] {
  return file.spaceGroups.map((group) => {
    return { kind: 'space-group', source: file.parsed.prose.toSource(group.prose), ...group };
  });
}

function citations(file: FileCandidates): CitationMention[] {
  return file.parsed.citations.flatMap((use) =>
    use.keys.map(({ key, span: source }): CitationMention => ({ kind: 'citation', prose: use.prose, source, key })),
  );
}

/** In prose order. Of those that overlap the longest is kept; of equal length the one that comes first in the list. */
function withoutOverlaps(candidates: readonly Mention[], proseLength: number): Mention[] {
  const startOf = (i: number) => candidates[i]!.prose.start;
  const endOf = (i: number) => candidates[i]!.prose.end;
  const byStart = indicesBy(candidates.length, startOf);
  const taken = new Uint8Array(proseLength);
  const kept: Mention[] = [];
  for (let from = 0, to = 0; from < byStart.length; from = to) {
    let end = endOf(byStart[from]!);
    for (to = from + 1; to < byStart.length && startOf(byStart[to]!) < end; to++) {
      end = Math.max(end, endOf(byStart[to]!));
    }
    const group = to === from + 1 ? [] : [...byStart.subarray(from, to)];
    if (group.length === 0) kept.push(candidates[byStart[from]!]!);
    group.sort((a, b) => endOf(b) - startOf(b) - (endOf(a) - startOf(a)) || a - b);
    const standing = group.filter((i) => {
      const isFree = !taken[startOf(i)] && !taken[endOf(i) - 1];
      if (isFree) taken.fill(1, startOf(i), endOf(i));
      return isFree;
    });
    for (const i of standing.sort((a, b) => startOf(a) - startOf(b))) kept.push(candidates[i]!);
  }
  return kept;
}

/** Indices from 0 in the order of their keys, which are whole numbers; equal ones in their own order. */
function indicesBy(count: number, keyOf: (i: number) => number): Uint32Array {
  // Numbers without a comparison function are sorted many times faster.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = keyOf(i) * count + i;
  keys.sort();
  const indices = new Uint32Array(count);
  for (let i = 0; i < count; i++) indices[i] = keys[i]! % count;
  return indices;
}
