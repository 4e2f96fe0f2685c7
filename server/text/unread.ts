import type { FormatId } from './formats';
import type { ParsedFile } from './parsedFile';
import { ProseBuilder } from './proseBuilder';

/** A file of which nothing is read as text, and nothing else yet: a package, a glossary, a list of chapters. */
export const unread = (format: FormatId, source: string): ParsedFile => ({
  format,
  source,
  prose: new ProseBuilder(source).build(),
  comments: [],
  citations: [],
  declarations: [],
  glossaryUses: [],
  entryKeys: [],
  termKeys: new Set(),
  glossaries: [],
  includes: [],
  bibliographies: [],
  packages: new Set(),
  bibitems: [],
  yamlReferences: [],
  definitions: '',
});
