import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { costsQuerySchema } from '../../../shared/contract/cost-views.ts';
import type { CostsQuery, CostsView } from '../../../shared/contract/cost-views.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { createWindowCalendar } from '../../domain/time/windows.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import { readCostMonth } from './cost-month.ts';
import { readCosts } from './costs.ts';

const NOW = Date.parse('2026-11-18T14:30:00+01:00');
const DAY = 86_400_000;
const calendar = createWindowCalendar('Europe/Berlin');
const clock = { now: () => NOW };
const ALIVE = { createdAt: 0, paused: false, archivedAt: null, deletedAt: null, mergedInto: null } as const;
const agents = [
  { id: agentIdSchema.parse('agt_aaaaaaaaaaaa'), name: 'Claude Code', ...ALIVE },
  { id: agentIdSchema.parse('agt_bbbbbbbbbbbb'), name: 'Codex', ...ALIVE },
] as const;
const keyOf = (index: 0 | 1, project: string | null) => ({
  id: subKeyIdSchema.parse(index === 0 ? 'key_aaaaaaaaaaaa' : 'key_bbbbbbbbbbbb'),
  agentId: agents[index].id,
  hash: String(index).repeat(64),
  hint: index === 0 ? 'wxyz' : 'abcd',
  createdAt: 0,
  paused: false,
  revokedAt: null,
  rotatedAt: null,
  endReason: null,
  name: index === 0 ? null : 'For the shop',
  project,
});
const keys = [keyOf(0, null), keyOf(1, '/home/me/shop')] as const;
const directory = {
  agents: () => agents,
  formerAgents: () => [],
  keys: () => keys,
  projectOf: (id: string) => keys.find((key) => key.id === id)?.project ?? null,
};

let folder = '';
let ledger: Ledger;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-costs-'));
  ledger = await openLedger(folder);
  await ledger.write([...agents.map(statements.addAgent), ...keys.map(statements.addSubKey)]);
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

interface Spend {
  readonly at?: number;
  readonly cost: number;
  readonly of?: 0 | 1;
  readonly model?: string;
  readonly session?: string;
  readonly project?: string;
}

let requests = 0;
/** Settles a request with 100 tokens in, 40 of them cached, and 7 out. */
async function spend({ at = NOW, cost, of = 0, model = 'claude-sonnet-5', session, project }: Spend): Promise<string> {
  requests += 1;
  const id = requestIdSchema.parse(`req_${String(requests).padStart(16, '0')}`);
  const row = {
    id,
    subKeyId: keys[of].id,
    agentId: agents[of].id,
    provider: providerNameSchema.parse(of === 0 ? 'anthropic' : 'openai'),
    model,
    endpoint: 'messages',
    session: session ?? null,
    stream: true,
    startedAt: at,
    reserved: nanodollarsOf(1_000),
    price: '{"input_mtok":3,"cache_read_mtok":1}',
    loweredOutput: false,
    project: project ?? null,
  };
  const end = {
    settledAt: at + 1,
    cost: nanodollarsOf(cost),
    usage: { ...NO_USAGE, input: 100, cacheRead: 40, output: 7 },
    certainty: 'exact',
    basis: 'usage',
    outcome: 'served',
    status: 200,
  } as const;
  await ledger.write([statements.reserve(row), ...statements.settle(row, end)]);
  return id;
}

const read = (query: CostsQuery): Promise<CostsView> =>
  readCosts({ ledger, clock, calendar, directory }, costsQuerySchema.parse(query));
const shown = ({ rows }: CostsView): readonly unknown[] =>
  rows.map(({ name, agent, requests: count, nanodollars, before }) => [name, agent, count, nanodollars, before]);

it('a row has requests, tokens, dollars and what it was in the period before; the dearest comes first', async () => {
  await spend({ cost: 10 });
  await spend({ cost: 20 });
  await spend({ cost: 500, of: 1, model: 'gpt-5' });
  // Yesterday, before and after this time of the day.
  await spend({ cost: 8, at: NOW - DAY - 3_600_000 });
  await spend({ cost: 1_000, at: NOW - DAY + 3_600_000 });
  const view = await read({ by: 'model', range: 'today' });
  expect(shown(view)).toEqual([
    ['gpt-5', null, 1, 500, 0],
    ['claude-sonnet-5', null, 2, 30, 8],
  ]);
  expect(view.rows[1]).toMatchObject({ inputTokens: 200, cachedTokens: 80, outputTokens: 14, usd: '0.00000003' });
  expect(view.total).toMatchObject({ requests: 3, nanodollars: 530, inputTokens: 300, cachedTokens: 120, before: 8 });
  expect(shown(await read({ by: 'agent', range: 'today' }))).toEqual([
    ['Codex', 'Codex', 1, 500, 0],
    ['Claude Code', 'Claude Code', 2, 30, 8],
  ]);
  expect(shown(await read({ by: 'key', range: 'today' }))[0]).toEqual(['For the shop', 'Codex', 1, 500, 0]);
  expect(shown(await read({ by: 'key', range: 'yesterday' }))).toEqual([['…wxyz', 'Claude Code', 2, 1_008, 0]]);
  expect(shown(await read({ by: 'provider', range: 'all' }))).toEqual([
    ['anthropic', null, 4, 1_038, null],
    ['openai', null, 1, 500, null],
  ]);
});

