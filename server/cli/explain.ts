import { TextDocument } from 'vscode-languageserver-textdocument';
import { explain as explainPlace } from '../features/explain';
import { CliError, type Command, oneOf, readArgs } from './io';
import { loadAll } from './load';
import { oneLine, print, printError, printJson } from './output';

const USAGE = `interphase explain FILE:LINE[:COLUMN] [--format text|json]

What each step of reading made of a place: the prose, the candidates with the one that stands, the entry of an abbreviation, the
rules. Lines and columns count from 1.`;

const FORMATS = ['text', 'json'] as const;

const OPTIONS = { format: { type: 'string', default: 'text' }, config: { type: 'string' } } as const;

export const explain: Command = {
  takes: 'FILE:LINE',
  summary: 'what each step of reading made of a place',
  options: OPTIONS,
  values: { config: 'file', format: FORMATS },
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, FORMATS);
  const [, path, line, column = '1'] = /^(.+?):(\d+)(?::(\d+))?$/.exec(positionals[0] ?? '') ?? [];
  if (path === undefined || line === undefined) {
    const [given] = positionals;
    throw new CliError(`${given === undefined ? 'no place given' : `“${given}” names no line`}\n\n${USAGE}`);
  }
  for await (const loaded of loadAll([path], { language: undefined, config: values.config })) {
    if ('error' in loaded) throw new CliError(`“${path}” ${loaded.error}`);
    const { source } = loaded.context.file.parsed;
    const document = TextDocument.create(loaded.uri, '', 0, source);
    if (Number(line) > document.lineCount) throw new CliError(`“${path}” has ${document.lineCount} lines`);
    const offset = document.offsetAt({ line: Number(line) - 1, character: Number(column) - 1 });
    const steps = explainPlace(loaded.context, offset);
    if (format === 'json') printJson(steps);
    else for (const { step, says } of steps) print(oneLine(`${step.padEnd(14)}${says}`));
    return 0;
  }
  printError(`“${path}” is not a manuscript.`);
  return 2;
}
