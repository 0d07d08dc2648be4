import { PERIODS } from '../../../shared/contract/usage-views.ts';
import type { PeriodsView, UsageGroup, UsageView } from '../../../shared/contract/usage-views.ts';
import { addMoney, usdText, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';
import type { Engine } from '../engine.ts';
import { spentBetween } from './series.ts';

/** All settled spend, grouped. The highest amounts come first; days are in order. */
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
  const rows = [...groups].map(([group, { cost, ...sum }]) => ({
    group,
    nanodollars: cost,
    usd: usdText(cost),
    ...sum,
  }));
  const sorted = rows.toSorted((left, right) =>
    by === 'day' ? left.group.localeCompare(right.group) : right.nanodollars - left.nanodollars,
  );
  return { total: { nanodollars: total, usd: usdText(total) }, rows: sorted };
}

/** The running day, week and month, each compared with the previous one at the same point. */
export async function readPeriods({ ledger, clock, calendar }: Engine): Promise<PeriodsView> {
  const now = clock.now();
  const periods = PERIODS.map(async (window) => {
    const { start: from, end } = calendar.spanAt(window, now);
    const to = end ?? now;
    const before = calendar.spanAt(window, from - 1).start;
    const [[current], [whole], soFar] = await Promise.all([
      ledger.totals([from, to]),
      ledger.totals([before, from]),
      spentBetween(ledger, before, Math.min(before + now - from, from)),
    ]);
    const previousSoFar = (whole?.requests ?? 0) === 0 ? null : soFar;
    return { window, from, to, spent: current?.nanodollars ?? ZERO, requests: current?.requests ?? 0, previousSoFar };
  });
  const { start, end } = calendar.spanAt('day', now);
  return { periods: await Promise.all(periods), cacheSavedToday: await ledger.cacheSaving(start, end ?? now) };
}
