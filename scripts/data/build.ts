import { join } from 'node:path';
import type { CompiledCatalogue } from '../../server/knowledge/compiled';
import { drawMolecule } from './drawing';
import { checkIdentity } from './identity';
import { checkImportant } from './important';
import { checkLinks } from './links';
import { inReadingOrder, type Problem } from './problem';
import { type DataFolder, readFolder } from './readFolder';
import { checkReferences } from './references';
import { checkValues } from './values';

export interface Build {
  readonly data: DataFolder;
  /** In reading order; the catalogue must not be used while there are any. */
  readonly problems: readonly Problem[];
  compile(): CompiledCatalogue;
}

/** Reads and checks a data folder: `species/**`, `terms/`, `references/`, against the schema and property list of this project. */
export function buildFrom(folder: string): Build {
  const data = readFolder(folder, join(__dirname, '../../data/schema'));
  const problems = [
    ...data.problems,
    ...data.species.flatMap((record) => [...checkIdentity(record, data.refuted), ...checkValues(record, data)]),
    ...checkReferences(data),
    ...checkLinks(data),
    ...checkImportant(data),
  ].sort(inReadingOrder);
  return { data, problems, compile: () => compile(data) };
}

function compile({ species, terms, references, journals, properties, cards }: DataFolder): CompiledCatalogue {
  return {
    species: species.map((record) => record.species),
    terms: terms.map((record) => record.term),
    references: references.map((record) => record.reference),
    journals,
    properties,
    cards,
    drawings: Object.fromEntries(
      species.flatMap(({ species: { id, smiles } }) => {
        const drawing = smiles && drawMolecule(smiles);
        return drawing ? [[id, drawing]] : [];
      }),
    ),
  };
}
