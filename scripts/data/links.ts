import { groupBy } from '../../server/base/groupBy';
import type { Source } from '../../server/knowledge/species';
import { foldName, isShortForm, shortSpellings } from '../../server/knowledge/spelling';
import type { Problem } from './problem';
import type { DataFolder, SpeciesRecord, TermRecord } from './readFolder';
import type { YamlFile, YamlPath } from './yamlFile';

/** Everything that points from one record to another, or that two records claim. */
export function checkLinks(data: DataFolder): Problem[] {
  return [...checkIds(data), ...checkSources(data), ...checkForms(data), ...checkNames(data)];
}

function* checkIds({ species, terms }: DataFolder): Generator<Problem> {
  const seen = new Map<string, string>();
  const claims: [string, YamlFile, YamlPath][] = [
    ...species.map(({ species: { id }, yaml }): [string, YamlFile, YamlPath] => [id, yaml, ['id']]),
    ...terms.map(({ term: { id }, yaml, index }): [string, YamlFile, YamlPath] => [id, yaml, [index, 'id']]),
  ];
  for (const [id, yaml, path] of claims) {
    const first = seen.get(id);
    if (first) yield yaml.problem(path, `id “${id}” is taken by ${first}; choose another`);
    else seen.set(id, yaml.file);
  }
  for (const { species: record, yaml, folder } of species) {
    if (!yaml.file.endsWith(`/${record.id}.yaml`))
      yield yaml.problem(['id'], `id “${record.id}” must be the file's name`);
    if (folder !== record.class)
      yield yaml.problem(['class'], `class “${record.class}” must be the folder's name, “${folder}”`);
  }
}

function* checkSources({ species, terms, references }: DataFolder): Generator<Problem> {
  const keys = new Set(references.map(({ reference }) => reference.key));
  for (const { sources, yaml, path } of [...species.flatMap(sourcesOfSpecies), ...terms.map(sourcesOfTerm)]) {
    for (const [i, { ref, citing = [] }] of sources.entries()) {
      for (const key of [ref, ...citing]) {
        if (!keys.has(key))
          yield yaml.problem([...path, i], `“${key}” is no key of data/references: add the work or correct the key`);
      }
    }
  }
}

interface Sources {
  readonly sources: readonly Source[];
  readonly yaml: YamlFile;
  readonly path: YamlPath;
}

function sourcesOfSpecies({ species: { roles = [], properties = [] }, yaml }: SpeciesRecord): Sources[] {
  return [
    ...roles.map(({ sources }, i) => ({ sources, yaml, path: ['roles', i, 'sources'] })),
    ...properties.map(({ sources }, i) => ({ sources, yaml, path: ['properties', i, 'sources'] })),
  ];
}

const sourcesOfTerm = ({ term: { sources = [] }, yaml, index }: TermRecord): Sources => ({
  sources,
  yaml,
  path: [index, 'sources'],
});

function* checkForms({ species }: DataFolder): Generator<Problem> {
  const ids = new Set(species.map(({ species: { id } }) => id));
  for (const { species: record, yaml } of species) {
    for (const [i, role] of (record.roles ?? []).entries()) {
      for (const [j, id] of (role.forms ?? []).entries()) {
        if (!ids.has(id))
          yield yaml.problem(
            ['roles', i, 'forms', j],
            `forms “${id}”, which is no species: add its record or leave it out`,
          );
      }
    }
  }
}

interface Claim {
  readonly owner: string;
  readonly text: string;
  readonly near: boolean;
  readonly yaml: YamlFile;
  readonly path: YamlPath;
}

/** Of the records that claim one short form or name, all but one must say which words choose them. */
function* checkNames(data: DataFolder): Generator<Problem> {
  for (const claims of [shortClaims(data), nameClaims(data)]) {
    for (const [key, sharing] of groupBy(claims, ({ key }) => key)) {
      const owners = new Map(sharing.map((claim) => [claim.owner, claim]));
      const without = [...owners.values()].filter(({ near }) => !near);
      for (const { yaml, path, text } of without.slice(1)) {
        const others = [...owners.values()].filter((other) => other.yaml !== yaml || other.path !== path);
        yield yaml.problem(
          path,
          `“${text}” also names ${others.map(({ owner }) => owner).join(', ')}: give all but one of them “near” words that choose it (${key})`,
        );
      }
    }
  }
}

function* shortClaims({ species, terms }: DataFolder): Generator<Claim & { key: string }> {
  for (const { species: record, yaml } of species) {
    for (const claim of namesOf(record, yaml)) {
      if (claim.short)
        for (const key of new Set(shortSpellings(claim.text).map(withoutJoints))) yield { ...claim, key };
    }
  }
  for (const { term, yaml, index } of terms) {
    for (const [i, text] of term.short.entries()) {
      const claim = { owner: term.id, text, near: term.near !== undefined, yaml, path: [index, 'short', i] };
      for (const key of new Set(shortSpellings(text).map(withoutJoints))) yield { ...claim, key };
    }
  }
}

function* nameClaims({ species }: DataFolder): Generator<Claim & { key: string }> {
  for (const { species: record, yaml } of species) {
    for (const claim of namesOf(record, yaml)) if (!claim.short) yield { ...claim, key: foldName(claim.text) };
  }
}

function namesOf({ id, names }: SpeciesRecord['species'], yaml: YamlFile): (Claim & { short: boolean })[] {
  return names.map(({ text, near, kind }, i) => ({
    owner: id,
    text,
    near: near !== undefined,
    yaml,
    path: ['names', i],
    short: isShortForm(text, kind),
  }));
}

const withoutJoints = (text: string): string => text.replace(/[\s‐‑–-]/g, '');
