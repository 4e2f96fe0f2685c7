import { compositionKey } from '../../server/chemistry/composition';
import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';
import type { Prose } from '../../server/text/prose';

export interface ManuscriptCase {
  readonly measure: 'markup read whole' | 'the same typed flat';
  readonly text: string;
  readonly right: boolean;
}

/**
 * What an author set as chemistry is the measure: of the words in which something is lowered and which hold an element
 * symbol, those that are read as one formula, and of these the ones that are read alike without their scripts.
 */
export function casesOf(path: string, source: string): readonly ManuscriptCase[] {
  const language: FormatId = path.endsWith('.tex') ? 'latex' : path.endsWith('.typ') ? 'typst' : 'markdown';
  const { prose } = parseFile(language, source);
  const flat = parseFile('plaintext', prose.text).prose;
  const marked = findFormulas(prose);
  const typed = new Map(findFormulas(flat).map((f) => [flat.toSource(f.prose).start, f]));
  return wordsSet(prose).flatMap(({ start, end }): ManuscriptCase[] => {
    const text = prose.text.slice(start, end);
    const formula = marked.find((f) => f.prose.start === start && f.prose.end === end);
    const found: ManuscriptCase = { measure: 'markup read whole', text, right: formula !== undefined };
    if (!formula?.formula.composition) return [found];
    const again = typed.get(start);
    const right =
      again?.formula.composition !== undefined &&
      again.formula.composition !== null &&
      flat.toSource(again.prose).end === end &&
      compositionKey(again.formula.composition) === compositionKey(formula.formula.composition);
    return [found, { measure: 'the same typed flat', text, right }];
  });
}

/** Words of running text with a lowered digit or variable after a symbol: `LiFePO4`, not `E0` of an equation. */
function wordsSet(prose: Prose): readonly { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  for (const block of prose.blocks) {
    if (block.kind === 'equation' || block.part === 'references' || block.kind === 'author') continue;
    for (const match of prose.text.slice(block.start, block.end).matchAll(WORD)) {
      const [start, end] = trimmed(prose.text, block.start + match.index, block.start + match.index + match[0].length);
      if (isSetAsChemistry(prose, start, end)) words.push({ start, end });
    }
  }
  return words;
}

/** Between spaces, marks of the sentence in any script, citations, and the signs of reactions and equations. */
const WORD = /[^\s,;:/–—|<>=≥≤~"“”→⇒⇌⇄⟶≈×?!，。：；、？！（）\uFFFC]+/g;

/** Without the marks of the sentence, brackets that close nothing, the coefficient of a reaction and the polytype (`2H-MoS2`). */
function trimmed(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  const unbalanced = () =>
    (text.slice(start, end).match(/[([]/g) ?? []).length - (text.slice(start, end).match(/[)\]]/g) ?? []).length;
  while (end > start && /[.'’]/.test(text[end - 1]!)) end--;
  start += /^(?:\d{1,2}(?=[A-Z([][^-])|\d{1,2}[HRT]-(?=[A-Z]))/.exec(text.slice(start, end))?.[0].length ?? 0;
  while (start < end && /[([]/.test(text[start]!) && unbalanced() > 0) start++;
  while (end > start && /[)\]]/.test(text[end - 1]!) && unbalanced() < 0) end--;
  const isBracketed = /^(?:\([^()]*\)|\[[^[\]]*\])$/.test(text.slice(start, end));
  return isBracketed ? [start + 1, end - 1] : [start, end];
}

function isSetAsChemistry(prose: Prose, start: number, end: number): boolean {
  const word = prose.text.slice(start, end);
  if (!/^[A-Z0-9([]/.test(word) || !/[A-Z][a-z]?.*[A-Z]/.test(word) || /[a-z]{3}/.test(word)) return false;
  for (let at = start + 1; at < end; at++) {
    const lowered = prose.scriptAt(at) === 'sub' && /[\dxyδ]/.test(prose.text[at]!);
    if (lowered && /[A-Za-z)\]]/.test(prose.text[at - 1]!) && prose.settingAt(start) !== 'math') return true;
  }
  return false;
}
