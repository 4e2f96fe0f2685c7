import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Runtime } from '../workspace/runtime';
import { type Answer, runSafe } from './runSafe';
import type { Handler, Session } from './session';

/** Makes answers to requests of handlers: each waits for the settings. */
export class Answers {
  constructor(
    private readonly session: Session,
    private readonly runtime: Runtime,
  ) {}

  /** The handler's answer, and `empty` after a fault, which goes to the log under `name`. */
  of<P, R, E = void>(name: string, empty: R, handle: Handler<P, R>) {
    return runSafe<P, R, E>(this.runtime, name, empty, this.whenReady(handle));
  }

  /**
   * An edit for a place is made of the files as they are now, whoever has changed them, and given only if the place is still
   * where it was when the request came.
   */
  unmoved<P, R, E>(uriOf: (params: P) => string, handle: Answer<P, R, E>): Answer<P, R, E> {
    const { documents, workspace } = this.session;
    return async (params, token) => {
      const version = () => documents.get(uriOf(params))?.version;
      const asked = version();
      workspace.forgetDisk();
      const edit = await handle(params, token);
      return version() === asked ? edit : new ResponseError<E>(LSPErrorCodes.ContentModified, 'The text has changed.');
    };
  }

  whenReady<P, R>(handle: Handler<P, R>): (params: P, token: CancellationToken) => Promise<R> {
    const { session } = this;
    return async (params, token) => {
      await session.ready;
      return handle(session, params, token);
    };
  }
}
