import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter } from 'yaml';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { Journals } from '../../server/bibliography/journals';
import type { Reference } from '../../server/bibliography/reference';
import type { PropertyInfo } from '../../server/knowledge/compiled';
import type { Species, SpeciesClass, Term } from '../../server/knowledge/species';
import type { Important } from './important';
import type { Problem } from './problem';
import { matchesSchema, type SchemaName } from './schema';
import { YamlFile } from './yamlFile';

/** What is in a data folder. Only what its schema accepts is handed on; the rest is in `problems`. */
export interface DataFolder {
  readonly species: readonly SpeciesRecord[];
  readonly terms: readonly TermRecord[];
  readonly references: readonly ReferenceRecord[];
  /** Full name → abbreviation. */
  readonly journals: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, PropertyInfo>>;
  readonly cards: Readonly<Partial<Record<SpeciesClass, readonly string[]>>>;
  readonly refuted: readonly Refuted[];
  readonly important: Important;
  readonly problems: readonly Problem[];
}

export interface SpeciesRecord {
  readonly species: Species;
  readonly yaml: YamlFile;
  /** Name of the folder that the file is in. */
  readonly folder: string;
}

export interface TermRecord {
  readonly term: Term;
  readonly yaml: YamlFile;
  /** Index in the file's list. */
  readonly index: number;
}

export interface ReferenceRecord {
  readonly reference: Reference;
  readonly file: string;
  readonly line: number;
}

/** A line of `data/schema/refuted.yaml`. */
export interface Refuted {
  readonly species?: string;
  readonly identifier?: 'cas' | 'pubchem' | 'inchikey';
  readonly property?: string;
  readonly value?: number | string;
  /** Everything but this is wrong. */
  readonly not?: number | string;
  readonly why: string;
}

interface PropertiesFile {
  readonly properties: Record<string, PropertyInfo>;
  readonly cards: Partial<Record<SpeciesClass, string[]>>;
}

/**
 * Reads `species/**\/*.yaml`, `terms/*.yaml`, `references/*.bib` and the single files of a data folder.
 * `schemaFolder` holds properties.yaml and refuted.yaml.
 */
export function readFolder(folder: string, schemaFolder: string): DataFolder {
  const problems: Problem[] = [];
  const yaml = (path: string, schema: SchemaName): YamlFile | undefined => {
    const file = YamlFile.read(path, path);
    const found = file.problems.length > 0 ? file.problems : matchesSchema(file, schema);
    problems.push(...found);
    return found.length > 0 ? undefined : file;
  };
  const species = filesUnder(join(folder, 'species'), '.yaml').flatMap((path): SpeciesRecord[] => {
    const file = yaml(path, 'species');
    return file ? [{ species: file.value as Species, yaml: file, folder: basename(join(path, '..')) }] : [];
  });
  const terms = filesUnder(join(folder, 'terms'), '.yaml').flatMap((path): TermRecord[] => {
    const file = yaml(path, 'terms');
    return file ? (file.value as Term[]).map((term, index) => ({ term, yaml: file, index })) : [];
  });
  const references = filesUnder(join(folder, 'references'), '.bib').flatMap((path) => readBib(path, problems));
  const journals = readJournals(join(folder, 'journals.yaml'), problems);
  const { properties, cards } = YamlFile.read(join(schemaFolder, 'properties.yaml'), 'properties.yaml')
    .value as PropertiesFile;
  const refuted = YamlFile.read(join(schemaFolder, 'refuted.yaml'), 'refuted.yaml').value as Refuted[];
  const important = readImportant(folder, problems);
  return { species, terms, references, journals, properties, cards, refuted, important, problems };
}

/** Every line is a name and its abbreviation, and no name is that of another journal. */
function readJournals(path: string, problems: Problem[]): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const file = YamlFile.read(path, path);
  problems.push(...file.problems);
  const found: Record<string, string> = {};
  const takenBy = new Map<string, string>();
  for (const [name, abbreviation] of Object.entries((file.value ?? {}) as Record<string, unknown>)) {
    const ids = [name, String(abbreviation)].map((text) => new Journals().idOf(text));
    const other = ids.map((id) => takenBy.get(id)).find((taken) => taken !== undefined);
    if (typeof abbreviation !== 'string') problems.push(file.problem([name], `${name}: the abbreviation is missing`));
    else if (other !== undefined) problems.push(file.problem([name], `${name}: listed as “${other}” already`));
    else found[name] = abbreviation;
    for (const id of ids) takenBy.set(id, name);
  }
  return found;
}

/** Either file may be absent. */
function readImportant(folder: string, problems: Problem[]): Important {
  const read = (name: string): YamlFile => {
    const path = join(folder, name);
    const file = existsSync(path) ? YamlFile.read(path, path) : new YamlFile(path, '{}');
    problems.push(...file.problems);
    return file;
  };
  const [classes, notFound] = [read('important.yaml'), read('not-found.yaml')];
  return {
    classes: (classes.value ?? {}) as Important['classes'],
    notFound: (notFound.value ?? {}) as Important['notFound'],
    files: { classes, notFound },
  };
}

function readBib(path: string, problems: Problem[]): ReferenceRecord[] {
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const lineAt = (offset: number): number => lines.linePos(offset).line || 1;
  const parsed = parseBib(text);
  problems.push(...parsed.problems.map(({ span, message }) => ({ file: path, line: lineAt(span.start), message })));
  return parsed.entries.map(({ reference, span }) => ({ reference, file: path, line: lineAt(span.start) }));
}

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}
