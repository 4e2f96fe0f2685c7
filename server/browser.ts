import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { Catalogue } from './knowledge/catalogue';
import { clientFiles } from './protocol/clientFiles';
import { connectionLog } from './protocol/log';
import { startServer } from './protocol/server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/**
 * The language server as a web worker. It has no files of its own and asks the editor for them; the first message is the catalogue, as
 * bytes of JSON, the others are those of the protocol.
 */
self.onmessage = ({ data }: { readonly data: Uint8Array }) =>
  serve(new Catalogue(JSON.parse(new TextDecoder().decode(data))));

function serve(catalogue: Catalogue): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  startServer(
    connection,
    {
      files: clientFiles(connection),
      log: connectionLog(connection),
      nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
    },
    catalogue,
  );
  connection.listen();
}
