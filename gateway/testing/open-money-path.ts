import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCap } from '../../shared/cap.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { Policy } from '../../shared/policy.ts';
import { createProviderBook } from '../accounts/provider-book.ts';
import type { ProviderBook } from '../accounts/provider-book.ts';
import type { Reservation } from '../accounts/spend/reservation.ts';
import type { Ask, JsonObject, Operation, StreamMeter } from '../dialects/dialect.ts';
import type { ModelPrice } from '../domain/price/price.ts';
import { createStreamWatch } from '../domain/stream/stream-watch.ts';
import type { ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import { findEndpoint, PROVIDERS } from '../providers/providers.ts';
import type { BillFault, HeldRequest } from '../proxy/reserve/held-request.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { openSpendProcess, removeFolder } from './spend-process.ts';
import type { SpendProcess } from './spend-process.ts';

export const NOON = Date.parse('2026-11-21T12:00:00Z');
export const OPENAI: ProviderRecord = {
  name: providerNameSchema.parse('openai'),
  kind: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  createdAt: NOON,
};

/** A held request that a test describes: what it leaves out is that of a plain request to gpt-4o. */
type Described = Partial<Omit<HeldRequest, 'reservation' | 'tell'>> & {
  readonly model?: string;
  /** Left out: the most that it can cost. */
  readonly reserved?: Nanodollars;
};

/** The parts that hold and end money on the way of a request, on a real ledger, with one sub-key. */
export interface MoneyPath extends SpendProcess {
  readonly clock: { now(): number };
  readonly timeZone: string;
  readonly key: SubKeyRecord;
  readonly providers: ProviderBook;
  /** What was told of bills, in order. */
  readonly told: readonly BillFault[];
  /** The price of a model at OpenAI. */
  priceOf(model: string): ModelPrice;
  /** Holds money for a request of the one sub-key. */
  hold(described?: Described): HeldRequest;
  reserve(model: string, reserved: Nanodollars): Reservation;
  /** The newest settled request, as the ledger has it. */
  settled(): Promise<RequestView | undefined>;
  /** Closes it and removes its folder. */
  remove(): Promise<void>;
}

/** @param policy of its sub-key; left out: a hundred dollars a day */
export async function openMoneyPath(policy: Policy = { caps: capsOf('100/day') }): Promise<MoneyPath> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-money-'));
  // Always later, so that the newest is the last.
  let now = NOON;
  const clock = { now: () => (now += 1) };
  const opened = await openSpendProcess(folder, clock, 'UTC');
  const providers = createProviderBook({ ledger: opened.ledger, secrets: createMemoryStore(), clock });
  await providers.add(OPENAI, 'sk-proj-made-up');
  const { key } = await opened.directory.issue(await opened.directory.addAgent('Claude Code'), policy);
  const told: BillFault[] = [];
  const findPriceOf = (model: string): ModelPrice | undefined =>
    providers.priceOf(OPENAI.name, PROVIDERS.openai, model);
  const priceOf = (model: string): ModelPrice => {
    const price = findPriceOf(model);
    if (!price) throw new Error(`${model} has no price`);
    return price;
  };
  const reserve = (model: string, reserved: Nanodollars): Reservation => {
    const wish = { provider: OPENAI.name, model, endpoint: 'chat/completions', stream: true, reserved };
    const result = opened.spend.reserve(key, { ...wish, price: '{}', loweredOutput: false }, 100);
    if (!result.reserved) throw new Error('refused');
    return result.reservation;
  };
  return {
    ...opened,
    clock,
    timeZone: 'UTC',
    key,
    providers,
    told,
    priceOf,
    reserve,
    hold({ model = 'gpt-4o', reserved, ...described } = {}) {
      const price = described.price ?? priceOf(model);
      const bound = described.bound ?? { input: 1_000, output: 4_000, cacheWrites: 'none' };
      return {
        price,
        bound,
        floor: 256,
        rolls: false,
        stops: 'yes',
        pace: { most: 1_000, hides: false },
        watch: createStreamWatch(),
        priceOf: findPriceOf,
        standIns: [],
        limits: { input: 128_000, output: 16_384 },
        countInput: undefined,
        ...described,
        reservation: reserve(model, reserved ?? price.worstCost(bound)),
        tell: (fault) => void told.push(fault),
      };
    },
    settled: async () => (await opened.ledger.recent(1))[0],
    async remove() {
      await opened.close();
      await removeFolder(folder);
    },
  };
}

/** Caps as people write them: `5/day`. */
export function capsOf(...texts: readonly string[]): NonNullable<Policy['caps']> {
  return texts.flatMap((text) => parseCap(text) ?? []);
}

/** Chat as OpenAI's protocol has it. */
export function chatOperation(): Operation {
  const operation = findEndpoint(PROVIDERS.openai, 'POST', 'chat/completions')?.endpoint.operation;
  if (!operation) throw new Error('there is no chat');
  return operation;
}

/** What a request to chat asks for. @param body its fields beside the message */
export function chatAsk(body: JsonObject = {}): Ask {
  const whole = { model: 'gpt-4o', messages: [{ role: 'user', content: 'hi' }], stream: true, ...body };
  const byteLength = JSON.stringify(whole).length;
  const ask = chatOperation().readAsk({ body: whole, byteLength, params: {}, query: new URLSearchParams() });
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

/** The real meter of a chat stream that has seen these chunks. */
export function chatMeter(...chunks: readonly JsonObject[]): StreamMeter {
  const meter = chatOperation().createMeter?.(chatAsk(), 'events');
  if (!meter) throw new Error('chat does not stream');
  for (const chunk of chunks) meter.see({ event: 'message', data: JSON.stringify(chunk) });
  return meter;
}

/** A chunk of a chat stream with these words. */
export function wordsOf(content: string): JsonObject {
  return { id: 'chat_1', model: 'gpt-4o', choices: [{ index: 0, delta: { content } }] };
}

/** The last chunk of a chat stream, with the provider's own figures. */
export function usageOf(prompt: number, completion: number): JsonObject {
  return { id: 'chat_1', model: 'gpt-4o', choices: [], usage: tokens(prompt, completion) };
}

function tokens(prompt: number, completion: number): JsonObject {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** A watch of a stream that was stopped a second after it was sent: no later moment counts. */
export function watchOfASecond(
  pieces: readonly (readonly [afterMs: number, shown: number])[] = [],
): ReturnType<typeof createStreamWatch> {
  const watch = createStreamWatch();
  const sent = performance.now() - 10_000;
  watch.sent(sent);
  for (const [afterMs, shown] of pieces) watch.saw(sent + afterMs, shown, false);
  watch.stop(sent + 1_000);
  return watch;
}

/** Ten tokens every tenth of a second: the pace is known, and nothing is silent. */
export const STEADY = Array.from({ length: 10 }, (_, count) => [100 * (count + 1), 10 * (count + 1)] as const);
