import { CodeActionKind } from 'vscode-languageserver';
import { planAbbreviationList } from '../../features/abbreviationList/abbreviationList';
import { type ActionProvider, actionFor } from './context';

export const WRITE_LIST = `${CodeActionKind.Source}.interphase.writeAbbreviationList`;

/** A source action: it is about the whole manuscript, and offered where the client asks for such. */
export const writeAbbreviationList: ActionProvider = (at) => {
  if (!at.params.context.only || !at.wants(WRITE_LIST)) return [];
  const plan = planAbbreviationList(at.context);
  if (!plan) return [];
  return actionFor(plan, at, { title: 'Write list of abbreviations', kind: WRITE_LIST });
};
