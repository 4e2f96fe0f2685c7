import { Searcher } from '../../base/searcher';
import type { ProseSpan } from '../../base/span';
import { isWordCode } from '../../base/words';
import type { Block, Prose } from '../../text/prose';
import { scopeOf } from '../scope';
import { accepted, type Guard, guardAgainst, type Rejected, rejected } from './guard';
import { COUNTRY } from './labels';

/** A word that looks like an abbreviation, whether or not anyone knows it. */
export interface ShortForm {
  readonly prose: ProseSpan;
  /** Without a plural s. */
  readonly short: string;
}

/** The first letter of `DFT`, `LIBs`; at least three capitals, so that initials, states and one- and two-letter symbols stay out. */
const BEGINNING = /[A-Z](?=[A-Z]{2})/g;
const LONGEST = 8;
/** Ordinary words that writers set in capitals for emphasis. */
const EMPHASISED: ReadonlySet<string> = new Set(
  (
    'ALL AND ANY BEFORE AFTER BOTH BUT CANNOT DURING EACH EITHER EVER EVERY EXACTLY FOR FROM HOW INTO LESS MORE MOST MUST NEITHER NEVER ' +
    'NONE NOR NOT NOTE NOW ONCE ONLY OTHER OUR SAME SHALL SHOULD SOME STILL SUCH THAN THAT THE THEN THERE THESE THEY THIS THOSE TOO ' +
    'UNTIL VERY WAS WERE WHEN WHERE WHICH WHILE WHO WHY WILL WITH WITHOUT WOULD YES YET YOU ALWAYS BECAUSE BETWEEN TWICE WARNING ' +
    'IMPORTANT CAUTION TODO FIXME EXAMPLE'
  ).split(' '),
);

const MONTHS: ReadonlySet<string> = new Set(
  'JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST OCTOBER NOVEMBER DECEMBER SEPTEMBER'.split(' '),
);

/** Names of programs and systems that are written in capitals and abbreviate nothing that is still read. */
const NAMES: ReadonlySet<string> = new Set('FORTRAN COBOL ALGOL MATLAB UNIX LINUX LATEX'.split(' '));

/** A word of capitals at its place. */
interface Capitals {
  readonly prose: Prose;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** Without a plural s. */
  readonly short: string;
}

