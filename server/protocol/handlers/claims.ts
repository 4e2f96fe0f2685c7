import { claimOverview } from '../../features/claims/overview';
import { toLocations } from '../convert';
import type { ClaimsParams, ClaimsResult } from '../requests';
import type { Handler } from '../session';

export const claims: Handler<ClaimsParams, ClaimsResult | null> = async (session, { uri, by = 'subject' }) => {
  const found = await session.manuscript(uri);
  if (!found) return null;
  const { context, textOf } = found;
  const { groups, csv } = claimOverview(context.manuscript, by);
  return {
    csv,
    groups: groups.map(({ claims: of, ...group }) => ({
      ...group,
      items: of.flatMap(({ place, ...claim }) =>
        toLocations([place], textOf).map((location) => ({ ...claim, location })),
      ),
    })),
  };
};
