import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Ask, JsonObject, Operation } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { collect, MOST_REPLY_BYTES } from '../relay/collect.ts';
import { forward } from '../forward/forward.ts';
import type { Target } from '../forward/forward.ts';
import { priceUsage } from './price-usage.ts';
import { settleAtBound, settleExact, settleUnused } from './settle-up.ts';
import type { HeldRequest } from '../reserve/held-request.ts';

/** A response that is made in the background: it was answered before it was made, and goes on by itself. */
export interface BackgroundWork {
  readonly heldRequest: HeldRequest;
  readonly ask: Ask;
  readonly operation: Operation;
  /** Where it was created, and with which key. */
  readonly target: Target;
}

/**
 * Responses that are made in the background, until their provider says what they used. They are asked for now and then,
 * which costs nothing, and a tool that fetches one lets it be heard at once. Until then they stay held.
 */
export interface Background {
  follow(id: string, work: BackgroundWork): void;
  /** True for one that is followed. Providers name theirs as they like: only its own can tell of it. */
  knows(provider: ProviderName, id: string): boolean;
  /** Looks once, later, whether a response whose stream was left was made and billed all the same. */
  askAgainLater(id: string, work: BackgroundWork): void;
  /** A stored response has passed by. */
  heard(provider: ProviderName, id: string, reply: JsonObject): Promise<void>;
  /** Asks no more. What is still open is settled at its bound when the ledger is opened next. */
  stop(): void;
}

/** Asked again after so long at first, then after twice that each time, up to a minute. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
/** Nothing takes longer; what nobody has told of by then counts at its bound. */
const MOST_MS = 24 * 3_600_000;
/** More than an agent has ever had; what is beyond counts at its bound at once. */
const MOST_FOLLOWED = 1_000;

const OPEN: readonly unknown[] = ['queued', 'in_progress'];

/** More streams that were left than this are not looked at: what they cost is in the ledger all the same. */
const MOST_DOUBTED = 1_000;
/** So long after a stream was left it is certain whether its provider has gone on. */
const DOUBT_MS = 60_000;

/**
 * @param finished told of a response that was made to its end though its stream was left, with what it costs
 * @see Background
 */
export function createBackground(
  dispatcher: Dispatcher,
  finished: (heldRequest: HeldRequest, cost: Nanodollars) => Promise<void>,
): Background {
  const followed = new Map<string, BackgroundWork>();
  const stopped = new AbortController();
  const nameOf = (provider: ProviderName, id: string): string => `${provider} ${id}`;
  let doubted = 0;

  /** @returns true when it is over */
  const hear = async (name: string, reply: JsonObject): Promise<boolean> => {
    const work = followed.get(name);
    if (!work || OPEN.includes(reply['status'])) return work === undefined;
    const { heldRequest, ask, operation } = work;
    const usage = operation.readUsage(reply, ask);
    followed.delete(name);
    const isNothing = usage === undefined || usage.input + usage.output === 0;
    if (usage && !isNothing) await settleExact(heldRequest, usage, { outcome: 'served', status: 200 });
    else if (reply['status'] === 'failed') await settleUnused(heldRequest, { outcome: 'provider-error', status: 200 });
    else await settleAtBound(heldRequest, { outcome: 'served', status: 200 });
    return true;
  };

  const ask = async (id: string, { target }: BackgroundWork): Promise<JsonObject | undefined> => {
    const url = new URL(`${target.url.origin}${target.url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(id)}`);
    const { 'content-type': _type, ...headers } = target.headers;
    const result = await forward(dispatcher, {
      ...target,
      url,
      method: 'GET',
      headers,
      body: undefined,
      signal: stopped.signal,
    });
    if (!result.answered) return undefined;
    const body = await collect(result.upstream.body, MOST_REPLY_BYTES);
    return result.upstream.statusCode === 200 ? parseObject(body.toString('utf8')) : undefined;
  };

  const watch = async (id: string, work: BackgroundWork): Promise<void> => {
    const name = nameOf(work.heldRequest.reservation.record.provider, id);
    const until = performance.now() + MOST_MS;
    for (let pause = FIRST_MS; performance.now() < until; pause = Math.min(LONGEST_MS, pause * 2)) {
      await sleep(pause, undefined, { signal: stopped.signal, ref: false });
      if (!followed.has(name)) return;
      const reply = await ask(id, work).catch(() => undefined);
      if (reply && (await hear(name, reply))) return;
    }
    followed.delete(name);
    await settleAtBound(work.heldRequest, { outcome: 'served', status: 200 });
  };

  return {
    follow(id, work) {
      const name = nameOf(work.heldRequest.reservation.record.provider, id);
      // Of two with one name, nobody could tell which one was meant.
      if (followed.size >= MOST_FOLLOWED || followed.has(name))
        return void settleAtBound(work.heldRequest, { outcome: 'served', status: 200 });
      followed.set(name, work);
      watch(id, work).catch(() => undefined);
    },
    askAgainLater(id, work) {
      if (doubted >= MOST_DOUBTED) return;
      doubted += 1;
      const look = async (): Promise<void> => {
        await sleep(DOUBT_MS, undefined, { signal: stopped.signal, ref: false });
        const reply = await ask(id, work);
        const usage = reply?.['status'] === 'completed' ? work.operation.readUsage(reply, work.ask) : undefined;
        if (usage) await finished(work.heldRequest, priceUsage(work.heldRequest, usage).cost);
      };
      look()
        .catch(() => undefined)
        .finally(() => (doubted -= 1));
    },
    knows: (provider, id) => followed.has(nameOf(provider, id)),
    heard: (provider, id, reply) => hear(nameOf(provider, id), reply).then(() => undefined),
    stop: () => stopped.abort(),
  };
}
