import { fetch } from 'undici';
import type { Dispatcher } from 'undici';

/** The web's `fetch` on the one way out: with its proxies, authorities and certificates. */
export function fetchThrough(dispatcher: Dispatcher): typeof globalThis.fetch {
  return async (input, init) => {
    const answer: unknown = await Reflect.apply(fetch, undefined, [input, { ...init, dispatcher }]);
    if (!isResponse(answer)) throw new TypeError('a fetch without a response');
    return answer;
  };
}

/** The library's own class is another than the web's, with the same fields. */
function isResponse(answer: unknown): answer is Response {
  return typeof answer === 'object' && answer !== null && 'status' in answer && 'headers' in answer;
}
