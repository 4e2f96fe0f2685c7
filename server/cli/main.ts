import { COMMANDS } from './commands';
import { CliError } from './io';
import { print, printError } from './output';

/** Of the package; written in by scripts/build.mjs. */
declare const INTERPHASE_VERSION: string;

const ROWS = Object.entries(COMMANDS).map(([name, { takes, summary }]) => ({ call: `${name} ${takes}`, summary }));
const WIDTH = Math.max(...ROWS.map(({ call }) => call.length));
const LIST = ROWS.map(({ call, summary }) => `  interphase ${call.padEnd(WIDTH)}  ${summary}`).join('\n');

const USAGE = `interphase – hovers, abbreviation checks and citations for battery papers

${LIST}

interphase COMMAND --help says more; interphase --version says which one this is.

Exit code 0: done, nothing found fault with; 1: something to look at, or nothing found; 2: bad usage, or a file that cannot be
read or written.`;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '--version' || name === '-V') {
    print(INTERPHASE_VERSION);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const asked = name === '--help' || name === '-h' || name === 'help';
    (asked ? print : printError)(asked ? USAGE : `${name ? `“${name}” is not a command.\n\n` : ''}${USAGE}`);
    return asked ? 0 : 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    printError(`interphase ${name}: ${error.message}`);
    return 2;
  }
}

// A reader that goes away (`| head`) is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  },
);
