import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '../gateway/accounts/open-accounts.ts';
import { createEmitter } from '../gateway/platform/emitter.ts';
import { createProviderBook } from '../gateway/accounts/provider-book.ts';
import { createSettlementRetry } from '../gateway/accounts/spend/settlement-retry.ts';
import { createRefusalRecord } from '../gateway/audit/refusal-record.ts';
import { systemRandom } from '../gateway/defaults.ts';
import { NO_USAGE } from '../gateway/domain/usage.ts';
import { createByteBudget } from '../gateway/domain/caps/byte-budget.ts';
import { createWindowCalendar } from '../gateway/domain/time/windows.ts';
import { createEgress } from '../gateway/egress/egress.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import type { Ledger } from '../gateway/ledger/ledger.ts';
import type { Endpoint } from '../gateway/dialects/dialect.ts';
import { PROVIDERS } from '../gateway/providers/providers.ts';
import { checkPolicies } from '../gateway/proxy/admit/check-policies.ts';
import { checkStanding } from '../gateway/proxy/admit/check-standing.ts';
import { readRequest } from '../gateway/proxy/admit/read-request.ts';
import type { ProxyDeps } from '../gateway/proxy/proxy-deps.ts';
import { reserve } from '../gateway/proxy/reserve/reserve.ts';
import { createCallerFinder } from '../gateway/proxy/caller/caller-folder.ts';
import { createRunningRequests } from '../gateway/proxy/running/running-requests.ts';
import type { HeldRequest } from '../gateway/proxy/reserve/held-request.ts';
import { chat } from '../gateway/dialects/openai-chat/chat.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { nanodollarsOf } from '../shared/money.ts';
import { countRows, makeLedger, NINE_CAPS, secretOf } from './large-ledger.ts';
import { stopsOf } from '../gateway/testing/stops-of.ts';

// The cost of a decision: authenticate, policy, reserve. The writes are left out: they are another thread's.
const KEYS = 1_000;
/** With nine caps on each owner: 100,000 windows. */
const AGENTS = 10_110;
const ROUNDS = 15;
const DECISIONS = 1_000;
const TARGET_US = 50;

const dataFolder = await mkdtemp(join(tmpdir(), 'purser-decision-'));
let now = Date.UTC(2026, 5, 15, 12);
const clock = { now: () => now };
const log = { log: () => undefined };

/** Thirty days of a hundred busy sub-keys, so that windows have something in them. */
async function prepare(): Promise<number> {
  const connection = await makeLedger({ dataFolder, agents: AGENTS, keys: KEYS, policy: NINE_CAPS });
  await connection.exec(
    `WITH RECURSIVE hours(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM hours WHERE n < 719), busy(k) AS (SELECT 0 ` +
      `UNION ALL SELECT k + 1 FROM busy WHERE k < 99)
     INSERT INTO rollups SELECT ${now - 30 * 86_400_000} + n * 3600000, printf('key_%012d', k), printf('agt_%012d', ` +
      `k), 'openai', 'gpt-4o', 5, 1000000, 9000, 900, 0 FROM hours, busy`,
  );
  const rows = await countRows(connection, 'rollups');
  await connection.close();
  return rows;
}

async function openDeps(ledger: Ledger): Promise<ProxyDeps> {
  const instant: Ledger = { ...ledger, write: () => Promise.resolve() };
  const calendar = createWindowCalendar('Europe/Berlin');
  const settled = createEmitter<never>(() => undefined);
  const accounts = await openAccounts({
    ledger: instant,
    stops: stopsOf(instant),
    retry: createSettlementRetry(instant, log),
    clock,
    random: systemRandom,
    calendar,
    settled,
  });
  return {
    ...accounts,
    approvals: { ask: () => never(), mayAsk: () => false },
    providers: createProviderBook({ ledger: instant, secrets: createMemoryStore(), clock }),
    running: createRunningRequests(() => performance.now()),
    refusals: createRefusalRecord(
      () => Promise.resolve(),
      clock,
      log,
      () => undefined,
    ),
    refused: { note: () => undefined },
    mcp: { serve: () => never() },
    background: {
      follow: () => undefined,
      askAgainLater: () => undefined,
      knows: () => false,
      look: () => Promise.resolve(),
      heard: () => Promise.resolve(),
      stop: () => undefined,
    },
    watch: { sent: () => Promise.resolve(), refused: () => undefined, told: () => undefined, learned: () => undefined },
    arrived: { emit: () => undefined },
    callers: createCallerFinder(),
    attribution: { known: () => undefined, look: () => undefined },
    madeIn: () => undefined,
    bodies: { watch: () => undefined, follow: () => undefined },
    ...createEgress(),
    countTokens: () => Promise.resolve(undefined),
    authorizeFor: () => undefined,
    clock,
    log,
    timeZone: 'Europe/Berlin',
    maxBodyBytes: 2 ** 20,
    memory: createByteBudget({ all: Infinity, each: Infinity }),
  };
}

