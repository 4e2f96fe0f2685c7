import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../base/refusal';
import type { Runtime } from '../workspace/runtime';
import { TextMoved } from './texts';

/** Answers a request, or says why not. */
export type Answer<P, R, E> = (params: P, token: CancellationToken) => Promise<R | ResponseError<E>>;

/**
 * Wraps a request handler: edits and cancellations that are queued already are read first, a fault is logged and answered with
 * `empty`, and the next request works.
 */
export function runSafe<P, R, E = void>(
  runtime: Runtime,
  name: string,
  empty: R,
  work: (params: P, token: CancellationToken) => R | Promise<R>,
): Answer<P, R, E> {
  return async (params, token) => {
    await runtime.nextTurn();
    if (token.isCancellationRequested) return cancelled<E>();
    try {
      const answer = await work(params, token);
      return token.isCancellationRequested ? cancelled<E>() : answer;
    } catch (error) {
      if (error instanceof TextMoved) return new ResponseError<E>(LSPErrorCodes.ContentModified, error.message);
      runtime.log.error(`${name} failed`, error);
      return empty;
    }
  };
}

/** Why an edit is not made, as the answer to a request of LSP for one. */
export const refusalError = ({ refused }: Refusal) => new ResponseError<void>(LSPErrorCodes.RequestFailed, refused);

const cancelled = <E>() => new ResponseError<E>(LSPErrorCodes.RequestCancelled, 'cancelled');
