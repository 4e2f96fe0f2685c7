import type { Edit, Insertion } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { touches } from '../../base/span';
import { UNSPACED } from '../../base/words';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { CiteCommand } from '../../text/citing/citing';
import { type CitationForm, type CitedWork, citedKeys, keysOf, mostFrequent } from '../../text/citing/form';
import type { NumberMark } from '../../text/citing/numbered';
import { DOTTED_WORDS } from '../../text/dottedWords';
import { citationForm, FORMATS } from '../../text/formats';
import type { CitationUse, ParsedFile } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import { type CitationPlaces, citationPlaces } from './places';
import { citeInText } from './printed';
import { CitationProof } from './proof';

/**
 * The edits that cite works for a caret at a source offset: in the citation that the caret touches, or as a mark of its own
 * where the caret's word ends; a citation in brackets that is beside it there takes the works. Everything that they do has been
 * proved by reading the changed text. With `textual` the names of the authors become part of the sentence, where the manuscript
 * has a form for that and the caret is in no citation.
 */
export function citeAt(
  context: ManuscriptContext,
  caret: number,
  works: readonly CitedWork[],
  by: CiteCommand | NumberMark,
  textual = false,
): readonly Edit[] | Refusal {
  const { file } = context;
  const { uri, parsed } = file;
  const proof = new CitationProof(context);
  if (typeof by !== 'string' && by.open !== '[') {
    const printed = citeInText(context, caret, works, by, proof) ?? { refused: NOT_HERE };
    return isRefusal(printed) ? printed : [toEdit(uri, printed)];
  }
  const form = citationForm(parsed, by);
  const numbers = typeof by === 'string' ? undefined : by;
  const touched = citationTouching(parsed, caret);
  const fresh = notCitedIn(touched, works, parsed);
  if (fresh.length === 0) return citedAlready(works);

  const joined = touched && joinedTo(touched, fresh, form, proof);
  if (joined) return joined.map((insertion) => toEdit(uri, insertion));

  const begun = form.begun?.(caret, fresh);
  if (begun && proof.isCompleted(begun, keysOf(fresh))) return [toEdit(uri, begun)];

  const marks = textual && form.textual ? form.textual(fresh) : form.marks(fresh);
  if (isRefusal(marks)) return marks;
  const places = citationPlaces(file, touched && caret < touched.span.end ? touched.span.end : caret);
  const mark = places && newMark(places, keysOf(fresh), marks, proof, parsed, numbers);
  if (!mark) return { refused: NOT_HERE };
  const beside = touched || textual ? undefined : citationBeside(parsed, mark.at, form);
  const placed = (beside && citeBeside(beside, file, works, form, proof, numbers)) ?? [mark];
  return isRefusal(placed) ? placed : placed.map((insertion) => toEdit(uri, insertion));
}

/** Into a citation, or as a mark after it where it takes no such work; undefined where neither passes. */
function citeBeside(
  use: CitationUse,
  file: FileAnalysis,
  works: readonly CitedWork[],
  form: CitationForm,
  proof: CitationProof,
  numbers: NumberMark | undefined,
): readonly Insertion[] | Refusal | undefined {
  const fresh = notCitedIn(use, works, file.parsed);
  if (fresh.length === 0) return citedAlready(works);
  const joined = joinedTo(use, fresh, form, proof);
  if (joined) return joined;
  const marks = form.marks(fresh);
  const places = citationPlaces(file, use.span.end);
  if (isRefusal(marks) || !places) return undefined;
  const mark = newMark(places, keysOf(fresh), marks, proof, file.parsed, numbers);
  return mark && [mark];
}

/** The works that a citation does not hold yet. */
const notCitedIn = (use: CitationUse | undefined, works: readonly CitedWork[], { source }: ParsedFile): CitedWork[] => {
  if (!use) return [...works];
  const cited = citedKeys(use, source);
  const typed = source.slice(use.span.start, use.span.end);
  return works.filter((work) => !isAmong(cited, work) || citesElsewhere(typed, work));
};

const citedAlready = (works: readonly CitedWork[]): Refusal => ({
  refused: `${keysOf(works).join(', ')} is cited here already.`,
});

function joinedTo(
  use: CitationUse,
  works: readonly CitedWork[],
  form: CitationForm,
  proof: CitationProof,
): readonly Insertion[] | undefined {
  const joined = form.joined(use, works);
  return joined && proof.isJoined(joined, use, keysOf(works)) ? joined : undefined;
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

/**
 * The citation in brackets that a mark at the offset would be printed next to, with no word between: the one that ends there, the
 * one that comes after the space, or the one after the stop, where a manuscript raises its numbers.
 */
function citationBeside({ citations, source }: ParsedFile, at: number, form: CitationForm): CitationUse | undefined {
  const isNext = ({ span: { start, end } }: CitationUse): boolean =>
    end === at || (at <= start && start < at + FARTHEST && NOTHING_BETWEEN.test(source.slice(at, start)));
  return ENDS_CLAUSE.test(source.slice(Math.max(0, at - FARTHEST), at))
    ? undefined
    : citations.find((use) => isNext(use) && form.isBracketed(use));
}

/** A citation after it is about what comes: `As shown earlier, [@a] grew films`. */
const ENDS_CLAUSE = new RegExp(String.raw`(?<!(?:^|[\s(])(?:${DOTTED_WORDS}))[.,;:]$`, 'u');
const FARTHEST = 100;
const NOTHING_BETWEEN = /^(?:[ \t~\u00A0]*(?:\r?\n[ \t]*)?|[.,;:])$/;

/** At the first place where they prove to be citations and nothing else. */
function newMark(
  { offsets, block }: CitationPlaces,
  keys: readonly string[],
  [first, ...others]: readonly string[],
  proof: CitationProof,
  parsed: ParsedFile,
  numbers: NumberMark | undefined,
): Insertion | undefined {
  const usual = numbers ? (numbers.isApart ? undefined : '') : usualLead(parsed);
  const rest = others.map((mark) => (usual ?? defaultLead(parsed)) + mark).join('');
  return offsets
    .map((offset) => (numbers?.isAfterStop && /[.,;]/.test(parsed.source[offset] ?? '') ? offset + 1 : offset))
    .map((at): Insertion => ({ at, text: lead(parsed, at, usual) + first + rest }))
    .find((insertion) => proof.isNewMark(insertion, keys, block));
}

/** What parts the mark from the word before it: what the manuscript has elsewhere, or else what its format has. */
function lead(parsed: ParsedFile, offset: number, usual: string | undefined): string {
  const { source } = parsed;
  if (/[\s~({[]/.test(source[offset - 1] ?? '\n')) return '';
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
