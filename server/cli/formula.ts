import { molarMass } from '../chemistry/composition';
import { parseFormula } from '../chemistry/formula';
import { readSnippet } from '../text/snippet';
import { CliError, type Command, readArgs, stdinLines } from './io';
import { printJson } from './output';

const USAGE = `interphase formula [TEXT…] [--jsonl]

Reads each TEXT as a chemical formula in any markup (LiPF6, \\ce{LiPF6}, LiPF$_6$, LiPF~6~) and prints one JSON object
a line. --jsonl reads one formula a line from standard input.`;

const OPTIONS = { jsonl: { type: 'boolean' } } as const;

export const formula: Command = {
  takes: '[TEXT…]',
  summary: 'composition, charge and molar mass, as JSON',
  options: OPTIONS,
  words: [],
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  if (!values.jsonl && positionals.length === 0) throw new CliError(`no formula given\n\n${USAGE}`);
  for (const text of positionals) printJson(describeFormula(text));
  if (values.jsonl) for await (const line of stdinLines()) printJson(describeFormula(line));
  return 0;
}

/** The object that `interphase formula` prints. Molar mass in g/mol. */
function describeFormula(input: string) {
  const read = parseFormula(readSnippet(input));
  if (!read.ok) return { input, ok: false, error: read.error };
  const { composition, charge, variables } = read.formula;
  const mass = composition ? molarMass(composition) : undefined;
  return {
    input,
    ok: true,
    composition,
    charge,
    variables,
    molarMass: mass === undefined ? null : Number(mass.toFixed(3)),
  };
}
