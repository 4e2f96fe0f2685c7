import { contains, lowerBound, type Span, span } from '../../base/span';
import { ArgumentReader } from './arguments';
import type { Command, Use } from './commands';
import { elseEnd, offEnd } from './conditionals';
import type { DefinitionSite, Outline } from './outline';
import type { LatexReader } from './reader';

/** A place where a switch is declared, which turns it off, or turned on or off. */
interface Turn extends Span {
  readonly on: boolean;
}

/**
 * Switches of the writer's own, each with its turns in the order of the text: `\newif\ifdraft`, `\drafttrue`;
 * `\newtoggle{draft}`, `\toggletrue{draft}`; `\newbool{draft}`, `\setbool{draft}{true}`.
 */
export type Switches = ReadonlyMap<string, readonly Turn[]>;

export function readSwitches(source: string, outline: Outline): Switches {
  const switches = new Map<string, Turn[]>();
  const r = new ArgumentReader(source, outline);
  for (const site of outline.definitions) {
    const declared = declarationAt(r, site);
    if (declared) switches.set(declared.name, [{ ...declared.span, on: false }]);
  }
  if (switches.size === 0) return switches;
  for (const match of source.matchAll(TURN)) {
    const [whole, command, value, argument, set, to] = match;
    const turns = switches.get(set ?? (ETOOLBOX.has(command!) ? (argument ?? '') : command!));
    const turn = { ...span(match.index, match.index + whole.length), on: (to ?? value) === 'true' };
    if (turns && !isInComment(turn, outline)) turns.push(turn);
  }
  for (const turns of switches.values()) turns.sort((a, b) => a.start - b.start);
  return switches;
}

const TURN =
  /\\(?:([A-Za-z@]+?)(true|false)(?![A-Za-z@])(?:\s?\{([A-Za-z@]{1,60})\})?|set(?:toggle|bool)\s?\{([A-Za-z@]{1,60})\}\s?\{(true|false)\})/g;
const ETOOLBOX: ReadonlySet<string> = new Set(['toggle', 'bool']);

function isInComment(turn: Span, { comments }: Outline): boolean {
  const before = comments[lowerBound(comments, (comment) => comment.span.start > turn.start) - 1];
  return before !== undefined && contains(before.span, turn);
}

/** End of the declaration at `site`; undefined for all that declares something else. */
export const switchEnd = (r: ArgumentReader, site: DefinitionSite): number | undefined =>
  declarationAt(r, site)?.span.end;

function declarationAt(
  r: ArgumentReader,
  { name, start, after }: DefinitionSite,
): { readonly name: string; readonly span: Span } | undefined {
  if (!DECLARING.has(name)) return undefined;
  const argument = r.argument(after, r.source.length);
  const declared = argument && r.source.slice(argument.start, argument.end).replace(/^\\if/, '');
  return declared ? { name: declared, span: span(start, argument.after) } : undefined;
}

const DECLARING: ReadonlySet<string> = new Set(['newif', 'newtoggle', 'providetoggle', 'newbool', 'providebool']);

/** How the switches stand at the end of a file, as another file would turn them. */
export const lastTurns = (source: string, switches: Switches, end: number): string[] =>
  [...switches.values()].flatMap((turns) => {
    const last = turns.findLast((turn) => turn.end <= end);
    return last ? [source.slice(last.start, last.end)] : [];
  });

/** Whether a switch is on at a place: as turned before it in its file, else as other files leave it; undefined where there is no such switch. */
function isOn(r: LatexReader, name: string, at: number): boolean | undefined {
  const turns = r.switches.get(name);
  const last = turns?.findLast((turn) => turn.start < at) ?? turns?.findLast((turn) => turn.start >= r.outline.end);
  return last?.on ?? (turns === undefined ? undefined : false);
}

/** `\ifdraft … \else … \fi` of a switch of the writer's own. */
export const switchCommand = (r: LatexReader, name: string): Command | undefined =>
  r.switches.size > 0 && name.startsWith('if') && r.switches.has(name.slice(2)) ? ifSwitch : undefined;

const ifSwitch: Command = (r, use, end) =>
  isOn(r, use.name.slice(2), use.start) === false ? skipTo(offEnd, r, use, end) : use.after;

/** `\else … \fi`: of other conditionals the first branch is read. */
const skipElse: Command = (r, use, end) => skipTo(elseEnd, r, use, Math.min(end, use.after + LONGEST_ELSE));

const LONGEST_ELSE = 5000;

/** Where no end comes, nothing is left out, and none is looked for again. */
function skipTo(branchEnd: typeof offEnd, r: LatexReader, { start, after }: Use, limit: number): number {
  if (start < r.noFiBefore) return after;
  const close = branchEnd(r.source, after, limit);
  if (close === undefined) r.noFiBefore = limit;
  return close ?? after;
}

/** `\ifthenelse{test}{yes}{no}`: taken as true. */
const ifThenElse: Command = (r, use, end) => {
  const test = r.groupArgument(use.after, end);
  const yes = test && r.groupArgument(test.after, end);
  if (!yes) return use.after;
  r.read(yes.start, yes.end);
  return r.groupArgument(yes.after, end)?.after ?? yes.after;
};

/** `\iftoggle{draft}{yes}{no}`, `\nottoggle`: of what nobody declares the first branch. */
const ifToggle: Command = (r, use, end) => {
  const name = r.groupArgument(use.after, end);
  const yes = name && r.groupArgument(name.after, end);
  if (!yes) return use.after;
  const no = r.groupArgument(yes.after, end);
  const on = isOn(r, r.source.slice(name.start, name.end), use.start);
  const branch = on === undefined || on !== use.name.startsWith('not') ? yes : no;
  if (branch) r.read(branch.start, branch.end);
  return no?.after ?? yes.after;
};

const skipArguments =
  (count: number): Command =>
  (r, use, end) => {
    let at = use.after;
    for (let i = 0; i < count; i++) at = r.argument(at, end)?.after ?? at;
    return at;
  };

const named = (names: Iterable<string>, command: Command): [string, Command][] =>
  [...names].map((name) => [name, command]);

export const CONDITIONAL_COMMANDS: readonly [string, Command][] = [
  ['iffalse', (r, use, end) => offEnd(r.source, use.after, end) ?? end],
  ['else', skipElse],
  ['ifthenelse', ifThenElse],
  ...named(['iftoggle', 'ifbool', 'nottoggle', 'notbool'], ifToggle),
  ...named(['ifdefined', 'ifundefined', 'toggletrue', 'togglefalse', 'booltrue', 'boolfalse'], skipArguments(1)),
  ...named(DECLARING, skipArguments(1)),
  ...named(['ifx', 'settoggle', 'setbool'], skipArguments(2)),
];
