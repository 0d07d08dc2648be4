import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { AskAfterwards } from '../../providers/provider-spec.ts';
import { collect } from '../relay/collect.ts';
import { forward } from '../forward/forward.ts';
import type { Target } from '../forward/forward.ts';

/**
 * The pauses between tries, in milliseconds: a bill is written some seconds after a stream was left, and is missing
 * before.
 */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
const MOST_REPLY = 262_144;

interface Question {
  readonly asking: AskAfterwards;
  readonly baseUrl: string;
  /** The address of the request, and its key. */
  readonly target: Target;
  /** Aborted when nothing is waited for any more. */
  readonly givenUp: AbortSignal;
}

/**
 * Asks a provider for the cost of an abandoned stream, if it tells that afterwards.
 * @param id the id under which it keeps the answer
 * @returns undefined when it does not tell in time
 */
export async function askAfterwards(
  dispatcher: Dispatcher,
  { asking, baseUrl, target, givenUp }: Question,
  id: string,
): Promise<TokenUsage | undefined> {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${asking.path(id)}`);
  const { 'content-type': _type, ...headers } = target.headers;
  for (const pause of PAUSES_MS) {
    await sleep(pause, undefined, { signal: givenUp, ref: false }).catch(() => undefined);
    const result = await forward(dispatcher, {
      ...target,
      url,
      method: 'GET',
      headers,
      body: undefined,
      signal: givenUp,
    });
    if (!result.answered) continue;
    const reply =
      result.upstream.statusCode === 200
        ? parseObject((await collect(result.upstream.body, MOST_REPLY).catch(() => '')).toString())
        : undefined;
    const usage = reply && asking.read(reply);
    if (usage) return usage;
    if (!reply) await result.upstream.body.dump().catch(() => undefined);
  }
  return undefined;
}
