import { type CodeAction, CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { isRefusal } from '../../base/refusal';
import { shortFormAt } from '../../features/appearances';
import { planDefinitions } from '../../features/glossary/defineAtFirstUse';
import { planMacros } from '../../features/glossary/toMacros';
import { planPlain } from '../../features/glossary/toPlain';
import { entryKeyAt } from '../../manuscript/entries';
import { ruleOptions } from '../../workspace/projectFile';
import { canConfirm, toBeConfirmed } from './confirm';
import { type ActionContext, type ActionProvider, actionFor } from './context';

export const DEFINE_AT_FIRST_USE = `${CodeActionKind.Source}.interphase.defineAtFirstUse`;

/** An abbreviation under the caret goes into the glossary, or out of it. Only when asked: each is planned for the whole manuscript. */
export const moveToGlossary: ActionProvider = (at) => {
  const { params, document, context } = at;
  const kind = CodeActionKind.RefactorRewrite;
  const asked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (!asked || !at.wants(kind)) return [];
  const { file, manuscript } = context;
  const offset = document.offsetAt(params.range.start);
  const named = entryKeyAt(file.parsed, offset);
  if (named) {
    const plan = planPlain(named.key, manuscript);
    const title = `Write “${named.key}” in words and take it out of the glossary`;
    return isRefusal(plan) ? [] : previewed(actionFor(plan, at, { title, kind }), at);
  }
  const short = shortFormAt(context, offset)?.short;
  const plan = short === undefined ? undefined : planMacros(short, manuscript);
  if (!plan || isRefusal(plan)) return [];
  return previewed(actionFor(plan, at, { title: `Put “${short}” into the glossary and use its macros`, kind }), at);
};

/** A source action: it is about the whole manuscript, and offered where the client asks for such. */
export const defineAtFirstUse: ActionProvider = (at) => {
  if (!at.params.context.only || !at.wants(DEFINE_AT_FIRST_USE)) return [];
  const plan = planDefinitions(at.context.manuscript, ruleOptions(at.context.settings));
  const title = 'Define abbreviations at their first use, short form from there on';
  return plan ? previewed(actionFor(plan, at, { title, kind: DEFINE_AT_FIRST_USE }), at) : [];
};

/** Sentences change in many places: the client shows them first, where it can. */
const previewed = (actions: CodeAction[], { can }: ActionContext): CodeAction[] =>
  canConfirm(can) ? actions.map(toBeConfirmed) : actions;
