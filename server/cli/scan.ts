import { bundledCatalogue } from '../knowledge/bundled';
import type { CellLayer, Mention } from '../paper/mention';
import type { Paper } from '../paper/paper';
import { Project } from '../paper/project';
import { readFile } from '../paper/reading';
import { check } from '../rules';
import type { ManuscriptLanguage } from '../text';
import { NO_PROJECT_FILE, type ProjectFile } from '../workspace/projectFile';
import { CliError, type Command, readArgs, stdinLines } from './io';
import { loadAll, problemReporter } from './load';
import { displayPath } from './manuscripts';
import { oneLine, printError, printJson } from './output';

const USAGE = `interphase scan [PATH…] [--jsonl] [--language latex|markdown|typst|plaintext] [--config FILE]

What manuscripts say – species, abbreviations, cells, quantities, citations, diagnostics – as one JSON object a document.
--jsonl reads one {"id": …, "language": …, "text": …} a line from standard input and prints one result a line.`;

const OPTIONS = { jsonl: { type: 'boolean' }, language: { type: 'string' }, config: { type: 'string' } } as const;

export const scan: Command = async (args) => {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  if (!values.jsonl && positionals.length === 0) throw new CliError(`no file given\n\n${USAGE}`);
  if (values.jsonl) for await (const line of stdinLines()) if (line.trim()) printJson(scanLine(line));
  let code = 0;
  const report = problemReporter();
  const seen = new Set<string>();
  for await (const file of loadAll(positionals, { language: values.language, config: values.config })) {
    if ('error' in file) {
      code = 2;
      printError(oneLine(`${displayPath(file.uri)}: ${file.error}`));
      continue;
    }
    const { project, settings } = file.loaded;
    report(file.loaded);
    const parts = project.readings[0]!.uri === file.uri ? project.readings.map((r) => r.uri) : [file.uri];
    for (const uri of parts) {
      if (seen.has(uri)) continue;
      seen.add(uri);
      const path = displayPath(uri);
      printJson({ id: path, path, ...describe(project.paper(uri)!, project, settings) });
    }
  }
  return code;
};

function scanLine(line: string): object {
  let id: unknown = null;
  try {
    const sent: unknown = JSON.parse(line);
    if (typeof sent !== 'object' || sent === null) throw new Error('not an object');
    const { language = 'plaintext', text, ...rest } = sent as { id?: unknown; language?: unknown; text?: unknown };
    id = rest.id ?? null;
    if (typeof text !== 'string') throw new Error('“text” is missing');
    if (!isLanguage(language)) throw new Error('“language” must be latex, markdown, typst or plaintext');
    const catalogue = bundledCatalogue();
    const project = new Project([readFile('jsonl:/', language, text, catalogue)], catalogue);
    return { id, ...describe(project.paper('jsonl:/')!, project, NO_PROJECT_FILE) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

const isLanguage = (value: unknown): value is ManuscriptLanguage =>
  value === 'latex' || value === 'markdown' || value === 'typst' || value === 'plaintext';

/** The object that `interphase scan` prints, but for id and path. */
export function describe(paper: Paper, project: Project, settings: ProjectFile): object {
  const { language, source, prose } = paper.manuscript;
  const accepted = new Set(settings.accepted);
  const file = project.readings.findIndex((reading) => reading.uri === paper.uri);
  const definitions = [...project.register.abbreviations]
    .flatMap((a) => a.definitions)
    .filter((d) => d.file === file)
    .sort((a, b) => a.source.start - b.source.start);
  return {
    language,
    mentions: paper.mentions.map((mention) => describeMention(mention, paper)),
    abbreviations: definitions.map(({ definition, source: { start, end }, scope }) => {
      return { short: definition.short, long: definition.long, start, end, scope, form: definition.form };
    }),
    cells: paper.mentions.flatMap((mention) =>
      mention.kind === 'cell'
        ? {
            ...mention.source,
            text: source.slice(mention.source.start, mention.source.end),
            prose: prose.slice(mention.prose),
            separator: mention.separators[0] ?? '|',
            separators: mention.separators,
            layers: mention.layers.map((layer) => describeLayer(layer, paper)),
            type: mention.type,
          }
        : [],
    ),
    diagnostics: check(paper, project, settings.rules, { accepted }).map(({ code, level, span, message }) => {
      return { code, severity: level, ...span, message };
    }),
  };
}

function describeMention(mention: Mention, { manuscript }: Paper): object {
  const { start, end } = mention.source;
  const base = { kind: mention.kind, start, end, text: manuscript.source.slice(start, end) };
  if (mention.kind === 'citation') return { ...base, key: mention.key };
  const read = { ...base, prose: manuscript.prose.slice(mention.prose) };
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
    default:
      return { ...read, type: mention.type };
  }
}

function describeLayer(layer: CellLayer, { manuscript }: Paper): object {
  return {
    prose: manuscript.prose.slice(layer.prose),
    ...speciesOf(layer.species),
    ...(layer.coating !== undefined && { coating: layer.coating }),
    role: layer.role,
  };
}

const speciesOf = (species: string | undefined) => (species === undefined ? {} : { species });
