/** What `build/validateProject.js`, compiled from the schema by `npm run data`, says of one mistake. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer. */
  readonly instancePath: string;
  readonly propertyName?: string;
  readonly message?: string;
  readonly params: { readonly additionalProperty?: string; readonly allowedValues?: readonly string[] };
}
