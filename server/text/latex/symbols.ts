/*
 * What symbol commands show. Names are those of LaTeX, textcomp, amssymb, upgreek, gensymb and siunitx.
 */

/** Letters and signs that read the same in text and in math. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...greek(''),
  ...greek('up'),
  ...greek('text'),
  ...wordPairs(
    'varepsilon ε vartheta ϑ varphi φ varrho ϱ varsigma ς varpi ϖ varkappa ϰ digamma ϝ ' +
      'AA Å aa å AE Æ ae æ OE Œ oe œ O Ø o ø L Ł l ł ss ß i ı j ȷ DH Ð dh ð DJ Đ dj đ NG Ŋ ng ŋ TH Þ th þ ' +
      'S § P ¶ dag † dagger † ddag ‡ ddagger ‡ copyright © pounds £ ldots … dots … dotsc … dotsb … cdots ⋯ hdots … vdots ⋮ textellipsis … ' +
      'textdegree ° degree ° degreeCelsius °C celsius °C textcelsius °C textmu µ micro µ upmu μ textohm Ω ohm Ω ' +
      'textmicro µ angstrom Å Angstrom Å percent % permil ‰ textperthousand ‰ perthousand ‰ ' +
      'textbar | textbardbl ‖ textbrokenbar ¦ textless < textgreater > textasciitilde ~ textasciicircum ^ textunderscore _ ' +
      'textbackslash \\ textendash – textemdash — textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’ ' +
      'textquotedbl " textquotesingle \' guillemotleft « guillemotright » og « fg » flqq « frqq » glq ‚ grq ‘ glqq „ grqq “ quotedblbase „ ' +
      'textregistered ® texttrademark ™ textcopyright © texteuro € euro € textsterling £ textyen ¥ ' +
      'texttimes × textpm ± textdiv ÷ textminus − textasteriskcentered * textbullet • textperiodcentered · textcdot · ' +
      'textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓ textordfeminine ª textordmasculine º ' +
      'textonehalf ½ textonequarter ¼ textthreequarters ¾ textsection § textparagraph ¶ textdagger † textdaggerdbl ‡ ' +
      'textdollar $ textbraceleft { textbraceright } slash / hyp - TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX LuaLaTeX LuaLaTeX',
  ),
  ['%', '%'],
  ['&', '&'],
  ['$', '$'],
  ['#', '#'],
  ['_', '_'],
  ['{', '{'],
  ['}', '}'],
]);

/** Signs of math that stand close to their neighbours. */
export const MATH_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...wordPairs(
    'cdot · bullet • circ ∘ ast * star ⋆ prime ′ partial ∂ nabla ∇ infty ∞ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ emptyset ∅ varnothing ∅ ' +
      'sum ∑ prod ∏ int ∫ iint ∬ iiint ∭ oint ∮ surd √ angle ∠ triangle △ square □ Box □ blacksquare ■ diamond ⋄ ' +
      'forall ∀ exists ∃ neg ¬ lnot ¬ top ⊤ bot ⊥ perp ⊥ mid | vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ parallel ‖ | ‖ ' +
      'langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ backslash \\ colon : ' +
      'oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ vee ∨ cap ∩ cup ∪ setminus ∖ dotsm ⋯ ddots ⋱ checkmark ✓ lightning ↯ ' +
      'sin sin cos cos tan tan cot cot sec sec csc csc arcsin arcsin arccos arccos arctan arctan sinh sinh cosh cosh tanh tanh coth coth ' +
      'log log ln ln lg lg exp exp lim lim limsup limsup liminf liminf sup sup inf inf max max min min arg arg det det dim dim ker ker deg deg gcd gcd hom hom Pr Pr',
  ),
]);

/** Relations, arrows and signs between two sides: a reader sees a gap around them. */
export const RELATIONS: ReadonlyMap<string, string> = new Map([
  ...wordPairs(
    'to → rightarrow → longrightarrow → Rightarrow ⇒ Longrightarrow ⇒ leftarrow ← gets ← longleftarrow ← Leftarrow ⇐ ' +
      'leftrightarrow ↔ longleftrightarrow ↔ Leftrightarrow ⇔ iff ⇔ rightleftharpoons ⇌ leftrightharpoons ⇋ leftrightarrows ⇆ rightleftarrows ⇄ mapsto ↦ ' +
      'uparrow ↑ downarrow ↓ times × div ÷ pm ± mp ∓ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ ' +
      'neq ≠ ne ≠ ll ≪ gg ≫ lt < gt > lesssim ≲ gtrsim ≳ in ∈ ni ∋ notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇',
  ),
]);

/** Combining character of an accent command. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

/** Pairs of words in a list: name, meaning, name, meaning, … */
export function wordPairs(list: string): [string, string][] {
  const parts = list.split(' ');
  return parts.flatMap((name, i) => (i % 2 === 0 ? [[name, parts[i + 1]!] as [string, string]] : []));
}

function greek(prefix: string): [string, string][] {
  const names =
    'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ' +
    'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';
  return wordPairs(names).map(([name, letter]) => [prefix + name, letter]);
}
