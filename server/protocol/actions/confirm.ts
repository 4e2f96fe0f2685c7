import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver';

/** True for a client that shows an edit before it is made. */
export const canConfirm = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;

const ID = 'look';

/** An editor shows the changes without ticking any. */
const HOW = 'Tick what is to be changed, then apply it.';

/** The action with an edit that the writer has to look at and confirm, whose sentences may need another change. */
export const toBeConfirmed = ({ edit, ...action }: CodeAction): CodeAction => ({
  ...action,
  edit: {
    changeAnnotations: { [ID]: { label: action.title, description: HOW, needsConfirmation: true } },
    documentChanges: (edit?.documentChanges ?? []).map((change) =>
      'edits' in change ? annotated(change) : { ...change, annotationId: ID },
    ),
  },
});

const annotated = ({ textDocument, edits }: TextDocumentEdit): TextDocumentEdit => ({
  textDocument,
  edits: edits.map((edit) => ({ ...edit, annotationId: ID })),
});
