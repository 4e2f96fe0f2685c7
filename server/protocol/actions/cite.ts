import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { isRefusal } from '../../base/refusal';
import { shortLabel } from '../../bibliography/format';
import { planCitation } from '../../features/citations/insert';
import { sourcesAt } from '../../features/citations/sources';
import { bundledId } from '../../features/citations/workIds';
import type { InsertCitationParams } from '../requests';
import { type ActionProvider, actionFor } from './context';

/** So many works are offered for a species. */
const MOST = 3;

/**
 * Cites a work after the species under the caret: by the client's command, which asks where the entry goes, else by an edit.
 * Only when asked: no light bulb at every formula.
 */
export const citeSpecies: ActionProvider = (at) => {
  const { params, document, context, extras, wants } = at;
  const asked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (!asked || !wants(CodeActionKind.Refactor)) return [];
  const found = sourcesAt(context, document.offsetAt(params.range.start));
  if (!found) return [];
  const kind = CodeActionKind.Refactor;
  return found.references.slice(0, MOST).flatMap((reference) => {
    const title = `Cite ${shortLabel(reference)} for ${found.name} here`;
    const ids = [bundledId(reference.key)];
    if (extras.citeCommand) {
      const argument: InsertCitationParams = { uri: document.uri, position: document.positionAt(found.offset), ids };
      return [{ title, kind, command: { title, command: extras.citeCommand, arguments: [argument] } }];
    }
    const plan = planCitation(context, found.offset, ids, at.citeWith);
    return isRefusal(plan) ? [] : actionFor(plan, at, { title, kind });
  });
};
