import { type SourceSpan, touches } from '../base/span';
import { citedAt, numberedWorks } from '../manuscript/numberedWorks';
import { namingFile, pathsOf } from '../text';
import type { FileReference } from '../text/parsedFile';
import type { ManuscriptContext } from '../workspace/workspace';
import { shortFormAt } from './appearances';
import { citationKeyAt } from './references';
import type { SourcePlace } from './sourcePlace';

/** Where something is defined, and the stretch at the caret that leads there. */
export interface FoundDefinition {
  readonly origin: SourceSpan;
  readonly target: SourcePlace;
}

type Finder = (context: ManuscriptContext, offset: number) => FoundDefinition | undefined;

/** A citation key or number leads to its entry, an include to its file, a short form to where the text explains it. */
export function definitionAt(context: ManuscriptContext, offset: number): FoundDefinition | undefined {
  for (const find of FINDERS) {
    const found = find(context, offset);
    if (found) return found;
  }
  return undefined;
}

const citation: Finder = (context, offset) => {
  const cited = citationKeyAt(context, offset);
  const found = cited && context.bibliography.entry(cited.key);
  return found && { origin: cited.span, target: { uri: found.uri, span: found.entry.keySpan } };
};

/** A number leads to the work of the list in the text, the first of a range. */
const number: Finder = ({ file }, offset) => {
  const works = numberedWorks(file.candidates);
  const found = works && citedAt(works, offset);
  return found && { origin: found.span, target: { uri: file.uri, span: found.items[0]!.numberSpan } };
};

const include: Finder = ({ file, manuscript }, offset) => {
  const named = file.parsed.includes.find(({ span }) => touches(span, offset));
  if (!named) return undefined;
  const { candidates } = pathsOf(file).include(named, namingFile(file, manuscript.files));
  const target = candidates.find((uri) => manuscript.files.some((one) => one.uri === uri));
  return target === undefined ? undefined : beginningOf(target, named);
};

const namedBibliography: Finder = ({ file, manuscript, bibliography }, offset) => {
  const named = file.parsed.bibliographies.find(({ span }) => touches(span, offset));
  const target = named && pathsOf(file).bibliography(named, namingFile(file, manuscript.files));
  return target && bibliography.files.some(({ uri }) => uri === target) ? beginningOf(target, named) : undefined;
};

const beginningOf = (uri: string, { span }: FileReference): FoundDefinition => ({
  origin: span,
  target: { uri, span: { start: 0, end: 0 } },
});

const abbreviation: Finder = (context, offset) => {
  const found = shortFormAt(context, offset);
  const placed = found && context.manuscript.abbreviations.expansion(found.short);
  if (!placed) return undefined;
  const { uri } = placed.file;
  return { origin: found.span, target: { uri, span: placed.definition.source.whole } };
};

const FINDERS: readonly Finder[] = [citation, number, include, namedBibliography, abbreviation];
