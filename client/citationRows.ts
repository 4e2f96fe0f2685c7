import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { ReferenceItem, SearchReferencesResult } from '../server/protocol/requests';
import { escapeIcons } from './escape';

/** A reference; or a remark, which has no id. */
export interface Row extends QuickPickItem {
  readonly id?: string;
}

/** Rows of what was found for a query; where nothing holds all its words, they say so. */
export function rowsOf(query: string, { items, isNearest = false }: SearchReferencesResult): readonly Row[] {
  const rows = items.map(toRow);
  if (query.trim() === '' || (rows.length > 0 && !isNearest)) return rows;
  const asked = query.trim();
  if (rows.length === 0) {
    const advice = l10n.t('Try an author and a year, words of the title, a DOI or a key.');
    return [remark(l10n.t('Nothing found for “{0}”', asked), advice)];
  }
  const label = l10n.t('Nothing found for “{0}”; the nearest works', asked);
  return [{ label, kind: QuickPickItemKind.Separator }, ...rows];
}

export const remark = (label: string, detail: string): Row => ({
  label: escapeIcons(label),
  detail: escapeIcons(detail),
  alwaysShow: true,
});

/** `alwaysShow` keeps the editor from filtering once more what the server has found by title or journal. */
const toRow = ({ id, key, label, description, detail, source, missing = [] }: ReferenceItem): Row => ({
  id,
  label: escapeIcons(label),
  description: escapeIcons([key, description, ...lack(missing)].join(' · ')),
  detail: escapeIcons(detail),
  iconPath: new ThemeIcon(source === 'workspace' ? 'file' : 'library'),
  alwaysShow: true,
});

const lack = (missing: readonly string[]): readonly string[] =>
  missing.length === 0 ? [] : [l10n.t('incomplete: {0}', missing.map((field) => l10n.t('no {0}', field)).join(', '))];
