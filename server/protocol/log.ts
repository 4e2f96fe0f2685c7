import type { Connection } from 'vscode-languageserver';
import type { Log } from '../workspace/runtime';

/** Writes to the output channel of the client. */
export const connectionLog = ({ console }: Connection): Log => ({
  info: (message) => console.info(message),
  warn: (message) => console.warn(message),
  error: (message, cause) => console.error(cause === undefined ? message : `${message}: ${describe(cause)}`),
});

const describe = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
