import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';

/** JavaScript of a function that validates the content of `.interphase.yaml`, so that no schema engine must be shipped. */
export function projectValidator(schemaFolder: string): string {
  const schema = (name: string): object => JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, strict: false, code: { source: true, lines: true } });
  ajv.addSchema([schema('species.schema.json'), schema('terms.schema.json')]);
  return standaloneCode(ajv, ajv.compile(schema('project.schema.json')));
}
