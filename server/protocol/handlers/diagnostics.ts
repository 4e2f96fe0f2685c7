import type { Diagnostic } from 'vscode-languageserver';
import { statusOf } from '../../features/status';
import { check, checkBibliography } from '../../rules';
import { formatOfLanguage } from '../../text';
import { ruleOptions } from '../../workspace/projectFile';
import { toLspDiagnostic } from '../convert';
import { problemDiagnostics } from '../problems';
import { status } from '../requests';
import type { OpenBibliography, Session } from '../session';

/** What is to be said of an open document, manuscript or not; tells the client's status item on the way. */
export async function diagnose(session: Session, uri: string): Promise<Diagnostic[]> {
  const { settings, extras, connection, runtime } = session;
  const document = session.documents.get(uri);
  if (!settings.diagnostics.enable || !document) return [];
  const bibliography = await session.bibliography(uri);
  if (bibliography) return diagnoseEntries(session, bibliography);
  if (!formatOfLanguage(document.languageId)) return problemDiagnostics(document);
  const found = await session.manuscript(uri);
  if (!found) return [];
  const { context, document: read, textOf } = found;
  const levels = { ...settings.diagnostics.levels, ...context.settings.rules };
  const options = { ...ruleOptions(context.settings), bibliography: context.bibliography };
  const all = check(context.file, context.manuscript, levels, options);
  if (extras.status) void connection.sendNotification(status, { uri: read.uri, ...statusOf(context) });
  return all.map((d) => toLspDiagnostic(d, read, textOf, extras.docs ?? runtime.docs));
}

function diagnoseEntries({ settings, extras, runtime }: Session, found: OpenBibliography): Diagnostic[] {
  const { context, document, textOf } = found;
  const levels = { ...settings.diagnostics.levels, ...context.settings.rules };
  const manuscripts = context.manuscripts.map(({ manuscript }) => manuscript);
  const all = checkBibliography(context.bibliography, { manuscripts, catalogue: context.catalogue }, levels);
  return all.map((d) => toLspDiagnostic(d, document, textOf, extras.docs ?? runtime.docs));
}
