/** Element symbols, each with the stem that names of its compounds share, and a German one where it is another; without deuterium and the elements beyond uranium, which short forms resemble. */
const STEMS: ReadonlyMap<string, RegExp> = new Map(
  (
    'H hydr/wasserstoff|He heli|Li lithi|Be beryl|B bor|C carb/kohlen|N nitr/stickstoff|O ox/sauerstoff|F fluor|Ne neon|Na sodi|' +
    'Mg magnes|Al alumin|Si silic|P phosph|S sul/schwefel|Cl chlor|Ar argon|K potas|Ca calci|Sc scand|Ti titan|V vanad|Cr chrom|Mn mangan|Fe iron|Co cobalt|Ni nickel|Cu copper|Zn zinc|' +
    'Ga galli|Ge german|As arsen|Se selen|Br brom|Kr krypton|Rb rubid|Sr stront|Y yttri|Zr zircon|Nb niob|Mo molyb|Tc technet|Ru ruthen|' +
    'Rh rhod|Pd pallad|Ag silver|Cd cadmi|In indi|Sn tin|Sb antimon|Te tellur|I iod|Xe xenon|Cs c(?:a?es)|Ba bari|La lanth|Ce ceri|' +
    'Pr praseo|Nd neodym|Pm prometh|Sm samar|Eu europ|Gd gadol|Tb terb|Dy dyspr|Ho holm|Er erb|Tm thul|Yb ytterb|Lu lutet|Hf hafni|' +
    'Ta tantal|W tungst|Re rhen|Os osmi|Ir iridi|Pt platin|Au gold|Hg mercur|Tl thall|Pb lead|Bi bismut|Po polon|At astat|Rn radon|' +
    'Ra radi|Ac actin|Th thor|U uran'
  )
    .split('|')
    .map((entry) => entry.split(' ') as [string, string])
    .map(([symbol, stem]) => [symbol, new RegExp(stem.replace('/', '|'), 'i')]),
);

export const isElement = (symbol: string): boolean => STEMS.has(symbol);

/**
 * Symbols of a formula in the order written, with repeats; undefined where the text holds a letter that is not a symbol.
 * `sites` lets letters stand for any element, as M in LiMO2.
 */
export function symbolsOf(formula: string, sites: ReadonlySet<string> = new Set()): string[] | undefined {
  const symbols: string[] = [];
  for (const [token] of formula.matchAll(/\p{Lu}\p{Ll}?|\p{L}/gu)) {
    if (STEMS.has(token) || sites.has(token)) symbols.push(token);
    else if (token.length === 2 && STEMS.has(token[0]!) && /[xyz]/.test(token[1]!)) symbols.push(token[0]!);
    else if (!/^[xyzδn]$/.test(token)) return undefined;
  }
  return symbols;
}

/**
 * True where `formula` is what `name` is called in symbols: `Na` for sodium, `Li2S` for lithium sulfide, `NaK` for Na–K alloys; not `PSi`
 * for porous silicon, nor `LiPON`.
 */
export function isFormulaOfName(formula: string, name: string): boolean {
  const symbols = symbolsOf(formula);
  if (!symbols || symbols.length === 0 || symbols.length > 3 || new Set(symbols).size < symbols.length) return false;
  return symbols.every((symbol) => STEMS.get(symbol)!.test(name) || hasSymbol(name, symbol));
}

const hasSymbol = (name: string, symbol: string): boolean =>
  [...name.matchAll(/\p{L}+/gu)].some(([word]) => word === symbol);
