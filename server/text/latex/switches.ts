import type { Command, Use } from './commands';
import { elseEnd, offEnd } from './conditionals';
import { named } from './named';
import type { LatexReader } from './reader';

/**
 * Switches of the writer's own, as they are turned where the reading has come to: `\newif\ifdraft` and `\drafttrue`,
 * `\newtoggle{draft}`, `\newbool{draft}`, `\newboolean{draft}`.
 */
export class Switches {
  private readonly declared = new Set<string>();
  private readonly turned = new Map<string, boolean>();
  /** What this file does, as a preamble for other files. */
  private readonly own = new Map<string, string>();

  /** `context`: what other files define. Of several turns there the first counts, which is that of the file that includes the others. */
  constructor(context = '') {
    for (const [, name] of context.matchAll(DECLARED)) this.declared.add(name!);
    for (const [, name, value] of context.matchAll(TURNED)) {
      if (!this.turned.has(name!)) this.turned.set(name!, value === 'true');
    }
  }

  declare(name: string): void {
    this.declared.add(name);
    this.own.set(`newtoggle ${name}`, `\\newtoggle{${name}}`);
  }

  /** The declaration may be in another file. */
  turn(name: string, on: boolean): void {
    this.turned.set(name, on);
    this.own.set(`settoggle ${name}`, `\\settoggle{${name}}{${on}}`);
  }

  /** Undefined where it is not declared. */
  isOn(name: string): boolean | undefined {
    return this.declared.has(name) ? (this.turned.get(name) ?? false) : undefined;
  }

  get definitions(): readonly string[] {
    return [...this.own.values()];
  }
}

/* How `definitions` writes them, each on a line of its own. */
const DECLARED = /^\\newtoggle\{([^{}\n]+)\}$/gm;
const TURNED = /^\\settoggle\{([^{}\n]+)\}\{(true|false)\}$/gm;

/** `\ifdraft … \else … \fi` of a switch that is declared, and `\drafttrue`. */
export function switchCommand({ switches }: LatexReader, name: string): Command | undefined {
  if (name.startsWith('if')) return switches.isOn(name.slice(2)) === undefined ? undefined : ifSwitch;
  const isTurn = (name.endsWith('true') || name.endsWith('false')) && !BY_ARGUMENT.test(name);
  return isTurn ? turnByName : undefined;
}

const BY_ARGUMENT = /^(?:toggle|bool)?(?:true|false)$/;

const ifSwitch: Command = (r, use, end) =>
  r.switches.isOn(use.name.slice(2)) === false ? skipTo(offEnd, r, use, end) : use.after;

const turnByName: Command = (r, { name, after }) => {
  r.switches.turn(name.replace(/(?:true|false)$/, ''), name.endsWith('true'));
  return after;
};

/** `\newif\ifdraft`, `\newtoggle{draft}` */
const declare: Command = (r, use, end) => {
  const name = r.argument(use.after, end);
  if (!name) return use.after;
  r.switches.declare(r.source.slice(name.start, name.end).replace(/^\\if/, ''));
  return name.after;
};

/** `\toggletrue{draft}`, `\setbool{draft}{true}` */
const turn: Command = (r, use, end) => {
  const name = r.argument(use.after, end);
  const value = use.name.startsWith('set') ? name && r.argument(name.after, end) : undefined;
  if (!name) return use.after;
  const on = value ? r.source.slice(value.start, value.end) === 'true' : use.name.endsWith('true');
  r.switches.turn(r.source.slice(name.start, name.end), on);
  return value?.after ?? name.after;
};

/** `\else … \fi`: of other conditionals the first branch is read. */
const skipElse: Command = (r, use, end) => skipTo(elseEnd, r, use, Math.min(end, use.after + LONGEST_ELSE));

const LONGEST_ELSE = 20_000;

/** Where no end comes, nothing is left out, and none is looked for again. */
function skipTo(branchEnd: typeof offEnd, r: LatexReader, { start, after }: Use, limit: number): number {
  if (start < r.noFiBefore) return after;
  const close = branchEnd(r.source, after, limit);
  if (close === undefined) r.noFiBefore = limit;
  return close ?? after;
}

/** `\ifthenelse{test}{yes}{no}`: taken as true, unless it tests a switch that is off. */
const ifThenElse: Command = (r, use, end) => {
  const test = r.groupArgument(use.after, end);
  const name = test && /^\s*\\boolean\s*\{([^{}]*)\}\s*$/.exec(r.source.slice(test.start, test.end))?.[1];
  return test ? branches(r, test.after, end, name === undefined || r.switches.isOn(name) !== false) : use.after;
};

/** `\iftoggle{draft}{yes}{no}`, `\nottoggle`: the first branch where the switch is not declared. */
const ifToggle: Command = (r, use, end) => {
  const name = r.groupArgument(use.after, end);
  if (!name) return use.after;
  const on = r.switches.isOn(r.source.slice(name.start, name.end));
  return branches(r, name.after, end, on === undefined || on !== use.name.startsWith('not'));
};

/** Reads one of the two groups after `at`. */
function branches(r: LatexReader, at: number, end: number, first: boolean): number {
  const yes = r.groupArgument(at, end);
  const no = yes && r.groupArgument(yes.after, end);
  const branch = first ? yes : no;
  if (branch) r.read(branch.start, branch.end);
  return no?.after ?? yes?.after ?? at;
}

const skipArguments =
  (count: number): Command =>
  (r, use, end) => {
    let at = use.after;
    for (let i = 0; i < count; i++) at = r.argument(at, end)?.after ?? at;
    return at;
  };

/** Those that count before the document begins, too. */
export const SWITCH_COMMANDS: readonly [string, Command][] = [
  ...named('newif newtoggle providetoggle newbool providebool newboolean provideboolean', declare),
  ...named('toggletrue togglefalse booltrue boolfalse settoggle setbool setboolean', turn),
  ...named('iftoggle ifbool nottoggle notbool', ifToggle),
];

export const CONDITIONAL_COMMANDS: readonly [string, Command][] = [
  ...SWITCH_COMMANDS,
  ['iffalse', (r, use, end) => skipTo(offEnd, r, use, end)],
  ['else', skipElse],
  ['fi', (_, use) => use.after],
  ['ifthenelse', ifThenElse],
  ...named('ifdefined ifundefined', skipArguments(1)),
  ['ifx', skipArguments(2)],
];
