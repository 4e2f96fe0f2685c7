import { ArgumentReader } from './arguments';
import { declarationEnd } from './glossary';
import { macroDefinitionEnd } from './macros';
import type { Outline } from './outline';
import type { Switches } from './switches';

/**
 * What a file defines that others can use, as a preamble for them: its class and packages, macros, units, acronyms and switches.
 * Macros whose name is `leftOut` are not among them.
 */
export function definitionsIn(
  source: string,
  outline: Outline,
  switches: Switches,
  packages: ReadonlySet<string>,
  leftOut: (macro: string) => boolean,
): string {
  const definitions = [...packages].map((name) =>
    name.startsWith('class:') ? `\\documentclass{${name.slice(6)}}` : `\\usepackage{${name}}`,
  );
  const r = new ArgumentReader(source, outline);
  let before = 0;
  for (const site of outline.definitions) {
    if (site.start < before || site.start >= outline.end) continue;
    const end = macroDefinitionEnd(r, site, leftOut) ?? declarationEnd(r, site) ?? unitEnd(r, site.name, site.after);
    if (end === undefined) continue;
    definitions.push(source.slice(site.start, end));
    before = end;
  }
  return [...definitions, ...switches.definitions].join('\n');
}

/** `\DeclareSIUnit[…]\amphour{Ah}` */
function unitEnd(r: ArgumentReader, name: string, after: number): number | undefined {
  if (name !== 'DeclareSIUnit') return undefined;
  const { end } = r.outline;
  const macro = r.argument(r.optional(after, end)?.after ?? after, end);
  return macro && r.groupArgument(macro.after, end)?.after;
}
