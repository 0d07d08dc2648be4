import type { Dispatcher } from 'undici';
import type { JsonObject } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { forward } from '../forward/forward.ts';
import type { Target } from '../forward/forward.ts';
import { collect, MOST_REPLY_BYTES } from '../relay/collect.ts';

/** Asks a provider about work that it does later, or has done, with the key that the work was created with. */
export interface StoredWork {
  /** @param path below the address where it was created @returns undefined when no answer came */
  get(createdAt: Target, path: string): Promise<Dispatcher.ResponseData | undefined>;
  /** @returns undefined when there is no good answer */
  read(createdAt: Target, id: string): Promise<JsonObject | undefined>;
}

/** @see StoredWork */
export function createStoredWork(dispatcher: Dispatcher, signal: AbortSignal): StoredWork {
  const get: StoredWork['get'] = async (target, path) => {
    const url = new URL(`${target.url.origin}${target.url.pathname.replace(/\/+$/, '')}/${path}`);
    const { 'content-type': _type, ...headers } = target.headers;
    const result = await forward(dispatcher, { ...target, url, method: 'GET', headers, body: undefined, signal });
    return result.answered ? result.upstream : undefined;
  };
  return {
    get,
    async read(target, id) {
      const upstream = await get(target, encodeURIComponent(id));
      if (!upstream) return undefined;
      const body = await collect(upstream.body, MOST_REPLY_BYTES);
      return upstream.statusCode === 200 ? parseObject(body.toString('utf8')) : undefined;
    },
  };
}
