import { Searcher } from '../../base/searcher';
import { lowerBound, type ProseSpan, type Span, span } from '../../base/span';
import type { Formula } from '../../chemistry/formula';
import { PART_READING } from '../../text/partReading';
import type { Prose } from '../../text/prose';
import { compositeGuard, type Joined, type Part } from './compositeKinds';
import { formulaAt } from './formulaAt';
import type { FormulaCandidate } from './formulas';
import { accepted, isRejection, type Rejected, rejected } from './guard';

/** A material that is named by its parts, laid over the formulas that are these parts. */
export interface Composite {
  readonly prose: ProseSpan;
  /** Sum of the parts where the notation gives their amounts; else without a composition. */
  readonly formula: Formula;
  /** Formulas among its parts. */
  readonly parts: readonly FormulaCandidate[];
}

type IsKnown = (short: string) => boolean;

/**
 * Composites of a text in reading order: two or more readable materials, one of them a formula, joined by `/ @ – -`
 * (`SnO2@C`, `Co3O4/rGO`, `70Li2S-30P2S5`, `Fe–N–C`), and polytypes (`4H-SiC`). What two joined materials are instead –
 * gases mixed, the states of a couple, a bond, an interface – says `compositeKinds.ts`. `isKnown` tells the short forms that
 * name a material.
 */
export const findComposites = (
  prose: Prose,
  formulas: readonly FormulaCandidate[],
  isKnown: IsKnown = () => true,
): Composite[] => accepted(readComposites(prose, formulas, isKnown));

/** Readable materials that are joined and make no material of their own, each with the reason. */
export const rejectedComposites = (
  prose: Prose,
  formulas: readonly FormulaCandidate[],
  isKnown: IsKnown = () => true,
): Rejected[] => rejected(readComposites(prose, formulas, isKnown));

type Reading = Composite | Rejected;

function readComposites(prose: Prose, formulas: readonly FormulaCandidate[], isKnown: IsKnown): Reading[] {
  const readings: Reading[] = [];
  const joints = new Searcher(prose.text, JOINT);
  const parts = new Parts(prose, formulas, isKnown);
  let at = 0;
  for (const block of prose.blocks) {
    if (block.kind === 'author' || !PART_READING[block.part].isOwn) continue;
    at = joints.next(Math.max(at, block.start));
    while (at < block.end) {
      const reading = readAround(prose, parts, block, at);
      if (reading) readings.push(reading);
      at = joints.next(reading && !isRejection(reading) ? Math.max(reading.prose.end, at + 1) : at + 1);
    }
  }
  return readings;
}

/** A sign between what may be two parts; after a hyphen or slash a line may break. */
const JOINT = /[@/–−‐-](?= ?[A-Z(\d]| ?[rfg][A-Z])(?<=[\w)\]₀-₉%].)/g;

function readAround(prose: Prose, parts: Parts, block: Span, joint: number): Reading | undefined {
  const first = parts.isCharge(joint) ? undefined : parts.endingAt(joint, block.start);
  if (!first) return undefined;
  const chain = [first];
  const signs: string[] = [];
  for (let at = joint; isJoint(prose.text, at); at = chain.at(-1)!.end) {
    if (chain.length === MOST_PARTS) return undefined;
    const next = parts.beginningAt(prose.text[at + 1] === ' ' ? at + 2 : at + 1, block.end);
    if (!next) break;
    signs.push(prose.text[at]!);
    chain.push(next);
  }
  // A device or sample before a composite: MEA-Pt/C.
  while (chain.length > 2 && chain[0]!.kind === 'abbreviation' && signs[0] !== signs[1]) {
    chain.shift();
    signs.shift();
  }
  const whole = span(chain[0]!.start, chain.at(-1)!.end);
  const joined: Joined = {
    parts: chain,
    signs,
    before: prose.text.slice(Math.max(block.start, whole.start - REACH), whole.start),
    after: prose.text.slice(whole.end, Math.min(block.end, whole.end + REACH)),
  };
  if (chain.length < 2) return undefined;
  const kind = compositeGuard(joined);
  if (kind) return { prose: whole, id: kind.id };
  return { prose: whole, formula: sumOf(prose, whole, chain), parts: chain.flatMap(({ formula }) => formula ?? []) };
}

/** The composition where every part has its amount, or the parts are one compound and what tells its polytype. */
function sumOf(prose: Prose, whole: Span, chain: readonly Part[]): Formula {
  const [first, second] = chain;
  if (chain.length === 2 && first!.kind === 'polytype') return second!.read ?? MIXED;
  if (!chain.every((part) => part.amount)) return MIXED;
  const sum = formulaAt(prose, whole);
  return sum.ok ? sum.formula : MIXED;
}

