import type { Edit, Insertion } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { touches } from '../../base/span';
import { UNSPACED } from '../../base/words';
import type { CiteCommand } from '../../text/citing/citing';
import { type CitedWork, citedKeys, keysOf, mostFrequent } from '../../text/citing/form';
import type { NumberMark } from '../../text/citing/numbered';
import { citationForm, FORMATS } from '../../text/formats';
import type { CitationUse, ParsedFile } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import { type CitationPlaces, citationPlaces } from './places';
import { citeInText } from './printed';
import { CitationProof } from './proof';

/**
 * The edits that cite works for a caret at a source offset: in the citation that the caret touches, or as a mark of its own
 * where the caret's word ends. Everything that they do has been proved by reading the changed text. With `textual` the names of
 * the authors become part of the sentence, where the manuscript has a form for that and the caret is in no citation.
 */
export function citeAt(
  context: ManuscriptContext,
  caret: number,
  works: readonly CitedWork[],
  by: CiteCommand | NumberMark,
  textual = false,
): readonly Edit[] | Refusal {
  const { uri, parsed } = context.file;
  const proof = new CitationProof(context);
  if (typeof by !== 'string' && by.open !== '[') {
    const printed = citeInText(context, caret, works, by, proof) ?? { refused: NOT_HERE };
    return isRefusal(printed) ? printed : [toEdit(uri, printed)];
  }
  const form = citationForm(parsed, typeof by === 'string' ? by : 'numbers');
  const use = citationTouching(parsed, caret);
  const cited = use ? citedKeys(use, parsed.source) : [];
  const fresh = works.filter(
    (work) => !isAmong(cited, work) || (use && citesElsewhere(parsed.source.slice(use.span.start, use.span.end), work)),
  );
  if (fresh.length === 0) return { refused: `${keysOf(works).join(', ')} is cited here already.` };
  const keys = keysOf(fresh);

  const joined = use && form.joined(use, fresh);
  if (joined && proof.isJoined(joined, use, keys)) return joined.map((insertion) => toEdit(uri, insertion));

  const begun = form.begun?.(caret, fresh);
  if (begun && proof.isCompleted(begun, keys)) return [toEdit(uri, begun)];

  const marks = textual && form.textual ? form.textual(fresh) : form.marks(fresh);
  if (isRefusal(marks)) return marks;
  const places = citationPlaces(context.file, use && caret < use.span.end ? use.span.end : caret);
  const insertion = places && newMark(places, keys, marks, proof, parsed);
  return insertion ? [toEdit(uri, insertion)] : { refused: NOT_HERE };
}

const isAmong = (cited: readonly string[], { key, aliases = [] }: CitedWork): boolean =>
  [key, ...aliases].some((known) => cited.includes(known));

/** True where a citation does not name the page of the work that is wanted now. */
function citesElsewhere(mark: string, { locator }: CitedWork): boolean {
  const folded = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const wanted = locator === undefined ? '' : folded(locator);
  return wanted !== '' && !new RegExp(`${wanted}(?!\\p{N})`, 'u').test(folded(mark));
}

/** False where the caret is in no text: no reading is needed to tell. */
export const mayCiteAt = ({ file }: ManuscriptContext, caret: number): boolean =>
  citationTouching(file.parsed, caret) !== undefined ||
  citationPlaces(file, caret) !== undefined ||
  citationForm(file.parsed, 'auto').begun?.(caret, [{ key: 'key' }]) !== undefined;

export const NOT_HERE = 'A citation cannot go here: put the caret into a sentence, a caption or a note.';

const toEdit = (uri: string, { at, text }: Insertion): Edit => ({ uri, span: { start: at, end: at }, newText: text });

/** The shortest citation at the caret; between two, the one that ends there. */
const citationTouching = ({ citations }: ParsedFile, caret: number): CitationUse | undefined =>
  citations
    .filter(({ span }) => touches(span, caret))
    .sort((a, b) => Number(b.span.end === caret) - Number(a.span.end === caret) || length(a) - length(b))[0];

const length = ({ span }: CitationUse): number => span.end - span.start;

/** At the first place where they prove to be citations and nothing else. */
function newMark(
  { offsets, block }: CitationPlaces,
  keys: readonly string[],
  [first, ...others]: readonly string[],
  proof: CitationProof,
  parsed: ParsedFile,
): Insertion | undefined {
  const rest = others.map((mark) => (usualLead(parsed) ?? defaultLead(parsed)) + mark).join('');
  return offsets
    .map((at): Insertion => ({ at, text: lead(parsed, at) + first + rest }))
    .find((insertion) => proof.isNewMark(insertion, keys, block));
}

/** What parts the mark from the word before it: what the manuscript has elsewhere, or else what its format has. */
function lead(parsed: ParsedFile, offset: number): string {
  const { source } = parsed;
  if (/[\s~({[]/.test(source[offset - 1] ?? '\n')) return '';
  const usual = usualLead(parsed);
  if (usual === undefined && UNSPACED.test(source[offset - 1]!)) return '';
  return usual ?? defaultLead(parsed);
}

/** Undefined where nothing is cited after a word yet. */
function usualLead({ citations, format, source }: ParsedFile): string | undefined {
  const { needsLead, lead } = FORMATS[format].citing;
  if (needsLead) return lead;
  return mostFrequent(
    citations.flatMap(({ span, keys, prose }) => {
      const before = source[span.start - 1] ?? '\n';
      if (keys.length === 0 || prose.end === prose.start || /[\n({[]/.test(before)) return [];
      return [before === '~' ? '~' : /\s/.test(before) ? ' ' : ''];
    }),
  );
}

const defaultLead = ({ format }: ParsedFile): string => FORMATS[format].citing.lead;
