import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { bundledCatalogue } from './knowledge/bundled';
import { clientFiles } from './protocol/clientFiles';
import { connectionLog } from './protocol/log';
import { startServer } from './protocol/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The language server as a web worker; it has no files of its own and asks the editor for them. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(
  connection,
  {
    files: clientFiles(connection),
    log: connectionLog(connection),
    nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
  },
  bundledCatalogue(),
);
connection.listen();
