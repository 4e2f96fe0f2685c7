import type { AbbreviationDeclaration } from '../parsedFile';
import { readAcronyms } from './frontMatter';
import { readYaml } from './yaml';

/** The declared abbreviations by key; the first declaration of a key counts. */
export type Glossary = ReadonlyMap<string, AbbreviationDeclaration>;

export function glossaryOf(declarations: readonly AbbreviationDeclaration[]): Glossary {
  const glossary = new Map<string, AbbreviationDeclaration>();
  for (const declaration of declarations) {
    if (!glossary.has(declaration.key)) glossary.set(declaration.key, declaration);
  }
  return glossary;
}

/** Declarations as other files are read with them: items of a list in YAML. */
export const writeDeclared = (declarations: readonly AbbreviationDeclaration[]): string =>
  declarations
    .map(({ key, short, long }) => `- key: ${quoted(key)}\n  short: ${quoted(short)}\n  long: ${quoted(long)}`)
    .join('\n');

const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').replaceAll('"', '”'));

export function readDeclared(written: string): readonly AbbreviationDeclaration[] {
  const source = `acronyms:\n${written}`;
  return readYaml(source, 0, source.length).entries.flatMap(({ value }) => readAcronyms(source, value, 'acronyms'));
}
