import { type Span, span } from '../../base/span';
import { IN_BRACKETS, type NumberMark } from '../../text/citing/numbered';

/** A list of references in plain text whose items are cited by their numbers. */
export interface NumberedList {
  /** Up to the first number that no line begins with. */
  readonly items: readonly NumberedItem[];
  /** False where lines of this form go on after a gap: a number stands alone, or the space after it was lost. */
  readonly isWhole: boolean;
  /** How the text cites them; undefined where it does not yet. */
  readonly cited: NumberMark | undefined;
  /** What is before the number of an item, after it, and between it and the text. */
  readonly indent: string;
  readonly open: string;
  readonly close: string;
  readonly space: string;
  /** Between two items. */
  readonly gap: string;
}

export interface NumberedItem {
  readonly number: string;
  readonly numberSpan: Span;
  /** On one line. */
  readonly text: string;
  /** After its last character. */
  readonly end: number;
}

const NUMBERED = /^([ \t]*(?:[-*] )?)(\[|\(|)(\d{1,3})(\]|\)|\.)([ \t]+)(\S.*)$/gm;

/** The lines after the heading of the references that are numbered from 1 on. */
export function numberedList(source: string): NumberedList | undefined {
  const lines = [...source.matchAll(NUMBERED)].filter(([, , open, , close]) => open !== '' || close === '.');
  const start = lines.findLastIndex(([, , , number]) => number === '1');
  const run = start < 0 ? [] : lines.slice(start).filter(([, , , number], at) => Number(number) === at + 1);
  const last = run.at(-1);
  if (!last || !run.every((line) => line[2] === last[2] && line[4] === last[4])) return undefined;
  const before = source.slice(0, run[0]!.index);
  if (!HEADING.test(before.slice(-200))) return undefined;
  const [, indent = '', open = '', , close = '', space = ' '] = last;
  const previous = run.at(-2);
  const between = previous ? source.slice(previous.index + previous[0].length, last.index) : '';
  const gap = /\s*$/.exec(between.replace(/\S[\s\S]*/, ''))![0] || '\n';
  const items = run.map((line, at) => itemAt(line, run[at + 1]?.index ?? source.length, source));
  return {
    items,
    isWhole: lines.slice(start).every((line) => !goesOn(line, last, items.length)),
    cited: markOf(before, items.length),
    ...{ indent, open, close, space },
    gap: gap.replace(/[ \t]+$/, ''),
  };
}

/** True for a line that is numbered as `item` is, by a number that the list does not reach. */
const goesOn = (line: RegExpExecArray, item: RegExpExecArray, reached: number): boolean =>
  line[2] === item[2] && line[4] === item[4] && Number(line[3]) > reached;

const HEADING =
  /^[^\p{L}\n]{0,4}(?:References|Bibliography|Literature|Literatur(?:verzeichnis)?|Bibliogra(?:ph|f)\p{L}+|Référence?s|Referencias|参考文献)(?!\p{L})/imu;

/** The mark of the first number that cites one of the items; `[1]` counts before the others. */
function markOf(text: string, last: number): NumberMark | undefined {
  const bracketed = [...text.matchAll(BRACKETED)];
  if (bracketed.length > 0) return inBrackets(bracketed);
  const raised = [...text.matchAll(RAISED)];
  const [first] = raised;
  if (first) {
    const [open, close] = PAIRS.find(([mark]) => first.slice(2).includes(mark)) ?? (['', ''] as const);
    const afterStop = raised.filter(([, before]) => !/\p{L}/u.test(before!)).length;
    return {
      open,
      close,
      comma: ',',
      isRaised: open === '',
      isAfterStop: 2 * afterStop > raised.length,
      isApart: false,
    };
  }
  const isCited = [...text.matchAll(PARENTHESES)].some(
    ({ 1: number, index }) =>
      Number(number) <= last && !namesOther(text.slice(Math.max(0, index - LONGEST_NAME), index)),
  );
  return isCited ? { ...IN_BRACKETS, open: '(', close: ')' } : undefined;
}

/** What is before a mark in brackets, and its numbers. */
const BRACKETED = /(^|[\s\S])\[(\d{1,3}(?:[,–-]\s?\d{1,3})*)\]/g;

/** As most of the marks are that are not at the beginning of a line, where items of the list may be. */
function inBrackets(marks: readonly RegExpExecArray[]): NumberMark {
  const before = marks.map(([, character = '']) => character).filter((character) => /[^\n]/.test(character));
  const most = (isSo: (character: string) => boolean): boolean => 2 * before.filter(isSo).length > before.length;
  const commas = marks.flatMap(([, , numbers = '']) => /,\s?/.exec(numbers)?.[0] ?? []);
  const isApart = before.length === 0 || most((character) => /\s/.test(character));
  const comma = commas.length > 0 && commas.every((found) => found === ',') ? ',' : IN_BRACKETS.comma;
  return { ...IN_BRACKETS, comma, isApart, isAfterStop: most((character) => /[.,;]/.test(character)) };
}

const PAIRS = [
  ['<sup>', '</sup>'],
  ['^', '^'],
  ['$^{', '}$'],
  ['\\textsuperscript{', '}'],
] as const;

/** After a word or a stop, not after a unit. */
const RAISED = /(\p{Ll}{4}|[.,;)])(?:(<sup>|\$\^\{|\\textsuperscript\{)\d|(\^)\d+(?:[,–-]\s?\d+)*\^|[¹²³⁴-⁹])/gu;

/** After a word of the text: not an item at the beginning of a line, nor the number of an equation or a figure. */
const PARENTHESES = /(?<=\p{L}) \((\d{1,3})(?:[,–-]\s?\d{1,3})*\)(?=[\s.,;:]|$)/gu;

/** True where text ends with what its number names: an equation or a figure, not a work. */
export const namesOther = (text: string): boolean =>
  /\b(?:Eqs?|Equations?|Figs?|Figures?|Tables?|Steps?|Parts?|Schemes?|Sections?|Secs?)\.?[\s~]*$/i.test(text);

const LONGEST_NAME = 20;

function itemAt(line: RegExpExecArray, next: number, source: string): NumberedItem {
  const [whole, indent = '', open = '', number = '', , , rest = ''] = line;
  const from = line.index + whole.length - rest.length;
  const end = Math.min(paragraphEnd(source, line.index + whole.length), next);
  const text = source.slice(from, end).trim();
  const numberStart = line.index + indent.length + open.length;
  return {
    number,
    numberSpan: span(numberStart, numberStart + number.length),
    text: text.replace(/\s*\n\s*/g, ' '),
    end: from + text.length,
  };
}

/** An item may run over lines, to the next empty line or the end. */
const paragraphEnd = (source: string, from: number): number => {
  const rest = /(?:\r?\n[ \t]*\S[^\n]*)*/.exec(source.slice(from))![0];
  return from + rest.trimEnd().length;
};
