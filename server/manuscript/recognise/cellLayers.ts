import { type Span, span } from '../../base/span';
import { isElement } from '../../chemistry/elements';
import type { Block, Prose } from '../../text/prose';
import { ELECTRODE_WORDS, kindOfGrade } from './cellRoles';
import { formulaAt } from './formulaAt';
import { tornFormulaAt } from './tornWhole';

/** How much a text looks like a layer: a material (`strong`), an abbreviation that may be one (`weak`), or neither. */
export type LayerWeight = 'strong' | 'weak' | 'none';

/** The layer that ends before a separator. */
export function endedLayer(prose: Prose, block: Block, separator: number): Span | undefined {
  const { text } = prose;
  const end = text[separator - 1] === ' ' ? separator - 1 : separator;
  const torn = tornLayerBefore(prose, block, end);
  if (torn) return torn;
  let start = end;
  let depth = 0;
  while (start > block.start && end - start < LONGEST) {
    const c = text[start - 1]!;
    if (c === ')' || c === ']') depth++;
    else if (c === '(' || c === '[') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && !isLayerCharacter(text, start - 1)) break;
    start--;
  }
  const words = text.slice(Math.max(block.start, start - 12), end).toLowerCase();
  const phrase = PHRASES.find((p) => words.endsWith(p));
  if (phrase) start = Math.min(start, end - phrase.length);
  start += STATE.exec(text.slice(start, end))?.[0].length ?? 0;
  return tidy(text, start, end);
}

/** What an electrode is like, before the first layer: `Thin-Li||LFP`. */
const STATE = /^(?:ultra)?(?:thin|thick|bare|fresh|aged|cycled|pristine|excess)-(?=[A-Z])/i;

/** The layer that begins after a separator. */
export function startedLayer(prose: Prose, block: Block, separator: number): Span | undefined {
  const { text } = prose;
  const start = text[separator] === ' ' ? separator + 1 : separator;
  const torn = tornFormulaAt(prose, start, block.end);
  if (torn) return torn.prose;
  const words = text.slice(start, Math.min(block.end, start + 16)).toLowerCase();
  const phrase = PHRASES.find((p) => words.startsWith(p) && !/[a-z]/.test(words[p.length] ?? ''));
  let end = start;
  let depth = 0;
  while (end < block.end && end - start < LONGEST) {
    const c = text[end]!;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && !isLayerCharacter(text, end)) break;
    end++;
  }
  return tidy(text, start, Math.max(end, phrase ? start + phrase.length : end));
}

/** A formula before a separator whose indices a PDF set apart: `LiNi 0.8 Co 0.1 Mn 0.1 O 2 ||Li`. */
function tornLayerBefore(prose: Prose, block: Block, end: number): Span | undefined {
  const from = Math.max(block.start, end - LONGEST);
  const run = TORN.exec(prose.text.slice(from, end));
  if (!run) return undefined;
  const torn = tornFormulaAt(prose, from + run.index, end);
  return torn?.prose.end === end ? torn.prose : undefined;
}

/** Symbols and numbers with spaces between them, up to the end. */
const TORN = (() => {
  const symbols = String.raw`(?:[A-Z][a-z]?(?![a-z])[\d.]*|[()])+`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${symbols}(?: (?:\d[\d.]*|${symbols}))+$`, 'u');
})();

/** All that is between two separators, where that can be one layer; spaces only between spaced ones. */
export function bareLayer(prose: Prose, from: number, to: number, spaced: boolean): Span | undefined {
  const start = prose.text[from] === ' ' ? from + 1 : from;
  const end = prose.text[to - 1] === ' ' ? to - 1 : to;
  if (end <= start || end - start > LONGEST) return undefined;
  const layer = prose.text.slice(start, end);
  if (/[,;:!?"“”=<>'`]/.test(layer.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''))) return undefined;
  if (!spaced && / /.test(layer.replace(/\([^()]*\)/g, '')) && !PHRASES.includes(layer.toLowerCase())) return undefined;
  return span(start, end);
}

/** What may be between two sure electrodes: a few words or an amount, no sentence. */
export const isLooseLayer = (prose: Prose, layer: Span): boolean =>
  layer.end - layer.start <= 40 && !/[.] |[()]/.test(prose.slice(layer)) && prose.slice(layer).split(' ').length <= 5;

