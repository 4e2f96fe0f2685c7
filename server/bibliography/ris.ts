import { present } from '../base/present';
import { bareDoi } from './doi';
import { htmlTitle } from './htmlTitle';
import type { WorkRecord } from './records';
import type { Author, Reference } from './reference';

/**
 * Reads RIS, the format in which publishers offer a work to reference managers: lines of a tag of two characters, two spaces, a
 * hyphen and a value, from `TY` to `ER` (“RIS Format Specifications”, adeptscience.co.uk/kb/article/A626). Where all line ends
 * are lost, a tag may follow a value directly.
 */
export function readRis(text: string): readonly WorkRecord[] {
  const records: WorkRecord[] = [];
  let fields = new Map<string, string[]>();
  let start = 0;
  const tags = [...text.matchAll(/[\r\n]/.test(text) ? TAG_OF_LINE : TAG)];
  const finish = (end: number): void => {
    const reference = toReference(fields);
    if (reference) records.push({ reference, text: text.slice(start, end).trim() });
    fields = new Map();
  };
  for (const [i, { 0: matched, 1: tag, index }] of tags.entries()) {
    if (tag === 'TY') start = index;
    const end = tags[i + 1]?.index ?? text.length;
    const value = text
      .slice(index + matched.length, end)
      .replace(/\s+/g, ' ')
      .trim();
    if (tag === 'ER') finish(index + matched.length);
    else if (value !== '') fields.set(tag!, [...(fields.get(tag!) ?? []), value]);
  }
  if (fields.size > 0) finish(text.length);
  return records;
}

const TAG_OF_LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm;
const TAG = /([A-Z][A-Z0-9]) {2}-(?: |$)/g;

type Fields = ReadonlyMap<string, readonly string[]>;

function toReference(fields: Fields): Reference | undefined {
  const first = (...tags: readonly string[]): string | undefined => tags.flatMap((tag) => fields.get(tag) ?? [])[0];
  const all = (...tags: readonly string[]): Author[] => tags.flatMap((tag) => (fields.get(tag) ?? []).map(author));
  const kind = first('TY');
  if (kind === undefined) return undefined;
  const year = /\d{4}/.exec(first('PY', 'Y1', 'DA') ?? '')?.[0];
  const editors = all('A2', 'ED');
  const [from, to] = [first('SP'), first('EP')];
  const doi = first('DO', 'M3', 'L3');
  const isBook = kind === 'BOOK' || kind === 'EBOOK';
  const texts = {
    title: htmlTitle(first('TI', 'T1', ...(isBook ? ['BT'] : [])) ?? ''),
    container: isBook ? undefined : htmlTitle(first('T2', 'JF', 'JO', 'JA', 'J2', 'BT') ?? ''),
    publisher: first('PB'),
    volume: first('VL'),
    issue: first('IS'),
    pages: from && (to === undefined || to === from || /[–-]/.test(from) ? from.replace('-', '–') : `${from}–${to}`),
    doi: doi && bareDoi(doi),
    url: first('UR'),
  };
  return {
    key: first('ID') ?? '',
    type: TYPES[kind] ?? 'document',
    authors: all('AU', 'A1'),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year: Number(year) }),
    ...present(texts),
  };
}

/** `Family, Given, Suffix` */
function author(name: string): Author {
  const [family = '', given, suffix] = name.split(',').map((part) => part.trim());
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ JOUR: 'article-journal', EJOUR: 'article-journal', MGZN: 'article-journal', JFULL: 'article-journal' },
  ...{ BOOK: 'book', EBOOK: 'book', EDBOOK: 'book', CHAP: 'chapter', ECHAP: 'chapter' },
  ...{ CONF: 'paper-conference', CPAPER: 'paper-conference', THES: 'thesis', RPRT: 'report' },
  ...{ DATA: 'dataset', COMP: 'software', PAT: 'patent', ELEC: 'webpage', UNPB: 'manuscript' },
};
