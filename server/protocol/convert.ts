import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Plan } from '../base/edit';
import { encodingName } from '../base/encoding';
import type { Refusal } from '../base/refusal';
import type { SourceSpan } from '../base/span';
import { fileName } from '../base/uris';
import type { SourcePlace } from '../features/sourcePlace';
import type { Diagnostic } from '../rules';
import type { Fix, Level } from '../rules/rule';
import { unencodable } from '../workspace/fileText';
import type { KnownText, TextOf } from './texts';

export const toRange = (document: TextDocument, { start, end }: SourceSpan): Range => ({
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
    ...(diagnostic.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
    data,
  };
}

/**
 * One edit for all files, with their versions, so that an editor refuses it where a text has moved on. Refused where a file would
 * be written back in another encoding than its own. `opensEncoded`: the client opens files that are not UTF-8 as what they are.
 */
export function toWorkspaceEdit(
  { edits, creates }: Plan,
  textOf: TextOf,
  opensEncoded = false,
): WorkspaceEdit | Refusal {
  const byUri = new Map<string, Edit[]>();
  for (const edit of edits) byUri.set(edit.uri, [...(byUri.get(edit.uri) ?? []), edit]);
  const changes: TextDocumentEdit[] = [];
  for (const [uri, of] of byUri) {
    const known = textOf(uri);
    if (!known) throw new Error(`${uri} is to be edited without having been read`);
    const refused = whyNotWritten(uri, of, known, opensEncoded);
    if (refused !== undefined) return { refused };
    const { document, isOpen } = known;
    const textEdits = of.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
    changes.push({ textDocument: { uri: document.uri, version: isOpen ? document.version : null }, edits: textEdits });
  }
  const created = creates.flatMap(({ uri, text }) => [
    { kind: 'create' as const, uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
    },
  ]);
  return { documentChanges: [...created, ...changes] };
}

/** Undefined where the editor writes the file back in its own encoding, and that has all new characters. */
function whyNotWritten(
  uri: string,
  edits: readonly Edit[],
  { document, encoding, isOpen, misread }: KnownText,
  opensEncoded: boolean,
): string | undefined {
  if (encoding === 'utf-8') return undefined;
  const what = `“${fileName(uri)}” is in ${encodingName(encoding)}`;
  if (misread || (!isOpen && !opensEncoded))
    return `${what}, and the editor would write it back as UTF-8: open it in its encoding, or save it as UTF-8 first.`;
  const file = { text: document.getText(), encoding };
  const lost = edits.map(({ newText }) => unencodable(newText, file)).find((character) => character !== undefined);
  return lost === undefined ? undefined : `${what}, which has no “${lost}”: save it as UTF-8 first.`;
}
