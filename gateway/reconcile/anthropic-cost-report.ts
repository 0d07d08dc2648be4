import { z } from 'zod';
import { billedModel } from '../domain/reconcile/bill.ts';
import type { BilledFor, BilledItem } from '../domain/reconcile/bill.ts';
import { decimalMoney } from '../domain/reconcile/decimal-money.ts';
import type { BillReader } from './bill-reader.ts';
import { collectItems } from './collect-items.ts';
import type { ReadBucket } from './collect-items.ts';
import { readPages } from './read-pages.ts';

const resultSchema = z.object({
  /** Cents, as a decimal text: "123.45" is $1.23. */
  amount: z.string(),
  currency: z.string(),
  cost_type: z.string().nullish(),
  description: z.string().nullish(),
  inference_geo: z.string().nullish(),
  model: z.string().nullish(),
  service_tier: z.string().nullish(),
  token_type: z.string().nullish(),
});
const bucketSchema = z.object({
  starting_at: z.iso.datetime({ offset: true }),
  ending_at: z.iso.datetime({ offset: true }),
  results: z.array(z.unknown()),
});

/** Values of `inference_geo` that cost no more. */
const NO_REGION: readonly (string | null)[] = [null, '', 'global', 'not_available'];

/**
 * Anthropic's cost report of an organisation: cents by UTC day and model. It knows workspaces and no real keys, and
 * leaves out the priority tier.
 * Sources: platform.claude.com, Get Cost Report, and Usage and Cost API; 2026-11. Keys: github.com/anthropics/
 * claude-quickstarts, issue 431; 2026-07-01.
 */
export const anthropicCostReport: BillReader = {
  key: 'admin',
  // Source: platform.claude.com, Usage and Cost API; 2026-11.
  keysAt: 'https://platform.claude.com/settings/admin-keys',
  headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
  // Batches can come up to 24 hours late. Source: docs.estuary.dev, Anthropic connector; 2026-11.
  finalAfterHours: 24,
  note:
    'Anthropic bills by UTC day for the whole organisation, without its priority tier. A day counts as final 24 ' +
    'hours after its end.',
  mostDays: 180,
  source: 'platform.claude.com, Get Cost Report; 2026-11',
  async read(ask, span) {
    const buckets = await readPages(ask, 'v1/organizations/cost_report', [
      ['starting_at', `${span.from}T00:00:00Z`],
      ['bucket_width', '1d'],
      ['group_by[]', 'description'],
      ['limit', '31'],
    ]);
    return collectItems(buckets.map(readBucket), span);
  },
};

function readBucket(raw: unknown): ReadBucket | undefined {
  const bucket = bucketSchema.safeParse(raw).data;
  return (
    bucket && {
      start: Date.parse(bucket.starting_at),
      end: Date.parse(bucket.ending_at),
      rows: bucket.results.map(readResult),
    }
  );
}

function readResult(raw: unknown): Omit<BilledItem, 'day'> | undefined {
  const result = resultSchema.safeParse(raw).data;
  const amount = result?.currency.toUpperCase() === 'USD' ? decimalMoney(result.amount, 'cents') : undefined;
  if (result === undefined || amount === undefined) return undefined;
  const tier = result.service_tier ?? 'standard';
  return {
    amount,
    model: typeof result.model === 'string' ? billedModel(result.model) : null,
    key: null,
    item: result.description ?? result.cost_type ?? null,
    for: purposeOf(amount, result),
    tier: tier !== 'standard' || /fast mode/i.test(result.description ?? ''),
    regional: !NO_REGION.includes(result.inference_geo ?? null),
  };
}

function purposeOf(
  amount: number,
  { cost_type: type, token_type: tokens, model }: z.infer<typeof resultSchema>,
): BilledFor {
  if (amount < 0) return 'credit';
  if (typeof tokens === 'string' && tokens.startsWith('cache_creation')) return 'cache-write';
  if (type === 'tokens' || (typeof model === 'string' && (type ?? null) === null)) return 'tokens';
  return typeof type === 'string' ? 'tool' : 'unknown';
}
