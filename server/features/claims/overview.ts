import { groupBy } from '../../base/groupBy';
import { fileName } from '../../base/uris';
import { typesetFormula } from '../../chemistry/typeset';
import { type Claim, claimsOf } from '../../manuscript/claims/claims';
import type { Manuscript } from '../../manuscript/manuscript';
import { printQuantity } from '../printQuantity';
import type { SourcePlace } from '../sourcePlace';
import { claimTable } from './table';

export type ClaimGrouping = 'subject' | 'property';

/** Performance statements that belong to one cell or material, or that are of one property. */
export interface ClaimGroup {
  /** Undefined for statements whose cell or material was not found. */
  readonly label?: string;
  readonly claims: readonly ShownClaim[];
}

export interface ShownClaim {
  /** `capacity retention: 92 %`, under a property `Li||NMC811: 92 %`. */
  readonly label: string;
  /** `300 cycles · line 12` */
  readonly detail: string;
  readonly sentence: string;
  readonly place: SourcePlace;
}

/** The rows of `interphase claims` as a tree, groups in the order of their first statement, and as CSV. */
export function claimOverview(
  manuscript: Manuscript,
  by: ClaimGrouping,
): { readonly groups: readonly ClaimGroup[]; readonly csv: string } {
  const claims = claimsOf(manuscript);
  const main = manuscript.files[0]!.uri;
  const groups = [...groupBy(claims, (claim) => headOf(claim, by))].map(
    ([label, of]): ClaimGroup => ({
      ...(label !== undefined && { label }),
      claims: of.map((claim) => shown(claim, by, main)),
    }),
  );
  return { groups: [...groups].sort((a, b) => rank(a) - rank(b)), csv: `${claimTable(claims, 'csv')}\n` };
}

const headOf = (claim: Claim, by: ClaimGrouping): string | undefined =>
  by === 'property' ? claim.property : subjectOf(claim);

const subjectOf = ({ subject }: Claim): string | undefined =>
  subject === undefined ? undefined : typesetFormula(subject);

const rank = ({ label }: ClaimGroup): number => (label === undefined ? 1 : 0);

function shown(claim: Claim, by: ClaimGrouping, main: string): ShownClaim {
  const { value, unit, relation, property, cycles, uri, line, sentence, source } = claim;
  const quantity = printQuantity({ value, unit, ...(relation && { relation }) });
  const head = by === 'property' ? subjectOf(claim) : property;
  const where = uri === main ? `line ${line}` : `line ${line} of ${fileName(uri)}`;
  return {
    label: head === undefined ? quantity : `${head}: ${quantity}`,
    detail: cycles === undefined ? where : `${cycles} cycles · ${where}`,
    sentence,
    place: { uri, span: source },
  };
}