export const SHORT_FORM_GUARDS: readonly Guard<Capitals>[] = [
  {
    id: 'a numeral, or what a number stands after',
    rejects: ['of type «XII» there', 'see «FIG» 3 there'],
    keeps: ['by «XRD» there'],
    is: ({ short }) =>
      /^(?:[IVXLCDM]+|FIGS?|FIGURES?|TABLES?|SCHEMES?|CHARTS?|REFS?|EQS?|SECTIONS?|APPENDIX)$/.test(short),
  },
  {
    id: 'a month of a date',
    rejects: ['sent «NOVEMBER» 07, 2022 by', 'of 3 «MARCH» there'],
    keeps: ['the «MARCH» of it'],
    is: ({ prose: { text }, start, end, short }) =>
      MONTHS.has(short) &&
      (/^ \d/.test(text.slice(end, end + 2)) || /\d\.? $/.test(text.slice(Math.max(0, start - 3), start))),
  },
  {
    id: 'a word in capitals for emphasis',
    rejects: ['it is «NOT» so'],
    keeps: ['it is «NMR» there'],
    is: ({ short }) => EMPHASISED.has(short),
  },
  {
    id: 'name of a program',
    rejects: ['written in «MATLAB» there', 'with the code «COMPTON» there'],
    keeps: ['written in «HTML» there', 'by a code for «DFT» there'],
    is: ({ prose: { text }, block, start, short }) =>
      NAMES.has(short) || PROGRAM.test(text.slice(Math.max(block.start, start - NEIGHBOURS), start)),
  },
  {
    id: 'atoms of a group, or layers of a stacking',
    rejects: ['with «COOH» groups', 'the «ABCA» stacking'],
    keeps: ['with «COFS» there', 'the «ABS» part'],
    is: ({ prose, start, end }) => GROUP_OR_STACKING.test(prose.text.slice(start, end)),
  },
  {
    id: 'among words in capitals',
    rejects: ['the «GREAT» BIG PLAN there', 'by «RUBEN»-SIMON MÜLLER there'],
    keeps: ['the «SEI» and CEI there'],
    is: isShouted,
  },
  {
    id: 'name or initials of a person',
    rejects: [
      'by W. S. «GRAVES» and',
      '«MONROE» et al. found',
      '«JMT» acknowledges a grant',
      'then «KLM», DE and FGH wrote the paper',
      'by «KLM» Doe et al. there',
      'where «KLM» was a physicist',
    ],
    keeps: ['by «XRD» and', 'the «SEI» is thanks to it', '«XRD» and DSC were measured', 'by «BET» Langmuir fits'],
    is: ({ prose: { text }, block, start, end }) =>
      INITIALS.test(text.slice(Math.max(block.start, start - 6), start)) ||
      DONE_BY_PERSON.test(text.slice(end, Math.min(block.end, end + 2 * NEIGHBOURS))) ||
      BEFORE_SURNAME_OR_PROFESSION.test(text.slice(end, Math.min(block.end, end + NEIGHBOURS))),
  },
  {
    id: 'a firm, by its country',
    rejects: ['in a chamber («ESPEC», Japan) there'],
    keeps: ['in a microscope («SEM», Maker, Japan) there'],
    is: ({ prose: { text }, end }) => COUNTRY.test(text.slice(end, end + NEIGHBOURS)),
  },
  {
    id: 'part of a code or an address',
    rejects: ['the card «PDF»#81 there', 'from A.«XYZ».DE there'],
    keeps: ['the «PDF», there'],
    is: isCode,
  },
  {
    id: 'name of a font that an export left in the text',
    rejects: ['in font=/«QXWVUT»+TimesNewRoman there'],
    keeps: ['with «LPSCLB»+binder there'],
    is: ({ prose: { text }, start, end }) =>
      text.slice(Math.max(0, start - 6), start) === 'font=/' && text[end] === '+',
  },
  {
    id: 'a symbol, raised or lowered, or part of an equation',
    rejects: ['the value $«DOD»$ there'],
    keeps: ['the «DOD» there'],
    is: ({ prose, start }) => prose.settingAt(start) === 'math' || prose.scriptAt(start) !== 'normal',
  },
];

/** `the code COMPTON`, `the software package ORCA` */
const PROGRAM = /\b(?:codes?|programs?|software|packages?|suites?|simulator) (?:called |named )?$/i;

/** `W. S. ` */
const INITIALS = /(?:^|[^\p{L}.])(?:\p{Lu}\.[ -]?)*\p{Lu}\. $/u;

/** What persons do to a work, after more of them: `, DE and FGH wrote`. */
const DONE_BY_PERSON =
  /^(?:,? et al\b|(?:(?:, |,? and |,? & )\p{Lu}{2,4}(?![\p{L}\d]))*,? (?:acknowledges?|thanks|thank the|is grateful|are grateful|conceived|wrote|drafted|(?:co-)?supervised|edited the|revised the|designed the (?:study|experiments?|research)|contributed to the|agradecen?|escribi(?:ó|eron)|dank(?:t|en)|remercien?t?)(?!\p{L}))/u;

/** ` Doe et al.`, ` was a physicist`, ` es químico` */
const BEFORE_SURNAME_OR_PROFESSION =
  /^ (?:\p{Lu}\p{Ll}+ et al\b|(?:is|was|ist|war|est|était|es|fue) (?:(?:an?|ein|eine|un|une|una) )?(?:chemist|physicist|engineer|Chemiker|Physiker|Ingenieur|chimiste|physicien|ingénieur|químic[oa]|físic[oa]|ingenier[oa])(?!\p{L}))/u;