const MIXED: Formula = { composition: null, charge: 0, variables: [] };

const isJoint = (text: string, at: number): boolean => '@/–−‐-'.includes(text[at] ?? ' ');

/** A chain of more is not a material; each of its joints is looked at, so its length must have an end. */
const MOST_PARTS = 12;

/** So far the words that tell what is joined may be. */
const REACH = 40;

/** Reads what is between two joints. */
class Parts {
  private readonly text: string;

  constructor(
    private readonly prose: Prose,
    private readonly formulas: readonly FormulaCandidate[],
    private readonly isKnown: IsKnown,
  ) {
    this.text = prose.text;
  }

  endingAt(end: number, limit: number): Part | undefined {
    let start = end;
    let depth = 0;
    while (start > limit && end - start < LONGEST) {
      const c = this.text[start - 1]!;
      if (c === ')' || c === ']') depth++;
      else if (c === '(' || c === '[') {
        if (depth-- === 0) break;
      } else if (!isPartCharacter(c) && !(depth > 0 && ',–−-'.includes(c)) && !this.isIndex(start - 1)) break;
      start--;
    }
    const formula = this.formulaEndingAt(end);
    return this.part(formula ? Math.min(start, formula.prose.start) : start, end);
  }

  beginningAt(start: number, limit: number): Part | undefined {
    const formula = this.formulaBeginningAt(start);
    let end = formula?.prose.end ?? start;
    for (let depth = 0; end < limit && end - start < LONGEST; end++) {
      const c = this.text[end]!;
      if (c === '(' || c === '[') depth++;
      else if (c === ')' || c === ']') {
        if (depth-- === 0) break;
      } else if (!isPartCharacter(c) && !(depth > 0 && ',–−-'.includes(c)) && !this.isIndex(end)) break;
    }
    while (end > start && /[.,]/.test(this.text[end - 1]!)) end--;
    return this.part(start, end);
  }

  /** The sign that ends an ion joins nothing: `Cl− Mn–O`. */
  isCharge(at: number): boolean {
    return (this.formulaEndingAt(at + 1)?.formula.charge ?? 0) !== 0;
  }

  /** A sign of an index: the minus of `O$_{3-δ}$`. */
  private isIndex(at: number): boolean {
    return this.prose.scriptAt(at) === 'sub' || /^[-−–+][δxyz]/.test(this.text.slice(at, at + 2));
  }

  private part(start: number, end: number): Part | undefined {
    const text = this.text.slice(start, end);
    if (end <= start || !/[A-Z]/.test(text)) return undefined;
    const formula = this.formulaEndingAt(end);
    const isFormula = formula !== undefined && formula.prose.start >= start;
    const amount = /^(?:\d{1,3}(?:\.\d+)?|[xy]|\([\d.]*[-−–][xy]\))(?=[A-Z([])/.exec(text)?.[0];
    if (/^\d{1,2}[CHRT]$/.test(text)) return { start, end, text, kind: 'polytype', amount: false };
    if (isFormula && formula.prose.start === start + (amount?.length ?? 0))
      return { start, end, text, kind: 'formula', formula, read: formula.formula, amount: amount !== undefined };
    if (isFormula) return undefined;
    const symbol = span(start + (amount?.length ?? 0), end);
    const read = symbol.end - symbol.start <= 2 ? formulaAt(this.prose, symbol) : undefined;
    if (read?.ok) return { start, end, text, kind: 'symbol', read: read.formula, amount: amount !== undefined };
    return MATERIAL.test(text) && this.isKnown(text)
      ? { start, end, text, kind: 'abbreviation', amount: false }
      : undefined;
  }

  private formulaEndingAt(end: number): FormulaCandidate | undefined {
    const formula = this.formulas[lowerBound(this.formulas, ({ prose }) => prose.end >= end)];
    return formula?.prose.end === end ? formula : undefined;
  }

  private formulaBeginningAt(start: number): FormulaCandidate | undefined {
    const formula = this.formulas[lowerBound(this.formulas, ({ prose }) => prose.start >= start)];
    return formula?.prose.start === start ? formula : undefined;
  }
}

const isPartCharacter = (c: string): boolean => /[\w.₀-₉ₓδ]/.test(c);

/** `rGO`, `PVDF`, `YSZ`, `CB`, `AB800`, `CNTs`; not the sites TM and RE. */
const MATERIAL = /^(?!TM$|RE$)[rfgnp]?(?:[A-Z]{2,6}\d{0,4}|CNTs|GOs)$/;
const LONGEST = 80;
