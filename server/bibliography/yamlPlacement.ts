import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Placed } from './bibtex/placement';
import { NUMBERED, toCslJson } from './csl';
import type { Author, Reference } from './reference';

/** How works are in a YAML bibliography: in a map of Typst's, or in the list of Pandoc. */
export type YamlForm = 'hayagriva' | 'csl';

/**
 * Where a work goes in a YAML bibliography: after the last one, in the form that the file holds, or in `form` where it holds
 * none. `undefined` where the text cannot be read as either.
 */
export function placeInYaml(reference: Reference, yaml: string, form: YamlForm = 'hayagriva'): Placed | undefined {
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  const item = stringify([toCslJson(reference)]);
  if (contents === null || (isMap(contents) && contents.items.length === 0))
    return atEnd(form === 'csl' ? `references:\n${item}` : hayagriva(reference), yaml);
  const list = isMap(contents) ? contents.get('references', true) : contents;
  if (isSeq(list)) return list.flow ? undefined : atEnd(indented(item, indentOf(list, yaml)), yaml);
  if (isMap(contents) && contents.has('references') && !isMap(list))
    return contents.items.length === 1 && !contents.flow ? atEnd(item, yaml) : undefined;
  return isMap(contents) && !contents.flow ? atEnd(hayagriva(reference), yaml) : undefined;
}

/** How far the items of a list are indented. */
function indentOf({ range }: { range?: readonly [number, number, number] | null }, yaml: string): string {
  const start = range?.[0] ?? 0;
  return /^[ \t]*/.exec(yaml.slice(yaml.lastIndexOf('\n', start) + 1))![0];
}

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);

/** After the last line of the list, before what ends the document and empty lines. */
function atEnd(entry: string, yaml: string): Placed {
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  const end = yaml.replace(/(?:\s*\n(?:---|\.\.\.))?\s*$/, '').length;
  const text = entry.trimEnd().replaceAll('\n', newline);
  if (end === 0) return { offset: yaml.length, newText: text + newline };
  const parted = /\r?\n\s*\r?\n(?=\S)/.test(yaml.slice(0, end)) && !/^\s/.test(entry);
  return { offset: end, newText: (parted ? newline : '') + newline + text + (end === yaml.length ? newline : '') };
}

function hayagriva(reference: Reference): string {
  const { key, type, genre, authors, editors, title, container, publisher, year, volume, issue, pages, doi, url } =
    reference;
  const { others = {} } = reference;
  const isPart = type in PARENTS;
  const number = NUMBERED.has(type) ? issue : undefined;
  const { edition, isbn, urldate } = others;
  const location = others.address ?? others.location;
  const parent = {
    type: PARENTS[type],
    ...(container && { title: container }),
    ...(editors && { editor: editors.map(person) }),
    ...(publisher && { publisher }),
    ...(volume && { volume: numeric(volume) }),
    ...(issue && { issue: numeric(issue) }),
    ...(edition && { edition: numeric(edition) }),
    ...(location && { location }),
  };
  const own = {
    ...(editors && { editor: editors.map(person) }),
    ...(publisher && { [type === 'thesis' || type === 'report' ? 'organization' : 'publisher']: publisher }),
    ...(volume && { volume: numeric(volume) }),
    ...(issue && !number && { issue: numeric(issue) }),
    ...(edition && { edition: numeric(edition) }),
    ...(location && { location }),
  };
  const serial = { ...(doi && { doi }), ...(isbn && { isbn }), ...(number && { serial: number }) };
  const entry = {
    type: TYPES[type] ?? 'misc',
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map(person) }),
    ...(genre && { genre }),
    ...(year !== undefined && { date: year }),
    ...(pages && { 'page-range': pages.replace('–', '-') }),
    ...(Object.keys(serial).length > 0 && { 'serial-number': serial }),
    ...(url && { url: urldate ? { value: url, date: urldate } : url }),
    ...(isPart ? { parent } : own),
  };
  return stringify({ [key]: entry }, { lineWidth: 0 });
}

const TYPES: Readonly<Record<string, string>> = {
  ...{
    'article-journal': 'article',
    chapter: 'chapter',
    book: 'book',
    'paper-conference': 'article',
    thesis: 'thesis',
  },
  ...{ report: 'report', webpage: 'web', software: 'repository', patent: 'patent', manuscript: 'manuscript' },
};

/** Works that are in another, by its type. */
const PARENTS: Readonly<Record<string, string>> = {
  'article-journal': 'periodical',
  chapter: 'book',
  'paper-conference': 'proceedings',
};

/** A name with a comma of its own is not a family name with a given one. */
const person = ({ family, given, suffix }: Author): string | { name: string } =>
  !given && family.includes(',') ? { name: family } : [family, suffix, given].filter(Boolean).join(', ');

const numeric = (text: string): string | number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : text);
