import {
  DiagnosticSeverity,
  type Location,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/span';
import type { Plan } from '../features/plan';
import type { SourcePlace } from '../features/sourcePlace';
import type { Diagnostic, Edit, Fix, Level } from '../rules/rule';

/** Text of a file by its URI, to turn offsets into positions. */
export type TextOf = (uri: string) => TextDocument | undefined;

/** Version of an open text; null for files that are not open. */
export type VersionOf = (uri: string) => number | null;

export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** Places in files whose text is known. */
export const toLocations = (places: readonly SourcePlace[], textOf: TextOf): Location[] =>
  places.flatMap(({ uri, span }) => {
    const of = textOf(uri);
    return of ? [{ uri, range: toRange(of, span) }] : [];
  });

const SEVERITY: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What travels with a diagnostic, so that its fixes are computed once. */
export interface DiagnosticData {
  readonly version: number;
  readonly fixes: readonly Fix[];
}

/** `docs` is the folder that holds one page a rule. */
export function toLspDiagnostic(
  diagnostic: Diagnostic,
  document: TextDocument,
  textOf: TextOf,
  docs: string | undefined,
): LspDiagnostic {
  const related = (diagnostic.related ?? []).flatMap(({ message, ...place }) =>
    toLocations([place], textOf).map((location) => ({ location, message })),
  );
  const data: DiagnosticData = { version: document.version, fixes: diagnostic.fixes ?? [] };
  return {
    range: toRange(document, diagnostic.span),
    severity: SEVERITY[diagnostic.level],
    code: diagnostic.code,
    ...(docs !== undefined && { codeDescription: { href: `${docs}/rules/${diagnostic.code.replace('/', '-')}.md` } }),
    source: 'interphase',
    message: diagnostic.message,
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  };
}

/** One edit for all files, with their versions, so that an editor refuses it where a text has moved on. */
export function toWorkspaceEdit({ edits, creates }: Plan, textOf: TextOf, versionOf: VersionOf): WorkspaceEdit {
  const byUri = new Map<string, Edit[]>();
  for (const edit of edits) byUri.set(edit.uri, [...(byUri.get(edit.uri) ?? []), edit]);
  const changes: TextDocumentEdit[] = [...byUri].flatMap(([uri, of]) => {
    const document = textOf(uri);
    if (!document) return [];
    const textEdits = of.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
    return [{ textDocument: { uri, version: versionOf(uri) }, edits: textEdits }];
  });
  const created = creates.flatMap(({ uri, text }) => [
    { kind: 'create' as const, uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
    },
  ]);
  return { documentChanges: [...created, ...changes] };
}
