import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { Problem } from './problem';
import type { YamlFile, YamlPath } from './yamlFile';

export type SchemaName = 'species' | 'terms';

const folder = join(__dirname, '../../data/schema');
const ajv = new Ajv2020({ allErrors: true });
const validators: Record<SchemaName, ValidateFunction> = { species: compile('species'), terms: compile('terms') };

function compile(name: SchemaName): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object);
}

/** Problems of a file against its schema; none where it has the right shape. */
export function matchesSchema(file: YamlFile, name: SchemaName): Problem[] {
  const validate = validators[name];
  if (validate(file.value)) return [];
  return (validate.errors ?? []).flatMap((error) => {
    const path = pathOf(error.instancePath, file.value);
    const message = explain(error, path);
    return message === undefined ? [] : [file.problem(path, message)];
  });
}

/** JSON pointer → path with numbers for list items. */
function pathOf(pointer: string, root: unknown): YamlPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = Array.isArray(value) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(key);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}

function explain({ keyword, params, message }: ErrorObject, path: YamlPath): string | undefined {
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  switch (keyword) {
    case 'additionalProperties':
      return `${where}there is no field “${params.additionalProperty}”; see data/schema for those there are`;
    case 'required':
      return `${where}“${params.missingProperty}” is missing`;
    case 'enum':
      return `${where}must be one of ${params.allowedValues.join(', ')}`;
    case 'oneOf':
      return `${where}give either “value” or “range” with its “unit”, or “words”`;
    case 'pattern':
      return `${where}does not look like one (expected ${params.pattern})`;
    default:
      return `${where}${message}`;
  }
}
