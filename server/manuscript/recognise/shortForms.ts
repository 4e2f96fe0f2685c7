import { Searcher } from '../../base/searcher';
import type { Span } from '../../base/span';
import { isWordCode } from '../../base/words';
import type { Block, Prose } from '../../text/prose';
import { scopeOf } from '../scope';

/** A word that looks like an abbreviation, whether or not anyone knows it. */
export interface ShortForm {
  readonly prose: Span;
  /** Without a plural s. */
  readonly short: string;
}

/** The first letter of `DFT`, `LIBs`; at least three capitals, so that initials, states and one- and two-letter symbols stay out. */
const BEGINNING = /[A-Z](?=[A-Z]{2})/g;
const LONGEST = 8;
/** Numerals, and what a number stands after. */
const NO_SHORT_FORM = /^(?:[IVXLCDM]+|FIGS?|FIGURES?|TABLES?|SCHEMES?|CHARTS?|REFS?|EQS?|SECTIONS?|APPENDIX)$/;

/** Ordinary words that writers set in capitals for emphasis. */
const EMPHASISED: ReadonlySet<string> = new Set(
  (
    'ALL AND ANY BEFORE AFTER BOTH BUT CANNOT DURING EACH EITHER EVER EVERY EXACTLY FOR FROM HOW INTO LESS MORE MOST MUST NEITHER NEVER ' +
    'NONE NOR NOT NOTE NOW ONCE ONLY OTHER OUR SAME SHALL SHOULD SOME STILL SUCH THAN THAT THE THEN THERE THESE THEY THIS THOSE TOO ' +
    'UNTIL VERY WAS WERE WHEN WHERE WHICH WHILE WHO WHY WILL WITH WITHOUT WOULD YES YET YOU ALWAYS BECAUSE BETWEEN TWICE WARNING ' +
    'IMPORTANT CAUTION TODO FIXME EXAMPLE'
  ).split(' '),
);

/** Names of programs and systems that are written in capitals and abbreviate nothing that is still read. */
const NAMES: ReadonlySet<string> = new Set('FORTRAN COBOL ALGOL MATLAB UNIX LINUX LATEX'.split(' '));

/** Atoms of a group (COOH) and layers of a stacking (ABC). */
const GROUP_OR_STACKING = /^(?:COOH|COOR|NCO|NCS|CHO|OOH|SCN|[ABC]{3,})$/;
const isGroup = (text: string, start: number, end: number): boolean => GROUP_OR_STACKING.test(text.slice(start, end));

/** Words of capitals in running text, in order. Left out: what is set in capitals, numerals, codes. */
export function findShortForms(prose: Prose): ShortForm[] {
  const { text } = prose;
  const found: ShortForm[] = [];
  const beginnings = new Searcher(text, BEGINNING);
  let capitalsEnd = 0;
  for (let start = beginnings.next(0); start < text.length; start = beginnings.next(capitalsEnd)) {
    capitalsEnd = start + 3;
    while (isCapital(text.charCodeAt(capitalsEnd))) capitalsEnd++;
    const end = endOfShortForm(text, start, capitalsEnd);
    const block = prose.blockAt(start);
    if (end === undefined || !block || !isRead(block)) continue;
    const short = text.slice(start, capitalsEnd);
    if (
      NO_SHORT_FORM.test(short) ||
      EMPHASISED.has(short) ||
      NAMES.has(short) ||
      isGroup(text, start, end) ||
      isShouted(text, block, start, end) ||
      isCode(text, start, end - start)
    )
      continue;
    if (prose.settingAt(start) === 'math' || prose.scriptAt(start) !== 'normal') continue;
    found.push({ prose: { start, end }, short });
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
function isShouted(text: string, block: Block, start: number, end: number): boolean {
  const from = Math.max(block.start, start - NEIGHBOURS);
  const to = Math.min(block.end, end + NEIGHBOURS);
  const before = capitalsAt(text, start, -1, from, to);
  return before === 2 || before + capitalsAt(text, end, 1, from, to) >= 2;
}

/** How many words in capitals stand next to `at`, two at most, read forwards (1) or backwards (-1). */
function capitalsAt(text: string, at: number, step: 1 | -1, from: number, to: number): number {
  const first = step > 0 ? 0 : -1;
  const isInside = (i: number) => i + first >= from && i + first < to;
  const code = (i: number) => text.charCodeAt(i + first);
  let words = 0;
  for (let i = at; words < 2; words++) {
    while (isInside(i) && !isLetter(code(i))) i += step;
    const start = i;
    while (isInside(i) && isCapital(code(i))) i += step;
    if (Math.abs(i - start) < 2 || (isInside(i) && isLetter(code(i)))) break;
  }
  return words;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLetter = (code: number): boolean => isWordCode(code) && !(code >= 48 && code <= 57);

/** Part of a code or an address: `PDF#81`, `A.B.C`, `FILE_NAME`. */
function isCode(text: string, start: number, length: number): boolean {
  const around = [text[start - 1] ?? ' ', text[start + length] ?? ' '];
  if (around.some((c) => '_#\\&$!'.includes(c))) return true;
  const joined = (dot: number, beyond: number) => text[dot] === '.' && /[\p{L}\p{N}]/u.test(text[beyond] ?? ' ');
  return joined(start - 1, start - 2) || joined(start + length, start + length + 1);
}