it('projects and conversations are known by themselves, and what is in none of them is a row of its own', async () => {
  await spend({ cost: 10, session: 'one', project: '/home/me/blog' });
  await spend({ cost: 20, session: 'one' });
  const changed = await spend({ cost: 40, session: 'two', project: '/home/me/shop' });
  await spend({ cost: 80, of: 1 });
  const projects = async (): Promise<readonly unknown[]> => shown(await read({ by: 'project', range: 'month' }));
  const sessions = async (): Promise<readonly unknown[]> => shown(await read({ by: 'session', range: 'month' }));
  expect(await projects()).toEqual([
    ['/home/me/shop', null, 2, 120, 0],
    ['', null, 1, 20, 0],
    ['/home/me/blog', null, 1, 10, 0],
  ]);
  expect(await sessions()).toEqual([
    ['', null, 1, 80, null],
    ['two', 'Claude Code', 1, 40, null],
    ['one', 'Claude Code', 2, 30, null],
  ]);
  const billed = await ledger.billedOne(requestIdSchema.parse(changed));
  if (!billed) throw new Error('not settled');
  await ledger.write(statements.reprice(billed, 41, '{}'));
  expect((await projects())[0]).toEqual(['/home/me/shop', null, 2, 121, 0]);
  expect((await sessions())[1]).toEqual(['two', 'Claude Code', 1, 41, null]);
  const ofCodex = await read({ by: 'project', range: 'month', agentId: agents[1].id });
  expect(shown(ofCodex)).toEqual([['/home/me/shop', null, 1, 80, 0]]);
  expect((await read({ by: 'session', range: 'month', agentId: agents[0].id })).rows).toHaveLength(2);
  // A date that was ahead is set back in these sums too.
  await spend({ cost: 5, session: 'three', at: NOW + 40 * DAY });
  await ledger.redate({ now: NOW, endOfDay: NOW + DAY, seen: true });
  expect((await sessions()).at(-1)).toEqual(['three', 'Claude Code', 1, 5, null]);
  expect((await read({ by: 'model', range: 'month' })).total).toMatchObject({ requests: 5, cachedTokens: 200 });
});

it('what comes behind the first five hundred is one row', async () => {
  for (let session = 0; session < 503; session += 1) await spend({ cost: 1_000 - session, session: `s${session}` });
  const { rows, others, total } = await read({ by: 'session', range: 'today' });
  expect([rows.length, others]).toMatchObject([500, { groups: 3, requests: 3, nanodollars: 500 + 499 + 498 }]);
  expect(rows.reduce((sum, row) => sum + row.nanodollars, others?.nanodollars ?? 0)).toBe(total.nanodollars);
});

it('a month has all of its days, and the running one a forecast', async () => {
  for (let day = 17; day >= 1; day -= 1) await spend({ cost: 1_000, at: NOW - day * DAY });
  await spend({ cost: 400 });
  const deps = { ledger, clock, calendar };
  const running = await readCostMonth(deps);
  expect(running).toMatchObject({ month: '2026-11', today: '2026-11-18', first: '2026-11' });
  expect(running.days).toHaveLength(30);
  expect(running.days.slice(16, 19)).toEqual([
    { day: '2026-11-17', nanodollars: 1_000, requests: 1 },
    { day: '2026-11-18', nanodollars: 400, requests: 1 },
    { day: '2026-11-19', nanodollars: 0, requests: 0 },
  ]);
  expect(running.forecast).toEqual({ expected: 30_000, low: 30_000, high: 30_000, days: 16 });
  const before = await readCostMonth(deps, '2026-10');
  expect([before.days.length, before.forecast, before.days.at(0)?.day]).toEqual([31, null, '2026-10-01']);
});
