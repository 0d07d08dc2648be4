import { fetch } from 'undici';
import type { Dispatcher } from 'undici';

/** The web's `fetch` on the one way out: with its proxies, authorities and certificates. */
export function fetchThrough(dispatcher: Dispatcher): typeof globalThis.fetch {
  return (input, init) => Reflect.apply(fetch, undefined, [input, { ...init, dispatcher }]);
}
