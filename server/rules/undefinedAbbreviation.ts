import { pluralOf } from '../base/plural';
import { cuesAround, longForm } from '../paper/meaning';
import type { Project } from '../paper/project';
import { isPartOfName } from '../paper/recognise/labels';
import type { Abbreviation, Use } from '../paper/register';
import type { Prose } from '../text/prose';
import { isAccepted } from './accepted';
import { isIntroduced } from './introduced';
import type { Fix, Rule } from './rule';
import { escapeFor, fitCase, startsSentence } from './wording';

/**
 * A short form that the text uses and nobody defines. One finding, at the first use. A word that the catalogue does not
 * know has to come twice: once it may be a program, a firm or a sample.
 */
export const undefinedAbbreviation: Rule = {
  code: 'abbreviation/undefined',
  defaultLevel: 'information',
  *check(paper, project, options) {
    const parts = partsOfDefined(project);
    for (const abbreviation of project.register.abbreviations) {
      const { short, definitions } = abbreviation;
      if (definitions.length > 0 || parts.has(short) || isOfDefined(short, project)) continue;
      if (isAccepted(short, project, options)) continue;
      const entries = project.catalogue.entriesForShort(short);
      const uses = abbreviation.uses.filter((use) => isRead(use, short, project));
      const first = uses[0];
      if (!first || uses.length < (entries.length > 0 ? 1 : 2)) continue;
      if (project.readings[first.file]!.uri !== paper.uri) continue;
      if (uses.some((use) => isIntroduced(proseOf(use, project), use.prose))) continue;
      yield {
        span: first.source,
        message: `“${short}” is used${uses.length > 1 ? ` ${uses.length} times` : ''} but never defined.`,
        ...(uses.length === 1 && { level: 'hint' }),
        fixes: defineHere(first, abbreviation, project),
      };
    }
  },
};

/** `FIB-SEM`, where both parts are defined. */
function isOfDefined(short: string, { register }: Project): boolean {
  const parts = short.split(JOINTS);
  return parts.length > 1 && parts.every((part) => (register.of(part)?.definitions.length ?? 0) > 0);
}

/** `XRD`, where `in situ XRD` is defined. */
const partsOfDefined = ({ register }: Project): ReadonlySet<string> =>
  new Set(
    [...register.abbreviations].flatMap(({ short, definitions }) =>
      definitions.length > 0 ? short.split(JOINTS) : [],
    ),
  );

const JOINTS = /[-–/+ ]/;

const proseOf = (use: Use, { readings }: Project): Prose => readings[use.file]!.manuscript.prose;

/** In running text, a caption, a table or a note, and read as an abbreviation there, not as a formula or part of a name. */
function isRead(use: Use, short: string, project: Project): boolean {
  if (use.managed || !['body', 'float', 'supporting-information'].includes(use.scope)) return false;
  if (isPartOfName(proseOf(use, project).text, use.prose)) return false;
  const mentions = project.paper(project.readings[use.file]!.uri)?.mentionsIn(use.prose);
  return mentions?.some((m) => m.kind === 'abbreviation' && m.short === short) ?? false;
}

function defineHere(use: Use, { short }: Abbreviation, { readings, catalogue }: Project): Fix[] {
  const { uri, manuscript } = readings[use.file]!;
  const { prose, language } = manuscript;
  if (!prose.isWhole(use.prose)) return [];
  const entries = catalogue.entriesForShort(short);
  const likely = catalogue.choose(entries, cuesAround(use.prose, readings[use.file]!, catalogue));
  const longForms = new Set([...(likely ? [likely] : []), ...entries].map(longForm));
  return [...longForms].slice(0, 3).map((long) => {
    const cased = fitCase(long, startsSentence(prose, use.prose.start));
    const definition = `${use.plural ? pluralOf(cased) : cased} (${prose.slice(use.prose)})`;
    return {
      title: `Define here as “${definition}”`,
      edits: [{ uri, span: use.source, newText: escapeFor(language, definition) }],
      safe: false,
    };
  });
}
