import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { present } from '../base/present';
import { span } from '../base/span';
import { nodeSpan, YamlText } from '../base/yaml';
import { fromCsl, isRecord, NUMBERED, pageRange, text, yearIn } from './csl';
import { bareDoi } from './doi';
import { duplicateKeys } from './duplicateKeys';
import type { Author, BibliographyFile, BibliographyProblem, Entry, Reference } from './reference';

/** Reads a YAML bibliography: Hayagriva's map of keys, or CSL-YAML's list, by itself or under `references`. */
export function parseHayagriva(yaml: string): BibliographyFile {
  const read = new YamlText(yaml, { uniqueKeys: false });
  const entries = [...entriesOf(read.document.contents, (node) => read.value(node))];
  const problems = read.problems.map(
    ({ span, message }): BibliographyProblem => ({ span, message: `This is not YAML: ${message}.`, code: 'syntax' }),
  );
  return { entries, problems: [...problems, ...duplicateKeys(entries)] };
}

type ValueOf = (node: Node) => unknown;

function* entriesOf(contents: Node | null, value: ValueOf): Generator<Entry> {
  if (isMap(contents)) {
    const references = contents.get('references', true);
    if (isSeq(references)) yield* cslEntries(references.items, value);
    else for (const pair of contents.items) yield* hayagrivaEntry(pair, value);
  } else if (isSeq(contents)) yield* cslEntries(contents.items, value);
}

function* cslEntries(items: readonly unknown[], value: ValueOf): Generator<Entry> {
  for (const item of items) {
    if (!isMap(item)) continue;
    const reference = fromCsl(value(item));
    const id = item.get('id', true);
    if (reference && isScalar(id)) yield { reference, span: nodeSpan(item), keySpan: nodeSpan(id) };
  }
}

function* hayagrivaEntry({ key, value: node }: Pair, value: ValueOf): Generator<Entry> {
  if (!isScalar(key) || !isMap(node)) return;
  const fields = value(node);
  if (!isRecord(fields)) return;
  const keySpan = nodeSpan(key);
  yield { reference: reference(String(key.value), fields), span: span(keySpan.start, nodeSpan(node).end), keySpan };
}

type Fields = Readonly<Record<string, unknown>>;

function reference(key: string, fields: Fields): Reference {
  const parent = firstRecord(fields.parent);
  const own = (name: string): unknown => fields[name] ?? parent?.[name];
  const serial = isRecord(fields['serial-number']) ? fields['serial-number'] : {};
  const type = cslType(text(fields.type), text(parent?.type));
  const year = yearIn(text(fields.date) ?? text(parent?.date));
  const doi = text(serial.doi) ?? text(fields.doi);
  const editors = people(own('editor'));
  const texts = {
    title: formatted(fields.title),
    container: formatted(parent?.title),
    publisher: formatted(own('publisher')) ?? text(own('organization')),
    volume: text(own('volume')),
    issue:
      text(own('issue')) ?? (NUMBERED.has(type) ? (text(fields['serial-number']) ?? text(serial.serial)) : undefined),
    pages: pageRange(text(fields['page-range'])),
    doi: doi && (bareDoi(doi) ?? doi),
    url: formatted(fields.url),
  };
  const others = present({
    edition: text(own('edition')),
    address: formatted(own('location')),
    isbn: text(serial.isbn),
    urldate: isRecord(fields.url) ? text(fields.url.date) : undefined,
  });
  return {
    key,
    type,
    authors: people(fields.author),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
    ...(Object.keys(others).length > 0 && { others }),
  };
}

const firstRecord = (value: unknown): Fields | undefined => [value].flat().find(isRecord);

/** `title: …` or `title: { value: …, verbatim: true }`; publishers have a `name`. Braces only protect case. */
function formatted(value: unknown): string | undefined {
  const plain = isRecord(value) ? (text(value.value) ?? text(value.name)) : text(value);
  return plain?.replace(/[{}]/g, '');
}

/** Hayagriva says by the parent where an article is. */
function cslType(type: string | undefined, parent: string | undefined): string {
  if (type === 'article' && (parent === 'proceedings' || parent === 'conference')) return 'paper-conference';
  return TYPES[type?.toLowerCase() ?? ''] ?? 'document';
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ article: 'article-journal', chapter: 'chapter', anthos: 'chapter', book: 'book', anthology: 'book' },
  ...{ proceedings: 'book', conference: 'paper-conference', thesis: 'thesis', report: 'report', web: 'webpage' },
  ...{ repository: 'software', patent: 'patent', manuscript: 'manuscript' },
};

/** `"Shen, Zhichuan"` or `{ name: Shen, given-name: Zhichuan, prefix: von, suffix: Jr. }`, one or a list. */
function people(value: unknown): Author[] {
  return [value].flat().flatMap((person: unknown): Author[] => {
    if (typeof person === 'string') return fromString(person);
    if (!isRecord(person)) return [];
    const family = [text(person.prefix), text(person.name)].filter(Boolean).join(' ');
    const given = text(person['given-name']);
    const suffix = text(person.suffix);
    return family === '' ? [] : [{ family, ...(given && { given }), ...(suffix && { suffix }) }];
  });
}

function fromString(person: string): Author[] {
  const [family = '', ...given] = person.split(',').map((part) => part.trim());
  if (family === '') return [];
  const [suffix, first] = given.length > 1 ? given : [undefined, given[0]];
  return [{ family, ...(first && { given: first }), ...(suffix && { suffix }) }];
}
