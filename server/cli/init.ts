import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULES } from '../rules';
import { JOURNAL_PROFILES } from '../rules/abbreviation/journalProfiles';
import { IGNORABLE_KINDS } from '../rules/abbreviation/kinds';
import { PROJECT_FILE } from '../workspace/projectFile';
import { CliError, type Command, readArgs } from './io';
import { oneLine, print } from './output';

const USAGE = `interphase init [FOLDER]

Writes a ${PROJECT_FILE} into FOLDER (else the working folder) that changes nothing yet: every setting is there as a comment with
its default. A file that is there is left alone.`;

export const init: Command = {
  takes: '[FOLDER]',
  summary: `write a ${PROJECT_FILE} with every setting as a comment`,
  options: {},
  run,
};

async function run(args: string[]): Promise<number> {
  const { positionals } = readArgs(args, {}, USAGE);
  if (positionals.length > 1) throw new CliError(`give one folder\n\n${USAGE}`);
  const path = join(positionals[0] ?? '.', PROJECT_FILE);
  try {
    await writeFile(path, template(), { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'EEXIST' ? `“${path}” is there already` : `“${path}” cannot be written: ${message}`);
  }
  print(oneLine(`Wrote ${path}.`));
  return 0;
}

/** A project file of comments. A line without its first two characters is YAML. */
function template(): string {
  const rules = RULES.map(({ code, title, defaultLevel }) => `#   ${`${code}: ${defaultLevel}`.padEnd(54)}# ${title}`);
  return `# Settings of Interphase for the manuscripts in this folder and below, for the editor and the command line.
# Take the "# " away from what you want to change.

## Short forms that need no definition in this manuscript.
# accepted: [DSIEI, PIS]

## Kinds of words in capitals that need no definition; all of them unless you say otherwise.
# ignore: [${IGNORABLE_KINDS.join(', ')}]

## Where it is to appear: what its instructions say about abbreviations counts. One of ${Object.keys(JOURNAL_PROFILES).join(', ')}.
# journal: acs

## Bibliography files beside those that the manuscript names, relative to its main file.
# bibliography: [../shared/references.bib]

## Where a manuscript has several bibliographies: the one that new entries go to.
# entries: references.bib

## How loud each rule is: off, hint, information, warning or error. These are the defaults.
# rules:
${rules.join('\n')}
`;
}
