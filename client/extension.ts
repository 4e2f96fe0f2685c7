import { commands, EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type StatusParams, status } from '../server/protocol/requests';
import { CataloguePanel } from './catalogue/panel';
import { citeSource, insertCitationHere } from './citations';
import { showClaims } from './claimsView';
import { clientOptions } from './clientOptions';
import { answerFileRequests } from './files';
import { sourceAction, sourceActionThere, withManuscript } from './manuscriptCommands';
import { showServerMessages } from './messages';
import { showReferences } from './referencesView';
import { checkReporting } from './reporting';
import { openSample } from './sample';
import { showSpecies } from './speciesView';
import { showStatus } from './statusItem';
import { saveUndoneCitations } from './undoOnDisk';

/** Makes a client for the server of this host: a process on the desktop, a worker in the browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server and what only an editor can do. Disposing of the context's subscriptions stops it. */
export async function activate(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const output = window.createOutputChannel('Interphase', { log: true });
  const client = createClient(clientOptions(context, output));
  const catalogue = new CataloguePanel(client, context.extensionUri);
  // A client keeps one handler of a notification.
  const read = new EventEmitter<StatusParams>();
  context.subscriptions.push(
    output,
    client,
    catalogue,
    commands.registerCommand('interphase.openCatalogue', (argument) => catalogue.open(argument)),
    read,
    client.onNotification(status, (params: StatusParams) => read.fire(params)),
    ...answerFileRequests(client),
    ...showStatus(client, read.event),
    ...showReferences(client, read.event),
    ...showSpecies(client, read.event),
    ...showClaims(client, read.event),
    showServerMessages(client),
    ...saveUndoneCitations(),
    commands.registerCommand('interphase.openSample', () => openSample(context)),
    ...registerCommands(client, output),
  );
  await client.start();
}

const registerCommands = (client: BaseLanguageClient, output: LogOutputChannel) => [
  commands.registerCommand(
    'interphase.insertCitation',
    withManuscript((editor) => insertCitationHere(client, editor)),
  ),
  commands.registerCommand('interphase.citeSource', (argument) => citeSource(client, argument)),
  commands.registerCommand(
    'interphase.checkReporting',
    withManuscript((editor) => checkReporting(client, editor)),
  ),
  commands.registerCommand(
    'interphase.writeAbbreviationList',
    sourceActionThere(
      'writeAbbreviationList',
      l10n.t('No list to write: no abbreviation is defined, or the list is complete.'),
    ),
  ),
  commands.registerCommand(
    'interphase.defineAtFirstUse',
    sourceAction(
      'defineAtFirstUse',
      'first',
      l10n.t('Nothing to define: every abbreviation that can be is defined at its first use.'),
    ),
  ),
  commands.registerCommand(
    'interphase.setFormulas',
    sourceAction('setFormulas', 'ifSingle', l10n.t('There are no formulas that could be set in another way.')),
  ),
  commands.registerCommand('interphase.restartServer', () => restart(client)),
  commands.registerCommand('interphase.showOutput', () => output.show()),
];

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}
