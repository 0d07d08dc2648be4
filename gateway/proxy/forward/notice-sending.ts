import { DecoratorHandler, Dispatcher } from 'undici';

/**
 * Reports when a request is handed to an open connection, TLS included: before that, its provider has certainly seen
 * nothing of it, whatever the error is called. undici has a single code for time-outs before and after that point, and
 * many for a failed handshake.
 */
export function noticeSending(dispatcher: Dispatcher, sending: () => void): Dispatcher {
  return new NoticingDispatcher(dispatcher, sending);
}

/** One for each request: composing one, as undici offers it, takes longer than everything else here. */
class NoticingDispatcher extends Dispatcher {
  readonly #inner: Dispatcher;
  readonly #sending: () => void;

  constructor(inner: Dispatcher, sending: () => void) {
    super();
    this.#inner = inner;
    this.#sending = sending;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const inner: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
    return this.#inner.dispatch(options, {
      onRequestStart: (controller, context) => {
        this.#sending();
        inner.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (controller, ...rest) => inner.onRequestUpgrade?.(controller, ...rest),
      onResponseStart: (controller, ...rest) => inner.onResponseStart?.(controller, ...rest),
      onResponseData: (controller, chunk) => inner.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => inner.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => inner.onResponseError?.(controller, error),
    });
  }
}
