import { type Span, span } from '../../base/span';
import { type Argument, ArgumentReader } from './arguments';
import type { Command } from './commands';
import { DECLARING_COMMANDS } from './declaringCommands';
import { named } from './named';
import type { DefinitionSite, Outline } from './outline';
import type { LatexReader } from './reader';
import { controlEnd, isLetter, skipSpaces } from './scan';
import { PinnedSink } from './sink';

/** A macro of the writer's own: how many arguments it takes, and where its definition is. */
export interface Macro {
  readonly arguments: number;
  /** True where the first argument is optional; `fallback` is then what it stands for when left out. */
  readonly optional: boolean;
  readonly fallback: Span;
  readonly body: Span;
}

/** By name without backslash. */
export type Macros = ReadonlyMap<string, Macro>;

/** Collects the macros that a file defines, as far as they are mere text. The last definition of a name counts. */
export function readMacros(source: string, outline: Outline): Macros {
  const r = new ArgumentReader(source, outline);
  const macros = new Map<string, Macro>();
  for (const site of outline.definitions) {
    const defined = definitionAt(r, site);
    if (!defined) continue;
    if (standsForText(source, defined.macro.body) && !KEPT.has(defined.name)) macros.set(defined.name, defined.macro);
    else macros.delete(defined.name);
  }
  return macros;
}

/** Reads the use of a macro: what its definition says, mapped onto the use; its arguments from where they are. */
export function expandMacro(r: LatexReader, macro: Macro, start: number, after: number, end: number): number {
  const given: Argument[] = [];
  let at = after;
  for (let i = 0; i < macro.arguments; i++) {
    const argument = i === 0 && macro.optional ? r.optional(at, end) : r.argument(at, end);
    if (!argument && !(i === 0 && macro.optional)) break;
    given.push(argument ?? { ...macro.fallback, after: at });
    at = argument?.after ?? at;
  }
  r.expansionBudget -= macro.body.end - macro.body.start;
  if (r.expansionBudget < 0) return at;
  const first = given.find((argument) => argument.after > after);
  const { sink: outerSink, frame: outer } = r;
  const pinned = new PinnedSink(r.builder, r.source, start, first ? first.start : at);
  const from = r.builder.offset;
  r.sink = outerSink instanceof PinnedSink ? outerSink : pinned;
  r.frame = { use: span(start, at), arguments: given, outer, pinned, outerSink };
  r.read(macro.body.start, macro.body.end);
  r.sink = outerSink;
  r.frame = outer;
  if (given.length > 0) r.sink.wrap(from, span(start, at), true);
  else if (r.wordFollows(at, end) || ENDS_IN_XSPACE.test(r.source.slice(macro.body.start, macro.body.end))) return at;
  else if (isLetter(r.source.charCodeAt(start + 1))) return skipSpaces(r.source, at, end);
  return at;
}

/** The space after a use then counts, as it does not in TeX without. */
const ENDS_IN_XSPACE = /\\xspace[}\s]*$/;

/** End of the definition at `site` of a macro that stands for text; undefined for all others, and for those `leftOut`. */
export function macroDefinitionEnd(
  r: ArgumentReader,
  site: DefinitionSite,
  leftOut: (name: string) => boolean,
): number | undefined {
  const defined = definitionAt(r, site);
  if (!defined || !standsForText(r.source, defined.macro.body)) return undefined;
  return KEPT.has(defined.name) || leftOut(defined.name) ? undefined : defined.after;
}

interface Defined {
  readonly name: string;
  readonly macro: Macro;
  readonly after: number;
}

/** The macro that is defined at `site`, whatever it stands for. */
export function definitionAt(r: ArgumentReader, site: DefinitionSite): Defined | undefined {
  const { source } = r;
  const end = source.length;
  if (site.name === 'def' || site.name === 'gdef') return primitiveDefinition(r, site, end);
  if (!/ommand$|^DeclareMathOperator$/.test(site.name)) return undefined;
  const name = r.argument(source[site.after] === '*' ? site.after + 1 : site.after, end);
  if (!name) return undefined;
  const bare = source.slice(name.start, name.end).trim().replace(/^\\/, '');
  if (site.name.endsWith('DocumentCommand')) {
    const parameters = r.groupArgument(name.after, end);
    const body = parameters && r.groupArgument(parameters.after, end);
    if (!body || !/^[m ]*$/.test(source.slice(parameters.start, parameters.end))) return undefined;
    const count = source.slice(parameters.start, parameters.end).replace(/ /g, '').length;
    return { name: bare, macro: { arguments: count, optional: false, fallback: NOTHING, body }, after: body.after };
  }
  const count = r.optional(name.after, end);
  const fallback = count && r.optional(count.after, end);
  const body = r.argument(fallback?.after ?? count?.after ?? name.after, end);
  if (!body) return undefined;
  const arguments_ = count ? Number(source.slice(count.start, count.end)) || 0 : 0;
  return {
    name: bare,
    macro: { arguments: arguments_, optional: fallback !== undefined, fallback: fallback ?? NOTHING, body },
    after: body.after,
  };
}

