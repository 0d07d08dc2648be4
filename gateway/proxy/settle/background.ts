import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, Operation } from '../../dialects/dialect.ts';
import type { Target } from '../forward/forward.ts';
import { priceUsage } from './price-usage.ts';
import { readResults } from './read-results.ts';
import { settleAtBound, settleEach, settleExact, settleUnused } from './settle-up.ts';
import { createStoredWork } from './stored-work.ts';
import type { HeldRequest } from '../reserve/held-request.ts';

/** A response made in the background: the provider answered before making it, and goes on by itself. */
export interface BackgroundWork {
  readonly heldRequest: HeldRequest;
  readonly ask: Ask;
  readonly operation: Operation;
  /** Where it was created, and with which key. */
  readonly target: Target;
}

/**
 * Follows responses that are made in the background until their provider reports their usage. They are asked for now
 * and then, which costs nothing; when a tool fetches one, that reply is read at once. Until then their money stays
 * held.
 */
export interface Background {
  follow(id: string, work: BackgroundWork): void;
  /**
   * True for a response that is followed. Providers choose ids freely, so only the provider itself can report on its
   * own.
   */
  knows(provider: ProviderName, id: string): boolean;
  /** Checks once, later, whether a response whose stream was left was made and billed all the same. */
  askAgainLater(id: string, work: BackgroundWork): void;
  /** Asks at once for something that is followed: a tool is about to read it, or to delete it. */
  look(provider: ProviderName, id: string): Promise<void>;
  /** Takes a stored response that a tool has fetched. */
  heard(provider: ProviderName, id: string, reply: JsonObject): Promise<void>;
  /** Stops asking. Open responses are settled at their bound when the ledger is opened next. */
  stop(): void;
}

/** The first pause between two questions, in milliseconds; each further pause is twice as long, up to a minute. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
/** No response and no batch takes longer, in milliseconds; one without a report by then counts at its bound. */
const MOST_MS = 26 * 3_600_000;
/** More than an agent has ever had at once; further responses count at their bound immediately. */
const MOST_FOLLOWED = 1_000;

/** Of responses, and of batches. */
const OPEN: readonly unknown[] = ['queued', 'in_progress', 'validating', 'finalizing', 'cancelling'];

/** The most abandoned streams to check later: the cost of any further ones is in the ledger all the same. */
const MOST_DOUBTED = 1_000;
/** The time after which it is certain whether a provider went on with an abandoned stream, in milliseconds. */
const DOUBT_MS = 60_000;

/**
 * @param finished called for a response that was finished although its stream was left, with its cost
 * @see Background
 */
export function createBackground(
  dispatcher: Dispatcher,
  finished: (heldRequest: HeldRequest, cost: Nanodollars) => Promise<void>,
): Background {
  const followed = new Map<string, BackgroundWork>();
  const stopped = new AbortController();
  const stored = createStoredWork(dispatcher, stopped.signal);
  const nameOf = (provider: ProviderName, id: string): string => `${provider} ${id}`;
  let doubted = 0;

  /** @returns true when it is over */
  const hear = async (provider: ProviderName, id: string, reply: JsonObject): Promise<boolean> => {
    const name = nameOf(provider, id);
    const work = followed.get(name);
    if (!work || isOpen(work, reply)) return work === undefined;
    const { results } = work.operation.later ?? {};
    const upstream = results && (await stored.get(work.target, `${encodeURIComponent(id)}/${results}`));
    const usages = results ? await readResults(work, upstream || undefined) : undefined;
    // A tool may have asked for it meanwhile.
    if (!followed.delete(name)) return true;
    await (results ? settleResults(work, usages) : settleReply(work, reply));
    return true;
  };

  const watch = async (id: string, work: BackgroundWork): Promise<void> => {
    const { provider } = work.heldRequest.reservation.record;
    const name = nameOf(provider, id);
    const until = performance.now() + MOST_MS;
    for (let pause = FIRST_MS; performance.now() < until; pause = Math.min(LONGEST_MS, pause * 2)) {
      await sleep(pause, undefined, { signal: stopped.signal, ref: false });
      if (!followed.has(name)) return;
      const reply = await stored.read(work.target, id).catch(() => undefined);
      if (reply && (await hear(provider, id, reply).catch(() => false))) return;
    }
    followed.delete(name);
    await settleAtBound(work.heldRequest, { outcome: 'served', status: 200 });
  };

  return {
    follow(id, work) {
      const name = nameOf(work.heldRequest.reservation.record.provider, id);
      // If two had the same name, nobody could tell which one is meant.
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
        const reply = await stored.read(work.target, id);
        const usage = reply?.['status'] === 'completed' ? work.operation.readUsage(reply, work.ask) : undefined;
        if (usage) await finished(work.heldRequest, priceUsage(work.heldRequest, usage).cost);
      };
      look()
        .catch(() => undefined)
        .finally(() => (doubted -= 1));
    },
    async look(provider, id) {
      const work = followed.get(nameOf(provider, id));
      const reply = work && (await stored.read(work.target, id).catch(() => undefined));
      if (reply) await hear(provider, id, reply).catch(() => undefined);
    },
    knows: (provider, id) => followed.has(nameOf(provider, id)),
    heard: (provider, id, reply) => hear(provider, id, reply).then(() => undefined),
    stop: () => stopped.abort(),
  };
}

/** A batch of which nothing was made says so itself; of a response only a failure does. */
function isUnused({ status, object }: JsonObject, usage: TokenUsage | undefined): boolean {
  return status === 'failed' || (object === 'batch' && usage !== undefined);
}

function isOpen({ operation: { later } }: BackgroundWork, reply: JsonObject): boolean {
  return later ? later.isOpen(reply) : OPEN.includes(reply['status']);
}

/** Settles work by its only reply. */
async function settleReply({ heldRequest, ask, operation }: BackgroundWork, reply: JsonObject): Promise<void> {
  const usage = operation.readUsage(reply, ask);
  const isNothing = usage === undefined || usage.input + usage.output === 0;
  if (usage && !isNothing) return settleExact(heldRequest, usage, { outcome: 'served', status: 200 });
  if (isUnused(reply, usage)) return settleUnused(heldRequest, { outcome: 'provider-error', status: 200 });
  return settleAtBound(heldRequest, { outcome: 'served', status: 200 });
}

/** Settles work by its results, one by one. @param usages undefined where nobody can read them */
async function settleResults(
  { heldRequest }: BackgroundWork,
  usages: readonly TokenUsage[] | undefined,
): Promise<void> {
  const ending = { outcome: 'served', status: 200 } as const;
  return usages ? settleEach(heldRequest, usages, ending) : settleAtBound(heldRequest, ending);
}
