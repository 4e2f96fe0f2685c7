import { present } from '../base/present';
import { yearIn } from './csl';
import { htmlTitle } from './htmlTitle';
import type { Reference } from './reference';
import { type Fields, pagesOf, personName, type TaggedFormat } from './tagged';

/**
 * RIS, the format in which publishers offer a work to reference managers: lines of a tag of two characters, two spaces, a
 * hyphen and a value, from `TY` to `ER` (“RIS Format Specifications”, adeptscience.co.uk/kb/article/A626).
 */
export const RIS: TaggedFormat = {
  tagOfLine: /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm,
  tag: /([A-Z][A-Z0-9]) {2}-(?: |$)/g,
  opens: 'TY',
  closes: 'ER',
  toReference,
};

function toReference(fields: Fields): Reference | undefined {
  const kind = fields.first('TY');
  if (kind === undefined) return undefined;
  const year = yearIn(fields.first('PY', 'Y1', 'DA'));
  const editors = fields.all('A2', 'ED').map(personName);
  const isBook = kind === 'BOOK' || kind === 'EBOOK';
  const texts = {
    title: htmlTitle(fields.first('TI', 'T1', ...(isBook ? ['BT'] : [])) ?? ''),
    container: isBook ? undefined : htmlTitle(fields.first('T2', 'JF', 'JO', 'JA', 'J2', 'BT') ?? ''),
    publisher: fields.first('PB'),
    volume: fields.first('VL'),
    issue: fields.first('IS'),
    pages: pagesBetween(fields.first('SP'), fields.first('EP')),
    doi: fields.doi('DO', 'M3', 'L3'),
    url: fields.first('UR'),
  };
  return {
    key: fields.first('ID') ?? '',
    type: TYPES[kind] ?? 'document',
    authors: fields.all('AU', 'A1').map(personName),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
  };
}

/** `SP` may say both. */
const pagesBetween = (first = '', last?: string): string =>
  pagesOf(first === '' || last === undefined || last === first || /[–-]/.test(first) ? first : `${first}–${last}`);

const TYPES: Readonly<Record<string, string>> = {
  ...{ JOUR: 'article-journal', EJOUR: 'article-journal', MGZN: 'article-journal', JFULL: 'article-journal' },
  ...{ BOOK: 'book', EBOOK: 'book', EDBOOK: 'book', CHAP: 'chapter', ECHAP: 'chapter' },
  ...{ CONF: 'paper-conference', CPAPER: 'paper-conference', THES: 'thesis', RPRT: 'report' },
  ...{ DATA: 'dataset', COMP: 'software', PAT: 'patent', ELEC: 'webpage', UNPB: 'manuscript' },
};
