import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { shortLabel } from '../../bibliography/format';
import { bundledId } from '../../features/citations/bundledId';
import { sourcesAt } from '../../features/citations/sources';
import type { InsertCitationParams } from '../requests';
import type { ActionProvider } from './context';

/** So many works are offered for a species. */
const MOST = 3;

/** Cites a work after the species under the caret, by the client's command. Only when asked: no light bulb at every formula. */
export const citeSpecies: ActionProvider = ({ params, document, context, extras, wants }) => {
  const { citeCommand } = extras;
  const asked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (!citeCommand || !asked || !wants(CodeActionKind.Refactor)) return [];
  const found = sourcesAt(context, document.offsetAt(params.range.start));
  if (!found) return [];
  return found.references.slice(0, MOST).map((reference) => {
    const title = `Cite ${shortLabel(reference)} for ${found.name} here`;
    const argument: InsertCitationParams = {
      uri: document.uri,
      position: document.positionAt(found.offset),
      ids: [bundledId(reference.key)],
    };
    return { title, kind: CodeActionKind.Refactor, command: { title, command: citeCommand, arguments: [argument] } };
  });
};
