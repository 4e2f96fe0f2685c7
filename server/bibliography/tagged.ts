import { bareDoi } from './doi';
import type { WorkRecord } from './records';
import type { Author, Reference } from './reference';

/** A format of fields that each begin with a tag: RIS, EndNote, PubMed. */
export interface TaggedFormat {
  /** A tag at the start of a line, with what parts it from its value; global, of many lines. */
  readonly tagOfLine: RegExp;
  /** The same anywhere, for a text that lost all its line ends. */
  readonly tag: RegExp;
  /** The tag that a record begins with. */
  readonly opens: string;
  /** The tag that it ends with, where the format has one. */
  readonly closes?: string;
  /** Undefined where the fields say no work. */
  readonly toReference: (fields: Fields) => Reference | undefined;
}

/** Reads all records of a text. A value goes on up to the next tag, over line ends. */
export function readTagged(text: string, format: TaggedFormat): readonly WorkRecord[] {
  const records: WorkRecord[] = [];
  let fields: Field[] = [];
  let start = 0;
  const finish = (end: number): void => {
    const reference = fields.length > 0 ? format.toReference(new Fields(fields)) : undefined;
    if (reference) records.push({ reference, text: text.slice(start, end).trim() });
    fields = [];
    start = end;
  };
  const tags = [...text.matchAll(/[\r\n]/.test(text) ? format.tagOfLine : format.tag)];
  for (const [i, { 0: matched, 1: tag, index }] of tags.entries()) {
    if (tag === format.opens) finish(index);
    const from = index + matched.length;
    const value = text
      .slice(from, tags[i + 1]?.index ?? text.length)
      .replace(/\s+/g, ' ')
      .trim();
    if (tag === format.closes) finish(from);
    else if (value !== '') fields.push({ tag: tag!, value });
  }
  finish(text.length);
  return records;
}

interface Field {
  readonly tag: string;
  readonly value: string;
}

/** The fields of one record. */
export class Fields {
  constructor(private readonly fields: readonly Field[]) {}

  /** The first value of the first of these tags that has one. */
  first(...tags: readonly string[]): string | undefined {
    return tags.flatMap((tag) => this.all(tag))[0];
  }

  /** All values under these tags, as they come. */
  all(...tags: readonly string[]): string[] {
    return this.fields.filter(({ tag }) => tags.includes(tag)).map(({ value }) => value);
  }

  /** The first value under these tags that is a DOI. */
  doi(...tags: readonly string[]): string | undefined {
    return tags.flatMap((tag) => this.all(tag).flatMap((value) => bareDoi(value) ?? []))[0];
  }
}

/** `Family, Given, Suffix`; without commas, or with one at the end, an institution. */
export function personName(name: string): Author {
  const [family = '', given, suffix] = name.split(',').map((part) => part.trim());
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

/** Pages with an en dash between first and last, which may be shortened: `123-8` → `123–128`. */
export const pagesOf = (pages: string): string => pages.replace(RANGE, inFull);

const RANGE = /^([A-Za-z]*)(\d+)\s?[-–]+\s?([A-Za-z]*)(\d+)$/;

function inFull(_: string, prefix: string, first: string, lastPrefix: string, last: string): string {
  const shared = first.slice(0, Math.max(0, first.length - last.length));
  return `${prefix}${first}–${lastPrefix || prefix}${shared}${last}`;
}
