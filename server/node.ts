import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import compiled from '../build/catalogue.json';
import { Catalogue } from './knowledge/catalogue';
import { docsFolder, nodeFiles } from './nodeFiles';
import { nodeZotero } from './nodeZotero';
import { connectionLog } from './protocol/log';
import { startServer } from './protocol/server';

/** The language server in Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
const connection = createConnection(ProposedFeatures.all);
startServer(
  connection,
  {
    files: nodeFiles,
    log: connectionLog(connection),
    zotero: nodeZotero(),
    docs: docsFolder(__dirname),
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  },
  new Catalogue(compiled),
);
connection.listen();
