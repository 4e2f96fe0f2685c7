import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { encodingName } from '../base/encoding';
import { reasonOf } from '../base/reason';
import { managerOf } from '../bibliography/managers';
import type { Diagnostic } from '../rules';
import { checkBibliography, check as checkPaper, type Levels, RULES } from '../rules';
import { applyEdits, safeEdits } from '../rules/fixAll';
import { decodeText, encodeText, unencodable } from '../workspace/fileText';
import { ruleOptions } from '../workspace/projectFile';
import { Baseline } from './baseline';
import { CliError, type Command, oneOf, readArgs } from './io';
import {
  citedFrom,
  LANGUAGES,
  type LoadedBibliographyFile,
  type LoadedFile,
  type LoadOptions,
  loadWithBibliographies,
  MANUSCRIPT_VALUES,
  printUnreadable,
  problemReporter,
} from './load';
import { displayPath, orHere } from './manuscripts';
import { oneLine, print, printForPrograms } from './output';
import { type CheckedFile, FORMATS, printReport } from './report';

const USAGE = `interphase check [PATH…] [options]

Diagnostics for manuscripts: files, folders, globs, else the working folder; a LaTeX main file brings its \\input files, and each
manuscript the .bib files that it cites from; a .bib file is checked by itself, too; - reads standard input.

  --language ${LANGUAGES}   of standard input
  --format text|json|sarif|github
  --rule CODE=off|hint|information|warning|error
  --fix                apply the safe fixes in place
  --fix-dry-run        print what --fix would change
  --baseline FILE      report only what is not in FILE, where an old manuscript is taken over
  --write-baseline     write what is found now into that FILE
  --config FILE        instead of .interphase.yaml

Exit code 0: nothing at warning or above, 1: something, 2: bad usage or a file that cannot be read.`;

/** More rounds than any chain of fixes needs. */
const MOST_ROUNDS = 5;

const OPTIONS = {
  language: { type: 'string' },
  format: { type: 'string', default: 'text' },
  rule: { type: 'string', multiple: true },
  fix: { type: 'boolean', default: false },
  'fix-dry-run': { type: 'boolean', default: false },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean', default: false },
  config: { type: 'string' },
} as const;

export const check: Command = {
  takes: '[PATH…]',
  summary: 'diagnostics for manuscripts and .bib files',
  options: OPTIONS,
  values: { ...MANUSCRIPT_VALUES, format: FORMATS, rule: RULES.map(({ code }) => `${code}=`), baseline: 'file' },
  run,
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, USAGE);
  const format = oneOf('format', values.format, FORMATS);
  const levels = readLevels(values.rule ?? []);
  if (values.fix && positionals.length === 0) throw new CliError(`--fix needs a PATH\n\n${USAGE}`);
  const paths = orHere(positionals);
  if (values.fix && paths.includes('-')) throw new CliError('--fix cannot write to standard input; use --fix-dry-run');

  const fixes = values.fix || values['fix-dry-run'];
  const options = { language: values.language, config: values.config };
  if (values['write-baseline']) {
    if (fixes) throw new CliError('--write-baseline does not go with --fix');
    return writeBaseline(values.baseline, await checkAll(paths, options, levels));
  }

  const baseline = values.baseline === undefined ? undefined : await Baseline.read(values.baseline);
  if (fixes) await fixAll(paths, options, levels, values.fix, baseline);
  const { files: found, unreadable } = await checkAll(paths, options, levels);
  const files = baseline?.newIn(found) ?? found;
  if (!values['fix-dry-run']) printReport(files, format);
  if (unreadable) return 2;
  return files.some(({ diagnostics }) => diagnostics.some((d) => d.level === 'warning' || d.level === 'error')) ? 1 : 0;
}

async function writeBaseline(path: string | undefined, { files, unreadable }: Checked): Promise<number> {
  if (path === undefined) throw new CliError('--write-baseline needs --baseline FILE');
  const count = await Baseline.write(path, files);
  print(oneLine(`Wrote ${path}: ${count} ${count === 1 ? 'finding' : 'findings'}.`));
  return unreadable ? 2 : 0;
}

/** `CODE=LEVEL` settings; a wrong code or level is bad usage. */
function readLevels(rules: readonly string[]): Levels {
  return Object.fromEntries(
    rules.map((rule) => {
      const [code = '', level = ''] = rule.split('=', 2);
      const codes = RULES.map((r) => r.code);
      return [
        oneOf('rule', code, codes),
        oneOf(`rule ${code}`, level, ['off', 'hint', 'information', 'warning', 'error']),
      ];
    }),
  );
}

interface Checked {
  readonly files: readonly CheckedFile[];
  /** True where a file that was named could not be read. */
  readonly unreadable: boolean;
}

