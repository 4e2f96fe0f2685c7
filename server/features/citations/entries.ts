import type { Edit, NewFile } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { fileName } from '../../base/uris';
import type { LoadedBibliography } from '../../bibliography/bibliography';
import type { KeySource } from '../../bibliography/keys/newKey';
import type { Reference } from '../../bibliography/reference';
import { inserterFor, type WritingContext } from '../../bibliography/write';
import { FORMATS } from '../../text';
import type { NumberMark } from '../../text/citing/numbered';
import { unencodable } from '../../workspace/fileText';
import type { ManuscriptContext } from '../../workspace/workspace';
import { keepChoice } from './choice';
import { addToList, type ReferenceList, referenceList } from './referenceList';
import type { Citable, WorkSource } from './search';
import { type Choice, chooseTarget, isUndeclared, type Target } from './target';

/** What makes works ready to be cited. */
export interface Added {
  /** Of the works in their order. */
  readonly keys: readonly string[];
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
  readonly message?: string;
  /** Where there are several bibliographies, and none has been chosen. */
  readonly choices?: readonly Choice[];
  /** How the manuscript cites by the numbers of its list; absent where it cites by keys. */
  readonly numbers?: NumberMark;
}

export interface AddOptions {
  /** URI of the file that the writer chose. */
  readonly wanted?: string | undefined;
  /** The works are cited already, by the keys that they come with. */
  readonly keepKeys?: boolean;
}

/**
 * Adds the works to the bibliography of the manuscript that it lacks, wherever they come from.
 */
export function addEntries(
  chosen: readonly Citable[],
  context: ManuscriptContext,
  { wanted, keepKeys = false }: AddOptions = {},
): Added | Refusal {
  if (FORMATS[context.file.parsed.format].citing.worksBy === 'number') {
    const list = referenceList(context) ?? noList(context);
    return isRefusal(list) ? list : intoList(list, chosen, context);
  }
  const beside = chosen.map((c) => fileOf(c, context)).find((uri) => uri !== undefined && isUndeclared(context, uri));
  const lacking = chosen.filter((c) => isLacking(c, context));
  if (lacking.length === 0 && !beside) return { keys: chosen.map((c) => c.reference.key), edits: [], creates: [] };
  const list = isNamed(context) ? undefined : referenceList(context);
  if (list) return intoList(list, chosen, context);
  const target = chooseTarget(context, wanted ?? beside);
  if (isRefusal(target)) return target;
  const written = write(target, lacking, context, keepKeys);
  if (isRefusal(written)) return written;
  const isOpen = target.choices.length > 1 && wanted === undefined && context.settings.entries === undefined;
  const kept = wanted !== undefined && target.choices.length > 1 ? keepChoice(context, target.uri) : undefined;
  let next = 0;
  const message = messageOf(target, written);
  return {
    keys: chosen.map((c) => (lacking.includes(c) ? written.keys[next++]! : c.reference.key)),
    edits: [...written.edits, ...target.edits, ...(kept?.edits ?? [])],
    creates: [...written.creates, ...(kept?.creates ?? [])],
    ...(message !== undefined && { message }),
    ...(isOpen && { choices: target.choices }),
  };
}

const isNamed = ({ bibliography: { roles } }: ManuscriptContext): boolean =>
  [...roles.values()].some((role) => role === 'named' || role === 'project');

const noList = ({ file: { uri } }: ManuscriptContext): Refusal => ({
  refused:
    `Plain text cites works by their numbers in a list, and ${fileName(uri)} has none: ` +
    'begin it with the heading “References” and the line “[1] A. Author, Title, 2001.”',
});

function intoList(list: ReferenceList, chosen: readonly Citable[], context: ManuscriptContext): Added {
  const { keys, edits } = addToList(
    list,
    chosen.map((c) => c.reference),
    context,
  );
  const known = new Set(list.items.map(({ key }) => key));
  const [added, present] = [keys.filter((key) => !known.has(key)), keys.filter((key) => known.has(key))];
  const name = fileName(list.uri);
  const named = (works: readonly string[]) => `${list.numbers ? 'no. ' : ''}${works.join(', ')}`;
  const said = [
    added.length > 0 && `Added ${named(added)} to the references in ${name}.`,
    present.length > 0 && `${name} has ${named(present)} already.`,
  ].filter((sentence) => sentence);
  return { keys, edits, creates: [], message: said.join(' '), ...(list.numbers && { numbers: list.numbers }) };
}

