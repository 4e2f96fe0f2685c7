import type { SourceFile } from '../citing/citing';
import type { EntryKeys } from '../format';
import { GLOSSARY_COMMANDS } from './glossary';

/** `\gls{fe`, `\glsxtrshort[…]{fe`, and macros of the writer through which entries are used. */
export const latexEntryKeys: EntryKeys = {
  start(before, files) {
    const [, command, typed] = /\\([A-Za-z]+)[*+]?(?:\[[^\][]*\])?\{([^{}\\\s]*)$/.exec(before) ?? [];
    return command !== undefined && commandsOf(files).has(command) ? before.length - typed!.length : undefined;
  },
};

/** The commands of the packages, and those of the author's own through which entries are used. */
function commandsOf(files: readonly SourceFile[]): ReadonlySet<string> {
  const own = files.flatMap(({ parsed: { glossaryUses, prose, source } }) =>
    glossaryUses.flatMap((use) => {
      const { start } = prose.toSource(use.prose);
      return /^\\([A-Za-z]+)/.exec(source.slice(start, start + LONGEST_NAME))?.[1] ?? [];
    }),
  );
  return new Set([...GLOSSARY_COMMANDS.map(([name]) => name), ...own]);
}

const LONGEST_NAME = 120;