export function weightOf(prose: Prose, layer: Span): LayerWeight {
  const text = prose.slice(layer);
  const bare = text.replace(/ ?\([^()]*\)$/, '').replace(/ \d+(?:\.\d+)? ?(?:mg|g|[µμ]m|mm|nm|wt ?%)$/, '');
  if (bare === '') return 'none';
  const word = bare.toLowerCase();
  if (ELECTRODE_WORDS.has(word)) return PLACES.has(word) ? 'weak' : 'strong';
  if (isMaterial(prose, span(layer.start, layer.start + bare.length))) return 'strong';
  const grade = kindOfGrade(bare);
  if (grade === 'positive' || grade === 'negative') return 'strong';
  const parts = bare.split(/[@/]|[-–‐]/);
  if (parts.length > 1) {
    let at = layer.start;
    const weights = parts.map((part) => {
      const weight = partWeight(prose, at, part);
      at += part.length + 1;
      return weight;
    });
    if (weights.includes('strong')) return weights.every((w) => w !== 'none') ? 'strong' : 'none';
  }
  return isAbbreviation(bare) ? 'weak' : 'none';
}

function partWeight(prose: Prose, start: number, part: string): LayerWeight {
  if (part === '') return 'none';
  if (ELECTRODE_WORDS.has(part.toLowerCase()) || isMaterial(prose, span(start, start + part.length))) return 'strong';
  return /^\d*[A-Z]/.test(part) && !/[a-z]{3}/.test(part) ? 'weak' : 'none';
}

/** A formula that is more than a letter or an abbreviation in capitals; sulfur and carbon count. */
function isMaterial(prose: Prose, layer: Span): boolean {
  const text = prose.slice(layer);
  const result = formulaAt(prose, layer);
  if (!result.ok || result.formula.variables.some((v) => /^[A-Z]/.test(v))) return false;
  if (text === 'S' || text === 'C' || result.formula.charge !== 0) return true;
  if (/^(?:In|As|At|He|Be|No|I|Am)$/.test(text)) return text === 'In';
  const symbols = text.match(/[A-Z][a-z]?/g) ?? [];
  if (symbols.some((s) => s.length === 2 && isElement(s))) return true;
  return /[\d₀-₉]/.test(text) && !/\d{3}/.test(text) && /[A-Z]/.test(text);
}

/** `LLZO`, `NMC811`, `LNFP50`, `DPF`: two capitals, or a capital with a digit; no word in capitals of a code listing. */
const isAbbreviation = (text: string): boolean =>
  /^(?:[a-z]-)?[A-Za-z0-9][A-Za-z0-9.₀-₉+]*(?:[@\-–‐][A-Za-z0-9.]+)*$/.test(text) &&
  /[A-Z].*[A-Z]|[A-Z]\d/.test(text) &&
  !/[a-z]{3}/.test(text) &&
  text.length <= 16;

/** Words that say where a layer is, not what it is. */
const PLACES: ReadonlySet<string> = new Set([
  'se',
  'cc',
  'anode',
  'cathode',
  'electrolyte',
  'separator',
  'current collector',
  'solid electrolyte',
]);

const PHRASES: readonly string[] = [
  'stainless steel',
  'hard carbon',
  'lithium metal',
  'sodium metal',
  'li metal',
  'na metal',
  'current collector',
  'solid electrolyte',
];

/** UTF-16 units of one layer. */
const LONGEST = 70;

/** Letters, digits, signs and points of formulas and abbreviations; a point only between digits. */
function isLayerCharacter(text: string, at: number): boolean {
  const c = text[at]!;
  if (c === '.') return /[\d₀-₉]/.test(text[at - 1] ?? '') && /[\d₀-₉]/.test(text[at + 1] ?? '');
  if (c === '/') return true;
  return /[\p{Script=Latin}\p{Script=Greek}\d₀-₉₊₋⁰¹²³⁴-⁹⁺⁻@+\-–−‐‑·±□]/u.test(c);
}

/** Without brackets and quotes of the sentence around it. */
function tidy(text: string, start: number, end: number): Span | undefined {
  while (start < end && /[-–−+·/.@]/.test(text[start]!)) start++;
  while (end > start && /[-–/.@·]/.test(text[end - 1]!)) end--;
  return end > start ? span(start, end) : undefined;
}
