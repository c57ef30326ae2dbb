import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from './protocol.ts';

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;
type Notified<P> = (params: P) => void | Promise<void>;
type CancellableHandler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** Runs handlers so that a bug in one of them is logged and costs no more than its own answer. */
export class Safely {
  readonly #console: Pick<RemoteConsole, 'error'>;

  constructor(console: Pick<RemoteConsole, 'error'>) {
    this.#console = console;
  }

  /** A handler of a request: answers with `fallback` when it fails, and not at all when the client no longer minds. */
  asked<P, R>(method: string, fallback: (params: P) => R, handler: Handler<P, R>): CancellableHandler<P, R> {
    return async (params, token) => {
      throwIfCancelled(token);
      try {
        const answer = await handler(params, token);
        throwIfCancelled(token);
        return answer;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.#log(method, error);
        return fallback(params);
      }
    };
  }

  /** A handler of a notification, or anything else whose failure nobody can be told of. */
  notified<P>(what: string, handler: Notified<P>): (params: P) => Promise<void> {
    return async params => {
      try {
        await handler(params);
      } catch (error) {
        this.#log(what, error);
      }
    };
  }

  #log(what: string, error: unknown): void {
    this.#console.error(`${what} failed: ${error instanceof Error ? error.stack : error}`);
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

/** What was asked is about a text that is another one now. */
export const contentModified = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
