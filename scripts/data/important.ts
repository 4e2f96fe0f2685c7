import type { SpeciesClass } from '../../server/knowledge/species';
import type { Problem } from './problem';
import type { DataFolder } from './readFolder';
import type { YamlFile } from './yamlFile';

/** What `data/important.yaml` says of one class. */
export interface ImportantOfClass {
  /** Property keys that people look for first; all are rows of the card. */
  readonly core: readonly string[];
  /** Ids, the most often met first. */
  readonly species: readonly string[];
}

/** The species that people look up first, and the rows that have no value for a reason. */
export interface Important {
  readonly classes: Readonly<Partial<Record<SpeciesClass, ImportantOfClass>>>;
  /** Species id → property key → date of the search, or that the row makes no sense there. */
  readonly notFound: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly files: { readonly classes: YamlFile; readonly notFound: YamlFile };
}

/** Of a row that makes no sense: lithium metal has no mean voltage against itself. */
export const NOT_APPLICABLE = 'does not apply';

/** Every id is a record of its class, every row one of its card, and nothing counts as not found that is in the record. */
export function checkImportant(data: DataFolder): Problem[] {
  return [...checkClasses(data), ...checkNotFound(data)];
}

function* checkClasses({ species, cards, important }: DataFolder): Generator<Problem> {
  const { classes, files } = important;
  const classOf = new Map(species.map(({ species: s }) => [s.id, s.class]));
  for (const [name, { core, species: ids }] of Object.entries(classes) as [SpeciesClass, ImportantOfClass][]) {
    for (const [i, id] of ids.entries()) {
      if (classOf.get(id) !== name)
        yield files.classes.problem([name, 'species', i], `“${id}” is not a species of the class ${name}`);
    }
    for (const [i, row] of core.entries()) {
      if (!cards[name]?.includes(row))
        yield files.classes.problem([name, 'core', i], `“${row}” is not a row of the card of ${name}`);
    }
  }
}

function* checkNotFound({ species, properties, important }: DataFolder): Generator<Problem> {
  const records = new Map(species.map(({ species: s }) => [s.id, s]));
  for (const [id, rows] of Object.entries(important.notFound)) {
    const say = (path: readonly string[], message: string): Problem =>
      important.files.notFound.problem(path, `${id}: ${message}`);
    const record = records.get(id);
    if (!record) yield say([id], 'there is no such species');
    for (const [row, date] of Object.entries(rows)) {
      if (!properties[row]) yield say([id, row], `there is no property “${row}” in data/schema/properties.yaml`);
      if (date !== NOT_APPLICABLE && !/^\d{4}-\d{2}-\d{2}$/.test(date))
        yield say([id, row], `“${date}” is neither a date, such as 2026-11-28, nor “${NOT_APPLICABLE}”`);
      if (record?.properties?.some(({ property }) => property === row))
        yield say([id, row], `“${row}” has been found since: take it out of this list`);
    }
  }
}
