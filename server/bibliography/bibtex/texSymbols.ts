/** Letters that TeX writes as commands. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å' },
    ...{ i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ' },
  }),
);

const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν ' +
  'xi ξ pi π rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ ' +
  'Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';

const SYMBOL_WORDS =
  'times × cdot · pm ± mp ∓ circ ∘ degree ° textdegree ° approx ≈ sim ∼ simeq ≃ equiv ≡ neq ≠ leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ ' +
  'rightarrow → to → leftarrow ← leftrightarrow ↔ rightleftharpoons ⇌ Rightarrow ⇒ infty ∞ partial ∂ nabla ∇ sum ∑ int ∫ ' +
  'prime ′ angstrom Å AngstromUnit Å textmu µ micro µ textendash – textemdash — textquoteright ’ textquoteleft ‘ ' +
  "textquotedblleft “ textquotedblright ” textquotesingle ' textasciigrave ` textless < textgreater > textbar | mid | vert | " +
  'parallel ∥ Vert ‖ textbackslash \\ backslash \\ textbraceleft { lbrace { textbraceright } rbrace } textasciitilde ~ ' +
  'textasciicircum ^ textunderscore _ textdollar $ copyright © textcopyright © textregistered ® texttrademark ™ S § P ¶ ' +
  'textminus − leqslant ≤ geqslant ≥ lesssim ≲ gtrsim ≳ celsius °C degreeCelsius °C percent % ohm Ω textohm Ω textcelsius ℃ setminus ∖ ' +
  'Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ omicron ο textalpha α textbeta β ' +
  'dag † ddag ‡ ldots … dots … textellipsis … cdots ⋯ bullet • textbullet • star ⋆ ast ∗ textperiodcentered · propto ∝ ' +
  'slash / texttimes × hyp - hyphen - nbhyphen - fshyphen - LaTeX LaTeX TeX TeX BibTeX BibTeX';

/** Other named characters. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...pairs(GREEK),
  ...pairs(SYMBOL_WORDS),
  ['quad', ' '],
  ['qquad', ' '],
  ['space', ' '],
]);

function pairs(words: string): [string, string][] {
  const list = words.split(' ');
  return list.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, list[at + 1]!]] : []));
}

const SUBSCRIPTS = new Map(
  Object.entries(zip('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ')),
);
const SUPERSCRIPTS = new Map(Object.entries(zip('0123456789+-−=()ni∘', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°')));
SUBSCRIPTS.set('.', '.').set(' ', '');
SUPERSCRIPTS.set('.', '.').set(' ', '').set('°', '°');

/** `0.8` → `₀.₈`; as it is where a character has no lowered form. */
export const lowered = (text: string): string => mapped(text, SUBSCRIPTS);
/** `2+` → `²⁺`; as it is where a character has no raised form. */
export const raised = (text: string): string => mapped(text, SUPERSCRIPTS);

/** The characters after lowered and raised ones, for writing TeX: `₇` → `7`. */
export const FROM_SUBSCRIPT: ReadonlyMap<string, string> = new Map(
  Object.entries(zip('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ', '0123456789+-=()aehijklmnoprstuvx')),
);
export const FROM_SUPERSCRIPT: ReadonlyMap<string, string> = new Map(
  Object.entries(zip('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ', '0123456789+-=()ni')),
);

/** Lowered digits and signs on the line. */
export const level = (text: string): string => text.replace(/[₀-₎ₐ-ₜᵢᵣᵤᵥ]/g, (low) => FROM_SUBSCRIPT.get(low) ?? low);

function zip(from: string, to: string): Record<string, string> {
  const targets = [...to];
  return Object.fromEntries([...from].map((character, at) => [character, targets[at]!]));
}

function mapped(text: string, table: ReadonlyMap<string, string>): string {
  let result = '';
  for (const character of text) {
    const target = table.get(character);
    if (target === undefined) return text;
    result += target;
  }
  return result;
}
