import { CLAIM_FORMATS, claimTable, rowOf } from '../features/claims/table';
import { type Claim, claimsOf } from '../manuscript/claims/claims';
import { type Command, oneOf, readArgs } from './io';
import { answerJsonLines } from './jsonLines';
import { eachManuscript, LANGUAGES, MANUSCRIPT_VALUES } from './load';
import { orHere } from './manuscripts';
import { jsonText, print, printForPrograms, printJson } from './output';

const USAGE = `interphase claims [PATH…] [options]

Performance statements of manuscripts – capacities, retentions, efficiencies, rates, conductivities – with what they belong to.

  --format table|csv|json|jsonl|markdown
  --jsonl              reads one {"id": …, "language": …, "text": …} a line from standard input, prints one result a line
  --language ${LANGUAGES}   of standard input
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
  if (values.jsonl) {
    await answerJsonLines((_, manuscript) => ({ claims: claimsOf(manuscript).map(rowOf) }));
    return 0;
  }
  const found: Claim[] = [];
  const seen = new Set<string>();
  const options = { language: values.language, config: values.config };
  const code = await eachManuscript(orHere(positionals), options, (_, { manuscript }) => {
    // A chapter that is named after its main file has been read with it.
    const ofFile = claimsOf(manuscript).filter(({ uri }) => !seen.has(uri));
    for (const { uri } of manuscript.files) seen.add(uri);
    if (format === 'jsonl') for (const claim of ofFile) printJson(rowOf(claim));
    else found.push(...ofFile);
  });
  if (format === 'json') print(jsonText(found.map(rowOf), 1));
  else if (format === 'table') print(claimTable(found, format));
  else if (format !== 'jsonl') printForPrograms(claimTable(found, format));
  return code;
}
