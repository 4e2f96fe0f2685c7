import type { Edit, Plan } from '../../base/edit';
import { contains } from '../../base/span';
import { compositionKey } from '../../chemistry/composition';
import type { ScriptedRun } from '../../chemistry/typeset';
import { type FileCandidates, readFile } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import type { FormulaCandidate } from '../../manuscript/recognise/formulas';
import { inMarkup } from '../../rules/editing/markup';
import { applyEdits } from '../../rules/fixAll';
import { FORMATS, type FormatId } from '../../text';
import type { FormulaWriting, Markup } from '../../text/format';
import { declared } from '../reread';
import { type PlacedFormula, placedFormulas } from './places';

/** A way to set all formulas of a manuscript. */
export interface FormulaForm {
  readonly markup: Markup;
  /** `LiPF$_6$` */
  readonly shown: string;
}

/** The ways that are offered for a manuscript, in the order in which they are listed: those that need a package where it has it. */
export function formsFor(manuscript: Manuscript): FormulaForm[] {
  const { format } = manuscript.main.parsed;
  const used = new Set(manuscript.files.flatMap(({ uri }) => placesIn(manuscript, uri).map(({ markup }) => markup)));
  const hasMhchem = manuscript.files.some(({ parsed }) => parsed.packages.has('mhchem'));
  const ways: Markup[] = [...FORMATS[format].formulas.markups];
  if (hasMhchem || used.has('ce')) ways.unshift('ce');
  if (used.has('unicode') && !ways.includes('unicode')) ways.push('unicode');
  return ways.flatMap((markup) => {
    const shown = inMarkup(EXAMPLE, markup, format);
    return shown === undefined ? [] : [{ markup, shown }];
  });
}

const EXAMPLE: readonly ScriptedRun[] = [
  { text: 'LiPF', script: 'normal' },
  { text: '6', script: 'sub' },
];

/**
 * Sets every formula of the manuscript in one way. Each file is read again as it would be: what would not read as the same
 * formulas in the same words stays as it is. In headings the way is that of most formulas in headings, and none where they
 * are flat.
 */
export function planFormulas(manuscript: Manuscript, markup: Markup): Plan {
  const inHeadings = usualInHeadings(manuscript);
  const edits = manuscript.files.flatMap((file) => {
    const wanted = placesIn(manuscript, file.uri).flatMap(
      (place) => editOf(file, place, place.inHeading ? inHeadings : markup) ?? [],
    );
    const others = manuscript.files.filter(({ uri }) => uri !== file.uri);
    const definitions = others.map(({ parsed }) => parsed.definitions).join('\n');
    return wanted.length === 0 ? [] : provable(new Proof(file, manuscript, definitions), wanted);
  });
  return { edits, creates: [] };
}

const placesIn = (manuscript: Manuscript, uri: string): PlacedFormula[] => placedFormulas(manuscript.analysis(uri)!);

