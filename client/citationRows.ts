import { type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
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
  const nothing = `Nothing found for “${query.trim()}”`;
  if (rows.length === 0) return [remark(nothing, 'Try an author and a year, words of the title, a DOI or a key.')];
  return [{ label: `${nothing}; the nearest works`, kind: QuickPickItemKind.Separator }, ...rows];
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
  missing.length === 0 ? [] : [`incomplete: no ${missing.join(', no ')}`];
