declare module '*/build/validateProject' {
  import type { SchemaError } from './validateProject';

  /** True where the content is as `data/schema/project.schema.json` asks; else `errors` says what is not. */
  const validate: ((content: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
  export default validate;
}
