import { type Span, span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';
import { trimmed } from './explain';
import { matchLongForm } from './matchLongForm';
import type { Pair } from './pair';
import { isShortForm } from './shortForm';

/** Rows of an abbreviation list, by the block that the short form is in. Nothing has to match but the shape of the short form. */
export function definitionsInList(prose: Prose): Pair[] {
  const blocks = prose.blocks.filter((b) => b.part === 'abbreviations' && b.kind !== 'heading');
  const lines = blocks.filter((b) => b.kind !== 'table-cell');
  return [
    ...tableRows(prose, blocks),
    ...lines.flatMap((line, i) => [...entriesOf(prose, line), ...onNextLine(prose, line, lines[i + 1])]),
  ];
}

/** A short form alone, and its long form in the paragraph after it, as converters of PDFs set a list. */
function onNextLine(prose: Prose, line: Block, next: Block | undefined): Pair[] {
  if (!next || prose.slice(span(line.end, next.start)).trim() !== '') return [];
  const short = prose.slice(line);
  return isShortForm(short) && matchLongForm(short, prose.slice(next)) >= ON_NEXT_LINE ? [row(line, next)] : [];
}

/** Its letters have to fit: nothing else says that two paragraphs belong together. */
const ON_NEXT_LINE = 0.6;

function tableRows(prose: Prose, blocks: readonly Block[]): Pair[] {
  const rows = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.kind !== 'table-cell') continue;
    const key = `${block.table} ${block.row}`;
    rows.set(key, [...(rows.get(key) ?? []), block]);
  }
  const pairs: Pair[] = [];
  for (const cells of rows.values()) {
    for (let i = 0; i + 1 < cells.length; i += 2) pairs.push(...cellPair(prose, cells[i]!, cells[i + 1]!));
  }
  return pairs;
}

/** The short form is first, or second where only that reads as one. */
function cellPair(prose: Prose, first: Span, second: Span): Pair[] {
  const a = prose.slice(first);
  const b = prose.slice(second);
  const again = b.endsWith(` (${a})`) ? span(second.start, second.end - a.length - 3) : undefined;
  if (again && isShortForm(a)) return [row(first, again)];
  if (isShortForm(b) && (!isShortForm(a) || matchLongForm(b, a) > 0)) return [row(second, first)];
  return isEntry(a, b) ? [row(first, withoutDescription(a, b, second))] : [];
}

/** `AV – acrylic vessel — contains the target`: what a dash parts from words that give the letters explains them further. */
function withoutDescription(short: string, long: string, whole: Span): Span {
  const dash = / [–—] /.exec(long);
  return dash && matchLongForm(short, long.slice(0, dash.index)) > 0
    ? span(whole.start, whole.start + dash.index)
    : whole;
}

const row = (short: Span, long: Span): Pair => ({
  form: 'list',
  whole: span(Math.min(short.start, long.start), Math.max(short.end, long.end)),
  short: span(short.start, short.end),
  long: span(long.start, long.end),
});

/**
 * `FEC<tab>fluoroethylene carbonate`, `FEC: …`, `FEC – …`; several in one block are set apart by semicolons, or run on:
 * `FEC, fluoroethylene carbonate SEI, solid electrolyte interphase`.
 */
function entriesOf(prose: Prose, block: Block): Pair[] {
  const pairs: Pair[] = [];
  const label = LABEL.exec(prose.slice(block))?.[0].length ?? 0;
  const text = prose.slice(block).slice(label);
  let at = block.start + label;
  for (const entry of text.split(text.includes(';') ? ';' : RUN_ON)) {
    const whole = trimmed(prose.text, at, at + entry.length);
    at += entry.length + 1;
    const parts = cut(prose.slice(whole));
    if (parts && isEntry(parts.short, parts.long)) {
      const from = whole.start + parts.longAt;
      const long = withoutDescription(parts.short, parts.long, span(from, from + parts.long.length));
      pairs.push(row(span(whole.start, whole.start + parts.short.length), long));
    }
  }
  return pairs;
}

/** `Abbreviations: SEI, …` */
const LABEL = /^(?:list of )?(?:abbreviations|acronyms)(?: used)?[:.]\s*/i;

/** The space before a short form with its comma, after a word in small letters. */
const RUN_ON =
  / (?<=\p{Ll}\)? )(?=\p{Lu}[\p{L}\p{N}-]{1,11}, (?:\p{Ll}|\p{Lu}\p{Ll}*[- ]))(?=\p{L}*\p{Lu}\p{L}*\p{Lu})/gu;

/** `RGB red, green, blue` */
const WORDS_WITH_COMMAS = /^(\p{Lu}{2,8}) (?=\p{L}+, \p{L}+,)/u;
const SEPARATED = /^(\S+(?: \S+)?)(?:\s*[\t:=]\s*|\s+[–—-]\s+|,\s+|\s{2,})(?=\S)/;

/** `SEI solid electrolyte interphase`; not `Ion exchange`, `Time-of-flight spectrometer`, `X-ray diffraction`. */
const SPACED = /^(?!(?:\p{L}+[-‐–])*\p{L}\p{Ll}{2,}\s|\p{Lu}\p{Ll}+\s)(\S+)\s+/u;

function cut(entry: string): { short: string; long: string; longAt: number } | undefined {
  const match = WORDS_WITH_COMMAS.exec(entry) ?? SEPARATED.exec(entry) ?? SPACED.exec(entry);
  if (!match) return undefined;
  const rest = entry.slice(match[0].length).replace(/[.,;\s]+$/, '');
  const inBrackets = /^\(([^()]*)\)$/.exec(rest)?.[1];
  if (inBrackets !== undefined) return { short: match[1]!, long: inBrackets, longAt: match[0].length + 1 };
  return { short: match[1]!, long: rest, longAt: match[0].length };
}

const COLUMN_HEAD =
  /^(?:meaning|definition|description|explanation|expansion|full (?:name|form|term)|long form|name|term)s?$/i;

/** `It holds. We use`: text that is in the list. */
const SENTENCES = /\p{Ll}{2}[.!?] \p{Lu}/u;

const isEntry = (short: string, long: string): boolean =>
  isShortForm(short) &&
  long.length > short.length &&
  /\p{L}{2}/u.test(long) &&
  !COLUMN_HEAD.test(long) &&
  !SENTENCES.test(long);
