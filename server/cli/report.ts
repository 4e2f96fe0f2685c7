import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../rules';
import { RULES } from '../rules';
import type { Level, RuleHead } from '../rules/rule';
import { displayPath } from './manuscripts';
import { jsonText, oneLine, print } from './output';

export interface CheckedFile {
  readonly uri: string;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function printReport(files: readonly CheckedFile[], format: Format): void {
  const text = PRINTERS[format](files);
  if (text) print(text);
}

const PRINTERS: Readonly<Record<Format, (files: readonly CheckedFile[]) => string>> = { text, json, sarif, github };

interface Located {
  readonly path: string;
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
    for (const diagnostic of diagnostics) {
      const { start, end } = diagnostic.span;
      yield { path: displayPath(uri), diagnostic, start: place(start), end: place(end) };
    }
  }
}

const all = <T>(files: readonly CheckedFile[], print: (at: Located) => T): T[] => Array.from(located(files), print);

function text(files: readonly CheckedFile[]): string {
  return all(files, ({ path, start, diagnostic: { level, message, code } }) => {
    return oneLine(`${path}:${start.line}:${start.column}: ${level}: ${message} [${code}]`);
  }).join('\n');
}

function json(files: readonly CheckedFile[]): string {
  const documents = files.map(({ uri, diagnostics }) => ({
    path: displayPath(uri),
    diagnostics: diagnostics.map(({ code, level, span, message }) => ({ code, severity: level, ...span, message })),
  }));
  return jsonText(documents);
}

/** Workflow commands; `%`, line breaks and, in properties, `:` and `,` are escaped as GitHub asks. */
function github(files: readonly CheckedFile[]): string {
  const data = (s: string) => s.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (s: string) => data(s).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const commands: Readonly<Record<Level, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'notice',
    hint: 'notice',
  };
  return all(files, ({ path, start, end, diagnostic: { level, message, code } }) => {
    const where = `file=${property(path)},line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column}`;
    return `::${commands[level]} ${where},title=${property(code)}::${data(message)}`;
  }).join('\n');
}

function sarif(files: readonly CheckedFile[]): string {
  const levels: Readonly<Record<Level, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'note',
    hint: 'note',
  };
  const results = all(files, ({ path, start, end, diagnostic: { level, message, code } }) => ({
    ruleId: code,
    level: levels[level],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
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
