import type { Certainty, CostBasis, Outcome } from '../../../shared/contract/views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { AgentPlan } from '../agent-plans.ts';
import { localDays } from './local-days.ts';
import type { LocalDay } from './local-days.ts';
import { pricesOf } from '../price-table.ts';
import type { Random } from '../../platform/ports.ts';
import type { Range, Rhythm } from './rhythm.ts';
import { createSeededRandom } from './seeded-random.ts';
import { between } from '../simulated-agents.ts';

/** A request that an agent is said to have made. */
export interface PastRequest {
  readonly id: string;
  readonly startedAt: number;
  readonly settledAt: number;
  readonly model: string;
  readonly project: string;
  readonly session: string;
  readonly usage: PastUsage;
  readonly cost: Nanodollars;
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  readonly basis: CostBasis;
  readonly status: number;
}

interface PastUsage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
}

/** The work of one agent, and the times at which its cap had no room for more. */
export interface PastWork {
  readonly requests: readonly PastRequest[];
  readonly refusedAt: readonly { readonly at: number; readonly model: string }[];
}

interface PastOptions {
  readonly plan: AgentPlan;
  /** The same one gives the same work for the same day. */
  readonly seed: string;
  readonly now: number;
  readonly timeZone: string;
}

/** Three months. */
export const PAST_DAYS = 91;
/** Whatever a plan says, the ledger of a demo stays small. */
const MOST_REQUESTS = 6_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const NO_TOKENS: PastUsage = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };

/** What an agent did in the last three months: a pure function, so that a seed and a day decide it. */
export function pastWork({ plan, seed, now, timeZone }: PastOptions): PastWork {
  const { rhythm } = plan;
  if (rhythm === undefined) return { requests: [], refusedAt: [] };
  const cap = plan.caps.find(({ window }) => window === 'day')?.amount ?? Infinity;
  const days = localDays(PAST_DAYS, now, timeZone)
    .filter(({ daysAgo }) => daysAgo > 0 || rhythm.restsToday !== true)
    .map((day) => workOfDay(rhythm, cap, { ...day, end: Math.min(day.start + DAY_MS, now) }, `${seed} ${plan.name}`));
  return {
    requests: days.flatMap(({ requests }) => requests).slice(-MOST_REQUESTS),
    refusedAt: days.flatMap(({ refusedAt }) => refusedAt),
  };
}

/** A day up to its end, or to now. */
type Day = LocalDay & { readonly end: number };

function workOfDay(rhythm: Rhythm, cap: number, day: Day, seed: string): PastWork {
  const random = createSeededRandom(`${seed} ${day.date}`);
  const room = cap - (rhythm.leavesToday ?? 0);
  const requests: PastRequest[] = [];
  const refusedAt: { at: number; model: string }[] = [];
  let spent = 0;
  for (const start of sessionStarts(rhythm, day, random)) {
    // One conversation after the other: a person watches one at a time.
    for (const request of session(rhythm, day, Math.max(start, requests.at(-1)?.settledAt ?? 0), random)) {
      if (request.settledAt >= day.end) break;
      if (spent + request.cost > room) {
        refusedAt.push({ at: request.startedAt, model: request.model });
        break;
      }
      spent += request.cost;
      requests.push(request);
    }
  }
  if (day.daysAgo > 0 || rhythm.leavesToday === undefined) return { requests, refusedAt };
  return { requests: [...requests, ...lastOfCap(rhythm, room - spent, day, random)], refusedAt: [] };
}

/** The sessions of a day; of today, also one that has gone on until now. */
function sessionStarts(rhythm: Rhythm, day: Day, random: Random): readonly number[] {
  const [from, to] = rhythm.hours;
  const count = between(random, day.isWeekend ? rhythm.weekend : rhythm.weekday);
  const starts = Array.from({ length: count }, () => day.start + between(random, [from * HOUR_MS, (to + 1) * HOUR_MS]));
  if (day.daysAgo === 0 && rhythm.atWork)
    for (const minutes of [170, 100, 55, 24, 9]) starts.push(Math.max(day.start, day.end - minutes * 60_000));
  return starts.toSorted((left, right) => left - right);
}