const body = Buffer.from(
  JSON.stringify({
    model: 'gpt-4o',
    max_tokens: 400,
    messages: [{ role: 'user', content: 'What does a decision cost? '.repeat(40) }],
  }),
);

function never(): never {
  throw new Error('nobody is asked here');
}

type Part = 'authenticate' | 'policy' | 'reserve';

/**
 * One decision after the other, a settlement after each, which is not counted. @returns microseconds of CPU per
 * decision, by part
 */
async function round(deps: ProxyDeps, perSecond: number): Promise<Readonly<Record<Part, number>>> {
  const read = await readRequest(chat, body, { params: {}, query: new URLSearchParams() });
  const provider = deps.providers.find('openai');
  if (!read.ok || !provider) throw new Error('the bench asks for something that cannot be read');
  const never = new AbortController().signal;
  const spent = { authenticate: 0, policy: 0, reserve: 0 };
  const secrets = Array.from({ length: DECISIONS }, (_, index) => secretOf((index * 7) % KEYS));
  const keys = measure(spent, 'authenticate', () => secrets.map((secret) => deps.directory.findSecret(secret)?.key));
  const known = keys.filter((key) => key !== undefined);
  if (known.length !== DECISIONS) throw new Error('a sub-key is not known');
  measure(spent, 'policy', () => {
    for (const key of known) {
      const refused =
        checkStanding(deps, key) ?? checkPolicies(deps, { key, provider, endpoint: ENDPOINT.path }, 'gpt-4o');
      if (refused) throw new Error(refused.message);
    }
  });
  // In batches, so that what is not counted can be done in between.
  for (let from = 0; from < known.length; from += BATCH) {
    const batch = known.slice(from, from + BATCH);
    const tabs: HeldRequest[] = [];
    const start = process.cpuUsage();
    for (const key of batch) {
      const held = await reserve(deps, {
        key,
        provider,
        spec: PROVIDERS.openai,
        ask: read.ask,
        endpoint: 'chat/completions',
        session: null,
        body: {},
        largeContext: false,
        keepPatient: () => () => undefined,
        stopped: never,
      });
      if (!held.ok) throw new Error(held.refusal.message);
      tabs.push(held.heldRequest);
      now += 1000 / perSecond;
    }
    spent.reserve += cpuSince(start);
    for (const heldRequest of tabs) {
      await heldRequest.reservation.settle({
        cost: nanodollarsOf(1_000_000),
        usage: NO_USAGE,
        certainty: 'exact',
        basis: 'usage',
        outcome: 'served',
        status: 200,
      });
    }
  }
  return {
    authenticate: spent.authenticate / DECISIONS,
    policy: spent.policy / DECISIONS,
    reserve: spent.reserve / DECISIONS,
  };
}

const BATCH = 50;
const ENDPOINT: Endpoint = { path: 'chat/completions', method: 'POST', dialect: 'openai-chat', operation: chat };

function measure<T>(spent: Record<Part, number>, part: Part, run: () => T): T {
  const start = process.cpuUsage();
  const result = run();
  spent[part] += cpuSince(start);
  return result;
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

try {
  const rollups = await prepare();
  const ledger = await openLedger(dataFolder);
  const deps = await openDeps(ledger);
  const windows = (AGENTS + KEYS + 2) * (NINE_CAPS.caps?.length ?? 0);
  console.log(
    `decision: ${KEYS} sub-keys, ${windows.toLocaleString('en')} windows, ${rollups.toLocaleString('en')} rollups; ` +
      `median of ${ROUNDS} rounds of ${DECISIONS}, microseconds of CPU`,
  );
  for (const perSecond of [1, 10, 100]) {
    await round(deps, perSecond);
    const rounds: Awaited<ReturnType<typeof round>>[] = [];
    for (let index = 0; index < ROUNDS; index += 1) rounds.push(await round(deps, perSecond));
    const [authenticate, policy, held] = (['authenticate', 'policy', 'reserve'] as const).map((part) =>
      median(rounds.map((one) => one[part])),
    );
    const all = median(rounds.map((one) => one.authenticate + one.policy + one.reserve));
    const text = `authenticate ${authenticate?.toFixed(1)}, policy ${policy?.toFixed(1)}, reserve ${held?.toFixed(1)}`;
    console.log(
      `  at ${String(perSecond).padStart(3)} a second: ${all.toFixed(1)} ` +
        `(${text})  ${all <= TARGET_US ? 'within' : 'ABOVE'} ${TARGET_US}`,
    );
  }
  await ledger.close();
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
