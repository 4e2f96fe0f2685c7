import type { Script } from '../base/script';
import { type Span, span } from '../base/span';

/** A raised or lowered character of Unicode: what it reads as on the line. */
export interface ScriptCharacter {
  readonly script: Exclude<Script, 'normal'>;
  readonly reads: string;
}

/** `₂` → sub `2`, `⁺` → super `+`; undefined for all other characters. Takes a UTF-16 code unit. */
export const scriptCharacter = (code: number): ScriptCharacter | undefined =>
  code < 0xb2 ? undefined : CHARACTERS.get(code);

/**
 * End of the run of Unicode sub- or superscripts that starts at `start`: characters of one script, and the decimal
 * point, slash, comma or dash that has no raised or lowered form where it is between two of them (`₀.₈`, `₁₋ₓ`, `¹–³`).
 */
export function scriptRunEnd(source: string, start: number, end: number): number {
  const script = scriptCharacter(source.charCodeAt(start))?.script;
  let i = start + 1;
  while (i < end) {
    if (scriptCharacter(source.charCodeAt(i))?.script === script) i++;
    else if (
      JOINS.has(source.charCodeAt(i)) &&
      i + 1 < end &&
      scriptCharacter(source.charCodeAt(i + 1))?.script === script
    ) {
      i += 2;
    } else break;
  }
  return i;
}

/** What a run of Unicode sub- or superscripts reads as, character for character. */
export function scriptRunText(source: string, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += scriptCharacter(source.charCodeAt(i))?.reads ?? source[i];
  return text;
}

/** A sub- or superscript typed as in TeX, but outside math: `Li_{0.8}`, `LiPF_6`, `Li^+`, `g^{-1}`. */
export interface TypedScript {
  readonly script: Exclude<Script, 'normal'>;
  /** From `_` or `^` to after the closing brace. */
  readonly whole: Span;
  /** The raised or lowered characters themselves. */
  readonly inner: Span;
}

/**
 * Reads the TeX-like script at `start`, which holds `_` or `^`. It must follow a letter, a digit or a closing bracket,
 * without space; a lone `_` must follow what looks like an element symbol, so that `file_2` and `snake_case` stay as they are.
 */
export function typedScriptAt(source: string, start: number, end: number): TypedScript | undefined {
  const before = source.charCodeAt(start - 1);
  if (start === 0 || !(isLetterOrDigit(before) || CLOSING.includes(source[start - 1]!))) return undefined;
  const script = source[start] === '_' ? 'sub' : 'super';
  const inner = source[start + 1] === '{' ? braced(source, start + 2, end) : bare(source, start, end, script);
  if (!inner || inner.end === inner.start) return undefined;
  const closed = source[start + 1] === '{' ? 1 : 0;
  return { script, inner, whole: span(start, inner.end + closed) };
}

/** Content of a braced script: short, on one line, no nested braces. */
function braced(source: string, start: number, end: number): Span | undefined {
  const limit = Math.min(end, start + LONGEST_SCRIPT);
  for (let i = start; i < limit; i++) {
    if (source[i] === '}') return span(start, i);
    if (source[i] === '{' || source[i] === '\n' || source[i] === '\\' || source[i] === '[') return undefined;
  }
  return undefined;
}

function bare(source: string, start: number, end: number, script: 'sub' | 'super'): Span | undefined {
  const limit = Math.min(end, start + LONGEST_SCRIPT);
  let i = start + 1;
  if (script === 'super') {
    if (isSign(source[i])) i++;
    while (i < limit && isDigit(source.charCodeAt(i))) i++;
    if (i > start + 1 && i < limit && isSign(source[i]) && !isSign(source[start + 1])) i++;
    return span(start + 1, i);
  }
  if (!looksLikeSymbolBefore(source, start)) return undefined;
  while (i < limit && (isDigit(source.charCodeAt(i)) || (source[i] === '.' && isDigit(source.charCodeAt(i + 1))))) i++;
  if (i === start + 1 && isLetter(source[i]) && !/[a-z_]/.test(source[i + 1] ?? '')) i++;
  return span(start + 1, i);
}

/** `Li_`, `PF_`, `)_`; not `run_`. */
function looksLikeSymbolBefore(source: string, at: number): boolean {
  const last = source[at - 1]!;
  if (CLOSING.includes(last)) return true;
  if (/\p{Lu}/u.test(last)) return true;
  return /[a-z]/.test(last) && /[A-Z]/.test(source[at - 2] ?? '');
}

const LONGEST_SCRIPT = 24;
const CLOSING = ')]}';
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (c: string | undefined) => c !== undefined && /[A-Za-zδ]/.test(c);
const isSign = (c: string | undefined) => c === '+' || c === '-' || c === '−' || c === '–';
const isLetterOrDigit = (code: number) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

const JOINS = new Set([...'.,/-–−'].map((c) => c.charCodeAt(0)));

const CHARACTERS: ReadonlyMap<number, ScriptCharacter> = new Map([
  ...pairs('sub', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥᵦᵧᵨᵩᵪⱼ', '0123456789+−=()aeoxəhklmnpstiruvβγρφχj'),
  ...pairs('super', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ', '0123456789+−=()in'),
  ...pairs('super', 'ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵠᵡ', 'abcdefghjklmoprstuvwxyzβγδφχ'),
  ...pairs('super', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ', 'ABDEGHIJKLMNOPRTUVW'),
]);

/** All raised and lowered characters, for a class of a regular expression. */
export const SCRIPT_CHARACTERS = String.fromCharCode(...CHARACTERS.keys());

function pairs(script: 'sub' | 'super', characters: string, reads: string): [number, ScriptCharacter][] {
  return [...characters].map((c, i) => [c.charCodeAt(0), { script, reads: reads[i]! }]);
}
