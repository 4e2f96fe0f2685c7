import { type ClientCapabilities, type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';

/** Files that a manuscript is made of, and those it may depend on: bibliographies, packages, the project file. */
const WATCHED = ['**/*.{tex,ltx,sty,cls,md,qmd,Rmd,typ}', '**/*.{bib,json,yml,yaml,csv}'];

export const canWatch = (can: ClientCapabilities): boolean =>
  can.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

/** Asks the client to say what changes on disk. */
export const watchFiles = (connection: Connection): Promise<unknown> =>
  connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: WATCHED.map((globPattern) => ({ globPattern })),
  });
