import { present } from '../../base/present';
import type { Span } from '../../base/span';
import { yearIn } from '../csl';
import { bareDoi, loneDoi } from '../doi';
import { duplicateKeys } from '../duplicateKeys';
import type { AcronymEntry, BibliographyFile, Entry, Reference } from '../reference';
import { detex } from './detex';
import { parseNames } from './names';
import { type RawEntry, type RawField, scanBib, type ValuePart } from './scan';

export interface BibtexFile extends BibliographyFile {
  readonly entries: readonly BibtexEntry[];
  readonly acronyms: readonly AcronymEntry[];
  /** `@string` macros of the file, decoded, by their name in lower case. */
  readonly strings: ReadonlyMap<string, string>;
  /** Where the first entry begins that is never closed, or broken in another way. */
  readonly brokenAt: number | undefined;
}

export interface BibtexEntry extends Entry {
  /** As it is in the file, for rewriting. */
  readonly raw: RawEntry;
}

/**
 * Reads a .bib file: what is broken becomes a problem, everything else is read. Values are decoded to Unicode,
 * `@string` and month macros expanded – `macros` are those of the files before it –, fields of a `crossref` or `xdata` parent inherited. Never throws.
 */
export function parseBib(text: string, macros: ReadonlyMap<string, string> = new Map()): BibtexFile {
  const scanned = scanBib(text);
  const fields = new FieldReader(scanned.entries, macros);
  const entries: BibtexEntry[] = [];
  const acronyms: AcronymEntry[] = [];
  for (const raw of scanned.entries) {
    const { span, keySpan } = raw;
    if (NO_REFERENCE.has(raw.type) || raw.key === '') continue;
    if (raw.type in GLOSSARY) acronyms.push(acronym(raw, fields));
    else entries.push({ reference: reference(raw, fields), span, keySpan, raw });
  }
  const problems = [...scanned.problems, ...duplicateKeys(entries)];
  problems.sort((a, b) => a.span.start - b.span.start);
  const brokenAt = scanned.entries.find(({ closed }) => !closed)?.span.start;
  const { unknownStrings } = fields;
  return { entries, acronyms, strings: fields.decodedStrings(), unknownStrings, brokenAt, problems };
}

/** `a, b` → `a`, `b` */
const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const NO_REFERENCE: ReadonlySet<string> = new Set(['string', 'xdata', 'set']);

/** Entry types of bib2gls: what is written in the text, and what it stands for. */
const GLOSSARY: Readonly<Record<string, readonly [AcronymEntry['kind'], string, string]>> = {
  acronym: ['abbreviation', 'short', 'long'],
  abbreviation: ['abbreviation', 'short', 'long'],
  symbol: ['symbol', 'name', 'description'],
  number: ['symbol', 'name', 'description'],
  entry: ['symbol', 'name', 'description'],
};

function acronym(raw: RawEntry, fields: FieldReader): AcronymEntry {
  const [kind, shortName, longName] = GLOSSARY[raw.type]!;
  const { key, span, keySpan } = raw;
  const shortSpan = innerSpan(ownField(raw, shortName));
  const longSpan = innerSpan(ownField(raw, longName));
  return {
    ...{ kind, key, span, keySpan },
    ...{ short: fields.text(raw, shortName) ?? key, long: fields.text(raw, longName) ?? '' },
    ...(shortSpan && { shortSpan }),
    ...(longSpan && { longSpan }),
  };
}

const innerSpan = (field: RawField | undefined): Span | undefined =>
  field && (field.parts.length === 1 ? field.parts[0]!.span : field.valueSpan);

