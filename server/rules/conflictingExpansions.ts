import { flat } from '../base/script';
import { parseFormula } from '../chemistry/formula';
import { longForm } from '../paper/meaning';
import type { Project } from '../paper/project';
import type { PlacedDefinition } from '../paper/register';
import { whereIs } from './place';
import type { Edit, Fix, Rule } from './rule';
import { escapeFor } from './wording';

/** One short form with two long forms that differ in more than case, number, hyphen or spelling. */
export const conflictingExpansions: Rule = {
  code: 'abbreviation/conflicting-expansions',
  defaultLevel: 'warning',
  *check(paper, project) {
    const { readings, register } = project;
    for (const { short } of register.abbreviations) {
      const [first, ...others] = register.expansions(short).filter(isInWords);
      for (const other of others) {
        if (readings[other.file]!.uri !== paper.uri || areSynonyms(first!, other, project)) continue;
        const { uri } = readings[first!.file]!;
        const { long } = first!.definition;
        yield {
          span: other.definition.source.long,
          message: `“${short}” stands for “${other.definition.long}” here and for “${long}” in ${whereIs(first!, paper.uri, project)}.`,
          related: [{ uri, span: first!.definition.source.long, message: `“${short}” as “${long}”` }],
          fixes: fixes(first!, other, project),
        };
      }
    }
  },
};

/** A formula beside a name (`LiFePO4 (LFP)` and `lithium iron phosphate (LFP)`) is no conflict. */
const isInWords = ({ definition }: PlacedDefinition): boolean => !parseFormula(flat(definition.long)).ok;

/** Two good names of one species (`polyvinylidene fluoride`, `polyvinylidene difluoride`); a deprecated one is not good. */
function areSynonyms(a: PlacedDefinition, b: PlacedDefinition, { catalogue }: Project): boolean {
  const species = ({ definition }: PlacedDefinition) =>
    catalogue
      .entriesNamed(definition.long)
      .flatMap((entry) => (entry.kind === 'species' && entry.name.kind !== 'deprecated' ? [entry.species.id] : []));
  const named = species(a);
  return species(b).some((id) => named.includes(id));
}

function fixes(first: PlacedDefinition, other: PlacedDefinition, project: Project): Fix[] {
  const { short } = first.definition;
  const known = project.catalogue.entriesForShort(short).map(longForm);
  const texts = new Set([first.definition.long, ...known.slice(0, 2)]);
  texts.delete(other.definition.long);
  return [...texts].map((long) => {
    const places = [other, ...(long === first.definition.long ? [] : [first])];
    return {
      title: `Use “${long}”${places.length > 1 ? ' in both places' : ' here'}`,
      edits: places.map((place) => writeLong(place, long, project)),
      safe: false,
    };
  });
}

function writeLong({ file, definition }: PlacedDefinition, long: string, { readings }: Project): Edit {
  const { uri, manuscript } = readings[file]!;
  return { uri, span: definition.source.long, newText: escapeFor(manuscript.language, long) };
}
