import { DecoratorHandler } from 'undici';
import type { Dispatcher } from 'undici';

/**
 * Reports when a request is handed to an open connection, TLS included: before that, its provider has certainly seen
 * nothing of it, whatever the error is called. undici has a single code for time-outs before and after that point, and
 * many for a failed handshake.
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
