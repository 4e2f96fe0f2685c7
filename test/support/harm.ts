import { compositionKey } from '../../server/chemistry/composition';
import type { Mention } from '../../server/paper/mention';
import type { Project } from '../../server/paper/project';
import { check } from '../../server/rules';
import type { Edit } from '../../server/rules/rule';

/** All findings of a project, each with its file. */
export const findingsOf = (project: Project) =>
  project.readings.flatMap(({ uri }) =>
    check(project.paper(uri)!, project, {}, { accepted: new Set<string>() }).map((finding) => ({ uri, finding })),
  );

/** What edits have done to a manuscript beside what they say; empty where nothing was harmed. */
export function harm(before: Project, after: Project, edits: readonly Edit[]): string[] {
  return [
    ...differences('formula', read(before, 'formula'), read(after, 'formula')),
    ...differences('cell', read(before, 'cell'), read(after, 'cell')),
    ...differences('citation', read(before, 'citation'), read(after, 'citation')),
    ...differences('markup', markup(before), markup(after)),
    ...differences('paragraph', untouched(before, edits, 'before'), untouched(after, edits, 'after')),
    ...added(findings(before), findings(after)).map((finding) => `new finding ${finding}`),
  ];
}

const read = (project: Project, kind: Mention['kind']): string[] =>
  project.readings.flatMap(({ uri }) =>
    project.paper(uri)!.mentions.flatMap((mention) => (mention.kind === kind ? [labelOf(mention)] : [])),
  );

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

/** Macros, environments, math and the marks that come in pairs. */
const markup = (project: Project): string[] =>
  project.readings.flatMap(
    ({ manuscript: { source } }) => source.match(/\\[A-Za-z]+|#[a-z]+|@[\w:-]+|\[\^[^\]]+\]|[${}[\]<>*_~^%|`]/g) ?? [],
  );

/** The blocks that no edit lies in, as they are read. */
function untouched(project: Project, edits: readonly Edit[], when: 'before' | 'after'): string[] {
  return project.readings.flatMap(({ uri, manuscript: { prose } }) => {
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
const findings = (project: Project): string[] =>
  findingsOf(project).map(({ finding }) => `${finding.code} ${/“[^”]*”/.exec(finding.message)?.[0]}`);

const differences = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...added(after, before).map((lost) => `lost ${what} ${lost}`),
  ...added(before, after).map((found) => `new ${what} ${found}`),
];

/** What the second list has more of than the first. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of before) counts.set(item, (counts.get(item) ?? 0) + 1);
  return after.filter((item) => {
    const left = counts.get(item) ?? 0;
    counts.set(item, left - 1);
    return left <= 0;
  });
}
