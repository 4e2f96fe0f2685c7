import { controlEnd } from './scan';

/** Behind the `\else` or `\fi` that ends a branch which is off, from behind its `\if…`; undefined where none comes before `end`. */
export const offEnd = (source: string, at: number, end: number): number | undefined => branchEnd(source, at, end, true);

/** Behind the `\fi` of the `\else` before `at`; undefined where none comes before `end`. */
export const elseEnd = (source: string, at: number, end: number): number | undefined =>
  branchEnd(source, at, end, false);

/** Conditionals in between are stepped over. */
function branchEnd(source: string, at: number, end: number, endsAtElse: boolean): number | undefined {
  let depth = 1;
  for (let i = source.indexOf('\\', at); i >= 0 && i < end; i = source.indexOf('\\', i + 2)) {
    const after = controlEnd(source, i, end);
    const name = source.slice(i + 1, after);
    if (name === 'fi' && --depth === 0) return after;
    if (name === 'else' && depth === 1 && endsAtElse) return after;
    if (isConditional(name, source[after])) depth++;
  }
  return undefined;
}

/** `\ifx`, and the writer's own; `\ifthenelse{…}` and other commands with arguments are none. */
const isConditional = (name: string, next: string | undefined): boolean =>
  PRIMITIVE.test(name) || (next !== '{' && /^if[a-z@]/.test(name) && name !== 'iff');

const PRIMITIVE = /^if(?:x|num|dim|odd|false|true|cat|case|mmode|hmode|vmode|def|csname|void|hbox|vbox|eof)?$/;
