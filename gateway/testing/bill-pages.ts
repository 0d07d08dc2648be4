import type { Charge } from './start-bill-server.ts';

/** The books of a fake provider, and how it shows them. */
interface Books {
  readonly charges: readonly Charge[];
  readonly now: number;
  readonly refusesKeyGroups: boolean;
  readonly pageSize: number;
  readonly repeatsPage: boolean;
}

type Reply = readonly [status: number, body: unknown];
type Row = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** One page of buckets of a day each, from a moment to now: days without a charge are there, too. */
function page(
  books: Books,
  query: URLSearchParams,
  from: number,
  bucket: (start: number, charges: readonly Charge[]) => Row,
): Reply {
  const first = Math.floor(from / DAY_MS) * DAY_MS;
  const count = Math.floor((books.now - first) / DAY_MS) + 1;
  const after = Number((query.get('page') ?? 'page_0').replace('page_', ''));
  const size = Math.min(books.pageSize, Number(query.get('limit') ?? 7));
  const starts = Array.from({ length: count }, (_, index) => first + index * DAY_MS).slice(after, after + size);
  const next = books.repeatsPage ? 'page_0' : `page_${after + size}`;
  const hasMore = books.repeatsPage || after + size < count;
  return [
    200,
    {
      object: 'page',
      data: starts.map((start) =>
        bucket(
          start,
          books.charges.filter(({ at }) => at >= start && at < start + DAY_MS),
        ),
      ),
      has_more: hasMore,
      next_page: hasMore ? next : null,
    },
  ];
}

/** Charges of one name are one row. */
function grouped(
  charges: readonly Charge[],
  nameOf: (charge: Charge) => string,
): readonly (readonly [Charge, number])[] {
  const rows = new Map<string, readonly [Charge, number]>();
  for (const charge of charges) {
    const name = nameOf(charge);
    rows.set(name, [charge, (rows.get(name)?.[1] ?? 0) + charge.dollars]);
  }
  return [...rows.values()];
}

/** `GET /v1/organization/costs`: Unix seconds and dollars, every second amount as a text. */
export function openAiCostsPage(query: URLSearchParams, books: Books): Reply {
  const groups = query.getAll('group_by');
  if (books.refusesKeyGroups && groups.includes('api_key_id'))
    return [400, { error: { message: 'group_by accepts project_id and line_item' } }];
  const byKey = groups.includes('api_key_id');
  return page(books, query, Number(query.get('start_time')) * 1000, (start, charges) => ({
    object: 'bucket',
    start_time: start / 1000,
    end_time: (start + DAY_MS) / 1000,
    results: grouped(charges, ({ model, item, key }) => `${model} ${item} ${byKey ? key : ''}`).map(
      ([{ model, item, key, row }, dollars], index) => ({
        object: 'organization.costs.result',
        amount: { value: index % 2 === 0 ? dollars : String(dollars), currency: 'usd' },
        line_item: model === null ? item : `${model}, ${item}`,
        project_id: null,
        ...(byKey && { api_key_id: key }),
        ...row,
      }),
    ),
  }));
}

/** `GET /v1/organizations/cost_report`: RFC 3339, and cents as texts. */
export function anthropicReport(query: URLSearchParams, books: Books): Reply {
  if (query.get('group_by[]') !== 'description') return [400, { error: { message: 'not grouped' } }];
  return page(books, query, Date.parse(query.get('starting_at') ?? ''), (start, charges) => ({
    starting_at: iso(start),
    ending_at: iso(start + DAY_MS),
    results: grouped(charges, ({ model, item }) => `${model} ${item}`).map(([{ model, item, row }, dollars]) => ({
      amount: (dollars * 100).toFixed(6),
      currency: 'USD',
      cost_type: model === null ? item : 'tokens',
      context_window: null,
      description: `${model ?? ''} ${item}`,
      inference_geo: 'not_available',
      model,
      service_tier: model === null ? null : 'standard',
      token_type: model === null ? null : item,
      workspace_id: null,
      ...row,
    })),
  }));
}

/** `GET /api/v1/key`: dollars in the running day, week and month. */
export function openRouterSums({ charges, now }: Books): object {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS;
  const first = Date.UTC(new Date(now).getUTCFullYear(), new Date(now).getUTCMonth(), 1);
  const since = (from: number): number =>
    charges.filter(({ at }) => at >= from).reduce((sum, { dollars }) => sum + dollars, 0);
  return {
    data: {
      label: 'sk-or-v1-abc...xyz',
      limit: null,
      usage: since(0),
      usage_daily: since(today),
      usage_weekly: since(monday),
      usage_monthly: since(first),
      byok_usage_monthly: 0,
      is_free_tier: false,
    },
  };
}
