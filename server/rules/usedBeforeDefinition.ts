import type { Project } from '../paper/project';
import type { PlacedDefinition, Use } from '../paper/register';
import { isAccepted } from './accepted';
import { whereIs } from './place';
import { DEFINING_SCOPES, definitionsIn, isBefore, usesIn } from './places';
import type { Fix, Rule } from './rule';
import { fitCase, startsSentence } from './wording';

/** The first use in a scope comes before the definition in it. Titles, headings and captions do not count as uses. */
export const usedBeforeDefinition: Rule = {
  code: 'abbreviation/used-before-definition',
  defaultLevel: 'warning',
  *check(paper, project, options) {
    const { readings, register } = project;
    for (const abbreviation of register.abbreviations) {
      for (const scope of DEFINING_SCOPES) {
        const definition = definitionsIn(abbreviation, scope)[0];
        const use = usesIn(abbreviation, scope)[0];
        if (!definition || !use || use.managed || !isBefore(use, definition)) continue;
        if (readings[use.file]!.uri !== paper.uri) continue;
        if (isAccepted(abbreviation.short, project, options, definition.definition.long)) continue;
        const { uri } = readings[definition.file]!;
        yield {
          span: use.source,
          message: `“${abbreviation.short}” is used here before it is defined (${whereIs(definition, paper.uri, project)}).`,
          related: [{ uri, span: definition.source, message: `Definition of “${abbreviation.short}”` }],
          fixes: moveDefinition(use, definition, project),
        };
      }
    }
  },
};

/** The definition goes to the first use and leaves the short form behind. */
function moveDefinition(use: Use, { file, definition }: PlacedDefinition, project: Project): Fix[] {
  const from = project.readings[file]!;
  const to = project.readings[use.file]!;
  const { whole, short } = definition.source;
  const isWhole = from.manuscript.prose.isWhole(definition.prose!.whole) && to.manuscript.prose.isWhole(use.prose);
  if (!isWhole || definition.joint) return [];
  const text = from.manuscript.source.slice(whole.start, whole.end);
  return [
    {
      title: `Define “${definition.short}” here, where it is used first`,
      edits: [
        { uri: to.uri, span: use.source, newText: fitCase(text, startsSentence(to.manuscript.prose, use.prose.start)) },
        { uri: from.uri, span: whole, newText: from.manuscript.source.slice(short.start, short.end) },
      ],
      // In a compound (`CuF2-PVDF-HFP`) or with another number the sentence has to be read again.
      safe: use.plural === definition.shortPlural && !isJoined(to.manuscript.prose.text, use),
    },
  ];
}

const isJoined = (text: string, { prose }: Use): boolean =>
  JOINED_BEFORE.test(text.slice(Math.max(0, prose.start - 2), prose.start)) ||
  JOINED_BEHIND.test(text.slice(prose.end, prose.end + 2));

/* A part of a compound, a layer of a cell. */
const JOINED_BEFORE = /[-–@/]$|[|‖∥∣¦] ?$/;
const JOINED_BEHIND = /^[-–@/]|^ ?[|‖∥∣¦]/;
