import { mostFrequent } from './mostFrequent';
import type { RawEntry, RawField } from './scan';

/** What is between the name of a field and its value. */
export interface Alignment {
  /** ` = ` */
  readonly equals: string;
  /** Where the equals signs of an entry are below each other. */
  readonly equalsAt: Column;
  /** Where its values do, although its equals signs do not. */
  readonly valuesAt: Column;
}

/** Characters from the start of a field name; `longest`: this many after the longest name of the entry. None where nothing is aligned. */
export type Column = { readonly from: 'name' | 'longest'; readonly width: number } | undefined;

/** Aligned where nearly all equals signs, or nearly all values, are in one column although the names differ in length. */
export function alignmentOf(text: string, entries: readonly RawEntry[], otherwise: string): Alignment {
  const between = ({ nameSpan, valueSpan }: RawField) => text.slice(nameSpan.end, valueSpan.start);
  const equals = mostFrequent(
    entries.flatMap(({ fields }) => fields.map(between)),
    otherwise,
  );
  const equalsAt = columnOf(entries, (field) => field.name.length + between(field).indexOf('='));
  if (equalsAt) {
    const unpadded = entries.flatMap(({ fields }) => fields.map((field) => between(field).trimStart()));
    return { equals: mostFrequent(unpadded, otherwise), equalsAt, valuesAt: undefined };
  }
  const valuesAt = columnOf(entries, (field) => field.name.length + between(field).length);
  return { equals: valuesAt ? equals.trimEnd() : equals, equalsAt, valuesAt };
}

function columnOf(entries: readonly RawEntry[], place: (field: RawField) => number): Column {
  const fields = entries.flatMap((entry) => entry.fields);
  const width = mostFrequent(fields.map(place), 0);
  const inColumn = fields.filter((field) => place(field) === width);
  if (inColumn.length > NEARLY_ALL * fields.length && differInLength(inColumn)) return { from: 'name', width };
  const telling = entries.filter((entry) => differInLength(entry.fields));
  const aligned = telling.map((entry) => inOneColumn(entry, place)).filter((fields) => fields !== undefined);
  if (aligned.length === 0 || aligned.length < NEARLY_ALL * telling.length) return undefined;
  const afterLongest = aligned.map((fields) => place(fields[0]!) - longestName(fields));
  return { from: 'longest', width: mostFrequent(afterLongest, 1) };
}

/** The fields of an entry that are in one column, all but those whose names are too long for it; undefined where others are not. */
function inOneColumn({ fields }: RawEntry, place: (field: RawField) => number): readonly RawField[] | undefined {
  const column = mostFrequent(fields.map(place), 0);
  const inColumn = fields.filter((field) => place(field) === column);
  const isAligned = fields.every((field) => place(field) === column || field.name.length >= column);
  return isAligned && differInLength(inColumn) ? inColumn : undefined;
}

const NEARLY_ALL = 0.85;

const differInLength = (fields: readonly RawField[]): boolean =>
  new Set(fields.map(({ name }) => name.length)).size > 1;

const longestName = (fields: readonly { readonly name: string }[]): number =>
  Math.max(...fields.map(({ name }) => name.length));

/** Everything before the values of an entry: names, equals signs and what pads them. A name too long for its column gets a space. */
export function alignedStarts(names: readonly string[], { equals, equalsAt, valuesAt }: Alignment): readonly string[] {
  const longest = Math.max(0, ...names.map((name) => name.length));
  const padded = (text: string, column: Column): string => {
    if (!column) return text;
    const width = column.width + (column.from === 'longest' ? longest : 0);
    return text.length < width ? text.padEnd(width) : `${text}${column.width > 0 ? ' ' : ''}`;
  };
  return names.map((name) => padded(padded(name, equalsAt) + equals, valuesAt));
}
