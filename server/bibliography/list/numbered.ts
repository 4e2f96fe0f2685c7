import { type Span, span } from '../../base/span';

/** A list of references in plain text whose items are cited by their numbers. */
export interface NumberedList {
  readonly items: readonly NumberedItem[];
  /** How the numbers are cited: `[1]`, or raised or in parentheses. */
  readonly cited: 'in brackets' | 'otherwise' | 'not yet';
  /** What stands before the number of an item, after it, and between it and the text. */
  readonly indent: string;
  readonly open: string;
  readonly close: string;
  readonly blank: string;
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
  const [, indent = '', open = '', , close = '', blank = ' '] = last;
  const previous = run.at(-2);
  const between = previous ? source.slice(previous.index + previous[0].length, last.index) : '';
  const gap = /\s*$/.exec(between.replace(/\S[\s\S]*/, ''))![0] || '\n';
  const items = run.map((line, at) => itemAt(line, run[at + 1]?.index ?? source.length, source));
  return { items, cited: markOf(before), ...{ indent, open, close, blank }, gap: gap.replace(/[ \t]+$/, '') };
}

const HEADING =
  /^[^\p{L}\n]{0,4}(?:References|Bibliography|Literature|Literatur(?:verzeichnis)?|Bibliogra(?:ph|f)\p{L}+|Référence?s|Referencias|参考文献)(?!\p{L})/imu;

function markOf(text: string): NumberedList['cited'] {
  if (/\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]/.test(text)) return 'in brackets';
  return RAISED.test(text) || /\(\d{1,3}(?:[,–-]\s?\d{1,3})*\)/.test(text) ? 'otherwise' : 'not yet';
}

/** After a word or a stop, not after a unit. */
const RAISED = /(?:\p{Ll}{4}|[.,;)])(?:<sup>\d|\^\d+(?:[,–-]\d+)*\^|[¹²³⁴-⁹])/u;

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
