import type { Diagnostic } from 'vscode-languageserver';
import { statusOf } from '../../features/status';
import { check } from '../../rules';
import { languageOfId } from '../../workspace/language';
import { toLspDiagnostic } from '../convert';
import { problemDiagnostics } from '../problems';
import { status } from '../requests';
import type { Session } from '../session';

/** What is to be said of an open document, manuscript or not; tells the client's status item on the way. */
export async function diagnose(session: Session, uri: string): Promise<Diagnostic[]> {
  const { settings, extras, connection, workspace, runtime } = session;
  const document = session.documents.get(uri);
  if (!settings.diagnostics.enable || !document) return [];
  if (!languageOfId(document.languageId)) return problemDiagnostics(document, workspace);
  const found = await session.manuscript(uri);
  if (!found) return [];
  const { loaded, document: read, textOf } = found;
  const levels = { ...settings.diagnostics.levels, ...loaded.settings.rules };
  const all = check(loaded.paper, loaded.project, levels, { accepted: new Set(loaded.settings.accepted) });
  if (extras.status) void connection.sendNotification(status, { uri: read.uri, ...statusOf(loaded) });
  return all.map((d) => toLspDiagnostic(d, read, textOf, extras.docs ?? runtime.docs));
}
