/**
 * True where two long forms are one term: they differ in case, number, hyphens and brackets, British or American spelling, Greek
 * letters by sign or by name, an article, an element by symbol or by name (Li-ion, lithium-ion), or name a method and its
 * instrument or result (X-ray diffraction, X-ray diffractometer, X-ray diffraction pattern).
 * `oxalate` and `oxalato`, `interphase` and `interface` stay different.
 */
export const sameExpansion = (a: string, b: string): boolean => a === b || expansionKey(a) === expansionKey(b);

/** Equal for long forms that `sameExpansion` holds equal. */
export function expansionKey(long: string): string {
  const words = long
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0370-\u03FFµ]/g, (letter) => ` ${GREEK_NAMES[letter] ?? letter} `)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map(withoutCitation)
    .map(singularWord)
    .map((word) => word.replace(/(?<=\p{L}{4})ie$/u, 'y'));
  const rest = words.slice(0, -1);
  if ((rest.length > 1 || rest.join('').length > LONG_NAME) && RESULTS.has(words[words.length - 1]!)) words.pop();
  return words.map((word, i) => elementOf(word, words[i - 1]) ?? withoutEnding(respell(word))).join('');
}

/** Long words without what German and French inflect: `Methode`, `Methoden`; `repräsentative`, `repräsentativer`. */
const withoutEnding = (word: string): string =>
  word.length > 4
    ? word.replace(/(?<=isch|lich|iert|end|iv|ig|al|är|ös|sam|haft|bar)e[rnms]?$|y$/, '').replace(/e?n?$/, '')
    : word.replace(/(?<=\p{L}{3})e$/u, ''); // `beam line` as `beamline`

/** A name of one word that says what is done: `thermogravimetric`. */
const LONG_NAME = 10;

/** Small words that writers leave out, in English and in Romance languages. */
const SMALL_WORDS: ReadonlySet<string> = new Set('the a an and de del la el los las du des le les da do di'.split(' '));

/** A raised number that lost its place: `amide47`, `3Rutherford`. */
const withoutCitation = (word: string): string =>
  /^\d{1,3}(\p{L}{4,})$|^(\p{L}{4,})\d{1,3}$/u.exec(word)?.slice(1).join('') || word;

/** What a method yields or is done with; written after its name or not. */
const RESULTS: ReadonlySet<string> = new Set(
  (
    'pattern analysis analyzer analyser measurement image method technique test curve regression algorithm group model ' +
    'approach calculation simulation framework scheme procedure ' +
    'spectrometry spectrometer spectroscopy spectroscope spectrophotometry spectrophotometer spectrum spectra'
  ).split(' '),
);

const ELEMENTS: Readonly<Record<string, string>> = {
  li: 'lithium',
  na: 'sodium',
  k: 'potassium',
  mg: 'magnesium',
  al: 'aluminum',
  zn: 'zinc',
};

/** Sulfur only beside a metal: `Li-S`, not `Young's`. */
const elementOf = (word: string, before: string | undefined): string | undefined =>
  word === 's' && before !== undefined && (before in ELEMENTS || METALS.has(before)) ? 'sulfur' : ELEMENTS[word];

const METALS: ReadonlySet<string> = new Set(Object.values(ELEMENTS));

const GREEK_NAMES: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  µ: 'mu',
  π: 'pi',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

function singularWord(word: string): string {
  if (/(?:ss|us|is|ys)$/.test(word) || word.length < 4) return word;
  if (/ión$|iones$/.test(word)) return word.replace(/i(?:ón|ones)$/, 'ion');
  if (/lyses$/.test(word)) return word.replace(/es$/, 'is');
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sulph/g, 'sulf'],
  [/aluminium/g, 'aluminum'],
  [/caesium/g, 'cesium'],
  [/is(?=(?:e|ed|er|ing|ation)$)/g, 'iz'],
  [/ys(?=(?:e|ed|er|ing)$)/g, 'yz'],
  [/tre$/g, 'ter'],
  [/tred$/, 'tered'],
  [/fibre/g, 'fiber'],
  [/our(?=$|ed$|ing$|able$)/g, 'or'],
  [/ll(?=(?:ed|ing)$)/g, 'l'],
  [/logue$/g, 'log'],
  [/haem/g, 'hem'],
  [/(?<=deposit)ion$/, ''],
  [/(?<=ctr)ical$/, 'ic'],
  [/diffract(?:ion|ometer|ometry|ogram)$/, 'diffract'],
  [/spectr(?:um|a|o(?:scopy|scopic|metry|meter|metric))$/, 'spectro'],
  [/scop(?:e|y|ic)$/, 'scop'],
  [/voltamm(?:etry|etric|ogram)$/, 'voltamm'],
  [/reflect(?:ivity|ometry|ometer)$/, 'reflect'],
  [/conduct(?:ing|ive)$/, 'conduct'],
  [/(?<=\p{L}{4})(?:ing|ed)$/u, ''],
  [/met(?:er|ry|ric)$/, 'met'],
  [/(?<=chem)(?:istry|ical)$/, ''],
  [/(?<=(?:graph|log))(?:y|ic|ical)$/, ''],
];

const respell = (word: string): string => SPELLINGS.reduce((w, [spelling, one]) => w.replace(spelling, one), word);
