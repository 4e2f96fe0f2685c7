import { flat } from '../../base/script';
import { type ProseSpan, type Span, span } from '../../base/span';
import type { Term } from '../../chemistry/balance';
import { type Formula, parseFormula } from '../../chemistry/formula';
import type { Catalogue } from '../../knowledge/catalogue';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { speciesOf } from '../../manuscript/mention';
import type { Block, Prose } from '../../text/prose';

/** A term with its place in the prose. */
export interface PlacedTerm extends Term {
  readonly prose: ProseSpan;
  /** The substance without its coefficient. */
  readonly substance: ProseSpan;
  /** A coefficient is written. */
  readonly counted: boolean;
}

export interface Equation {
  readonly prose: ProseSpan;
  readonly left: readonly PlacedTerm[];
  readonly right: readonly PlacedTerm[];
}

/**
 * Reactions that are written out in the prose: an arrow with substances on both sides, joined by plus signs, and nothing beside them
 * that may belong to a side. Left out where one term has a variable or is not a known substance, and chains of arrows.
 */
export function equationsIn(file: FileAnalysis, catalogue: Catalogue): Equation[] {
  const { prose } = file.parsed;
  const found: Equation[] = [];
  for (const match of prose.text.matchAll(ARROW)) {
    const arrow = span(match.index, match.index + match[0].length);
    const block = prose.blockAt(arrow.start);
    if (!block || block.part === 'references') continue;
    const reader = new SideReader(prose, block, (at) => substanceAt(at, file, catalogue));
    const left = reader.leftOf(arrow.start);
    const right = left && reader.rightOf(arrow.end);
    if (!left || !right) continue;
    found.push({ prose: span(left[0]!.prose.start, right.at(-1)!.prose.end), left, right });
  }
  return found;
}

/** An arrow with the conditions that mhchem sets on it; an equals sign between spaces. */
const ARROW = /(?:[→⟶⇌⇄⇋⇆⟷↔⇒⟹]|-{1,2}>|(?<= )=(?= ))(?:\[[^\][]{0,80}\]){0,2}/g;

/** In characters. What is longer is not a term; so a text without spaces that is full of arrows is not read once for each of them. */
const LONGEST_TERM = 120;

type Substance = Pick<Formula, 'charge'> & { readonly composition: NonNullable<Formula['composition']> };

function substanceAt(at: Span, file: FileAnalysis, catalogue: Catalogue): Substance | undefined {
  const { prose } = file.parsed;
  const read = parseFormula(prose.scripted(at));
  if (read.ok) return closed(read.formula);
  const mention = file.mentionsIn(at).find((m) => m.prose.start === at.start && m.prose.end === at.end);
  const formula = mention && catalogue.byId(speciesOf(mention) ?? '')?.formula;
  const known = formula === undefined ? undefined : parseFormula(flat(formula));
  return known?.ok ? closed(known.formula) : undefined;
}

const closed = ({ composition, charge }: Formula): Substance | undefined =>
  composition === null ? undefined : { composition, charge };

class SideReader {
  constructor(
    private readonly prose: Prose,
    private readonly block: Block,
    private readonly substance: (at: Span) => Substance | undefined,
  ) {}

  rightOf(from: number): PlacedTerm[] | undefined {
    const { text } = this.prose;
    const terms: PlacedTerm[] = [];
    let at = from;
    for (;;) {
      while (text[at] === ' ') at++;
      const lone = /^\d+(?:\.\d+)? (?=\S)/.exec(text.slice(at, at + 12))?.[0] ?? '';
      const end = this.wordEnd(at + lone.length);
      const term = this.term(span(at, end));
      if (!term) return undefined;
      terms.push(term);
      at = this.skipState(end);
      if (/^ ?\+ ?[^ ]/.test(text.slice(at, at + 4)) && at + 2 < this.block.end) at = text.indexOf('+', at) + 1;
      else return this.isRightEnd(at) ? terms : undefined;
    }
  }

