import { contains, type Span } from '../../base/span';
import type { Argument, ArgumentReader } from './arguments';
import { type Declared, declaredAt } from './declarations';
import { definitionAt, type Macro } from './macros';
import type { DefinitionSite } from './outline';

/** A command of the writer's own that declares: `\newcommand{\abk}[3]{\newacronym{#1}{#2}{#3}}`. */
interface OwnCommand {
  readonly name: string;
  /** Where it is defined. */
  readonly start: number;
  readonly macro: Macro;
  /** What its body declares, parameters in the place of the forms. */
  readonly template: Declared;
  readonly templateStart: number;
}

/** A use of such a command: its name without backslash, and the offset of its backslash. */
export interface OwnDeclaration {
  readonly name: string;
  readonly start: number;
  readonly declared: Declared;
}

export interface OwnDeclarations {
  /** Those of other files come first. */
  readonly uses: readonly OwnDeclaration[];
  /** The commands and their uses in the file, as other files can read them. */
  readonly definitions: readonly string[];
}

/** What a file, and those that it is read with, declare through commands of their own. */
export function ownDeclarations(r: ArgumentReader): OwnDeclarations {
  const { source, outline } = r;
  const commands = ownCommands(r);
  if (commands.size === 0) return { uses: [], definitions: [] };
  const uses = usesOf(commands, r);
  const text = ({ start, end }: Span) => source.slice(start, end);
  const isHere = ({ start }: { readonly start: number }) => start < outline.end;
  return {
    uses: [...uses.filter((use) => !isHere(use)), ...uses.filter(isHere)],
    definitions: [
      ...[...commands.values()].filter(isHere).map(({ name, macro, template, templateStart }) => {
        const count = `[${macro.arguments}]${macro.optional ? '[]' : ''}`;
        return `\\newcommand{\\${name}}${count}{${source.slice(templateStart, template.after)}}`;
      }),
      ...uses.filter(isHere).map(({ declared: { key, entry } }) => {
        return `\\newacronym{${text(key)}}{${text(entry.short)}}{${text(entry.long)}}`;
      }),
    ],
  };
}

function ownCommands(r: ArgumentReader): ReadonlyMap<string, OwnCommand> {
  const commands = new Map<string, OwnCommand>();
  const { definitions } = r.outline;
  for (const inner of definitions) {
    if (!r.source.slice(inner.after, inner.after + LONGEST_OPTIONS).includes('#')) continue;
    const template = declaredAt(r, inner, r.source.length);
    if (!template || parameterIn(r.source, template.key) === undefined) continue;
    for (const outer of definitions) {
      const command = outer === inner ? undefined : commandAround(r, outer, { template, templateStart: inner.start });
      if (command) commands.set(command.name, command);
    }
  }
  return commands;
}

/** Most characters of the options before the key of a declaration. */
const LONGEST_OPTIONS = 200;

function commandAround(
  r: ArgumentReader,
  outer: DefinitionSite,
  inner: Pick<OwnCommand, 'template' | 'templateStart'>,
): OwnCommand | undefined {
  if (outer.start > inner.templateStart) return undefined;
  const own = definitionAt(r, outer);
  const isInside = own && contains(own.macro.body, { start: inner.templateStart, end: inner.template.after });
  if (!isInside || !/^[A-Za-z@]+$/.test(own.name)) return undefined;
  return { name: own.name, start: outer.start, macro: own.macro, ...inner };
}

function usesOf(commands: ReadonlyMap<string, OwnCommand>, r: ArgumentReader): OwnDeclaration[] {
  const { comments } = r.outline;
  const found: OwnDeclaration[] = [];
  let next = 0;
  for (const match of r.source.matchAll(new RegExp(`\\\\(${[...commands.keys()].join('|')})(?![A-Za-z@])`, 'g'))) {
    const start = match.index;
    while (next < comments.length && comments[next]!.span.end <= start) next++;
    if (next < comments.length && comments[next]!.span.start <= start) continue;
    const name = match[1]!;
    const declared = declaredBy(commands.get(name)!, r, start + match[0].length);
    if (declared) found.push({ name, start, declared });
  }
  return found;
}

/** What a use declares whose arguments begin at `after`; undefined where they are not all there. */
function declaredBy({ macro, template }: OwnCommand, r: ArgumentReader, after: number): Declared | undefined {
  const { length } = r.source;
  const given: (Argument | undefined)[] = [];
  let at = after;
  for (let i = 0; i < macro.arguments; i++) {
    const isOptional = i === 0 && macro.optional;
    const argument = isOptional ? r.optional(at, length) : r.groupArgument(at, length);
    if (!argument && !isOptional) return undefined;
    given.push(argument);
    at = argument?.after ?? at;
  }
  const written = (form: Span): Span | undefined => given[(parameterIn(r.source, form) ?? 0) - 1];
  const { key, entry, abbreviates } = template;
  const [ownKey, short, long] = [written(key), written(entry.short), written(entry.long)];
  return ownKey && short && long && { key: ownKey, entry: { short, long }, after: at, abbreviates };
}

/** Number of the only parameter in a stretch: 2 of `\textsc{#2}`. */
function parameterIn(source: string, { start, end }: Span): number | undefined {
  const found = source.slice(start, end).match(/#[1-9]/g);
  return found?.length === 1 ? Number(found[0][1]) : undefined;
}