async function checkAll(paths: readonly string[], options: LoadOptions, levels: Levels): Promise<Checked> {
  const files: CheckedFile[] = [];
  let unreadable = false;
  const seen = new Set<string>();
  const report = problemReporter((uri, context) => citedFrom(context).includes(uri));
  for await (const file of loadWithBibliographies(paths, options)) {
    if ('error' in file) {
      unreadable = true;
      printUnreadable(file);
      continue;
    }
    if ('context' in file) report(file.context);
    for (const checked of checkedIn(file, levels)) {
      if (seen.has(checked.uri)) continue;
      seen.add(checked.uri);
      files.push(checked);
    }
  }
  return { files, unreadable };
}

/** A main file brings the files it includes; a chapter is checked by itself, with what the others define. */
function* checkedIn(file: Loaded, levels: Levels): Generator<CheckedFile> {
  if ('bibliography' in file) {
    const { bibliography, manuscripts, catalogue, settings } = file.bibliography;
    const around = { manuscripts: manuscripts.map(({ manuscript }) => manuscript), catalogue };
    const diagnostics = checkBibliography(bibliography, around, { ...settings.rules, ...levels });
    yield { uri: file.uri, source: bibliography.text, diagnostics };
    return;
  }
  const { manuscript, settings, bibliography } = file.context;
  const options = { ...ruleOptions(settings), bibliography };
  const isMain = manuscript.files[0]!.uri === file.uri;
  for (const { uri, parsed } of manuscript.files) {
    if (!isMain && uri !== file.uri) continue;
    const diagnostics = checkPaper(manuscript.analysis(uri)!, manuscript, { ...settings.rules, ...levels }, options);
    yield { uri, source: parsed.source, diagnostics };
  }
}

type Loaded = Exclude<LoadedFile | LoadedBibliographyFile, { readonly error: string }>;

/** Applies the safe fixes round by round, since one may wait for another; prints what changed. */
async function fixAll(
  paths: readonly string[],
  options: LoadOptions,
  levels: Levels,
  write: boolean,
  baseline: Baseline | undefined,
) {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found: CheckedFile[] = [];
    // The same chapter may be reached from two files.
    const seen = new Set<string>();
    const isNew = (uri: string, finding: Diagnostic) => seen.size < seen.add(uri + JSON.stringify(finding)).size;
    const sources = new Map<string, string>();
    for await (const file of loadWithBibliographies(paths, options)) {
      if ('error' in file || isWrittenByOthers(file)) continue;
      if ('context' in file)
        for (const { uri, parsed } of file.context.manuscript.files) sources.set(uri, parsed.source);
      for (const { uri, source, diagnostics } of checkedIn(file, levels)) {
        sources.set(uri, source);
        found.push({ uri, source, diagnostics: diagnostics.filter((finding) => isNew(uri, finding)) });
      }
    }
    const fixes = (baseline?.newIn(found) ?? found).flatMap(({ diagnostics }) => diagnostics.map((d) => d.fixes ?? []));
    const edits = safeEdits(fixes);
    if (edits.length === 0) return;
    const changes = [...sources].flatMap(([uri, before]): Change[] => {
      const of = edits.filter((edit) => edit.uri === uri);
      return of.length > 0 ? [{ uri, before, after: applyEdits(before, of) }] : [];
    });
    // A definition may go from one file to another: all are written or none.
    const written = write ? await Promise.all(changes.map(bytesOf)) : [];
    for (const [i, { uri, before, after }] of changes.entries()) {
      if (write) await writeBytes(uri, written[i]!);
      const path = displayPath(uri);
      printForPrograms(createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 1 }).trimEnd());
    }
    if (!write) return;
  }
}

/** What a reference manager writes anew is not mended here: the next export would take it back. */
const isWrittenByOthers = (file: Loaded): boolean =>
  'bibliography' in file && managerOf(file.bibliography.bibliography.text)?.overwrites === true;

interface Change {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** In the encoding of the file; a byte order mark that it begins with stays. Fails where the file has changed, or cannot be written. */
async function bytesOf({ uri, before, after }: Change): Promise<Uint8Array> {
  const path = fileURLToPath(uri);
  const bytes = await readFile(path);
  const file = decodeText(uri, bytes);
  if (file.text !== before)
    throw new CliError(`${displayPath(uri)} was changed while it was checked, and is left as it is: run --fix again`);
  const lost = unencodable(after, file);
  if (lost !== undefined)
    throw new CliError(
      `${displayPath(uri)} is in ${encodingName(file.encoding)}, which has no “${lost}”: save it as UTF-8 first`,
    );
  await access(path, constants.W_OK).catch((error: unknown) => fail(uri, error));
  const hasMark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return encodeText(hasMark ? `\uFEFF${after}` : after, file.encoding);
}

const writeBytes = (uri: string, bytes: Uint8Array): Promise<void> =>
  writeFile(fileURLToPath(uri), bytes).catch((error: unknown) => fail(uri, error));

function fail(uri: string, error: unknown): never {
  throw new CliError(`${displayPath(uri)} cannot be written: ${reasonOf(error)}`);
}
