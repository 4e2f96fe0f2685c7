import type { AbbreviationDeclaration } from '../parsedFile';

/** The declared abbreviations by key; the first declaration of a key counts. */
export type Glossary = ReadonlyMap<string, AbbreviationDeclaration>;

export function glossaryOf(declarations: readonly AbbreviationDeclaration[]): Glossary {
  const glossary = new Map<string, AbbreviationDeclaration>();
  for (const declaration of declarations) {
    if (!glossary.has(declaration.key)) glossary.set(declaration.key, declaration);
  }
  return glossary;
}
