import { check } from './check';
import { cite } from './cite';
import { claims } from './claims';
import { explain } from './explain';
import { formula } from './formula';
import { CliError, type Command } from './io';
import { print, printError } from './output';
import { report } from './reporting';
import { scan } from './scan';
import { species } from './species';

const COMMANDS: Readonly<Record<string, Command>> = { check, scan, explain, formula, species, cite, claims, report };

const USAGE = `interphase – hovers, abbreviation checks and citations for battery papers

  interphase check [PATH…]      diagnostics for manuscripts
  interphase scan [PATH…]       what a manuscript says, as JSON
  interphase explain FILE:LINE  what each step of reading made of a place
  interphase formula [TEXT…]    composition, charge and molar mass, as JSON
  interphase species QUERY      what is known of a species
  interphase claims [PATH…]     performance statements, as a table
  interphase report PATH        what a reader needs to repeat it, found or not
  interphase cite QUERY         search the bundled references and --bib files

interphase COMMAND --help says more.`;

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (!command) {
    const asked = name === '--help' || name === '-h' || name === 'help';
    (asked ? print : printError)(asked ? USAGE : `${name ? `“${name}” is not a command.\n\n` : ''}${USAGE}`);
    return asked ? 0 : 2;
  }
  try {
    return await command(args);
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
