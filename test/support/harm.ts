import type { Edit } from '../../server/base/edit';
import { compositionKey } from '../../server/chemistry/composition';
import type { Manuscript } from '../../server/manuscript/manuscript';
import type { Mention } from '../../server/manuscript/mention';
import { check } from '../../server/rules';

/** All findings of a project, each with its file. */
export const findingsOf = (manuscript: Manuscript) =>
  manuscript.files.flatMap(({ uri }) =>
    check(manuscript.analysis(uri)!, manuscript, {}, { accepted: new Set<string>() }).map((finding) => ({
      uri,
      finding,
    })),
  );

/** What edits have done to a manuscript beside what they say; empty where nothing was harmed. */
export function harm(before: Manuscript, after: Manuscript, edits: readonly Edit[]): string[] {
  return [
    ...differences('formula', read(before, 'formula'), read(after, 'formula')),
    ...differences('cell', read(before, 'cell'), read(after, 'cell')),
    ...differences('citation', read(before, 'citation'), read(after, 'citation')),
    ...differences('markup', markupExpected(before, edits), markup(after)),
    ...differences('paragraph', untouched(before, edits, 'before'), untouched(after, edits, 'after')),
    ...added(findings(before), findings(after)).map((finding) => `new finding ${finding}`),
  ];
}

const read = (manuscript: Manuscript, kind: Mention['kind']): string[] =>
  manuscript.files.flatMap(({ uri }) =>
    manuscript
      .analysis(uri)!
      .mentions.flatMap((mention) => (mention.kind === kind && saysSomething(mention) ? [labelOf(mention)] : [])),
  );

/** A composite of words and compounds says what its parts say, which are compared as themselves. */
const saysSomething = (mention: Mention): boolean =>
  mention.kind !== 'formula' || mention.species !== undefined || mention.formula.composition !== null;

function labelOf(mention: Mention): string {
  switch (mention.kind) {
    case 'formula':
      return `${mention.species} ${mention.formula.composition && compositionKey(mention.formula.composition)} ${mention.formula.charge}`;
    case 'cell':
      return `${mention.type} ${mention.layers.map((layer) => layer.species).join('|')}`;
    case 'citation':
      return mention.key;
    default:
      return mention.kind;
  }
}

const MARKUP = /\\[A-Za-z]+|#[a-z]+|<\/?su[bp]>|@[\w:-]+|\[\^[^\]]+\]|[${}[\]<>*_~^%|`]/g;

/** Macros, environments, math, keys and the marks that come in pairs. */
const markup = (manuscript: Manuscript): string[] =>
  manuscript.files.flatMap(({ parsed: { source, format } }) => {
    const marks = source.match(MARKUP) ?? [];
    return format === 'latex' || format === 'plaintext' ? marks.filter((mark) => !mark.startsWith('@')) : marks;
  });

const markupExpected = (before: Manuscript, edits: readonly Edit[]): string[] => [
  ...added(markupOfRows(before, edits), markup(before)),
  ...markupSet(before, edits),
  ...markupOfMacros(before, edits),
  ...markupOfNewRows(edits),
];

/** Markup of the lines that edits put in: a row of a list or table. */
const markupOfNewRows = (edits: readonly Edit[]): string[] =>
  edits.flatMap(({ span: { start, end }, newText }) =>
    start === end && /^\r?\n|\n$/.test(newText) ? (newText.match(MARKUP) ?? []) : [],
  );

/** Markup of the lines that edits take away whole: a row of a list or table. */
const markupOfRows = ({ files }: Manuscript, edits: readonly Edit[]): string[] =>
  edits.flatMap(({ uri, span: { start, end }, newText }) => {
    const source = files.find((file) => file.uri === uri)?.parsed.source ?? '';
    const isWhole =
      (source[start - 1] ?? '\n') === '\n' && (source[end - 1] === '\n' || (source[end] ?? '\n') === '\n');
    return newText === '' && isWhole ? (source.slice(start, end).match(MARKUP) ?? []) : [];
  });

/** Markup that edits put around characters which they leave as they are: a formula that is set. */
const markupSet = ({ files }: Manuscript, edits: readonly Edit[]): string[] =>
  edits.flatMap(({ uri, span, newText }) => {
    const old = files.find((file) => file.uri === uri)?.parsed.source.slice(span.start, span.end);
    return isSet(old, newText) ? (newText.match(MARKUP) ?? []) : [];
  });

const isSet = (old: string | undefined, newText: string): boolean =>
  old !== '' && characters(newText) === old?.replace(/[-−–]/g, '-');

/** Markup of the macros that edits write for short forms which a glossary declares. */
const markupOfMacros = ({ files }: Manuscript, edits: readonly Edit[]): string[] => {
  const declared = files.flatMap(({ parsed }) => parsed.declarations);
  return edits.flatMap(({ uri, span, newText }) => {
    const old = files.find((file) => file.uri === uri)?.parsed.source.slice(span.start, span.end);
    const isMacro = declared.some(({ short, key }) => (old === short || old === `${short}s`) && newText.includes(key));
    // Where the key is the short form itself, `markupSet` has counted it.
    return isMacro && !isSet(old, newText) ? (newText.match(MARKUP) ?? []) : [];
  });
};

const characters = (text: string): string => text.replace(MARKUP, '').replace(/[-−–]/g, '-');

/** The blocks that no edit lies in, as they are read. */
function untouched(manuscript: Manuscript, edits: readonly Edit[], when: 'before' | 'after'): string[] {
  return manuscript.files.flatMap(({ uri, parsed: { prose } }) => {
    const places = placesOf(
      edits.filter((edit) => edit.uri === uri),
      when,
    );
    return prose.blocks.flatMap((block) => {
      const { start, end } = prose.toSource(block);
      const isTouched = places.some((place) => place.start <= end && start <= place.end);
      return isTouched ? [] : [`${block.part} ${block.kind} ${prose.slice(block)}`];
    });
  });
}

/** Where the edits are, in the text before or after them. */
function placesOf(edits: readonly Edit[], when: 'before' | 'after') {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      if (when === 'before') return span;
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
}

/** By rule and short form: the line that a message names may have moved. */
const findings = (manuscript: Manuscript): string[] =>
  findingsOf(manuscript)
    .filter(({ finding }) => !FOLLOWS_FROM_DEFINING.has(finding.code))
    .map(({ finding }) => `${finding.code} ${/“[^”]*”/.exec(finding.message)?.[0]}`);

/** Hints that come with a definition, wherever it is written: what it is used for, and what it now makes shorter. */
const FOLLOWS_FROM_DEFINING: ReadonlySet<string> = new Set([
  'abbreviation/plain-instead-of-macro',
  'abbreviation/used-once',
  'abbreviation/list-missing',
  'abbreviation/unused',
  'abbreviation/long-form-after-definition',
]);

const differences = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...added(after, before).map((lost) => `lost ${what} ${lost}`),
  ...added(before, after).map((found) => `new ${what} ${found}`),
];

/** What the second list has more of than the first. */
export function added(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of before) counts.set(item, (counts.get(item) ?? 0) + 1);
  return after.filter((item) => {
    const left = counts.get(item) ?? 0;
    counts.set(item, left - 1);
    return left <= 0;
  });
}