const fileOf = ({ source, reference }: Citable, { bibliography }: ManuscriptContext): string | undefined =>
  source === 'workspace' ? bibliography.entry(reference.key)?.uri : undefined;

/** The manuscript is not typeset with the file that the work is in. */
function isLacking(citable: Citable, context: ManuscriptContext): boolean {
  const uri = fileOf(citable, context);
  const role = uri && context.bibliography.roles.get(uri);
  return (
    uri === undefined ||
    role === 'library' ||
    (role === 'project' && [...context.bibliography.roles.values()].includes('named'))
  );
}

interface Written {
  readonly keys: readonly string[];
  /** Those of new entries. */
  readonly added: readonly string[];
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
}

/** The text of the bibliography with the entries in it, and the keys they got. */
function write(
  { uri, file }: Target,
  lacking: readonly Citable[],
  context: ManuscriptContext,
  keepKeys: boolean,
): Written | Refusal {
  const insert = inserterFor(uri);
  let text = file?.text ?? '';
  const keys: string[] = [];
  const added: string[] = [];
  for (const { reference, source } of lacking) {
    const insertion = insert(
      text,
      reference,
      contextOf(context, uri, keepKeys ? 'work' : keySource(source, reference)),
    );
    if (!insertion)
      return {
        refused: `“${fileName(uri)}” has no place for another work: close what is open in it, or write its works one below the other.`,
      };
    text = text.slice(0, insertion.offset) + insertion.newText + text.slice(insertion.offset);
    keys.push(insertion.key);
    if (insertion.newText !== '') added.push(insertion.key);
  }
  if (!file) return { keys, added, edits: [], creates: [{ uri, text }] };
  return { keys, added, edits: added.length > 0 ? [replacement(file, text)] : [], creates: [] };
}

function contextOf(
  { bibliography, manuscript, otherEncodings }: ManuscriptContext,
  target: string,
  keyFrom: KeySource,
): WritingContext {
  // Files are read in the order in which they are named; a new one comes last.
  const at = bibliography.files.findIndex(({ uri }) => uri === target);
  const before = at < 0 ? bibliography.files : bibliography.files.slice(0, at);
  const others = before.filter(({ uri }) => bibliography.roles.get(uri) === 'named');
  const strings = new Map(others.flatMap(({ file }) => [...(file.strings ?? [])]));
  const file = otherEncodings.get(target);
  return {
    journals: manuscript.catalogue.journals,
    strings,
    keyFrom,
    yaml: manuscript.main.parsed.format === 'typst' ? 'hayagriva' : 'csl',
    holds: (text) => file === undefined || unencodable(text, file) === undefined,
  };
}

/**
 * Writers know the keys of their own works, those that they or Better BibTeX gave them in Zotero among them, but not those of publishers,
 * of Zotero itself and of Interphase. Of a mere DOI no key can be made.
 */
const keySource = (source: WorkSource, { key, authors, title }: Reference): KeySource =>
  source === 'library' ||
  source === 'workspace' ||
  (source === 'zotero' && !MADE_BY_ZOTERO.test(key)) ||
  (authors.length === 0 && title === undefined)
    ? 'work'
    : 'file';

/** Name, first word of the title, year: `zott_growth_2018-1`. */
const MADE_BY_ZOTERO = /^[^_].*_[^_]*_(?:\d{4}|nodate)(?:-\d+)?$/;

function messageOf({ uri, file, note }: Target, { keys, added }: Written): string | undefined {
  const name = fileName(uri);
  const present = keys.filter((key) => !added.includes(key));
  const said = [
    added.length > 0 && `Added ${added.join(', ')} to ${name}${file ? '' : ', a new file'}.`,
    present.length > 0 && `${name} has ${present.join(', ')} already.`,
    added.length > 0 && note,
  ].filter((sentence) => sentence);
  return said.length === 0 ? undefined : said.join(' ');
}

/** The smallest edit that makes the new text of the old. */
function replacement({ uri, text: before }: LoadedBibliography, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let endAfter = after.length;
  while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) {
    end--;
    endAfter--;
  }
  return { uri, span: { start, end }, newText: after.slice(start, endAfter) };
}
