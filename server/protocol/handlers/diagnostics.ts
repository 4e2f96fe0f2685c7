import type { Diagnostic } from 'vscode-languageserver';
import { statusOf } from '../../features/status';
import { check } from '../../rules';
import { formatOfLanguage } from '../../text';
import { toLspDiagnostic } from '../convert';
import { problemDiagnostics } from '../problems';
import { status } from '../requests';
import type { Session } from '../session';

/** What is to be said of an open document, manuscript or not; tells the client's status item on the way. */
export async function diagnose(session: Session, uri: string): Promise<Diagnostic[]> {
  const { settings, extras, connection, workspace, runtime } = session;
  const document = session.documents.get(uri);
  if (!settings.diagnostics.enable || !document) return [];
  if (!formatOfLanguage(document.languageId)) return problemDiagnostics(document, workspace);
  const found = await session.manuscript(uri);
  if (!found) return [];
  const { context, document: read, textOf } = found;
  const levels = { ...settings.diagnostics.levels, ...context.settings.rules };
  const all = check(context.file, context.manuscript, levels, { accepted: new Set(context.settings.accepted) });
  if (extras.status) void connection.sendNotification(status, { uri: read.uri, ...statusOf(context) });
  return all.map((d) => toLspDiagnostic(d, read, textOf, extras.docs ?? runtime.docs));
}