/** `\def\name#1#2{…}`; other delimiters between the parameters are beyond us. */
function primitiveDefinition(r: ArgumentReader, site: DefinitionSite, end: number): Defined | undefined {
  const { source } = r;
  const at = skipSpaces(source, site.after, end);
  if (source[at] !== '\\') return undefined;
  const nameEnd = controlEnd(source, at, end);
  const parameters = /^(?:#[1-9]){0,9}/.exec(source.slice(nameEnd, nameEnd + 20))![0];
  const body = r.groupArgument(nameEnd + parameters.length, end);
  if (!body) return undefined;
  const macro = { arguments: parameters.length / 2, optional: false, fallback: NOTHING, body };
  return { name: source.slice(at + 1, nameEnd), macro, after: body.after };
}

/** Definitions that compute or define leave us guessing: their uses are read like those of unknown commands. */
function standsForText(source: string, body: Span): boolean {
  if (body.end - body.start > LONGEST_BODY) return false;
  return !COMPUTES.test(source.slice(body.start, body.end));
}

const COMPUTES =
  /\\(?:if(?!thenelse|eqcase)\w*|else|fi|csname|expandafter|@\w*|newcommand|renewcommand|def|edef|let|futurelet|hbox|vbox|halign|afterassignment|begingroup|catcode|the)(?![a-z])/i;

const LONGEST_BODY = 4000;
const NOTHING = span(0, 0);

/** Names that keep their meaning however a class or preamble redefines them. */
const KEPT: ReadonlySet<string> = new Set(
  'section subsection subsubsection chapter paragraph title author abstract keywords maketitle cite citep citet ref label footnote caption item begin end input include ce ch SI si num qty unit bibliography thebibliography acknowledgements textsubscript textsuperscript DIFadd DIFdel DIFaddFL DIFdelFL added deleted replaced'.split(
    ' ',
  ),
);

/** Steps over a definition in the text. */
const skipDefinition: Command = (r, use, end) => {
  const defined = definitionAt(r, { name: use.name, start: use.start, after: use.after });
  if (defined) return defined.after;
  let at = r.source[use.after] === '*' ? use.after + 1 : use.after;
  // `\nomenclature[prefix]{symbol}{description}`
  at = r.optional(at, end)?.after ?? at;
  const name = r.argument(at, end);
  if (!name) return at;
  at = name.after;
  for (let option = r.optional(at, end); option; option = r.optional(at, end)) at = option.after;
  for (let group = r.groupArgument(at, end); group; group = r.groupArgument(at, end)) at = group.after;
  return at;
};

/** `\let\a\b`, `\let\a=\b` */
const skipLet: Command = (r, use, end) => {
  const name = r.argument(use.after, end);
  if (!name) return use.after;
  const equals = skipSpaces(r.source, name.after, end);
  return r.argument(r.source[equals] === '=' ? equals + 1 : name.after, end)?.after ?? name.after;
};

/** `\IfEqCase{#1}{{key}{text}…}[default]` of xstring: the text of the key that was given. */
const ifEqualCase: Command = (r, use, end) => {
  const { source } = r;
  const subject = r.groupArgument(use.after, end);
  const cases = subject && r.groupArgument(subject.after, end);
  if (!cases) return use.after;
  const otherwise = r.optional(cases.after, end);
  const wanted = r.written(subject).trim();
  for (let at = cases.start; ; ) {
    const key = r.groupArgument(at, cases.end);
    const text = key && r.groupArgument(key.after, cases.end);
    if (!text) break;
    if (source.slice(key.start, key.end) === wanted) {
      r.read(text.start, text.end);
      return otherwise?.after ?? cases.after;
    }
    at = text.after;
  }
  if (otherwise) r.read(otherwise.start, otherwise.end);
  return otherwise?.after ?? cases.after;
};

export const DEFINITION_COMMANDS: readonly [string, Command][] = [
  ...named(
    'newcommand renewcommand providecommand DeclareRobustCommand NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand DeclareMathOperator def gdef edef xdef DeclareSIUnit newenvironment renewenvironment tikzstyle acroplural newacroplural acrodefplural',
    skipDefinition,
  ),
  ...named(DECLARING_COMMANDS.join(' '), skipDefinition),
  ['let', skipLet],
  ['IfEqCase', ifEqualCase],
];
