import {
  DiagnosticSeverity,
  type Location,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Plan } from '../base/edit';
import type { Encoding } from '../base/encoding';
import type { Span } from '../base/span';
import { fileName } from '../base/uris';
import { EditRefused } from '../features/refusal';
import type { SourcePlace } from '../features/sourcePlace';
import type { Diagnostic } from '../rules';
import type { Fix, Level } from '../rules/rule';
import type { TextOf } from './texts';

export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** Places in files whose text is known. */
export const toLocations = (places: readonly SourcePlace[], textOf: TextOf): Location[] =>
  places.flatMap(({ uri, span }) => {
    const document = textOf(uri)?.document;
    return document ? [{ uri: document.uri, range: toRange(document, span) }] : [];
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

/**
 * One edit for all files, with their versions, so that an editor refuses it where a text has moved on. Throws `EditRefused`
 * where the editor would write a file back in another encoding than its own.
 */
export function toWorkspaceEdit({ edits, creates }: Plan, textOf: TextOf): WorkspaceEdit {
  const byUri = new Map<string, Edit[]>();
  for (const edit of edits) byUri.set(edit.uri, [...(byUri.get(edit.uri) ?? []), edit]);
  const changes: TextDocumentEdit[] = [...byUri].map(([uri, of]) => {
    const known = textOf(uri);
    if (!known) throw new Error(`${uri} is to be edited without having been read`);
    const { document, isOpen, encoding } = known;
    if (encoding !== 'utf-8') throw new EditRefused(notUtf8(uri, encoding));
    const textEdits = of.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
    return { textDocument: { uri: document.uri, version: isOpen ? document.version : null }, edits: textEdits };
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

const ENCODINGS: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'windows-1252': 'Latin-1 or Windows-1252' };

const notUtf8 = (uri: string, encoding: Encoding): string =>
  `“${fileName(uri)}” is in ${ENCODINGS[encoding]}, and an editor would write it back as UTF-8: save it as UTF-8 first.`;
