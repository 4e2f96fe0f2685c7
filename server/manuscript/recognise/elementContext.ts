import type { Language } from '../../base/language';
import type { Span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';
import { languageOfBlock } from '../language';
import { isSaidToBeElement } from './elementEvidence';
import type { Guard } from './guard';

/** A bare symbol in its block. */
export interface BareSymbol {
  readonly symbol: string;
  readonly prose: Prose;
  readonly block: Block;
  readonly body: Span;
  /** So much of the block as the guards look at. */
  readonly before: string;
  readonly after: string;
}

export function bareSymbol(prose: Prose, block: Block, body: Span, symbol: string): BareSymbol {
  const before = prose.text.slice(Math.max(block.start, body.start - 40), body.start);
  const after = prose.text.slice(body.end, Math.min(block.end, body.end + 40));
  return { symbol, prose, block, body, before, after };
}

/** What a bare symbol is where it is not the element: a word, a unit, a person's name. */
export const ELEMENT_GUARDS: readonly Guard<BareSymbol>[] = [
  {
    id: 'one letter',
    rejects: ['the value «C» is', 'at 40 «C» 1s after', 'the letters «B», C, and F are', 'a vinylene («V») or'],
    keeps: ['some «Ca» is', 'the «O» 1s level', '«N»-doped films', 'with tungsten («W») in', 'of Cr, Mo, «C» and Si'],
    is: (bare) => bare.symbol.length < 2 && !isSaidToBeElement(bare),
  },
  {
    id: 'a word, a unit or a mark',
    rejects: ['«In» this work', 'a pressure of 5 «Pa» here', 'the group «Ar» of it'],
    keeps: ['a foil of «Al» was', 'an «Ar»-filled box', 'with Y, «In» and Sc', 'some «In»-doped film'],
    is: (bare) => WORDS.has(bare.symbol) && !isSaidToBeElement(bare),
  },
  {
    id: 'a name in a list of works or people',
    rejects: ['# References\n\n1. Films of «Cu» foil, J. Films 2020.'],
    keeps: ['# Results\n\nFilms of «Cu» foil were used.'],
    is: ({ block }) => block.part === 'references' || block.part === 'acknowledgements',
  },
  {
    id: 'part of a name in a program',
    rejects: ['the function «Mn»(a)(b) is'],
    keeps: ['the spin of «Mn». It is'],
    is: ({ after }) => /^[._][A-Za-z]|^\(\w+\)\(/.test(after),
  },
  {
    id: 'piece of a torn formula',
    rejects: ['the conductor «Na» 3 Zr 2 is', 'the phases «Li» 6+ x Si x are', 'the phases «Na» 3 - x Er are'],
    keeps: ['some «Na» is', 'ions of «Na» 3 - Yet it is'],
    is: ({ after }) => /^ \d{1,2}(?:(?:\.\d+)? [A-Z(]| ?[-+−–] ?[xyzδ](?![a-z]))/.test(after),
  },
  {
    id: 'a word of another language',
    rejects: [
      '«Si» la batterie est vide, elle ne donne pas de courant.',
      '«Et» si nous étions en charge de la gestion des cellules ?',
    ],
    keeps: ['«Si» is used as an electrode in this cell.'],
    is: ({ symbol, before, prose, block }) =>
      /(?:^|[.!?:] |[“"(¿])$/.test(before) && isWordOf(languageOfBlock(prose, block), symbol),
  },
  {
    id: 'a company',
    rejects: ['from Smith & «Co» in', 'made by Steel «Co», Ltd'],
    keeps: ['some «Co» in it'],
    is: ({ symbol, before, after }) =>
      symbol === 'Co' && (/^\.?,? ?(?:Ltd|Inc|KG|LLC)|^\.,/.test(after) || before.endsWith('& ')),
  },
  {
    id: 'a temperature of melting or boiling',
    rejects: ['it melts at «Tb» exactly'],
    keeps: ['with Dy and «Tb» in it', 'a «Tb»-doped film'],
    is: ({ symbol, before, after }) =>
      TEMPERATURES.has(symbol) && !RARE_EARTHS.test(`${before} ${after}`) && !DOPED.test(after),
  },
  {
    id: 'a number of fluid dynamics',
    rejects: ['the number $«Sc»$ is'],
    keeps: ['some «Sc» is'],
    is: ({ symbol, prose, body, after }) =>
      DIMENSIONLESS.has(symbol) && (prose.settingAt(body.start) === 'math' || /^[{(]/.test(after)),
  },
  {
    id: 'core of an electron configuration',
    rejects: ['the state [«Xe»] 4f14 is'],
    keeps: ['some [«Xe»] is'],
    is: ({ before, after }) => before.endsWith('[') && /^\] ?\d[spdf]/.test(after),
  },
  {
    id: 'first syllable of a word',
    rejects: ['the «Co»-author is', 'a «Bi»-layer of', 'Solvent «Co»-Intercalation in', 'a CH4 «Co»-Feed in'],
    keeps: ['a «Co»-rich phase', 'a «Bi»-doped film', 'A «Co»-Rich Phase', 'Solvents on «Co»-Surfaces'],
    is: ({ symbol, after }) =>
      PREFIXES.has(symbol) &&
      (/^[-‐][a-z]/.test(after) || TOGETHER.test(after)) &&
      !/^[-‐](?:based|doped|rich|free|poor|containing|substituted|ion|metal)/.test(after),
  },
  {
    id: 'name in a row of people',
    rejects: [
      'Anna «Ta», Berta Noel and',
      'by (Carl «Lu» and Dora Elm) in',
      '«Pu» Zhou, Emil Fox and',
      'Anna «Li» a, Berta Noel b and',
    ],
    keeps: ['films of «Ta», Berta said', 'on bare «Ta», as Emil found'],
    is: ({ before, after }) => isInRowOfPeople(before, after),
  },
  {
    id: 'name of a person',
    rejects: ['by Y. «Li» and', 'by «Li» et al. in', 'in Hong «Li»’s group'],
    keeps: ['on «Li» and', 'on bare «Li» and'],
    is: ({ symbol, before, after, block }) => SURNAMES.has(symbol) && isSurname(before, after, block),
  },
];

/** Words that begin sentences of other languages and are symbols too. */
const isWordOf = (language: Language | undefined, symbol: string): boolean =>
  language !== undefined && (OTHER_WORDS[language]?.includes(symbol) ?? false);

const OTHER_WORDS: Partial<Record<Language, readonly string[]>> = {
  fr: ['Si', 'Au', 'Ni', 'Ce', 'Et', 'Me'],
  es: ['Si', 'Al', 'Ni', 'Me'],
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

/** What is done together, as a title writes it: `Solvent Co-Intercalation`. `Co-Doping` may be of cobalt. */
const TOGETHER =
  /^[-‐](?:Intercala|Precipita|Crystalli|Evapora|Author|Ordina|Adsor|Insert|Polymer|Solv|Sputter|Localiz|Localis|Electroly|Assembl|Feed|Operat|React|Extru|Exist|Organi|Work)/;

/** Co-author, Bi-layer */
const PREFIXES: ReadonlySet<string> = new Set(['Co', 'Bi']);

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

/** `Ailin Xu, Bo Ma`, `Ailin Xu a, Bo Ma b` with the symbol as one of the names, and the letter of an affiliation. */
const isInRowOfPeople = (before: string, after: string): boolean =>
  (/(?:^|[,(] |\(|and )\p{Lu}\p{Ll}+(?:[-‐]\p{Lu}?\p{Ll}+)? $/u.test(before) &&
    /^(?: [a-h\d]{1,2}[*†‡]?)?(?:,| and|, and) \p{Lu}\p{Ll}+(?:[-‐]\p{Lu}?\p{Ll}+)? \p{Lu}\p{Ll}/u.test(after)) ||
  (/(?:^|, |and )$/.test(before) && /^ \p{Lu}\p{Ll}+, \p{Lu}\p{Ll}+(?:[-‐]\p{Lu}?\p{Ll}+)? \p{Lu}\p{Ll}/u.test(after));

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
