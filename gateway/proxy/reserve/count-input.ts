import type { AskProvider, Call, Operation } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { findEndpoint, upstreamUrl } from '../../providers/providers.ts';
import type { Route } from '../admit/check-route.ts';
import { collect } from '../relay/collect.ts';
import { forward } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';

/** A slower count helps nobody: the cheap bound is used. In milliseconds. */
const PATIENCE_MS = 10_000;

/** A count is only a number or two. In bytes. */
const MOST_REPLY = 65_536;

/** The parts of the gateway that counting needs. */
export type CountDeps = Pick<ProxyDeps, 'dispatcher' | 'countTokens'>;

interface Countable {
  readonly call: Call;
  readonly operation: Operation;
  readonly route: Pick<Route, 'provider' | 'spec' | 'target'>;
}

/** Makes the function that counts this request's input properly. @returns undefined when that is impossible */
export function inputCounter(
  deps: CountDeps,
  { call, operation: { countInput }, route }: Countable,
  stopped: AbortSignal,
): (() => Promise<number | undefined>) | undefined {
  const ask = providerAsker(deps, route, stopped);
  return countInput && (() => unless(stopped, countInput(call, ask, deps.countTokens)).catch(() => undefined));
}

/** Gives up waiting when the request is stopped. */
function unless<T>(stopped: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  const over = new Promise<undefined>((resolve) => {
    if (stopped.aborted) resolve(undefined);
    stopped.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([work, over]);
}

/** Calls an endpoint that is listed as free, with the provider's own key and the headers of the request. */
function providerAsker(
  deps: CountDeps,
  { provider, spec, target }: Countable['route'],
  stopped: AbortSignal,
): AskProvider {
  return async (path, body) => {
    const found = findEndpoint(spec, 'POST', path);
    if (!found || found.endpoint.operation) return undefined;
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]);
    const url = upstreamUrl(spec, provider.baseUrl, found, { version: undefined, search: '' });
    const result = await forward(deps.dispatcher, {
      ...target,
      url,
      method: 'POST',
      body: Buffer.from(JSON.stringify(body)),
      signal,
    });
    if (!result.answered) return undefined;
    const counted = await collect(result.upstream.body, MOST_REPLY);
    return result.upstream.statusCode === 200 ? parseObject(counted.toString('utf8')) : undefined;
  };
}
