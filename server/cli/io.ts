import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { reasonOf } from '../base/reason';
import { uriOfPath } from '../base/uris';
import { nodeFiles } from '../nodeFiles';
import type { FileText } from '../workspace/fileText';
import { UnreadableFile } from '../workspace/runtime';
import { print } from './output';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: its help, its completion in shells and what it does follow from here. */
export interface Command {
  /** What comes after its name: `[PATH…]`. */
  readonly takes: string;
  /** What it does, in half a line. */
  readonly summary: string;
  readonly options: Options;
  /** What may follow an option, by its name: words, or the name of a file. */
  readonly values?: Readonly<Record<string, readonly string[] | 'file'>>;
  /** Words that may come after its name, where these are not files. */
  readonly words?: readonly string[];
  /** Runs with the arguments after its name and gives the exit code. */
  readonly run: (args: string[]) => Promise<number>;
}

/** Bad usage: the message says what would be right. Exit code 2. */
export class CliError extends Error {}

/** Options of a command; a wrong one is bad usage. */
export function readArgs<T extends Options>(args: string[], options: T, usage: string) {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node goes on to say how a file is given whose name looks like an option.
    throw new CliError(`${reasonOf(error).replace(/(?<=')\. To specify .*/s, '')}\n\n${usage}`);
  }
}

/** One of the allowed values, or bad usage. */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new CliError(`--${name} must be one of ${allowed.join(', ')}; it is “${value}”`);
  return found;
}

/** The text of a file that an option names; bad usage where it cannot be read. */
export async function readArgument(path: string): Promise<FileText> {
  try {
    const read = await nodeFiles.read(uriOfPath(resolve(path)));
    if (read) return read;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CliError(`“${path}” cannot be read: ${error.message}`);
    throw error;
  }
  throw new CliError(`“${path}” was not found`);
}

export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Lines of standard input as they come in. */
export async function* stdinLines(): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
}