const GROUP_OR_STACKING = /^(?:COOH|COOR|NCO|NCS|CHO|OOH|SCN|[ABC]{3,})$/;

/** Words of capitals in running text, in order. */
export const findShortForms = (prose: Prose): ShortForm[] => accepted(readShortForms(prose));

/** Words of capitals that abbreviate nothing, each with the reason. */
export const rejectedShortForms = (prose: Prose): Rejected[] => rejected(readShortForms(prose));

function readShortForms(prose: Prose): (ShortForm | Rejected)[] {
  const { text } = prose;
  const found: (ShortForm | Rejected)[] = [];
  const beginnings = new Searcher(text, BEGINNING);
  let capitalsEnd = 0;
  for (let start = beginnings.next(0); start < text.length; start = beginnings.next(capitalsEnd)) {
    capitalsEnd = start + 3;
    while (isCapital(text.charCodeAt(capitalsEnd))) capitalsEnd++;
    const end = endOfShortForm(text, start, capitalsEnd);
    const block = prose.blockAt(start);
    if (end === undefined || !block || !isRead(block)) continue;
    const short = text.slice(start, capitalsEnd);
    const guard = guardAgainst(SHORT_FORM_GUARDS, { prose, block, start, end, short });
    found.push(guard ? { prose: { start, end }, id: guard.id } : { prose: { start, end }, short });
  }
  return found;
}

function isRead(block: Block): boolean {
  const scope = scopeOf(block);
  return scope !== 'outside' && scope !== 'list' && scope !== 'title';
}

/** After the capitals and a plural s, where they are a whole word. */
function endOfShortForm(text: string, start: number, capitalsEnd: number): number | undefined {
  if (capitalsEnd - start > LONGEST || (start > 0 && isWordCode(text.charCodeAt(start - 1)))) return undefined;
  const end = capitalsEnd + (text[capitalsEnd] === 's' ? 1 : 0);
  return end < text.length && isWordCode(text.charCodeAt(end)) ? undefined : end;
}

/** Before and after a word, as far as two words in capitals can reach. */
const NEIGHBOURS = 40;

/** One of three or more words in capitals: a banner or a title, no abbreviation. */
function isShouted({ prose: { text }, block, start, end }: Capitals): boolean {
  const from = Math.max(block.start, start - NEIGHBOURS);
  const to = Math.min(block.end, end + NEIGHBOURS);
  const before = capitalsAt(text, start, -1, from, to);
  return before === 2 || before + capitalsAt(text, end, 1, from, to) >= 2;
}

/** How many words in capitals are next to `at`, two at most, read forwards (1) or backwards (-1). */
function capitalsAt(text: string, at: number, step: 1 | -1, from: number, to: number): number {
  const first = step > 0 ? 0 : -1;
  const isInside = (i: number) => i + first >= from && i + first < to;
  const code = (i: number) => text.charCodeAt(i + first);
  let words = 0;
  for (let i = at; words < 2; words++) {
    while (isInside(i) && !isLetter(code(i))) i += step;
    const start = i;
    while (isInside(i) && (isCapital(code(i)) || isAccented(code(i)))) i += step;
    if (Math.abs(i - start) < 2 || (isInside(i) && isLetter(code(i)))) break;
  }
  return words;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
/** `É`, `Ü`: capitals of Latin-1. */
const isAccented = (code: number): boolean => code >= 192 && code <= 222;
const isLetter = (code: number): boolean => isWordCode(code) && !(code >= 48 && code <= 57);

/** `PDF#81`, `A.B.C`, `FILE_NAME` */
function isCode({ prose: { text }, start, end }: Capitals): boolean {
  const around = [text[start - 1] ?? ' ', text[end] ?? ' '];
  if (around.some((c) => '_#\\&$!'.includes(c))) return true;
  const joined = (dot: number, beyond: number) => text[dot] === '.' && /[\p{L}\p{N}]/u.test(text[beyond] ?? ' ');
  return joined(start - 1, start - 2) || joined(end, end + 1);
}
