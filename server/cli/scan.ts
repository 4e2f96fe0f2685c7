import type { Span } from '../base/span';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import { leftOut } from '../manuscript/leftOut';
import type { Manuscript } from '../manuscript/manuscript';
import type { CellLayer, Mention } from '../manuscript/mention';
import { check } from '../rules';
import { NO_PROJECT_FILE, type ProjectFile, ruleOptions } from '../workspace/projectFile';
import { type Command, readArgs } from './io';
import { answerJsonLines } from './jsonLines';
import { eachManuscript, LANGUAGES, MANUSCRIPT_VALUES } from './load';
import { displayPath, orHere } from './manuscripts';
import { printJson } from './output';

const USAGE = `interphase scan [PATH…] [--jsonl] [--language ${LANGUAGES}] [--config FILE]

What manuscripts say – species, abbreviations, cells, quantities, citations, diagnostics – as one JSON object a document.
--jsonl reads one {"id": …, "language": …, "text": …} a line from standard input and prints one result a line.`;

const OPTIONS = { jsonl: { type: 'boolean' }, language: { type: 'string' }, config: { type: 'string' } } as const;

export const scan: Command = {
  takes: '[PATH…]',
  summary: 'what a manuscript says, as JSON',
  options: OPTIONS,
  values: MANUSCRIPT_VALUES,
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  if (values.jsonl) await answerJsonLines((file, manuscript) => describe(file, manuscript, NO_PROJECT_FILE));
  const seen = new Set<string>();
  const options = { language: values.language, config: values.config };
  return eachManuscript(
    values.jsonl ? positionals : orHere(positionals),
    options,
    (named, { manuscript, settings }) => {
      const parts = manuscript.files[0]!.uri === named ? manuscript.files.map((r) => r.uri) : [named];
      for (const uri of parts) {
        if (seen.has(uri)) continue;
        seen.add(uri);
        const path = displayPath(uri);
        printJson({ id: path, path, ...describe(manuscript.analysis(uri)!, manuscript, settings) });
      }
    },
  );
}

/** The object that `interphase scan` prints, except for id and path. */
export function describe(file: FileAnalysis, manuscript: Manuscript, settings: ProjectFile): object {
  const { format, source, prose } = file.parsed;
  const definitions = [...manuscript.abbreviations.all]
    .flatMap((a) => a.definitions)
    .filter((d) => d.file.uri === file.uri)
    .sort((a, b) => a.source.start - b.source.start);
  return {
    language: format,
    mentions: file.mentions.map((mention) => describeMention(mention, file)),
    abbreviations: definitions.map(({ definition, source: { start, end }, scope }) => {
      return { short: definition.short, long: definition.long, start, end, scope, form: definition.form };
    }),
    cells: file.mentions.flatMap((mention) =>
      mention.kind === 'cell'
        ? {
            ...mention.source,
            text: source.slice(mention.source.start, mention.source.end),
            prose: prose.slice(mention.prose),
            separator: mention.separators[0] ?? '|',
            separators: mention.separators,
            layers: mention.layers.map((layer) => describeLayer(layer, file)),
            type: mention.type,
          }
        : [],
    ),
    leftOut: leftOut(file, manuscript)
      .filter(({ prose: at }) => !isRead(file, at) && /[A-Z].*[A-Z\d]/s.test(prose.slice(at)))
      .map(({ prose: at, id }) => ({ ...prose.toSource(at), text: prose.slice(at), reason: id })),
    diagnostics: check(file, manuscript, settings.rules, ruleOptions(settings)).map(
      ({ code, level, span, message }) => {
        return { code, severity: level, ...span, message };
      },
    ),
  };
}

/** Other mentions, as a short form or a quantity, say what it is. */
const isRead = (file: FileAnalysis, at: Span): boolean => file.mentionsIn(at).length > 0;

function describeMention(mention: Mention, { parsed }: FileAnalysis): object {
  const { start, end } = mention.source;
  const base = { kind: mention.kind, start, end, text: parsed.source.slice(start, end) };
  if (mention.kind === 'citation') return { ...base, key: mention.key };
  const read = { ...base, prose: parsed.prose.slice(mention.prose) };
  switch (mention.kind) {
    case 'formula': {
      const { composition, charge, variables } = mention.formula;
      const open = variables.length > 0 ? { variables } : {};
      return { ...read, ...speciesOf(mention.species), composition, charge, ...open };
    }
    case 'name':
      return { ...read, species: mention.species };
    case 'abbreviation':
      return {
        ...read,
        ...speciesOf(mention.species),
        ...(mention.expansion !== undefined && { expansion: mention.expansion }),
      };
    case 'quantity':
      return {
        ...read,
        value: mention.value,
        unit: mention.unit,
        ...(mention.relation && { relation: mention.relation }),
        ...(mention.reference && { reference: mention.reference }),
      };
    case 'space-group':
      return { ...read, number: mention.number, symbol: mention.symbol };
    default:
      return { ...read, type: mention.type };
  }
}

function describeLayer(layer: CellLayer, { parsed }: FileAnalysis): object {
  return {
    prose: parsed.prose.slice(layer.prose),
    ...speciesOf(layer.species),
    ...(layer.coating !== undefined && { coating: layer.coating }),
    role: layer.role,
  };
}

const speciesOf = (species: string | undefined) => (species === undefined ? {} : { species });
