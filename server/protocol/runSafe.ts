import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Runtime } from '../workspace/runtime';

/**
 * Wraps a request handler: edits and cancellations that are queued already are read first, a fault is logged and answered
 * with `empty`, and the next request works.
 */
export function runSafe<P, R, E = void>(
  runtime: Runtime,
  name: string,
  empty: R,
  work: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<E>> {
  return async (params, token) => {
    await runtime.nextTurn();
    if (token.isCancellationRequested) return cancelled<E>();
    try {
      const answer = await work(params, token);
      return token.isCancellationRequested ? cancelled<E>() : answer;
    } catch (error) {
      runtime.log.error(`${name} failed`, error);
      return empty;
    }
  };
}

const cancelled = <E>() => new ResponseError<E>(LSPErrorCodes.RequestCancelled, 'cancelled');
