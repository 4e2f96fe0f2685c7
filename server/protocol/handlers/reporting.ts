import { checklistOf } from '../../features/reporting/checklist';
import { reportMarkdown } from '../../features/reporting/write';
import type { ReportParams, ReportResult } from '../requests';
import type { Handler } from '../session';

export const report: Handler<ReportParams, ReportResult | null> = async (session, { uri }) => {
  const at = await session.anyText(uri);
  if (!at) return null;
  const { manuscript } = at.context;
  return { markdown: reportMarkdown(checklistOf(manuscript), manuscript.catalogue) };
};
