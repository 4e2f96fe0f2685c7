import { controlEnd, lineEnd } from './scan';

/** After the `\else` or `\fi` that ends a branch which is off, from after its `\if…`; undefined where none comes before `end`. */
export const offEnd = (source: string, at: number, end: number): number | undefined => branchEnd(source, at, end, true);

/** After the `\fi` of the `\else` before `at`; undefined where none comes before `end`. */
export const elseEnd = (source: string, at: number, end: number): number | undefined =>
  branchEnd(source, at, end, false);

/** Conditionals and comments in between are stepped over. */
function branchEnd(source: string, at: number, end: number, endsAtElse: boolean): number | undefined {
  let depth = 1;
  MARK.lastIndex = at;
  for (let mark = MARK.exec(source); mark && mark.index < end; mark = MARK.exec(source)) {
    if (mark[0] === '%') {
      MARK.lastIndex = lineEnd(source, mark.index, end);
      continue;
    }
    const after = controlEnd(source, mark.index, end);
    const name = source.slice(mark.index + 1, after);
    if (name === 'fi' && --depth === 0) return after;
    if (name === 'else' && depth === 1 && endsAtElse) return after;
    if (isConditional(name, source[after])) depth++;
    MARK.lastIndex = after;
  }
  return undefined;
}

const MARK = /[\\%]/g;

/** `\ifx`, and the writer's own; `\ifthenelse{…}` and other commands with arguments are not. */
const isConditional = (name: string, next: string | undefined): boolean =>
  PRIMITIVE.test(name) || (next !== '{' && /^if[A-Za-z@]/.test(name) && !WITH_ARGUMENTS.has(name));

const PRIMITIVE = /^if(?:x|num|dim|odd|false|true|cat|case|mmode|hmode|vmode|csname|void|hbox|vbox|eof)?$/;
const WITH_ARGUMENTS: ReadonlySet<string> = new Set(
  'iff ifdef ifundef ifdefempty ifdefvoid ifdefmacro ifdefequal ifdefstring ifdefcounter ifdeflength ifoot ifstar'.split(
    ' ',
  ),
);
