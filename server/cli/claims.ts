import { CLAIM_FORMATS, claimTable, rowOf } from '../features/claims/table';
import { bundledCatalogue } from '../knowledge/bundled';
import { type Claim, claimsOf } from '../manuscript/claims/claims';
import { readFile } from '../manuscript/fileCandidates';
import { Manuscript } from '../manuscript/manuscript';
import { isFormatId } from '../text';
import { CliError, type Command, oneOf, readArgs, stdinLines } from './io';
import { loadAll, MANUSCRIPT_VALUES, problemReporter } from './load';
import { displayPath } from './manuscripts';
import { jsonText, oneLine, print, printError, printForPrograms, printJson } from './output';

const USAGE = `interphase claims [PATH…] [options]

Performance statements of manuscripts – capacities, retentions, efficiencies, rates, conductivities – with what they belong to.

  --format table|csv|json|jsonl|markdown
  --jsonl              reads one {"id": …, "language": …, "text": …} a line from standard input, prints one result a line
  --language latex|markdown|typst|plaintext   of standard input
  --config FILE        instead of .interphase.yaml`;

const OPTIONS = {
  format: { type: 'string', default: 'table' },
  jsonl: { type: 'boolean', default: false },
  language: { type: 'string' },
  config: { type: 'string' },
} as const;

export const claims: Command = {
  takes: '[PATH…]',
  summary: 'performance statements, as a table',
  options: OPTIONS,
  values: { ...MANUSCRIPT_VALUES, format: CLAIM_FORMATS },
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, CLAIM_FORMATS);
  if (!values.jsonl && positionals.length === 0) throw new CliError(`no file given\n\n${USAGE}`);
  if (values.jsonl) {
    for await (const line of stdinLines()) if (line.trim()) printJson(claimsOfLine(line));
    return 0;
  }
  const found: Claim[] = [];
  let code = 0;
  const report = problemReporter();
  const seen = new Set<string>();
  for await (const file of loadAll(positionals, { language: values.language, config: values.config })) {
    if ('error' in file) {
      code = 2;
      printError(oneLine(`${displayPath(file.uri)}: ${file.error}`));
      continue;
    }
    report(file.context);
    const { manuscript } = file.context;
    // A chapter that is asked for after its main file has been read with it.
    const ofFile = claimsOf(manuscript).filter(({ uri }) => !seen.has(uri));
    for (const { uri } of manuscript.files) seen.add(uri);
    if (format === 'jsonl') for (const claim of ofFile) printJson(rowOf(claim));
    else found.push(...ofFile);
  }
  if (format === 'json') print(jsonText(found.map(rowOf), 1));
  else if (format === 'table') print(claimTable(found, format));
  else if (format !== 'jsonl') printForPrograms(claimTable(found, format));
  return code;
}

/** `{"id": …, "claims": […]}`, or the id with what is wrong. */
function claimsOfLine(line: string): object {
  let id: unknown = null;
  try {
    const sent = JSON.parse(line) as { id?: unknown; language?: unknown; text?: unknown };
    id = sent.id ?? null;
    const { language = 'plaintext', text } = sent;
    if (typeof text !== 'string') throw new Error('“text” is missing');
    if (!isFormatId(language)) throw new Error('“language” must be latex, markdown, typst or plaintext');
    const catalogue = bundledCatalogue();
    const manuscript = new Manuscript([readFile('jsonl:/', language, text, catalogue)], catalogue);
    return { id, claims: claimsOf(manuscript).map(rowOf) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
