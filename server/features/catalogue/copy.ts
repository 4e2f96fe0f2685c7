import type { Bibliography } from '../../bibliography/bibliography';
import { toBibtex } from '../../bibliography/bibtex/serialise';
import type { Catalogue } from '../../knowledge/catalogue';
import type { CiteCommand } from '../../text/citing/citing';
import { catalogueList } from './list';
import { comparisonTable, listTable } from './table';
import { type TableFormat, writeTable } from './writeTable';

export interface TableRequest {
  readonly ids: readonly string[];
  readonly format: TableFormat;
  /** `list`: a species a row. `comparison`: a species a column. */
  readonly layout: 'list' | 'comparison';
  /** The property that a list shows. */
  readonly property?: string;
}

export interface CopiedTable {
  readonly text: string;
  /** BibTeX entries of the cited works that the manuscript's bibliography lacks; empty where it has them all. */
  readonly bibtex: string;
  /** How many those are. */
  readonly missing: number;
}

/** A table to be pasted. Works that the bibliography has are cited under its own keys. */
export function copyTable(
  { ids, format, layout, property }: TableRequest,
  catalogue: Catalogue,
  bibliography: Bibliography | undefined,
  command: CiteCommand,
): CopiedTable {
  const list = catalogueList(catalogue);
  const table = layout === 'comparison' ? comparisonTable(list, ids) : listTable(list, ids, property);
  const works = [...new Set(table.rows.flatMap((row) => row.flatMap(({ sources }) => sources)))];
  const own = ownKeys(bibliography);
  const keyOf = (work: string) => own.get(catalogue.reference(work)?.doi?.toLowerCase() ?? '') ?? work;
  const missing = works.flatMap((key) => (keyOf(key) === key && !bibliography?.entry(key) ? [key] : []));
  return {
    text: writeTable(table, format, { command: command === 'auto' ? 'cite' : command, keyOf }),
    bibtex: missing
      .flatMap((key) => catalogue.reference(key) ?? [])
      .map((reference) => `${toBibtex(reference)}\n`)
      .join('\n'),
    missing: missing.length,
  };
}

/** DOI, in lower case → the manuscript's key. */
function ownKeys(bibliography: Bibliography | undefined): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { entry } of bibliography?.entries ?? []) {
    const { doi, key } = entry.reference;
    if (doi) keys.set(doi.toLowerCase(), key);
  }
  return keys;
}
