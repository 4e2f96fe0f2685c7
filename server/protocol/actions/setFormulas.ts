import { CodeActionKind } from 'vscode-languageserver';
import { formsFor, planFormulas } from '../../features/formulas/oneWay';
import { canConfirm, toBeConfirmed } from './confirm';
import { type ActionProvider, actionFor } from './context';

export const SET_FORMULAS = `${CodeActionKind.Source}.interphase.setFormulas`;

/** A source action for each way to set formulas: all of the manuscript are set so, after a look where the client can show one. */
export const setFormulas: ActionProvider = (at) => {
  if (!at.params.context.only || !at.wants(SET_FORMULAS)) return [];
  const { manuscript } = at.context;
  return formsFor(manuscript).flatMap(({ markup, shown }) => {
    const plan = planFormulas(manuscript, markup);
    if (plan.edits.length === 0) return [];
    const count = plan.edits.length === 1 ? 'one change' : `${plan.edits.length} changes`;
    const actions = actionFor(plan, at, { title: `Set all formulas as ${shown} (${count})`, kind: SET_FORMULAS });
    return canConfirm(at.can) ? actions.map(toBeConfirmed) : actions;
  });
};
