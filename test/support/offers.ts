import type { Plan } from '../../server/base/edit';
import { isRefusal } from '../../server/base/refusal';
import { resolvePath } from '../../server/base/uris';
import { planAbbreviationList } from '../../server/features/abbreviationList/abbreviationList';
import { shortFormAt } from '../../server/features/appearances';
import { planCitation } from '../../server/features/citations/insert';
import { bundledId } from '../../server/features/citations/workIds';
import { acceptInProject, setRuleInProject } from '../../server/features/projectDictionary';
import { renameAt, renameableAt } from '../../server/features/rename';
import { suppressInFile, suppressInLine } from '../../server/features/suppress';
import { check, type Diagnostic } from '../../server/rules';
import { citedKeys } from '../../server/text/citing/form';
import type { Block } from '../../server/text/prose';
import type { ManuscriptContext } from '../../server/workspace/workspace';
import { added, harm } from './harm';

/** A change that Interphase offers, and what is wrong with the manuscript after it. */
export interface Offer {
  readonly title: string;
  readonly plan: Plan;
  /** Empty where nothing is harmed. */
  readonly wrong: (after: ManuscriptContext) => readonly string[];
}

/** Everything that is offered in the open file of a manuscript; citations for the carets only. */
export function* offersFor(before: ManuscriptContext, carets: readonly number[]): Generator<Offer> {
  const found = findings(before);
  yield* fixes(before, found);
  yield* silences(before, found);
  yield* renames(before);
  yield* lists(before);
  for (const [i, caret] of carets.entries()) yield* citations(before, caret, i);
}

/** Findings of all files, under the settings of the project file. */
export const findings = ({ manuscript, settings }: ManuscriptContext): readonly (Diagnostic & { uri: string })[] =>
  manuscript.files.flatMap(({ uri }) =>
    check(manuscript.analysis(uri)!, manuscript, settings.rules, { accepted: new Set(settings.accepted) }).map(
      (finding) => ({ ...finding, uri }),
    ),
  );

/** By rule and short form: the line that a message names may have moved. */
const named = ({ code, message }: Diagnostic): string => `${code} ${/“[^”]*”/.exec(message)?.[0]}`;

const fresh = (before: ManuscriptContext, after: ManuscriptContext): string[] =>
  added(findings(before).map(named), findings(after).map(named)).map((finding) => `new finding ${finding}`);

function* fixes(before: ManuscriptContext, found: readonly Diagnostic[]): Generator<Offer> {
  for (const { title, edits } of found.flatMap((finding) => finding.fixes ?? []))
    yield {
      title,
      plan: { edits, creates: [] },
      wrong: (after) => harm(before.manuscript, after.manuscript, edits),
    };
}

function* silences(before: ManuscriptContext, found: readonly (Diagnostic & { uri: string })[]): Generator<Offer> {
  const { projectFile, manuscript, file } = before;
  const settings = projectFile ?? {
    uri: resolvePath(manuscript.files[0]!.uri, '../.interphase.yaml'),
    text: undefined,
  };
  for (const finding of found.filter(({ uri }) => uri === file.uri)) {
    const { code, span } = finding;
    const short = code === 'abbreviation/undefined' ? shortFormAt(before, span.start)?.short : undefined;
    const comments = [suppressInLine(before, span.start, code), suppressInFile(before, code)];
    const plans = [
      ...comments.map((edit) => edit && { edits: [edit], creates: [] }),
      setRuleInProject(settings, code, 'off'),
      short === undefined ? undefined : acceptInProject(settings, short),
    ].filter((plan) => plan !== undefined);
    for (const plan of plans)
      yield {
        title: `silence ${named(finding)}`,
        plan,
        wrong: (after) => [
          ...(added(findings(after).map(named), findings(before).map(named)).includes(named(finding))
            ? []
            : ['it is still found']),
          ...fresh(before, after),
          ...changed('text', blocks(before), blocks(after)),
          ...changed('mention', said(before), said(after)),
          ...changed('citation', keys(before), keys(after)),
        ],
      };
  }
}

/** A short form that no text holds. */
const UNUSED = 'ZQX';

