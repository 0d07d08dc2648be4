import { DecoratorHandler } from 'undici';
import type { Dispatcher } from 'undici';

/**
 * Tells when a request is handed to a connection that stands, TLS included: before that, its provider has certainly not
 * seen any of it, whatever the error is called. undici has one word for a time-out before and after, and many for a
 * handshake that failed.
 */
export function noticeSending(dispatcher: Dispatcher, sending: () => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const inner: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
    return dispatch(options, {
      onRequestStart(controller, context) {
        sending();
        inner.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (controller, ...rest) => inner.onRequestUpgrade?.(controller, ...rest),
      onResponseStart: (controller, ...rest) => inner.onResponseStart?.(controller, ...rest),
      onResponseData: (controller, chunk) => inner.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => inner.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => inner.onResponseError?.(controller, error),
    });
  });
}
