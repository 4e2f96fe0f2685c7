/** What a file calls what it imports. */
export interface Imports {
  /** Names of whole files: `defs` of `#import "lib/defs.typ"`, `d` of `#import "defs.typ" as d`. */
  readonly modules: ReadonlySet<string>;
  /** Other names for what is in them: `lfp` → `LFP` of `#import "defs.typ": LFP as lfp`. */
  readonly aliases: ReadonlyMap<string, string>;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}_-]*';
const IMPORT = new RegExp(
  `#import[ \\t]+"([^"\\n]{1,300})"(?:[ \\t]+as[ \\t]+(${NAME}))?(?:[ \\t]*:[ \\t]*(\\([^)]{0,1000}\\)|[^\\n]{0,1000}))?`,
  'gu',
);
const RENAMED = new RegExp(`(${NAME})[ \\t]+as[ \\t]+(${NAME})`, 'gu');

export function importsIn(source: string): Imports {
  const modules = new Set<string>();
  const aliases = new Map<string, string>();
  for (const [, path, name, items = ''] of source.matchAll(IMPORT)) {
    const file = /([^/:]+?)(?:\.typ|:[\d.]+)?$/.exec(path!)?.[1];
    if (name ?? file) modules.add((name ?? file)!);
    for (const [, original, alias] of items.matchAll(RENAMED)) aliases.set(alias!, original!);
  }
  return { modules, aliases };
}
