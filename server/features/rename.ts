import type { Edit, Plan } from '../base/edit';
import type { Refusal } from '../base/refusal';
import { overlaps, type SourceSpan, type Span } from '../base/span';
import { fileName } from '../base/uris';
import { isShortForm } from '../manuscript/definitions/shortForm';
import { hasOwnKey } from '../manuscript/entries';
import type { Manuscript } from '../manuscript/manuscript';
import { occurrences } from '../manuscript/occurrences';
import { FORMATS } from '../text';
import type { ManuscriptContext } from '../workspace/workspace';
import { type Appearance, appearancesOf, shortFormAt } from './appearances';
import { besideKey, canStandBeside } from './besideKey';

/** What would be renamed at a source offset; undefined where there is no short form. */
export function renameableAt(
  context: ManuscriptContext,
  offset: number,
): { readonly short: string; readonly span: SourceSpan } | undefined {
  const found = shortFormAt(context, offset);
  if (!found) return undefined;
  return { short: found.short, span: lettersIn(found.span, found.short, context.file.parsed.source) ?? found.span };
}

/**
 * Writes another short form wherever the one at the offset occurs: text, definition, list, declaration. Keys of a
 * glossary and a plural s stay.
 */
export function renameAt(context: ManuscriptContext, offset: number, newName: string): Plan | Refusal {
  const found = shortFormAt(context, offset);
  if (!found) return { refused: 'No abbreviation was found here.' };
  const { manuscript } = context;
  const refused = whyTaken(newName.trim(), found.short, manuscript);
  if (refused !== undefined) return { refused };
  const renaming = { from: found.short, to: newName.trim(), manuscript };
  const edits = appearancesOf(found.short, manuscript).flatMap((at) => renamed(at, renaming) ?? []);
  return {
    edits: edits.filter((edit, i) => !edits.slice(0, i).some((earlier) => isSamePlace(earlier, edit))),
    creates: [],
  };
}

/** Both a declaration and a definition may be there: `` {abbr}`FEC (fluoroethylene carbonate)` ``. */
const isSamePlace = (a: Edit, b: Edit): boolean =>
  a.uri === b.uri && a.span.start === b.span.start && a.span.end === b.span.end;

/** Why a short form cannot have this name; undefined where it can. */
function whyTaken(to: string, from: string, manuscript: Manuscript): string | undefined {
  if (!isShortForm(to)) return `“${to}” cannot be a short form: letters and digits, at least two.`;
  if (to === from) return undefined;
  const placed = manuscript.abbreviations.expansion(to);
  if (placed) return `“${to}” stands for “${placed.definition.long}” already.`;
  for (const { uri, parsed } of manuscript.files) {
    const [used] = occurrences(parsed.prose, new Set([to]));
    if (!used) continue;
    const line = parsed.prose.lineOf(parsed.prose.toSource(used.prose).start);
    return `“${to}” is used already, in line ${line} of ${fileName(uri)}.`;
  }
  return undefined;
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly manuscript: Manuscript;
}

function renamed(at: Appearance, { from, to, manuscript }: Renaming): Edit | undefined {
  const { parsed } = manuscript.files.find(({ uri }) => uri === at.uri)!;
  const { source, format } = parsed;
  if (at.managed) {
    const key = keyedByShortForm(from, manuscript) ? lettersIn(at.span, from, source) : undefined;
    return key && { uri: at.uri, span: key, newText: to };
  }
  const newText = FORMATS[format].escape(to);
  const beside = at.role === 'definition' ? besideKey(at.span, to, parsed) : undefined;
  if (beside) return { uri: at.uri, ...beside };
  const letters = lettersIn(at.span, from, source);
  if (letters) return { uri: at.uri, span: letters, newText };
  // `\acrfull{fec}` prints the definition that its entry holds.
  if (parsed.glossaryUses.some(({ span }) => overlaps(span, at.span))) return undefined;
  return { uri: at.uri, span: at.span, newText: at.plural ? `${newText}s` : newText };
}

/** The letters of the short form within its markup; undefined where markup is between them, or they name a macro. */
function lettersIn({ start, end }: Span, short: string, source: string): Span | undefined {
  const at = source.indexOf(short, start);
  return at < 0 || at + short.length > end || source[at - 1] === '\\'
    ? undefined
    : { start: at, end: at + short.length };
}

/** True where uses name the short form because the entry has no key: `#acr("FEC")` of acrostiche. */
const keyedByShortForm = (short: string, { files }: Manuscript): boolean =>
  files.some(({ parsed }) => parsed.declarations.some((d) => d.short === short && !hasOwnKey(d) && !canStandBeside(d)));
