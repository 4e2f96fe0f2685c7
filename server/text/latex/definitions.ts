import { ArgumentReader } from './arguments';
import { declaredAt } from './declarations';
import { macroDefinitionEnd } from './macros';
import type { Outline } from './outline';
import type { Switches } from './switches';

/** A file as it was read, without the definitions of others after it. */
interface Defining {
  readonly source: string;
  readonly outline: Outline;
  readonly switches: Switches;
  readonly packages: ReadonlySet<string>;
  readonly ownDefinitions: readonly string[];
}

/**
 * What a file defines that others can use, as a preamble for them: its class and packages, macros, units, acronyms and switches.
 * Macros whose name is `leftOut` are not among them.
 */
export function definitionsIn(
  { source, outline, switches, packages, ownDefinitions }: Defining,
  leftOut: (macro: string) => boolean,
): string {
  const definitions = [...packages].map((name) =>
    name.startsWith('class:') ? `\\documentclass{${name.slice(6)}}` : `\\usepackage{${name}}`,
  );
  const r = new ArgumentReader(source, outline);
  let before = 0;
  for (const site of outline.definitions) {
    if (site.start < before || site.start >= outline.end) continue;
    const end =
      macroDefinitionEnd(r, site, leftOut) ??
      declaredAt(r, site, source.length)?.after ??
      unitEnd(r, site.name, site.after);
    if (end === undefined) continue;
    definitions.push(source.slice(site.start, end));
    before = end;
  }
  return [...definitions, ...ownDefinitions, ...switches.definitions].join('\n');
}

/** `\DeclareSIUnit[…]\amphour{Ah}` */
function unitEnd(r: ArgumentReader, name: string, after: number): number | undefined {
  if (name !== 'DeclareSIUnit') return undefined;
  const { end } = r.outline;
  const macro = r.argument(r.optional(after, end)?.after ?? after, end);
  return macro && r.groupArgument(macro.after, end)?.after;
}
