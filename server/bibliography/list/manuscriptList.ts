import { type Span, span } from '../../base/span';
import type { BibItem, ParsedFile } from '../../text/parsedFile';
import { bareDoi } from '../doi';
import { duplicateKeys } from '../duplicateKeys';
import { parseHayagriva } from '../hayagriva';
import type { BibliographyFile, Entry, Reference } from '../reference';
import { namesIn } from './names';

/** The works that a manuscript lists itself, as `\bibitem` or under `references:` in YAML; undefined where it lists none. */
export function manuscriptList(parsed: ParsedFile): BibliographyFile | undefined {
  const { bibitems, yamlReferences } = parsed;
  if (bibitems.length === 0 && yamlReferences.length === 0) return undefined;
  const entries = [
    ...bibitems.map((item, at) => bibitem(item, bibitems[at + 1], parsed)),
    ...yamlReferences.flatMap((list) => yamlEntries(list, parsed.source)),
  ];
  return { entries, problems: [...duplicateKeys(entries)] };
}

/** To the next item or the end of the list: a line that names a work may follow the list. */
function bibitem(item: BibItem, next: BibItem | undefined, { prose, source }: ParsedFile): Entry {
  const end = next?.prose ?? Number.POSITIVE_INFINITY;
  const close = source.indexOf('\\end{thebibliography}', item.span.end);
  const isWithin = (block: Span): boolean => close < 0 || prose.toSource(block).start < close;
  const blocks = prose.blocks.filter(
    (block) => block.start >= item.prose && block.start < end && block.part === 'references' && isWithin(block),
  );
  const printed = blocks
    .map((block) => prose.slice(block))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const last = blocks.at(-1);
  return {
    reference: { ...readPrinted(printed), key: item.key, printed },
    span: span(item.span.start, last ? Math.max(prose.toSource(last).end, item.span.end) : item.span.end),
    keySpan: item.span,
  };
}

const QUOTED = /[“"]([^“”"]{4,300}?)[,.]?[”"]/;

/** What can be told of a work from the line that a list prints. */
function readPrinted(printed: string): Omit<Reference, 'key'> {
  const title = QUOTED.exec(printed)?.[1];
  const year = /\(((?:19|20)\d\d)[a-z]?\)/.exec(printed) ?? /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(printed);
  const doi = bareDoi(/\b10\.\d{4,9}\/[^\s,;]+/.exec(printed)?.[0] ?? '');
  return {
    type: 'document',
    authors: namesIn(printed),
    ...(title !== undefined && { title }),
    ...(year && { year: Number(year[1]) }),
    ...(doi !== undefined && { doi }),
  };
}

function yamlEntries({ start, end }: Span, source: string): Entry[] {
  const moved = (within: Span): Span => span(start + within.start, start + within.end);
  return parseHayagriva(source.slice(start, end)).entries.map((entry) => ({
    ...entry,
    span: moved(entry.span),
    keySpan: moved(entry.keySpan),
  }));
}
