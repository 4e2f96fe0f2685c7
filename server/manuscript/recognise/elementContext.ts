import { type Language, languageOf } from '../../base/language';
import type { Span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';

/** Whether a bare symbol of two letters is the element where it stands: not a word, a unit or a person's name. */
export function isElementInProse(prose: Prose, block: Block, body: Span, symbol: string): boolean {
  if (symbol.length < 2 || WORDS.has(symbol)) return false;
  if (block.part === 'references' || block.part === 'acknowledgements') return false;
  const { text } = prose;
  const before = text.slice(Math.max(block.start, body.start - 24), body.start);
  const after = text.slice(body.end, Math.min(block.end, body.end + 16));
  if (/^[._][A-Za-z]|^\(\w+\)\(/.test(after)) return false;
  if (/^ \d{1,2}(?:\.\d+)? [A-Z(]/.test(after)) return false; // a formula that a PDF cut: Na 3 Zr 2
  if (/(?:^|[.!?:] |[“"(¿])$/.test(before) && isWordOf(languageIn(prose, block), symbol)) return false;
  if (symbol === 'Co' && (/^\.?,? ?(?:Ltd|Inc|KG|LLC)|^\.,/.test(after) || before.endsWith('& '))) return false; // a company
  if (TEMPERATURES.has(symbol) && !RARE_EARTHS.test(`${before} ${after}`) && !DOPED.test(after)) return false;
  if (DIMENSIONLESS.has(symbol) && (prose.settingAt(body.start) === 'math' || /^[{(]/.test(after))) return false;
  if (before.endsWith('[') && /^\] ?\d[spdf]/.test(after)) return false; // [Kr] 4d10
  if (
    PREFIXES.has(symbol) &&
    /^[-‐][a-z]/.test(after) &&
    !/^[-‐](?:based|doped|rich|free|poor|containing|substituted|ion|metal)/.test(after)
  ) {
    return false;
  }
  return !SURNAMES.has(symbol) || !isSurname(before, after, block);
}

const LANGUAGES = new WeakMap<Block, Language | 'unknown'>();

function languageIn(prose: Prose, block: Block): Language | 'unknown' {
  const known = LANGUAGES.get(block) ?? languageOf(prose.slice(block)) ?? 'unknown';
  LANGUAGES.set(block, known);
  return known;
}

/** Words that begin sentences of other languages and are symbols too. */
const isWordOf = (language: Language | 'unknown', symbol: string): boolean =>
  OTHER_WORDS[language]?.includes(symbol) ?? false;

const OTHER_WORDS: Partial<Record<Language | 'unknown', readonly string[]>> = {
  fr: ['Si', 'Au', 'Ni', 'Ce'],
  es: ['Si', 'Al', 'Ni'],
  it: ['Si', 'Al', 'Ni', 'Ne'],
  pt: ['Na', 'Ni'],
};

/** Words, units and marks of English and of front matter that are also symbols. */
const WORDS: ReadonlySet<string> = new Set(
  'In As At He Be No Am La Se Ho Er Es Os Ac Md Ne Pa Po Ra Re Th Mt Pm Ar Sr Lr Cm Ts Og Nh Fl Mc Lv Cn Rg Ds Hs Bh Sg Db Rf Fm Cf Bk Np'.split(
    ' ',
  ),
);

/** Re, Pr, Sc, Bi: numbers of fluid dynamics when set as math. */
const DIMENSIONLESS: ReadonlySet<string> = new Set(['Pr', 'Sc', 'Bi', 'Fr', 'Ca', 'Eu', 'Nu', 'Gr']);

/** Temperatures of melting and boiling, typed on the line; among other rare earths they are thulium and terbium. */
const TEMPERATURES: ReadonlySet<string> = new Set(['Tm', 'Tb']);
const RARE_EARTHS = /\b(?:La|Ce|Pr|Nd|Sm|Eu|Gd|Dy|Ho|Er|Yb|Lu|rare[- ]earths?|lanthanides?)\b/;
const DOPED = /^[-‐–](?:doped|substituted|based|co-?doped)/;

/** Co-author, Bi-layer */
const PREFIXES: ReadonlySet<string> = new Set(['Co', 'Bi', 'Al', 'Ti', 'Si']);

const SURNAMES: ReadonlySet<string> = new Set([
  'Li',
  'Na',
  'Ni',
  'Mo',
  'Lu',
  'Ru',
  'Al',
  'Si',
  'Hf',
  'Fr',
  'Xe',
  'Tm',
  'Ce',
  'Ga',
]);

/** `Y. Li`, `Hong Li’s group`, `Li et al.`, `Li, J.` */
function isSurname(before: string, after: string, block: Block): boolean {
  if (/^(?:,? et al|['’]s\b| and co-?workers|, [A-Z]\.|\u00B7?\*?[†‡§∗]|∥)/.test(after)) return true;
  if (/^ [A-Z]\.(?:[ ,;]|[A-Z-])/.test(after)) return true;
  if (/(?:^|[^\w-])(?:[A-Z]\.[ -]?){1,3}$/.test(before) || /\b(?:Dr|Prof|Mr|Ms|Mrs)\.? $/.test(before)) return true;
  if (block.kind === 'heading' || block.kind === 'title' || block.kind === 'table-cell' || block.kind === 'caption')
    return false;
  // A capitalised word in mid-sentence before it is a given name.
  const given = /(?:^|(.)( ))([A-Z][a-z]{2,})(?:-[a-z]+)? $/.exec(before);
  return given?.[1] !== undefined && /[a-z,]/.test(given[1]);
}
