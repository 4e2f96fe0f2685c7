import { type ClientCapabilities, type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { FORMATS } from '../text';

/** Files that a manuscript is made of, and those it may depend on: packages, bibliographies, the project file. */
const WATCHED = [
  ...Object.values(FORMATS).flatMap(({ extensions }) => extensions),
  ...['Rmd', 'sty', 'cls', 'bib', 'json', 'yml', 'yaml', 'toml', 'csv'],
];

export const canWatch = (can: ClientCapabilities): boolean =>
  can.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/** Asks the client to say what changes on disk. */
export const watchFiles = (connection: Connection): Promise<unknown> =>
  connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: `**/*.{${WATCHED.join(',')}}` }],
  });
