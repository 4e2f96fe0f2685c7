import { csvCell } from '../../base/csv';
import { md } from '../../base/markdown';
import { fileName } from '../../base/uris';
import { shortLabel } from '../../bibliography/format';
import type { Catalogue } from '../../knowledge/catalogue';
import { ATOM } from '../../text/prose';
import type { Checklist, ReportEntry } from './checklist';
import { KIND_NAMES } from './kinds';

/** The checklist filled in, as a table in Markdown. */
export function reportMarkdown({ kind, entries }: Checklist, catalogue: Catalogue): string {
  const rows = entries.map((entry) => {
    const { line, said } = placeOf(entry);
    return md`| ${entry.item.asks} | ${entry.answer} | ${line} | ${said} | ${asksFor(entry, catalogue)} |`;
  });
  return [
    '# What this manuscript reports',
    '',
    md`Read as a paper on ${KIND_NAMES[kind]}. No item is required of every paper; “not found” says that it was not recognised in the text.`,
    '',
    '| item | answer | line | text | asked for by |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The same as CSV. */
export function reportCsv({ entries }: Checklist, catalogue: Catalogue): string {
  const rows = entries.map((entry) => {
    const { line, said } = placeOf(entry);
    return [entry.item.id, entry.item.asks, entry.answer, line, said, asksFor(entry, catalogue)].map(csvCell).join(',');
  });
  return ['id,item,answer,line,text,asked for by', ...rows].join('\n');
}

function placeOf({ place }: ReportEntry): { line: string; said: string } {
  if (!place) return { line: '', said: '' };
  const sentence = place.sentence.replaceAll(ATOM, '').trim();
  const said = sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
  return { line: `${fileName(place.uri)}:${place.line}`, said };
}

const LONGEST = 160;

function asksFor({ item }: ReportEntry, catalogue: Catalogue): string {
  return item.sources
    .flatMap((key) => {
      const reference = catalogue.reference(key);
      return reference ? `${shortLabel(reference)}${reference.doi ? `, doi:${reference.doi}` : ''}` : [];
    })
    .join('; ');
}
