import { z } from 'zod';
import { billedModel, startOfUtcDay } from '../domain/reconcile/bill.ts';
import type { BilledFor, BilledItem } from '../domain/reconcile/bill.ts';
import { decimalMoney } from '../domain/reconcile/decimal-money.ts';
import { BillFault } from './bill-reader.ts';
import type { AskBill, BillReader } from './bill-reader.ts';
import { collectItems } from './collect-items.ts';
import type { ReadBucket } from './collect-items.ts';
import { readPages } from './read-pages.ts';

const resultSchema = z.object({
  amount: z.object({ value: z.union([z.number(), z.string()]), currency: z.string() }),
  line_item: z.string().nullish(),
  api_key_id: z.string().nullish(),
});
/** Times are Unix seconds. */
const bucketSchema = z.object({ start_time: z.number(), end_time: z.number(), results: z.array(z.unknown()) });

/**
 * `gpt-5-mini-2025-08-07, cached input`: a model and what of it. A line item without a model has no comma, or its first
 * word is no name of a model: `web search tool calls`, `assistants api | file search`.
 */
const MODEL_ITEM = /^([a-z0-9][\w.:-]*),\s+(.+)$/i;
const TOOLS = /search|container|code interpreter|tool|session/i;
const TIERS = /batch|flex|priority/i;

/**
 * OpenAI's costs of an organisation: dollars by UTC day. Amounts come as numbers and as decimal texts.
 * Source: developers.openai.com, API reference, Administration, Costs; 2026-11.
 */
export const openAiCosts: BillReader = {
  key: 'admin',
  // Source: developers.openai.com, API reference, Admin API keys; 2026-11.
  keysAt: 'https://platform.openai.com/settings/organization/admin-keys',
  headers: (key) => ({ authorization: `Bearer ${key}` }),
  // No page of OpenAI says when a day is final: a day is taken for late, as elsewhere.
  finalAfterHours: 24,
  note: 'OpenAI bills by UTC day for the whole organisation. A day counts as final 24 hours after its end.',
  mostDays: 180,
  source: 'developers.openai.com, API reference, Costs; 2026-11',
  async read(ask, span) {
    const query = [
      ['start_time', String(startOfUtcDay(span.from) / 1000)],
      ['bucket_width', '1d'],
      ['limit', '180'],
    ] as const;
    return collectItems((await readGrouped(ask, query)).map(readBucket), span);
  },
};

/**
 * The reference has `api_key_id` among what costs can be grouped by; the running service has refused it with 400.
 * Source: github.com/PostHog/posthog, pull request 71784; 2026-07-16.
 */
async function readGrouped(
  ask: AskBill,
  query: readonly (readonly [name: string, value: string])[],
): Promise<readonly unknown[]> {
  const byItem = [...query, ['group_by', 'line_item']] as const;
  try {
    return await readPages(ask, 'organization/costs', [...byItem, ['group_by', 'api_key_id']]);
  } catch (error) {
    if (!(error instanceof BillFault) || error.status !== 400) throw error;
    return readPages(ask, 'organization/costs', byItem);
  }
}

function readBucket(raw: unknown): ReadBucket | undefined {
  const bucket = bucketSchema.safeParse(raw).data;
  return (
    bucket && {
      start: bucket.start_time * 1000,
      end: bucket.end_time * 1000,
      rows: bucket.results.map(readResult),
    }
  );
}

function readResult(raw: unknown): Omit<BilledItem, 'day'> | undefined {
  const result = resultSchema.safeParse(raw).data;
  const amount = result?.amount.currency.toLowerCase() === 'usd' ? decimalMoney(result.amount.value, 'dollars') : null;
  if (result === undefined || amount === null || amount === undefined) return undefined;
  const item = result.line_item ?? null;
  const [, model, part = ''] = MODEL_ITEM.exec(item ?? '') ?? [];
  return {
    amount,
    model: model === undefined ? null : billedModel(model),
    key: result.api_key_id ?? null,
    item,
    for: purposeOf(amount, item ?? '', model, part),
    tier: TIERS.test(item ?? ''),
    regional: false,
  };
}

function purposeOf(amount: number, item: string, model: string | undefined, part: string): BilledFor {
  if (amount < 0) return 'credit';
  if (model !== undefined) return /cache.*(write|creation|storage)/i.test(part) ? 'cache-write' : 'tokens';
  return TOOLS.test(item) ? 'tool' : 'unknown';
}
