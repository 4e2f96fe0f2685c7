import { overlaps, type ProseSpan, type Span } from '../base/span';
import type { FileCandidates } from '../manuscript/fileCandidates';
import { leftOut } from '../manuscript/leftOut';
import type { Mention } from '../manuscript/mention';
import type { Rejected } from '../manuscript/recognise/guard';
import { findings } from '../rules';
import { suppressions } from '../rules/suppression';
import { whereIs } from '../rules/whereIs';
import type { Block, Prose } from '../text/prose';
import { ruleOptions } from '../workspace/projectFile';
import type { ManuscriptContext } from '../workspace/workspace';

/** What one step of reading made of a place. */
export interface Step {
  readonly step: 'prose' | 'block' | 'set as' | 'candidate' | 'left out' | 'mention' | 'abbreviation' | 'rule';
  readonly says: string;
}

/**
 * What each step of reading made of the place at a source offset: the prose with script and setting of its characters, the
 * block, the candidates with the one that is kept, the entry of the abbreviation, the rules. For whoever asks why something is
 * found, or is not.
 */
export function explain(context: ManuscriptContext, offset: number): readonly Step[] {
  const { file } = context;
  const { prose } = file.parsed;
  const at = placeOf(prose, offset);
  if (at === undefined) return [{ step: 'prose', says: 'nothing is read here: markup, a comment, a key or a setting' }];
  const block = prose.blockAt(at)!;
  const found = candidatesAt(file.candidates, at);
  const mentions = file.mentions.filter(({ prose: span }) => covers(span, at));
  const whole = mentions.reduce<Span>((span, mention) => joined(span, mention.prose), wordAt(prose, block, at));
  return [
    { step: 'prose', says: around(prose, block, whole) },
    { step: 'block', says: `${block.kind} in ${block.part}, line ${prose.lineOf(prose.toSource(whole).start)}` },
    ...setAs(prose, whole),
    ...found.map(([kind, span]): Step => ({ step: 'candidate', says: `${kind} “${prose.slice(span)}”` })),
    ...leftOutAt(context, at).map(
      ({ id, prose: span }): Step => ({ step: 'left out', says: `“${prose.slice(span)}” (${id})` }),
    ),
    ...mentions.map((mention): Step => ({ step: 'mention', says: describe(mention, prose) })),
    ...mentions.flatMap((mention) => (mention.kind === 'abbreviation' ? entry(mention.short, context) : [])),
    ...rulesAt(context, prose.toSource(whole)),
  ];
}

/** The prose offset at a source offset, or of the character before it where the caret is at the end of a word. */
function placeOf(prose: Prose, offset: number): number | undefined {
  const here = prose.toProse(offset) ?? (offset > 0 ? prose.toProse(offset - 1) : undefined);
  return here !== undefined && prose.blockAt(here) ? here : undefined;
}

const covers = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

const joined = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

function wordAt({ text }: Prose, block: Block, at: number): Span {
  const before = /\S*$/.exec(text.slice(block.start, at))![0];
  const after = /^\S*/.exec(text.slice(at, block.end))![0];
  return { start: at - before.length, end: at + after.length };
}

const REACH = 40;

function around({ text }: Prose, block: Block, { start, end }: Span): string {
  const before = text.slice(Math.max(block.start, start - REACH), start);
  return `${before}«${text.slice(start, end)}»${text.slice(end, Math.min(block.end, end + REACH))}`;
}

/** Stretches that are not plain text on the line. */
function setAs(prose: Prose, { start, end }: ProseSpan): Step[] {
  const styles = Array.from(
    { length: end - start },
    (_, i) => `${prose.scriptAt(start + i)} ${prose.settingAt(start + i)}`,
  );
  const stretches: { style: string; text: string }[] = [];
  for (const [i, style] of styles.entries()) {
    const last = stretches.at(-1);
    if (last?.style === style) last.text += prose.text[start + i];
    else stretches.push({ style, text: prose.text[start + i]! });
  }
  if (stretches.every(({ style }) => style === 'normal text')) return [];
  return [{ step: 'set as', says: stretches.map(({ style, text }) => `“${text}” ${style}`).join(', ') }];
}

function candidatesAt(file: FileCandidates, at: number): readonly (readonly [string, Span])[] {
  const definitions = file.definitions.flatMap(({ prose, form }) => (prose ? [{ prose: prose.whole, form }] : []));
  return [
    ...file.formulas.map(({ prose, standing }) => [`formula (${standing})`, prose] as const),
    ...file.names.map(({ prose, species }) => [`name of ${species}`, prose] as const),
    ...file.known.map(
      ({ prose, entries }) => [`abbreviation known to the catalogue (${entries.length})`, prose] as const,
    ),
    ...file.shortForms.map(({ prose }) => ['short form', prose] as const),
    ...file.spaceGroups.map(({ prose, number }) => [`space group No. ${number}`, prose] as const),
    ...file.quantities.map(({ prose, unit }) => [`quantity in ${unit}`, prose] as const),
    ...definitions.map(({ prose, form }) => [`definition (${form})`, prose] as const),
  ].filter(([, span]) => covers(span, at));
}

/** What looks there like something that is read, and is something else or a piece of it. */
const leftOutAt = ({ file, manuscript }: ManuscriptContext, at: number): Rejected[] =>
  leftOut(file, manuscript).filter(({ prose }) => covers(prose, at));

function describe(mention: Mention, prose: Prose): string {
  const text = `${mention.kind} “${prose.slice(mention.prose)}”`;
  switch (mention.kind) {
    case 'citation':
      return `citation of ${mention.key}`;
    case 'cell':
      return `${text}: ${mention.type}; ${mention.layers.map(({ role }) => role).join(' | ')}`;
    case 'quantity':
      return `${text} in ${mention.unit}`;
    case 'space-group':
      return `${text}: No. ${mention.number}`;
    case 'abbreviation':
      return `${text}${mention.expansion === undefined ? '' : `: ${mention.expansion}`}${mention.species ? speciesOf(mention) : ''}`;
    default:
      return text + speciesOf(mention);
  }
}

const speciesOf = ({ species }: { readonly species?: string }): string =>
  species === undefined ? ', not in the catalogue' : `, species ${species}`;

function entry(short: string, { manuscript, file }: ManuscriptContext): Step[] {
  const { definitions = [], uses = [] } = manuscript.abbreviations.of(short) ?? {};
  const defined = definitions.map(
    (d) => `“${d.definition.long}” (${d.definition.form}, ${d.scope}, ${whereIs(d, file.uri)})`,
  );
  const known = manuscript.catalogue.entriesForShort(short).length;
  return [
    { step: 'abbreviation', says: `defined ${defined.length === 0 ? 'nowhere' : `as ${defined.join('; ')}`}` },
    { step: 'abbreviation', says: `uses: ${uses.length}; entries in the catalogue: ${known}` },
  ];
}

/** Findings at the place, those that a comment switches off included. */
function rulesAt({ file, manuscript, settings, bibliography }: ManuscriptContext, at: Span): Step[] {
  const suppressed = suppressions(file.parsed);
  return [...findings(file, manuscript, settings.rules, { ...ruleOptions(settings), bibliography })]
    .filter(({ span }) => overlaps(span, at))
    .map(({ code, level, message, span }) => ({
      step: 'rule',
      says: `${code} (${suppressed(code, span.start) ? 'switched off by a comment' : level}): ${message}`,
    }));
}
