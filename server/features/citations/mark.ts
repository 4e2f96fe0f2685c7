import type { Edit, Insertion } from '../../base/edit';
import { touches } from '../../base/span';
import { UNSPACED } from '../../base/words';
import type { CitationUse, ParsedFile } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Refusal } from '../refusal';
import { type CiteCommand, citationForm, citedKeys, mostFrequent } from './forms';
import { type CitationPlaces, citationPlaces } from './places';
import { CitationProof } from './proof';

/**
 * The edit that cites keys for a caret at a source offset: in the citation that the caret touches, or as a mark of its own
 * where the caret's word ends. Every edit has been proved by reading the changed text. With `textual` the names of the authors
 * become part of the sentence, where the manuscript has a form for that and the caret is in no citation.
 */
export function citeAt(
  context: ManuscriptContext,
  caret: number,
  keys: readonly string[],
  command: CiteCommand | 'numbers',
  textual = false,
): Edit | Refusal {
  const { uri, parsed } = context.file;
  const form = citationForm(parsed, command);
  const proof = new CitationProof(context);
  const use = citationTouching(parsed, caret);
  const cited = use ? citedKeys(use, parsed.source) : [];
  const fresh = keys.filter((key) => !cited.includes(key));
  if (fresh.length === 0) return { refused: `${keys.join(', ')} is cited here already.` };

  const joined = use && form.joined(use, fresh);
  if (joined && proof.isJoined(joined, use, fresh)) return toEdit(uri, joined);

  const begun = form.begun?.(caret, fresh);
  if (begun && proof.isCompleted(begun, fresh)) return toEdit(uri, begun);

  const places = citationPlaces(context.file, use && caret < use.span.end ? use.span.end : caret);
  const write = (textual && form.textual) || form.mark;
  const insertion = places && newMark(places, fresh, write(fresh), proof, parsed);
  return insertion ? toEdit(uri, insertion) : { refused: NOT_HERE };
}

/** False where the caret is in no text: no reading is needed to tell. */
export const mayCiteAt = ({ file }: ManuscriptContext, caret: number): boolean =>
  citationTouching(file.parsed, caret) !== undefined ||
  citationPlaces(file, caret) !== undefined ||
  citationForm(file.parsed, 'auto').begun?.(caret, ['key']) !== undefined;

export const NOT_HERE = 'A citation cannot go here: put the caret into a sentence, a caption or a note.';

const toEdit = (uri: string, { at, text }: Insertion): Edit => ({ uri, span: { start: at, end: at }, newText: text });

/** The shortest citation at the caret; between two, the one that ends there. */
const citationTouching = ({ citations }: ParsedFile, caret: number): CitationUse | undefined =>
  citations
    .filter(({ span }) => touches(span, caret))
    .sort((a, b) => Number(b.span.end === caret) - Number(a.span.end === caret) || length(a) - length(b))[0];

const length = ({ span }: CitationUse): number => span.end - span.start;

/** At the first place where it proves to be a citation and nothing else. */
function newMark(
  { offsets, block }: CitationPlaces,
  keys: readonly string[],
  mark: string,
  proof: CitationProof,
  parsed: ParsedFile,
): Insertion | undefined {
  return offsets
    .map((at): Insertion => ({ at, text: lead(parsed, at) + mark }))
    .find((insertion) => proof.isNewMark(insertion, keys, block));
}

/** What parts the mark from the word before it: what the manuscript has elsewhere, or else a tie in LaTeX, a space in the others. */
function lead({ citations, format, source }: ParsedFile, offset: number): string {
  if (/[\s~({[]/.test(source[offset - 1] ?? '\n')) return '';
  if (format === 'typst') return ' ';
  const usual = mostFrequent(
    citations.flatMap(({ span, keys, prose }) => {
      const before = source[span.start - 1] ?? '\n';
      if (keys.length === 0 || prose.end === prose.start || /[\n({[]/.test(before)) return [];
      return [before === '~' ? '~' : /\s/.test(before) ? ' ' : ''];
    }),
  );
  if (usual === undefined && UNSPACED.test(source[offset - 1]!)) return '';
  return usual ?? (format === 'latex' ? '~' : ' ');
}
