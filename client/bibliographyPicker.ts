import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BibliographyChoice } from '../server/protocol/requests';
import { escapeIcons } from './escape';

/** Lets the writer choose the bibliography that new entries go to from now on. Resolves to its URI; undefined where they leave. */
export async function pickBibliography(choices: readonly BibliographyChoice[]): Promise<string | undefined> {
  const chosen = await window.showQuickPick(choices.map(toRow), {
    title: l10n.t('New Entries Go To'),
    placeHolder: l10n.t('The choice is kept in .interphase.yaml'),
  });
  return chosen?.uri;
}

const toRow = ({ uri, entries, exportedBy }: BibliographyChoice): QuickPickItem & { readonly uri: string } => ({
  uri,
  label: escapeIcons(workspace.asRelativePath(Uri.parse(uri))),
  description: entries === 1 ? l10n.t('1 work') : l10n.t('{0} works', entries),
  ...(exportedBy !== undefined && {
    detail: escapeIcons(l10n.t('{0} writes it anew: what is added is lost', exportedBy)),
  }),
});
