import type { Script, ScriptedText } from '../base/script';

/**
 * The characters of a formula in one alphabet: Unicode sub- and superscripts as plain characters with a script, one
 * minus, one hydrate dot, one space. `_x`, `_{x}`, `^x` and `^{x}` are read as scripts too.
 */
export interface Glyphs {
  /** One UTF-16 code unit a glyph. */
  readonly text: string;
  readonly scripts: readonly Script[];
  /** Offset of each glyph in the text it was read from. */
  readonly origins: readonly number[];
}

export function readGlyphs(source: ScriptedText): Glyphs {
  const { text } = source;
  const characters: string[] = [];
  const scripts: Script[] = [];
  const origins: number[] = [];
  const push = (character: string, script: Script, origin: number) => {
    characters.push(character);
    scripts.push(script);
    origins.push(origin);
  };

  let braced: Script | undefined; // script of an open `_{…}` or `^{…}`
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if ((c === '_' || c === '^') && source.scriptAt(i) === 'normal' && braced === undefined) {
      const script = c === '_' ? 'sub' : 'super';
      if (text[i + 1] === '{') {
        braced = script;
        i++;
      } else {
        i = copyShortScript(text, i + 1, script, push) - 1;
      }
      continue;
    }
    if (c === '}' && braced !== undefined) {
      braced = undefined;
      continue;
    }
    if (DROPPED.has(c)) continue;
    if (c === '{' && text[i + 1] === '}') {
      i++;
      continue;
    }
    const fraction = FRACTIONS.get(c);
    if (fraction) {
      for (const part of fraction) push(part, braced ?? source.scriptAt(i), i);
      continue;
    }
    const raised = RAISED.get(c);
    if (raised) push(raised[0], raised[1], i);
    else if (c >= '\uD800' && c <= '\uDBFF') {
      push(mathLetter(text, i), braced ?? source.scriptAt(i), i);
      i++;
    } else push(SAME.get(c) ?? c, braced ?? source.scriptAt(i), i);
  }
  lowerPoints(characters, scripts);
  pointDecimals(characters, scripts);
  return { text: characters.join(''), scripts, origins };
}

/** Unbraced script as mhchem reads it: one letter, or digits with a sign: `_2`, `_x`, `^2-`, `^+`. */
function copyShortScript(
  text: string,
  start: number,
  script: Script,
  push: (character: string, script: Script, origin: number) => void,
): number {
  let i = start;
  if (/[a-zδ]/.test(text[i] ?? '')) {
    push(text[i]!, script, i);
    return i + 1;
  }
  while (i < text.length && /[0-9.]/.test(text[i]!)) push(text[i]!, script, i++);
  if (script === 'super') {
    for (; i < text.length && /[+\-−–]/.test(text[i]!); i++) push(SAME.get(text[i]!) ?? text[i]!, script, i);
    if (i > start && /[+-]/.test(text[start]!)) {
      while (i < text.length && /[0-9]/.test(text[i]!)) push(text[i]!, script, i++);
    }
  }
  return i;
}

/** The point of `₀.₈` has no subscript of its own in Unicode. */
function lowerPoints(characters: readonly string[], scripts: Script[]): void {
  for (let i = 1; i + 1 < characters.length; i++) {
    const point = characters[i] === '.' || characters[i] === ',';
    if (point && scripts[i] === 'normal' && isLowDigit(i - 1) && isLowDigit(i + 1)) scripts[i] = 'sub';
  }
  function isLowDigit(i: number): boolean {
    return scripts[i] === 'sub' && characters[i]! >= '0' && characters[i]! <= '9';
  }
}

/** `0,8` as `0.8`: a comma in one index, and a flat one where only a decimal fraction goes on with a symbol. */
function pointDecimals(characters: string[], scripts: readonly Script[]): void {
  const isDigitAt = (i: number) => characters[i]! >= '0' && characters[i]! <= '9';
  for (let i = 1; i + 1 < characters.length; i++) {
    if (characters[i] !== ',' || !isDigitAt(i - 1) || !isDigitAt(i + 1)) continue;
    const isOneIndex = scripts[i - 1] === scripts[i] && scripts[i] === scripts[i + 1];
    if (isOneIndex && (scripts[i] === 'sub' || isFlatDecimal(characters, i))) characters[i] = '.';
  }
}

function isFlatDecimal(characters: readonly string[], comma: number): boolean {
  let end = comma + 1;
  while (characters[end]! >= '0' && characters[end]! <= '9') end++;
  const next = characters[end] ?? '';
  return characters[comma - 1] === '0' || (next !== '' && /[A-Z([)\]]/.test(next));
}

/** 𝑥 and the like (U+1D400–U+1D7FF) as the plain letter; any other pair as a character that no formula holds. */
function mathLetter(text: string, at: number): string {
  const letter = String.fromCodePoint(text.codePointAt(at)!).normalize('NFKC');
  return letter.length === 1 ? letter : '\uFFFD';
}

const table = (from: string, to: string): [string, string][] => [...from].map((c, i) => [c, to[i] ?? to[0]!]);

const SAME: ReadonlyMap<string, string> = new Map([
  ...table('−–‐‑‒﹣⁃', '-'),
  ...table('·•∙⋅・‧*∗×˙', '·'),
  ...table('\u00A0\u2002\u2003\u2005\u2006\u2007\u2008\u2009\u200A\u202F\t\n', ' '),
  ...table('☐▢◻◽⬜', '□'),
  ...table('ẟ∂', 'δ'),
  ['∕', '/'],
  ['⁄', '/'],
]);

const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
]);

const RAISED: ReadonlyMap<string, readonly [string, Script]> = new Map<string, readonly [string, Script]>([
  ...table('₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ', '0123456789+-()aehijklmnoprstuvxβγρφχ').map(
    ([from, to]): [string, readonly [string, Script]] => [from, [to, 'sub']],
  ),
  ...table('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣᶻʸ', '0123456789+-()nxzy').map(([from, to]): [string, readonly [string, Script]] => [
    from,
    [to, 'super'],
  ]),
]);

const DROPPED: ReadonlySet<string> = new Set('\u00AD\u200B\u200C\u200D\u2060\uFEFF\u2062');