  leftOf(arrow: number): PlacedTerm[] | undefined {
    const { text } = this.prose;
    const terms: PlacedTerm[] = [];
    let end = arrow;
    for (;;) {
      while (text[end - 1] === ' ' || text[end - 1] === '↑' || text[end - 1] === '↓') end--;
      let start = end;
      const first = Math.max(this.block.start, end - LONGEST_TERM);
      while (start > first && !/[ \uFFFC]/.test(text[start - 1]!)) start--;
      const counted = /(?:^|[ (])\d+(?:\.\d+)? $/.exec(text.slice(Math.max(this.block.start, start - 8), start))?.[0];
      if (counted) start -= counted.replace(/^[ (]/, '').length;
      while (start < end && /[(["“:]/.test(text[start]!) && !this.closes(start, end)) start++;
      const term = this.term(span(start, end));
      if (!term) return undefined;
      terms.unshift(term);
      const before = text.slice(Math.max(this.block.start, start - LONGEST_TERM), start);
      const plus = / ?\+ ?$/.exec(before);
      if (!plus) return this.isLeftEnd(before) ? terms : undefined;
      end = start - plus[0].length;
    }
  }

  /** End of a word, without the punctuation that closes the sentence. */
  private wordEnd(at: number): number {
    const { text } = this.prose;
    const last = Math.min(this.block.end, at + LONGEST_TERM);
    let end = at;
    while (end < last && !/[ \uFFFC]/.test(text[end]!)) end++;
    while (end > at && (/[.,;:"”↑↓]/.test(text[end - 1]!) || this.isLooseBracket(at, end))) end--;
    return end;
  }

  private isLooseBracket(at: number, end: number): boolean {
    const word = this.prose.text.slice(at, end);
    return /[)\]]$/.test(word) && word.split(/[([]/).length < word.split(/[)\]]/).length;
  }

  /** The bracket that opens at `start` closes within the word. */
  private closes(start: number, end: number): boolean {
    return /[)\]]/.test(this.prose.text.slice(start + 1, end)) && /[([]/.test(this.prose.text[start]!);
  }

  /** ` (aq)`, ` ↑` */
  private skipState(at: number): number {
    return at + (/^(?: ?[↑↓]| \((?:s|l|g|aq|solv?)\))/.exec(this.prose.text.slice(at, at + 8))?.[0].length ?? 0);
  }

  private term(at: Span): PlacedTerm | undefined {
    const text = this.prose.slice(at);
    const number = /^(?:\d+(?:\.\d+)?(?:\/\d+)?|[½¼]) ?(?=[A-Z([e])/.exec(text)?.[0] ?? '';
    const substance = span(at.start + number.length, at.end);
    const word = this.prose.slice(substance);
    // `Zn+ 2HCl` may be an ion or a sum.
    if (word === '' || /[a-z]{3}/.test(word) || word.includes('*')) return undefined;
    if (/[^e][+]$/.test(word) && this.prose.scriptAt(at.end - 1) === 'normal' && this.isSum(at.end)) return undefined;
    const read = this.substance(substance);
    if (!read) return undefined;
    return { ...read, coefficient: numberOf(number), prose: at, substance, counted: number !== '' };
  }

  private isSum(end: number): boolean {
    return /^ [^+→⇌-]/.test(this.prose.text.slice(end, end + 2));
  }

  /** Nothing follows that may belong to the side: another arrow, a plus, dots. */
  private isRightEnd(at: number): boolean {
    const rest = this.prose.text.slice(at, Math.min(this.block.end, at + 40));
    if (/^[\s\uFFFC\p{Cc}}]*\+/u.test(this.prose.text.slice(at, at + 12))) return false;
    return (
      !/^ ?(?:[+…*·×−–=<→⟶⇌⇄⇋⇆⟷↔⇒⟹-]|\.\.|\d)/.test(rest) &&
      /^(?:$|[.,;:)\]"”\uFFFC]| [a-z(—]| ?[.,;:])/.test(rest.trimEnd() === '' ? '' : rest)
    );
  }

  private isLeftEnd(before: string): boolean {
    const last = before.trimEnd();
    if (last === '' || /[:;,.(["“—\uFFFC]$/.test(last)) return !/(?:\.\.|…)$/.test(last);
    return /(?:^|[ (])\p{L}?\p{Ll}+$/u.test(last);
  }
}

function numberOf(number: string): number {
  const text = number.trim();
  if (text === '') return 1;
  if (text === '½') return 0.5;
  if (text === '¼') return 0.25;
  const [above, below] = text.split('/');
  return Number(above) / Number(below ?? 1);
}
