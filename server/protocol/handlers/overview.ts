import { type OverviewNode, overviewOf } from '../../features/overview';
import { ruleOptions } from '../../workspace/projectFile';
import { toLocations } from '../convert';
import type { OverviewItem, OverviewParams, OverviewResult } from '../requests';
import type { Handler } from '../session';
import type { TextOf } from '../texts';

export const overview: Handler<OverviewParams, OverviewResult | null> = async (session, { uri }) => {
  const found = await session.manuscript(uri);
  if (!found) return null;
  const { context, textOf } = found;
  const options = { ...ruleOptions(context.settings), bibliography: context.bibliography };
  return { nodes: overviewOf(context.manuscript, options).map((node) => toItem(node, textOf)) };
};

function toItem({ kind, label, detail, place, written, children }: OverviewNode, textOf: TextOf): OverviewItem {
  const [location] = place ? toLocations([place], textOf) : [];
  return {
    kind,
    label,
    ...(detail !== undefined && { detail }),
    ...(location && { location }),
    ...(written !== undefined && { written }),
    children: children.map((child) => toItem(child, textOf)),
  };
}