function* renames(before: ManuscriptContext): Generator<Offer> {
  const { file, manuscript } = before;
  for (const { short, definitions } of manuscript.abbreviations.all) {
    const [place] = definitions.filter((placed) => placed.file.uri === file.uri);
    const offset = place?.definition.source.short.start;
    if (offset === undefined || renameableAt(before, offset)?.short !== short) continue;
    const plan = renameAt(before, offset, UNUSED);
    if (isRefusal(plan)) continue;
    const back = (text: string) => text.replaceAll(UNUSED, short);
    // A declaration whose key is the short form keeps the key and gets the new name beside it.
    const isDeclared = definitions.some(({ definition }) => definition.form === 'declaration');
    yield {
      title: `rename ${short}`,
      plan,
      wrong: (after) => [
        ...(isDeclared ? [] : changed('source', sources(before), sources(after).map(back))),
        ...changed('text', blocks(before), blocks(after).map(back)),
        ...changed('citation', keys(before), keys(after)),
      ],
    };
  }
}

const sources = ({ manuscript }: ManuscriptContext): string[] => manuscript.files.map(({ parsed }) => parsed.source);

function* lists(before: ManuscriptContext): Generator<Offer> {
  const plan = planAbbreviationList(before);
  if (!plan) return;
  yield {
    title: 'write the list',
    plan,
    wrong: (after) => [
      ...added(blocks(after), blocks(before).filter(isRunning)).map((block) => `lost ${block}`),
      ...added(keys(after), keys(before)).map((key) => `lost citation ${key}`),
      ...fresh(before, after),
      ...(planAbbreviationList(after) ? ['a second time there is something to do'] : []),
    ],
  };
}

const isRunning = (block: string): boolean => !/^\S+ (?:list-item|table-cell|heading)/.test(block);

function* citations(before: ManuscriptContext, caret: number, turn: number): Generator<Offer> {
  const own = [...before.bibliography.entries].map(({ entry }) => `own:${entry.reference.key}`);
  const { references } = before.manuscript.catalogue;
  const id =
    turn % 2 === 0 && own.length > 0
      ? own[turn % own.length]!
      : bundledId(references[(caret * 7) % references.length]!.key);
  const notes = new Map(turn % 3 === 2 ? [[id, { prefix: turn % 2 ? 'see' : '', locator: 'p. 3' }]] : []);
  const plan = planCitation(before, caret, [id], 'auto', { notes });
  if (isRefusal(plan)) return;
  const { source } = before.file.parsed;
  const where = `${source.slice(Math.max(0, caret - 30), caret)}‸${source.slice(caret, caret + 30)}`;
  yield {
    title: `cite ${id} at ${JSON.stringify(where)}`,
    plan,
    wrong: (after) => [
      ...added(said(after), said(before)).map((mention) => `lost mention ${mention}`),
      // The line that a list of works gets may name a compound in the title.
      ...added(said(before, isText), said(after, isText)).map((mention) => `new mention ${mention}`),
      ...fresh(before, after),
      ...added(keys(after), keys(before)).map((key) => `lost citation ${key}`),
      ...(works(after) - works(before) === 1 ? [] : [`${works(after) - works(before)} works more`]),
      ...added(entries(after), entries(before)).map((entry) => `lost entry ${entry}`),
      ...(entries(after).length - entries(before).length <= 1 ? [] : ['more than one new entry']),
    ],
  };
}

/** Formulas, names, short forms, cells and quantities, as they are read. */
const said = ({ manuscript }: ManuscriptContext, isIn: (block: Block | undefined) => boolean = () => true): string[] =>
  manuscript.files.flatMap(({ uri }) => {
    const { mentions, parsed } = manuscript.analysis(uri)!;
    return mentions.flatMap((m) => {
      if (m.kind === 'citation' || !isIn(parsed.prose.blockAt(m.prose.start))) return [];
      return [`${m.kind} ${parsed.prose.slice(m.prose).replace(/\s/g, '')}`];
    });
  });

const isText = (block: Block | undefined): boolean => block?.part !== 'references';

const blocks = ({ manuscript }: ManuscriptContext): string[] =>
  manuscript.files.flatMap(({ parsed: { prose } }) =>
    prose.blocks.map((block) => `${block.part} ${block.kind} ${prose.slice(block)}`),
  );

const keys = ({ manuscript }: ManuscriptContext): string[] =>
  manuscript.files.flatMap(({ parsed }) => parsed.citations.flatMap((use) => use.keys.map(({ key }) => key)));

/** Keys, and the numbers in marks of numbers. */
const works = ({ manuscript }: ManuscriptContext): number =>
  manuscript.files.flatMap(({ parsed }) => parsed.citations.flatMap((use) => citedKeys(use, parsed.source))).length;

const entries = ({ bibliography }: ManuscriptContext): string[] =>
  bibliography.files.flatMap(({ file }) => file.entries.map(({ reference }) => JSON.stringify(reference)));

const changed = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...added(after, before).map((lost) => `lost ${what} ${lost}`),
  ...added(before, after).map((one) => `new ${what} ${one}`),
];
