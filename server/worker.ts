import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { Catalogue } from './knowledge/catalogue';
import type { CompiledCatalogue } from './knowledge/compiled';
import { clientFiles } from './protocol/clientFiles';
import { connectionLog } from './protocol/log';
import { startServer } from './protocol/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Answers the messages that come from now on. A worker has no files of its own and asks the editor for them. */
export function serve(compiled: CompiledCatalogue): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  startServer(
    connection,
    {
      files: clientFiles(connection),
      log: connectionLog(connection),
      nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
    },
    new Catalogue(compiled),
  );
  connection.listen();
}