function* session(rhythm: Rhythm, day: LocalDay, start: number, random: Random): Generator<PastRequest> {
  const era = rhythm.eras.find(({ untilDaysAgo }) => day.daysAgo >= untilDaysAgo);
  const model = drawn(random, era?.models);
  const project = drawn(random, rhythm.projects);
  const name = `simulated-${idText(random, 8)}`;
  let at = start;
  let context = between(random, rhythm.contextTokens);
  let known = 0;
  const count = between(random, rhythm.requests);
  for (let sent = 0; sent < count; sent += 1) {
    at += between(random, rhythm.restSeconds) * 1_000 + between(random, [0, 999]);
    const output = between(random, rhythm.outputTokens);
    const usage = rhythm.caches
      ? { input: context, cacheRead: known, cacheWrite: writesCache(model) ? context - known : 0, output }
      : { ...NO_TOKENS, input: context, output };
    const request = end({ random, at, model, project, session: name, usage });
    yield request;
    at = request.settledAt;
    if (rhythm.caches) known = context;
    context += between(random, rhythm.growTokens) + output;
  }
}

/** Nearly all are served. */
function end({
  random,
  at,
  usage,
  ...request
}: Pick<PastRequest, 'model' | 'project' | 'session' | 'usage'> & {
  readonly random: Random;
  readonly at: number;
}): PastRequest {
  const id = `req_${idText(random, 16)}`;
  const luck = between(random, [1, 1_000]);
  const tookMs = 600 + usage.output * between(random, [9, 24]);
  const base = { ...request, id, startedAt: at };
  if (luck <= 6)
    return {
      ...base,
      settledAt: at + 900,
      usage: NO_TOKENS,
      cost: nanodollarsOf(0),
      outcome: 'provider-error',
      certainty: 'exact',
      basis: 'unused',
      status: 529,
    };
  const left = luck <= 16;
  const used = left ? { ...usage, output: Math.ceil(usage.output / 2) } : usage;
  return {
    ...base,
    settledAt: at + (left ? Math.ceil(tookMs / 2) : tookMs),
    usage: used,
    cost: costOf(request.model, used),
    outcome: left ? 'client-gone' : 'served',
    certainty: left ? 'estimated' : 'exact',
    basis: left ? 'left' : 'usage',
    status: 200,
  };
}

/** Some long requests that use up what is left of a cap, to the nano-dollar. */
function lastOfCap(rhythm: Rhythm, left: number, day: Day, random: Random): PastRequest[] {
  const model = drawn(random, rhythm.eras.at(-1)?.models);
  const price = pricesOf(model);
  if (price === undefined || left <= 0) return [];
  const count = 12;
  const gap = Math.min(7 * 60_000, Math.floor((day.end - day.start) / (count + 1)));
  const share = Math.floor(left / count / price.output) * price.output;
  return Array.from({ length: count }, (_, index) => {
    const cost = index === 0 ? left - share * (count - 1) : share;
    const output = Math.floor((cost * 0.7) / price.output);
    const input = Math.floor((cost - output * price.output) / price.input);
    const usage = { ...NO_TOKENS, input, output };
    const startedAt = day.end - (count - index) * gap;
    return {
      id: `req_${idText(random, 16)}`,
      startedAt,
      settledAt: startedAt + Math.min(gap - 1, 20_000),
      model,
      project: drawn(random, rhythm.projects),
      session: 'simulated-handbook',
      usage,
      cost: costOf(model, usage),
      outcome: 'served',
      certainty: 'exact',
      basis: 'usage',
      status: 200,
    };
  });
}

/** By the table of the simulated provider, as its bill would be. */
export function costOf(model: string, { input, cacheRead, cacheWrite, output }: PastUsage): Nanodollars {
  const price = pricesOf(model);
  if (price === undefined) throw new Error(`The simulated provider has no ${model}.`);
  return nanodollarsOf(
    (input - cacheRead - cacheWrite) * price.input +
      cacheRead * price.cacheRead +
      cacheWrite * price.cacheWrite +
      output * price.output,
  );
}

function writesCache(model: string): boolean {
  const price = pricesOf(model);
  return price !== undefined && price.cacheWrite > price.input;
}

function drawn(random: Random, from: readonly string[] = []): string {
  const one = from[between(random, [0, from.length - 1] satisfies Range)];
  if (one === undefined) throw new Error('There is nothing to draw from.');
  return one;
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

function idText(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => ALPHABET.charAt(byte % 36)).join('');
}
