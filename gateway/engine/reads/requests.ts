import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type { RequestDetail, RequestPage, requestSearchSchema } from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { RequestId } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { SearchPosition } from '../../ledger/read/search-requests.ts';
import type { Engine } from '../engine.ts';

/** One page of a search. @throws PurserError `INVALID_INPUT` for a cursor that no page returned */
export async function searchPage(
  { ledger }: Engine,
  input: z.output<typeof requestSearchSchema>,
): Promise<RequestPage> {
  const { cursor, ...search } = input;
  const { requests, next } = await ledger.search(search, cursor === undefined ? undefined : readCursor(cursor));
  const searchedTo = next?.settledAt ?? requests.at(-1)?.settledAt ?? null;
  return { requests: [...requests], next: next === undefined ? null : `${next.settledAt}:${next.id}`, searchedTo };
}

function readCursor(text: string): SearchPosition {
  const match = /^(\d{1,16}):(req_[a-z0-9]{16})$/.exec(text);
  if (!match)
    throw new PurserError('INVALID_INPUT', 'This place in the list is unknown. Search again from the newest request.');
  return { settledAt: Number(match[1]), id: match[2] ?? '' };
}

/** The audit entry of a stop is this near to the end of the requests that it cut, in milliseconds. */
const AROUND_MS = 3_000;

/** Everything known about one settled request. @throws PurserError `NOT_FOUND` */
export async function describeRequest({ ledger }: Engine, id: RequestId): Promise<RequestDetail> {
  const row = await ledger.request(id);
  if (!row) throw new PurserError('NOT_FOUND', `There is no settled request ${id}. It may still be running.`);
  const { reserved, price, ...request } = row;
  const audit =
    request.outcome === 'served'
      ? []
      : await ledger.auditAround(request, request.settledAt - AROUND_MS, request.settledAt + AROUND_MS);
  return { request, reserved, rates: ratesOf(price, request.inputTokens), usage: usageOf(request), audit: [...audit] };
}

const rateSchema = z.union([
  z.number(),
  z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) }),
]);

/** The rates of a price book that apply to this much input; only rates per token. */
function ratesOf(price: string, input: number): RequestDetail['rates'] {
  const book = z.record(z.string(), z.unknown()).safeParse(JSON.parse(price));
  if (!book.success) return [];
  return Object.entries(book.data).flatMap(([key, value]) => {
    const rate = rateSchema.safeParse(value);
    if (!key.endsWith('_mtok') || !rate.success) return [];
    const reached =
      typeof rate.data === 'number'
        ? undefined
        : rate.data.tiers.filter(({ start }) => input > start).toSorted((left, right) => right.start - left.start)[0];
    const usd = reached?.price ?? (typeof rate.data === 'number' ? rate.data : rate.data.base);
    return [{ part: key.replace(/_mtok$/, ''), nanodollars: nanodollarsOf(Math.round(usd * 1e9)) }];
  });
}

/** Splits the usage into parts: `input` includes everything read, and the cache parts are shares of it. */
function usageOf({
  inputTokens,
  cacheReadTokens,
  cacheWriteTokens,
  outputTokens,
}: RequestView): RequestDetail['usage'] {
  const plain = Math.max(0, inputTokens - cacheReadTokens - cacheWriteTokens);
  return [
    { part: 'input', tokens: plain },
    { part: 'cache_read', tokens: cacheReadTokens },
    { part: 'cache_write', tokens: cacheWriteTokens },
    { part: 'output', tokens: outputTokens },
  ];
}