function reference(raw: RawEntry, fields: FieldReader): Reference {
  const { authors, others } = parseNames(fields.raw(raw, 'author') ?? '');
  const editors = parseNames(fields.raw(raw, 'editor') ?? '').authors;
  const institution = fields.text(raw, 'institution', 'school', 'organization');
  const texts = {
    title: withSubtitle(fields.text(raw, 'title'), fields.text(raw, 'subtitle')),
    container: container(fields, raw),
    publisher: fields.text(raw, 'publisher') ?? institution ?? fields.text(raw, 'howpublished'),
    volume: fields.text(raw, 'volume'),
    issue: fields.text(raw, 'number', 'issue'),
    pages: pageRange(fields.text(raw, 'pages', 'eid', 'articleno')),
    doi: doi(fields, raw),
    url: fields.verbatim(raw, 'url') ?? arxivAddress(fields, raw),
    genre: genre(fields.text(raw, 'type')) ?? GENRES[raw.type],
  };
  const printed = PRINTED.flatMap((name) => {
    const value = fields.text(raw, name);
    return value ? [[name, value] as const] : [];
  });
  const year = yearIn(fields.text(raw, 'year') ?? fields.text(raw, 'date'));
  const aliases = listOf(fields.verbatim(raw, 'ids'));
  return {
    key: raw.key,
    ...(aliases.length > 0 && { aliases }),
    type: CSL_TYPES[raw.type] ?? 'document',
    authors: authors.length === 0 && institution && !editors.length ? [{ family: institution }] : authors,
    ...(others && { moreAuthors: true }),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
    ...(printed.length > 0 && { others: Object.fromEntries(printed) }),
  };
}

/** Fields that go with a work from one file to another as they are. */
const PRINTED =
  'edition series address location chapter month isbn version eprint eprinttype archiveprefix eprintclass primaryclass urldate'.split(
    ' ',
  );

