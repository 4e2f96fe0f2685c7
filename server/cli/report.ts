import { TextDocument } from 'vscode-languageserver-textdocument';
import { groupBy } from '../base/groupBy';
import type { Diagnostic } from '../rules';
import { RULES } from '../rules';
import type { Level, RuleHead } from '../rules/rule';
import { displayPath, uriReference } from './manuscripts';
import { isTerminal, jsonText, oneLine, print, printStyled, type Style, styled } from './output';

export interface CheckedFile {
  readonly uri: string;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function printReport(files: readonly CheckedFile[], format: Format): void {
  if (format === 'text') printText(files);
  else if (format !== 'github') print(format === 'json' ? json(files) : sarif(files));
  else for (const command of commands(files)) print(command);
}

interface Located {
  readonly path: string;
  /** The same as a URI. */
  readonly reference: string;
  readonly diagnostic: Diagnostic;
  /** From 1, as editors count. */
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function* located(files: readonly CheckedFile[]): Generator<Located> {
  for (const { uri, source, diagnostics } of files) {
    const document = TextDocument.create(uri, '', 0, source);
    const place = (offset: number) => {
      const { line, character } = document.positionAt(offset);
      return { line: line + 1, column: character + 1 };
    };
    const [path, reference] = [displayPath(uri), uriReference(uri)];
    for (const diagnostic of diagnostics) {
      const { start, end } = diagnostic.span;
      yield { path, reference, diagnostic, start: place(start), end: place(end) };
    }
  }
}

const all = <T>(files: readonly CheckedFile[], print: (at: Located) => T): T[] => Array.from(located(files), print);

/** A line for each finding and, where people look on, how many there are of each kind. */
function printText(files: readonly CheckedFile[]): void {
  for (const { path, start, diagnostic } of located(files)) {
    const { level, message, code } = diagnostic;
    const place = styled('bold', oneLine(`${path}:${start.line}:${start.column}:`));
    const rule = styled('dim', `[${code}]`);
    printStyled(`${place} ${styled(LOOK[level], `${level}:`)} ${styled('plain', oneLine(message))} ${rule}`);
  }
  if (isTerminal()) printSummary(files);
}

const LOOK: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim' };
const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint'];

function printSummary(files: readonly CheckedFile[]): void {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const kinds = groupBy(found, ({ level, code }) => `${LEVELS.indexOf(level)} ${code}`);
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => ({ ...of[0]!, count: of.length }));
  if (rows.length > 0) print('');
  for (const { level, code, count } of rows) {
    printStyled(`${String(count).padStart(6)}  ${styled(LOOK[level], level.padEnd(11))}  ${code}`);
  }
  const inFiles = files.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const counted = files.length === 1 ? '1 file' : `${files.length} files`;
  const sum = found.length === 1 ? '1 finding' : `${found.length} findings`;
  printStyled(
    styled('bold', found.length === 0 ? `Nothing found in ${counted}.` : `${sum} in ${inFiles} of ${counted}.`),
  );
}

function json(files: readonly CheckedFile[]): string {
  const documents = files.map(({ uri, diagnostics }) => ({
    path: displayPath(uri),
    diagnostics: diagnostics.map(({ code, level, span, message }) => ({ code, severity: level, ...span, message })),
  }));
  return jsonText(documents);
}

/** Workflow commands; `%`, line breaks and, in properties, `:` and `,` are escaped as GitHub asks. */
function commands(files: readonly CheckedFile[]): string[] {
  const data = (s: string) => s.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (s: string) => data(s).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const names: Readonly<Record<Level, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'notice',
    hint: 'notice',
  };
  return all(files, ({ path, start, end, diagnostic: { level, message, code } }) => {
    const where = `file=${property(path)},line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column}`;
    return `::${names[level]} ${where},title=${property(code)}::${data(message)}`;
  });
}

function sarif(files: readonly CheckedFile[]): string {
  const levels: Readonly<Record<Level, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'note',
    hint: 'note',
  };
  const results = all(files, ({ reference, start, end, diagnostic: { level, message, code } }) => ({
    ruleId: code,
    level: levels[level],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: reference },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
  }));
  const rules = RULES.map(({ code, title, defaultLevel }: RuleHead) => ({
    id: code,
    shortDescription: { text: title },
    defaultConfiguration: defaultLevel === 'off' ? { enabled: false } : { level: levels[defaultLevel] },
  }));
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'interphase', rules } }, columnKind: 'utf16CodeUnits', results }],
  });
}
