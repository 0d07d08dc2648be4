import type { SeriesRange, SeriesView, UsageGroup, UsageView } from '../../shared/contract/views.ts';
import { addMoney, usdText, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { BucketRow } from '../ledger/read-usage.ts';
import { BUCKET_MS } from '../ledger/statements.ts';
import type { Engine } from './engine.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How far back each range looks and how wide its buckets are. */
const RANGES: Readonly<Record<SeriesRange, { readonly spanMs: number; readonly bucketMs: number }>> = {
  hour: { spanMs: HOUR_MS, bucketMs: MINUTE_MS },
  day: { spanMs: 24 * HOUR_MS, bucketMs: BUCKET_MS },
  week: { spanMs: 7 * 24 * HOUR_MS, bucketMs: 2 * HOUR_MS },
  month: { spanMs: 30 * 24 * HOUR_MS, bucketMs: 12 * HOUR_MS },
};

/** All settled spend, grouped. Rows with the most money first; days in order. */
export async function summarizeUsage({ ledger, calendar }: Engine, by: UsageGroup): Promise<UsageView> {
  const groupOf: Readonly<Record<UsageGroup, (row: BucketRow) => string>> = {
    agent: (row) => row.agent,
    model: (row) => row.model,
    day: (row) => calendar.dayOf(row.bucket),
  };
  const groups = new Map<string, { cost: Nanodollars; requests: number; inputTokens: number; outputTokens: number }>();
  let total = ZERO;
  for (const row of await ledger.buckets(0, Number.MAX_SAFE_INTEGER)) {
    const group = groupOf[by](row);
    const sum = groups.get(group) ?? { cost: ZERO, requests: 0, inputTokens: 0, outputTokens: 0 };
    groups.set(group, {
      cost: addMoney(sum.cost, row.cost),
      requests: sum.requests + row.requests,
      inputTokens: sum.inputTokens + row.inputTokens,
      outputTokens: sum.outputTokens + row.outputTokens,
    });
    total = addMoney(total, row.cost);
  }
  const rows = [...groups].map(([group, { cost, ...sum }]) => ({ group, nanodollars: cost, usd: usdText(cost), ...sum }));
  const sorted = rows.toSorted((left, right) => (by === 'day' ? left.group.localeCompare(right.group) : right.nanodollars - left.nanodollars));
  return { total: { nanodollars: total, usd: usdText(total) }, rows: sorted };
}

/** Spend per agent over time. The last hour comes from the requests themselves, everything longer from rollups. */
export async function readSeries({ ledger, clock }: Engine, range: SeriesRange): Promise<SeriesView> {
  const { spanMs, bucketMs } = RANGES[range];
  const now = clock.now();
  const to = now - (now % bucketMs) + bucketMs;
  const from = to - spanMs;
  if (bucketMs < BUCKET_MS) return { from, to, bucketMs, points: [...(await ledger.finePoints(from, bucketMs))] };
  const sums = new Map<number, Map<AgentId, Nanodollars>>();
  for (const row of await ledger.buckets(from, Number.MAX_SAFE_INTEGER)) {
    const at = row.bucket - (row.bucket % bucketMs);
    const agents = sums.get(at) ?? new Map<AgentId, Nanodollars>();
    agents.set(row.agentId, addMoney(agents.get(row.agentId) ?? ZERO, row.cost));
    sums.set(at, agents);
  }
  const points = [...sums].flatMap(([at, agents]) => [...agents].map(([agentId, nanodollars]) => ({ at, agentId, nanodollars })));
  return { from, to, bucketMs, points: points.toSorted((left, right) => left.at - right.at) };
}
