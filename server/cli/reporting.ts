import { checklistOf } from '../features/reporting/checklist';
import { PAPER_KINDS } from '../features/reporting/kinds';
import { reportCsv, reportMarkdown } from '../features/reporting/write';
import { CliError, type Command, oneOf, readArgs } from './io';
import { LANGUAGES, loadAll, MANUSCRIPT_VALUES, printUnreadable, problemReporter } from './load';
import { printForPrograms } from './output';

const USAGE = `interphase report PATH [options]

Goes through what readers need to repeat a measurement: what was found, with its line, and what was not.

  --format markdown|csv
  --kind ${PAPER_KINDS.join('|')}   instead of the one that is recognised
  --language ${LANGUAGES}   of standard input
  --config FILE        instead of .interphase.yaml`;

const FORMATS = ['markdown', 'csv'] as const;

const OPTIONS = {
  format: { type: 'string', default: 'markdown' },
  kind: { type: 'string' },
  language: { type: 'string' },
  config: { type: 'string' },
} as const;

export const report: Command = {
  takes: 'PATH',
  summary: 'what a reader needs to repeat it, found or not',
  options: OPTIONS,
  values: { ...MANUSCRIPT_VALUES, format: FORMATS, kind: PAPER_KINDS },
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, FORMATS);
  const kind = values.kind === undefined ? undefined : oneOf('kind', values.kind, PAPER_KINDS);
  if (positionals.length !== 1) throw new CliError(`give one manuscript\n\n${USAGE}`);
  const tell = problemReporter();
  for await (const file of loadAll(positionals, { language: values.language, config: values.config })) {
    if ('error' in file) {
      printUnreadable(file);
      return 2;
    }
    tell(file.context);
    const { manuscript } = file.context;
    const write = format === 'csv' ? reportCsv : reportMarkdown;
    printForPrograms(write(checklistOf(manuscript, kind), manuscript.catalogue));
  }
  return 0;
}