function usualInHeadings(manuscript: Manuscript): Markup | undefined {
  const counts = new Map<Markup | undefined, number>();
  for (const { uri } of manuscript.files)
    for (const { inHeading, markup } of placesIn(manuscript, uri))
      if (inHeading) counts.set(markup, (counts.get(markup) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function editOf(
  { uri, parsed: { source, format } }: FileCandidates,
  { span, runs, markup: present }: PlacedFormula,
  markup: Markup | undefined,
): Edit | undefined {
  const newText =
    markup && canHold(markup, runs) ? inMarkup(runs.map(typedIn(markup, format)), markup, format) : undefined;
  const written = source.slice(span.start, span.end);
  // How the author types a minus or a dot in that markup is left as it is.
  const isSet =
    newText === written || (present === markup && newText !== undefined && typed(newText) === typed(written));
  return newText === undefined || isSet ? undefined : { uri, span, newText };
}

/** In `\ce` a number after the dot of a hydrate must be whole: in `\ce{CaSO4.0.5H2O}` no one knows which dot is which. */
const canHold = (markup: Markup, runs: readonly ScriptedRun[]): boolean =>
  markup !== 'ce' || runs.every(({ text, script }) => script !== 'normal' || !/·\d*\./.test(text));

/** The minus of a charge or an index, and the dot of a hydrate, as the markup wants them typed. */
const typedIn =
  (markup: Markup, format: FormatId) =>
  ({ text, script }: ScriptedRun): ScriptedRun => {
    if (script === 'normal') return { text: text.replace(/·/g, () => dotIn(markup, format)), script };
    const isMath = markup === 'dollars' || markup === 'upright' || markup === 'ce';
    const minus = isMath ? '-' : signIn('−', markup, format);
    return { text: text.replace(/[-−–]/g, () => minus), script };
  };

function dotIn(markup: Markup, format: FormatId): string {
  if (markup === 'ce') return '.';
  if (markup === 'upright') return '\\cdot ';
  return signIn('·', markup, format);
}

function signIn(sign: string, markup: Markup, format: FormatId): string {
  const { signs }: FormulaWriting = FORMATS[format].formulas;
  return (markup === 'unicode' ? undefined : signs?.[sign]) ?? sign;
}

/** One file read again with edits. */
class Proof {
  private readonly before: FileCandidates;

  constructor(
    readonly file: FileCandidates,
    private readonly manuscript: Manuscript,
    private readonly definitions: string,
  ) {
    this.before = this.read(file.parsed.source);
  }

  /** Blocks that would read otherwise; undefined where they cannot be told apart. */
  changedBlocks(edits: readonly Edit[]): ReadonlySet<number> | undefined {
    const after = this.read(applyEdits(this.file.parsed.source, edits));
    const [old, now] = [blocksOf(this.before), blocksOf(after)];
    if (old.length !== now.length || declared(this.before) !== declared(after)) return undefined;
    return new Set(old.flatMap((block, i) => (block === now[i] ? [] : [i])));
  }

  blockOf({ span }: Edit): number {
    const { prose } = this.file.parsed;
    return prose.blocks.findIndex((block) => {
      const source = prose.toSource(block);
      return contains(source, span) || (source.start <= span.end && span.start <= source.end);
    });
  }

  private read(source: string): FileCandidates {
    return readFile(this.file.uri, this.file.parsed.format, source, this.manuscript.catalogue, this.definitions);
  }
}

/** Each block in its words and with what its formulas are made of. */
function blocksOf({ parsed: { prose }, formulas }: FileCandidates): string[] {
  return prose.blocks.map((block) => {
    const of = formulas.filter(({ prose: at }) => contains(block, at));
    return JSON.stringify([plain(prose.slice(block)), of.map((f) => [f.prose.start - block.start, ...atomsOf(f)])]);
  });
}

/** With one kind of minus. */
const plain = (text: string): string => text.replace(/\$-\$|[−–]/g, '-');

/** With one kind of dot, too: `$\\cdot$`, `·`, in `\\ce` a full stop or an asterisk. */
const typed = (markup: string): string =>
  plain(markup)
    .replace(/\\(?:cdot|textperiodcentered)\b ?|(?<=^\$?\\ce\{.*)[.*]/g, '·')
    .replaceAll('$', '');

const atomsOf = ({ prose, formula: { composition, charge, variables } }: FormulaCandidate) => [
  prose.end - prose.start,
  composition ? compositionKey(composition) : variables,
  charge,
];

/** The edits after which everything reads as before: those of blocks that do not, and what cannot be told, are tried by halves. */
function provable(proof: Proof, edits: readonly Edit[]): readonly Edit[] {
  if (edits.length === 0) return [];
  const changed = proof.changedBlocks(edits);
  if (changed?.size === 0) return edits;
  if (edits.length === 1) return [];
  const suspect = changed ? edits.filter((edit) => changed.has(proof.blockOf(edit))) : edits;
  const good = edits.filter((edit) => !suspect.includes(edit));
  const middle = Math.ceil(suspect.length / 2);
  const kept = [
    ...(suspect.length < edits.length ? good : []),
    ...provable(proof, suspect.slice(0, suspect.length === edits.length ? middle : suspect.length)),
    ...(suspect.length === edits.length ? provable(proof, suspect.slice(middle)) : []),
  ];
  return proof.changedBlocks(kept)?.size === 0 ? kept : [];
}
