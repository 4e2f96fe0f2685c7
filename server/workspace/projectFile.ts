import validate from '../../build/validateProject';
import type { Problem } from '../base/problem';
import { YamlText } from '../base/yaml';
import type { Species, Term } from '../knowledge/species';
import type { Levels } from '../rules';
import { JOURNAL_PROFILES, type JournalId, type JournalProfile } from '../rules/abbreviation/journalProfiles';
import type { IgnorableKind } from '../rules/abbreviation/kinds';
import type { RuleOptions } from '../rules/rule';
import type { SchemaError } from './validateProject';

export const PROJECT_FILE = '.interphase.yaml';

/** `.interphase.yaml`: what one manuscript wants of Interphase, for editor and command line alike. */
export interface ProjectFile {
  readonly accepted: readonly string[];
  /** Kinds of words in capitals that need no definition; all kinds where the field is absent. */
  readonly ignore?: readonly IgnorableKind[];
  /** Where the manuscript is to appear. */
  readonly journal?: JournalId;
  readonly rules: Levels;
  readonly bibliography: readonly string[];
  /** The bibliography that new entries go to, relative to the main file. */
  readonly entries?: string;
  readonly species: readonly Species[];
  readonly terms: readonly Term[];
}

export const NO_PROJECT_FILE: ProjectFile = { accepted: [], rules: {}, bibliography: [], species: [], terms: [] };

/** What the rules are told of a manuscript. */
export function ruleOptions({ accepted, ignore, journal }: ProjectFile): RuleOptions {
  const profile: JournalProfile | undefined = journal && JOURNAL_PROFILES[journal];
  return {
    accepted: new Set([...accepted, ...(profile?.accepted ?? [])]),
    ...(ignore && { ignored: new Set(ignore) }),
    ...(profile && { journal: profile }),
  };
}

/**
 * Reads a project file; `data/schema/project.schema.json` says what may be in it. A top-level field with a mistake is
 * left out and reported, the others count.
 */
export function readProjectFile(uri: string, text: string): { file: ProjectFile; problems: readonly Problem[] } {
  const yaml = new YamlText(text);
  const isYaml = yaml.document.errors.length === 0;
  const content = (isYaml ? yaml.content() : undefined) ?? {};
  const unread = yaml.problems.map(({ span, message }) => ({
    uri,
    span,
    message: `Not readable as YAML: ${message}.`,
  }));
  if (validate(content))
    return { file: { ...NO_PROJECT_FILE, ...(content as Partial<ProjectFile>) }, problems: unread };
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if' && error.keyword !== 'propertyNames');
  const wrong = errors.map((error) => ({ uri, span: spanOf(error, yaml, text), message: messageOf(error) }));
  const broken = new Set(errors.map((error) => error.instancePath.split('/')[1] ?? ''));
  const sound = isRecord(content) ? Object.fromEntries(Object.entries(content).filter(([k]) => !broken.has(k))) : {};
  return { file: { ...NO_PROJECT_FILE, ...(sound as Partial<ProjectFile>) }, problems: [...unread, ...wrong] };
}

function spanOf(error: SchemaError, { document }: YamlText, text: string): Problem['span'] {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const key = error.params.additionalProperty ?? error.propertyName;
  const at = key === undefined ? -1 : text.indexOf(key);
  if (key !== undefined && at >= 0) return { start: at, end: at + key.length };
  const node = document.getIn(path, true);
  const range = isRecord(node) && Array.isArray(node.range) ? (node.range as number[]) : [0, 0];
  return { start: range[0] ?? 0, end: range[1] ?? 0 };
}

function messageOf({ params, propertyName, message, instancePath }: SchemaError): string {
  const where = instancePath ? `“${instancePath.slice(1)}” ` : '';
  if (params.additionalProperty !== undefined) {
    return `“${params.additionalProperty}” is an unknown setting; known here are ${KNOWN.join(', ')}.`;
  }
  if (params.allowedValues) {
    return `${propertyName ? `“${propertyName}”` : where.trim() || 'This'} must be one of ${params.allowedValues.join(', ')}.`;
  }
  return `${where}${message ?? 'is not as the schema asks'}.`;
}

const KNOWN = [...Object.keys(NO_PROJECT_FILE), 'entries', 'ignore', 'journal'];

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
