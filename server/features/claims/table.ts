import { csvCell } from '../../base/csv';
import { escapeMarkdown } from '../../base/markdown';
import { fileName } from '../../base/uris';
import { printUnit } from '../../chemistry/printUnits';
import type { Claim } from '../../manuscript/claims/claims';

export const CLAIM_FORMATS = ['table', 'csv', 'json', 'jsonl', 'markdown'] as const;

const COLUMNS = [
  'property',
  'relation',
  'value',
  'to',
  'unit',
  'subject',
  'cycles',
  'confidence',
  'file',
  'line',
  'sentence',
] as const;

/** One claim as it is printed: a record of texts and numbers. A range goes from `value` to `to`; the unit is UCUM. */
export type ClaimRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

export const rowOf = (claim: Claim): ClaimRow => ({
  property: claim.property,
  relation: claim.relation ?? null,
  value: typeof claim.value === 'number' ? claim.value : claim.value[0],
  to: typeof claim.value === 'number' ? null : claim.value[1],
  unit: claim.unit,
  subject: claim.subject ?? null,
  cycles: claim.cycles ?? null,
  confidence: claim.confidence,
  file: fileName(claim.uri),
  line: claim.line,
  sentence: claim.sentence,
});

/** Claims as text, units as papers print them; `json` and `jsonl` are for the caller, who escapes for terminals. */
export function claimTable(claims: readonly Claim[], format: 'table' | 'csv' | 'markdown'): string {
  const rows = claims.map((claim) => ({ ...rowOf(claim), unit: printUnit(claim.unit) }));
  if (format === 'csv')
    return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((c) => csvCell(row[c])).join(','))].join('\n');
  const shown = COLUMNS.filter((column) => format === 'markdown' || column !== 'sentence');
  const cells = [shown as readonly string[], ...rows.map((row) => shown.map((column) => String(row[column] ?? '')))];
  if (format === 'markdown') {
    const line = (row: readonly string[]) => `| ${row.map(escapeMarkdown).join(' | ')} |`;
    return [line(cells[0]!), `|${shown.map(() => '---|').join('')}`, ...cells.slice(1).map(line)].join('\n');
  }
  const widths = shown.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
