import { z } from 'zod';
import { startOfUtcDay, utcDay } from '../domain/reconcile/bill.ts';
import type { BilledSum } from '../domain/reconcile/bill.ts';
import { decimalMoney } from '../domain/reconcile/decimal-money.ts';
import { BillFault } from './bill-reader.ts';
import type { BillReader } from './bill-reader.ts';

const DAY_MS = 86_400_000;

const keySchema = z.object({
  data: z.object({
    usage_daily: z.number(),
    usage_weekly: z.number(),
    usage_monthly: z.number(),
    byok_usage_monthly: z.number().optional(),
  }),
});

/**
 * What OpenRouter has charged for a key: dollars in the running day, week (from Monday) and month, all in UTC.
 * Source: openrouter.ai/docs, Get current API key, and Limits; 2026-11.
 */
export const openRouterKey: BillReader = {
  key: 'own',
  keysAt: 'https://openrouter.ai/settings/keys',
  headers: (key) => ({ authorization: `Bearer ${key}` }),
  finalAfterHours: 0,
  note:
    'OpenRouter tells what this key used in the running day, week (from Monday) and month in UTC, and nothing of ' +
    'earlier days. Requests under way, and those of the last minutes, may be missing.',
  mostDays: 31,
  source: 'openrouter.ai/docs, Get current API key; 2026-11',
  async read(ask, { now }) {
    const { status, body } = await ask('key', []);
    if (status !== 200) throw new BillFault('status', status);
    const said = keySchema.safeParse(body).data?.data;
    if (said === undefined) throw new BillFault('shape', status);
    const starts = startsOf(now);
    const sums = (['day', 'week', 'month'] as const).map((name): BilledSum => {
      const amount = decimalMoney(said[NAMES[name]], 'dollars');
      if (amount === undefined || amount < 0) throw new BillFault('shape', status);
      return { name, from: starts[name], to: now + 1, amount };
    });
    return {
      from: utcDay(starts.month),
      to: utcDay(startOfUtcDay(utcDay(now)) + DAY_MS),
      items: [],
      sums,
      unreadable: 0,
      ...((said.byok_usage_monthly ?? 0) > 0 && { ownKeys: decimalMoney(said.byok_usage_monthly, 'dollars') }),
    };
  },
};

const NAMES = { day: 'usage_daily', week: 'usage_weekly', month: 'usage_monthly' } as const;

/** When the running UTC day, week and month began. */
function startsOf(now: number): Readonly<Record<BilledSum['name'], number>> {
  const day = startOfUtcDay(utcDay(now));
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return {
    day,
    week: day - sinceMonday * DAY_MS,
    month: startOfUtcDay(`${utcDay(now).slice(0, 7)}-01`),
  };
}