const CSL_TYPES: Readonly<Record<string, string>> = {
  ...{ article: 'article-journal', periodical: 'article-journal', suppperiodical: 'article-journal' },
  ...{ book: 'book', mvbook: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', booklet: 'book' },
  ...{ inbook: 'chapter', incollection: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', inreference: 'chapter' },
  ...{ inproceedings: 'paper-conference', conference: 'paper-conference', thesis: 'thesis' },
  ...{ phdthesis: 'thesis', mastersthesis: 'thesis', techreport: 'report', report: 'report', manual: 'report' },
  ...{ online: 'webpage', electronic: 'webpage', www: 'webpage', software: 'software', dataset: 'dataset' },
  ...{ patent: 'patent', unpublished: 'manuscript', web_page: 'webpage', book_section: 'chapter' },
  ...{ conference_proceedings: 'paper-conference', computer_program: 'software', working_paper: 'report' },
};

const GENRES: Readonly<Record<string, string>> = { phdthesis: 'PhD thesis', mastersthesis: 'Master’s thesis' };

/** Also by biblatex's `phdthesis` and `mathesis`, which it writes out by language. */
const genre = (type: string | undefined): string | undefined =>
  type === 'mathesis' ? GENRES.mastersthesis : (GENRES[type ?? ''] ?? type);

function arxivAddress(fields: FieldReader, raw: RawEntry): string | undefined {
  const archive = fields.text(raw, 'eprinttype', 'archiveprefix');
  const eprint = fields.verbatim(raw, 'eprint');
  return eprint && archive?.toLowerCase() === 'arxiv' ? `https://arxiv.org/abs/${eprint}` : undefined;
}

const withSubtitle = (title: string | undefined, subtitle: string | undefined): string | undefined =>
  title && subtitle ? `${title}: ${subtitle}` : title;

/** A journal or book; of a book with its subtitle, too. */
function container(fields: FieldReader, raw: RawEntry): string | undefined {
  const title = fields.text(raw, 'journaltitle', 'journal', 'booktitle', 'maintitle');
  const isBook = title !== undefined && title === fields.text(raw, 'booktitle');
  return isBook ? withSubtitle(title, fields.text(raw, 'booksubtitle')) : title;
}

/** `2047-2051` → `2047–2051`; article numbers such as `e12-3a` keep their hyphen. */
const pageRange = (pages: string | undefined): string | undefined =>
  pages?.replace(/^([A-Za-z]?\d+)\s?[-–−]+\s?([A-Za-z]?\d+)$/, '$1–$2');

/** From `doi`, else from another field that says nothing but a DOI. */
function doi(fields: FieldReader, raw: RawEntry): string | undefined {
  const typed = fields.verbatim(raw, 'doi');
  if (typed) return bareDoi(typed) ?? typed;
  for (const name of ['url', 'howpublished', 'note']) {
    const found = loneDoi(fields.verbatim(raw, name) ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looks up fields: own ones first, then those inherited. */
class FieldReader {
  private readonly strings = new Map<string, string>();
  readonly unknownStrings = new Set<string>();
  /** By key in lower case: links between entries do not tell case apart. */
  private readonly byKey = new Map<string, RawEntry>();

  constructor(
    entries: readonly RawEntry[],
    private readonly macros: ReadonlyMap<string, string>,
  ) {
    for (const entry of entries) {
      if (entry.type === 'string')
        for (const { name, parts } of entry.fields) this.strings.set(name.toLowerCase(), this.join(parts));
      else if (!this.byKey.has(entry.key.toLowerCase())) this.byKey.set(entry.key.toLowerCase(), entry);
    }
  }

  decodedStrings(): Map<string, string> {
    return new Map([...this.strings].map(([name, value]) => [name, detex(value)]));
  }

  /** The first of the named fields that is there, TeX and all. */
  raw(entry: RawEntry, ...names: readonly string[]): string | undefined {
    return this.find(entry, names, new Set());
  }

  /** Decoded. */
  text(entry: RawEntry, ...names: readonly string[]): string | undefined {
    const raw = this.raw(entry, ...names);
    return raw === undefined ? undefined : detex(raw);
  }

  /** Of DOIs and addresses, where `_`, `%` and `~` are themselves; some exporters escape them all the same. */
  verbatim(entry: RawEntry, name: string): string | undefined {
    const raw = this.raw(entry, name);
    return raw
      ?.replace(/\\(?:url|textasciitilde|texttt)(?![A-Za-z])/g, '')
      .replace(/\\([_%&#$~^{}])|[{}]/g, '$1')
      .trim();
  }

  private find(entry: RawEntry, names: readonly string[], seen: Set<RawEntry>): string | undefined {
    if (seen.has(entry)) return undefined;
    seen.add(entry);
    for (const name of names) {
      const field = ownField(entry, name);
      if (field) return this.join(field.parts);
    }
    for (const link of ['crossref', 'xdata']) {
      const wanted = link === 'crossref' ? names.map((name) => PARENT_FIELD[name] ?? name) : names;
      for (const parent of this.linked(entry, link)) {
        const inherited = this.find(parent, wanted, seen);
        if (inherited !== undefined) return inherited;
      }
    }
    return undefined;
  }

  private linked(entry: RawEntry, link: string): RawEntry[] {
    const target = ownField(entry, link);
    return listOf(target && this.join(target.parts)).flatMap((key) => this.byKey.get(key.toLowerCase()) ?? []);
  }

  private join(parts: readonly ValuePart[]): string {
    return parts.length === 1 ? this.operand(parts[0]!) : parts.map((part) => this.operand(part)).join('');
  }

  private operand(part: ValuePart): string {
    if (part.kind !== 'macro') return part.text;
    const name = part.text.toLowerCase();
    const value = this.strings.get(name) ?? this.macros.get(name) ?? MONTHS.get(name);
    if (value === undefined) this.unknownStrings.add(name);
    return value ?? part.text;
  }
}

/** A chapter's book title is its parent's title, with its subtitle; a chapter's own title is not inherited. */
const PARENT_FIELD: Readonly<Record<string, string>> = {
  booktitle: 'title',
  booksubtitle: 'subtitle',
  title: '',
  subtitle: '',
  doi: '',
  url: '',
  pages: '',
};

const MONTHS: ReadonlyMap<string, string> = new Map(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((month) => [month.slice(0, 3).toLowerCase(), month]),
);

function ownField(entry: RawEntry, name: string): RawField | undefined {
  return entry.fields.find((field) => field.name.length === name.length && field.name.toLowerCase() === name);
}
