/**
 * Names of elements that are others in German, with their older spellings. Names: Wikipedia, „Etymologische Liste der chemischen
 * Elemente“, and in compounds the stems of „Regeln zur Nomenklatur Anorganischer Verbindungen“ (expydoc.com/doc/11674470).
 */
const ELEMENTS: ReadonlyMap<string, readonly string[]> = table(
  'hydrogen Wasserstoff|boron Bor|carbon Kohlenstoff|nitrogen Stickstoff|oxygen Sauerstoff|fluorine Fluor|sodium Natrium|' +
    'silicon Silicium Silizium|phosphorus Phosphor|sulfur Schwefel|chlorine Chlor|potassium Kalium|calcium Calcium Kalzium|' +
    'titanium Titan|vanadium Vanadium Vanadin|chromium Chrom|manganese Mangan|iron Eisen|cobalt Cobalt Kobalt|copper Kupfer|' +
    'zinc Zink|arsenic Arsen|selenium Selen|bromine Brom|zirconium Zirconium Zirkonium Zirkon|niobium Niob|molybdenum Molybdän|' +
    'silver Silber|tin Zinn|antimony Antimon|tellurium Tellur|iodine Iod Jod|lanthanum Lanthan|cerium Cer|praseodymium Praseodym|' +
    'neodymium Neodym|tantalum Tantal|tungsten Wolfram|platinum Platin|mercury Quecksilber|lead Blei|bismuth Bismut Wismut|' +
    'caesium Caesium Cäsium|aluminum Aluminium|aluminium Aluminium',
);

/** Words of names that are formed in no regular way. */
const WORDS: ReadonlyMap<string, readonly string[]> = table(
  'metal Metall|foil Folie|powder Pulver|alloy Legierung|ammonia Ammoniak|water Wasser|anhydride Anhydrid|nickel Nickel|poly Poly|' +
    'bis Bis|tris Tris|anode Anode|cathode Kathode|ion Ion Ionen|battery Batterie Batterien Akku Akkus Akkumulator Akkumulatoren|' +
    'cell Zelle Zellen',
);

/** What acids are called after: `hydrochloric acid` is Salzsäure. The same source; dewiki on Ameisensäure. */
const ACIDS: ReadonlyMap<string, readonly string[]> = table(
  'hydrofluoric Fluss Fluß Fluorwasserstoff|hydrochloric Salz Chlorwasserstoff|hydrobromic Bromwasserstoff|' +
    'hydroiodic Iodwasserstoff|sulfuric Schwefel|nitric Salpeter|phosphoric Phosphor|boric Bor|carbonic Kohlen|perchloric Perchlor|' +
    'acetic Essig|formic Ameisen|oxalic Oxal|citric Citronen Zitronen|acrylic Acryl|methacrylic Methacryl|succinic Bernstein|' +
    'maleic Malein',
);

/** What hydrogen is bound to in its gases: `hydrogen fluoride` is Fluorwasserstoff. */
const HYDRIDES: ReadonlyMap<string, readonly string[]> = table(
  'fluoride Fluor|chloride Chlor|bromide Brom|iodide Iod|sulfide Schwefel|cyanide Cyan',
);

/** Parts of words that are others in German wherever they are: `Benzol`, `Trifluormethansulfonat`. */
const STEMS: readonly (readonly [RegExp, string])[] = [
  [/(benz|tolu|styr|xyl)ene$/, '$1ol'],
  [/formate$/, 'formiat'],
  [/ane(?=sul)/, 'an'],
];
/** Endings that lose their e: `oxide` → `Oxid`, `phosphate`, `nitrite`, `ethylene`, `dioxane`, `lactone`, `nitrile`. */
const LOSES_E = /(?<=[a-z]{2}(?:id|at|it|en|an|on|il|in|yn|ol))e$/;
/** Endings that stay as they are. */
const STAYS = /(?:ium|yl|[a-z]{3}ol|ether|furan|glyme|oxy|ose)$/;

/** Spellings of both languages in one word; a halogen before a carbon chain loses its o: `Fluorethylen`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(fluor|chlor|brom|iod)o(?=benz|eth|meth|prop|but|pent|hex|phen|acet|carb)/g, '$1'],
  [/acrylo(?=nitril)/, 'acryl'],
  [/carb(?=onat|id)/, 'karb'],
  [/silic(?=at)/, 'silik'],
  [/glycol/, 'glykol'],
];

/** True for a German name of an element that is not its English name, where it may be another word: `Titan`. */
export const isGermanElement = (name: string): boolean => GERMAN_ELEMENTS.has(name.toLowerCase().replace(/s$/, ''));

const GERMAN_ELEMENTS: ReadonlySet<string> = new Set(
  [...ELEMENTS.values()].flat().filter((name) => !ELEMENTS.has(name)),
);

/**
 * What German makes of the name of a species: the same parts, joined to one word, with endings and names of elements of its own. A hyphen
 * is where parts join: `lithium cobalt oxide` → `lithium-cobalt-oxid`. Nothing for a name with a word that is not formed so.
 */
export function germanNames(name: string): readonly string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.at(-1);
  if (words.length === 2 && words[0] === 'hydrogen' && HYDRIDES.has(last!))
    return HYDRIDES.get(last!)!.map((stem) => `${stem}wasserstoff`);
  const parts = partsOf(words);
  if (!parts) return [];
  const names = combined(parts);
  return names.filter((german) => german.replaceAll('-', '') !== words.join(''));
}

/** Each word in its German forms; an acid is called after its first part. */
function partsOf(words: readonly string[]): readonly (readonly string[])[] | undefined {
  const parts: (readonly string[])[] = [];
  for (let i = 0; i < words.length; i++) {
    const acid = ACIDS.get(words[i]!);
    const next = words[i + 1];
    if (acid && (next === 'acid' || next === 'anhydride')) {
      parts.push(acid.map((stem) => `${stem}säure`));
      if (next === 'acid') i++;
      continue;
    }
    const forms = formsOf(words[i]!);
    if (!forms) return undefined;
    parts.push(forms);
  }
  return parts;
}

function formsOf(word: string): readonly string[] | undefined {
  const known = ELEMENTS.get(word) ?? WORDS.get(word);
  if (known) return known;
  if (/^(?:\d+|[ivx]+|[a-z]|\p{Script=Greek})$/u.test(word)) return [word];
  const counted = /^((?:di|tri|tetra)(?=sodium|potassium))(.+)$/.exec(word);
  if (counted) return ELEMENTS.get(counted[2]!)!.map((element) => counted[1] + element);
  const german = STEMS.reduce((text, [from, to]) => text.replace(from, to), word).replace(LOSES_E, '');
  if (german === word && !STAYS.test(word)) return undefined;
  return [...new Set([german, ...SPELLINGS.map(([from, to]) => german.replace(from, to))])];
}

/** At most so many ways to spell one name. */
const MOST = 16;

const combined = (parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (names, forms) =>
      names.flatMap((name) => forms.map((form) => (name === '' ? form : `${name}-${form}`))).slice(0, MOST),
    [''],
  );

/** `iron Eisen|iodine Iod Jod` */
function table(rows: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows.split('|').map((row) => {
      const [english, ...german] = row.split(' ');
      return [english!, german.map((form) => form.toLowerCase())];
    }),
  );
}
