import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { ReferenceItem, SearchReferencesResult } from '../server/protocol/requests';
import { escapeIcons } from './escape';

/** A reference; or a remark, which has no id. */
export interface Row extends QuickPickItem {
  readonly id?: string;
}

/** Rows of what was found for a query; where nothing holds all its words, they say so. */
export function rowsOf(
  query: string,
  { items, isNearest = false, notes = [] }: SearchReferencesResult,
): readonly Row[] {
  const rows = items.map(toRow);
  const quiet = notes.map((note) => remark(note, ''));
  if (query.trim() === '' || (rows.length > 0 && !isNearest)) return [...rows, ...quiet];
  const asked = shortened(query.trim());
  if (rows.length === 0) {
    const advice = l10n.t(
      'Try an author and a year or words of the title, or paste a DOI, BibTeX, RIS, EndNote, PubMed or CSL-JSON.',
    );
    return [remark(l10n.t('Nothing found for “{0}”', asked), advice), ...quiet];
  }
  const label = l10n.t('Nothing found for “{0}”; the nearest works', asked);
  return [{ label, kind: QuickPickItemKind.Separator }, ...rows, ...quiet];
}

const shortened = (query: string): string => (query.length > 60 ? `${query.slice(0, 60)}…` : query);

export const remark = (label: string, detail: string): Row => ({
  label: escapeIcons(label),
  detail: escapeIcons(detail),
  alwaysShow: true,
});

const NAMES_BUTTON: QuickInputButton = {
  iconPath: new ThemeIcon('quote'),
  tooltip: l10n.t('Cite with the names in the sentence'),
};

export const NOTES_BUTTON: QuickInputButton = {
  iconPath: new ThemeIcon('note'),
  tooltip: l10n.t('Cite with a page or words before it'),
};

/** `alwaysShow` keeps the editor from filtering once more what the server has found by title or journal. */
const toRow = ({ id, key, label, description, detail, source, missing = [], onlyDoi = false }: ReferenceItem): Row => ({
  id,
  label: escapeIcons(label),
  description: escapeIcons([...(hasKey(source) ? [key] : []), description, ...lack(missing, onlyDoi)].join(' · ')),
  detail: escapeIcons(detail),
  iconPath: new ThemeIcon(ICONS[source]),
  buttons: [NAMES_BUTTON, NOTES_BUTTON],
  alwaysShow: true,
});

/** Works that are in no file yet get their key when they are cited. */
const hasKey = (source: ReferenceItem['source']): boolean => source !== 'record' && source !== 'zotero';

const ICONS = { workspace: 'file', library: 'library', zotero: 'inbox', bundled: 'book', record: 'clippy' } as const;

function lack(missing: readonly string[], onlyDoi: boolean): readonly string[] {
  if (onlyDoi) return [l10n.t('incomplete: DOI only')];
  if (missing.length === 0) return [];
  return [l10n.t('incomplete: {0}', missing.map((field) => l10n.t('no {0}', field)).join(', '))];
}
