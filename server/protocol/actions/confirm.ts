import type { ClientCapabilities, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';

/** True for a client that shows an edit before it is made. */
export const canConfirm = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;

const ID = 'look';

/** The edit as one that the writer has to look at and confirm, whose sentences may need another change. */
export function toBeConfirmed({ documentChanges = [] }: WorkspaceEdit, label: string): WorkspaceEdit {
  return {
    changeAnnotations: { [ID]: { label, needsConfirmation: true } },
    documentChanges: documentChanges.map((change) =>
      'edits' in change ? annotated(change) : { ...change, annotationId: ID },
    ),
  };
}

const annotated = ({ textDocument, edits }: TextDocumentEdit): TextDocumentEdit => ({
  textDocument,
  edits: edits.map((edit) => ({ ...edit, annotationId: ID })),
});
