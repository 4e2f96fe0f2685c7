import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { Edit, Plan } from '../../base/edit';
import { canonicalUri } from '../../base/uris';
import { titleOf } from '../../rules';
import { safeEdits } from '../../rules/fixAll';
import { canConfirm, toBeConfirmed } from './confirm';
import { type ActionPlace, type ActionProvider, actionFor, fixesOf } from './context';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.interphase`;

/**
 * The fixes of each diagnostic in the range. What is not safe is shown before it is made, where the client can and the change is
 * not one in the place that the writer looks at: there it is seen, and undone, at once.
 */
export const fixes: ActionProvider<ActionPlace> = (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  return at.diagnostics.flatMap((diagnostic) =>
    fixesOf(diagnostic, at).flatMap(({ title, edits, safe }, i) => {
      const isPreferred = i === 0 && safe;
      const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred };
      const actions = actionFor({ edits, creates: [] }, at, action);
      const isSeen = safe || isInPlace(edits, diagnostic, at);
      return isSeen || !canConfirm(at.can) ? actions : actions.map(toBeConfirmed);
    }),
  );
};

/** The safe fixes of all diagnostics with the same code, where there is more than one. */
export const fixesOfKind: ActionProvider<ActionPlace> = async (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  const fixable = at.diagnostics.filter((diagnostic) => hasSafeFix(diagnostic, at));
  if (fixable.length === 0) return [];
  const all = await at.all();
  const actions: CodeAction[] = [];
  const codes = new Set(fixable.map((d) => d.code));
  const several = codes.size > 1;
  for (const code of codes) {
    const same = all.filter((d) => d.code === code && hasSafeFix(d, at));
    if (same.length < 2) continue;
    const title = `Fix all ${same.length} of this kind${several ? `: ${titleOf(String(code))}` : ''}`;
    const diagnostics = fixable.filter((d) => d.code === code);
    actions.push(...actionFor(allSafe(same, at), at, { title, kind: CodeActionKind.QuickFix, diagnostics }));
  }
  return actions;
};

/** All safe fixes at once, for a client that asks for just that, as on saving. */
export const fixAll: ActionProvider<ActionPlace> = async (at) => {
  if (!at.params.context.only || !at.wants(FIX_ALL)) return [];
  const fixable = (await at.all()).filter((diagnostic) => hasSafeFix(diagnostic, at));
  if (fixable.length === 0) return [];
  return actionFor(allSafe(fixable, at), at, { title: 'Fix all that is safe to fix', kind: FIX_ALL });
};

function isInPlace(edits: readonly Edit[], { range }: Diagnostic, { document }: ActionPlace): boolean {
  const [edit, ...others] = edits;
  if (!edit || others.length > 0 || edit.uri !== canonicalUri(document.uri)) return false;
  return edit.span.start <= document.offsetAt(range.end) && document.offsetAt(range.start) <= edit.span.end;
}

const hasSafeFix = (diagnostic: Diagnostic, at: ActionPlace): boolean =>
  fixesOf(diagnostic, at).some((fix) => fix.safe);

const allSafe = (diagnostics: readonly Diagnostic[], at: ActionPlace): Plan => ({
  edits: safeEdits(diagnostics.map((d) => fixesOf(d, at))),
  creates: [],
});
