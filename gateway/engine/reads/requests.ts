import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type {
  RequestDetail,
  RequestPage,
  requestSearchSchema,
  RequestSum,
  requestSumQuerySchema,
} from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { RequestId } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { SearchPosition } from '../../ledger/read/search-conditions.ts';
import { costParts } from '../../domain/price/cost-parts.ts';
import { readUsageParts } from '../../domain/usage.ts';
import type { Engine } from '../engine.ts';

/** One page of a search. @throws PurserError `INVALID_INPUT` for a cursor that no page returned */
export async function searchPage(
  { ledger }: Engine,
  { cursor, ...search }: z.output<typeof requestSearchSchema>,
): Promise<RequestPage> {
  const { requests, refusals, next } = await ledger.search(search, readCursor(cursor));
  const oldest = [requests.at(-1)?.settledAt, refusals.at(-1)?.lastAt].filter((at) => at !== undefined);
  const searchedTo = next?.settledAt ?? (oldest.length === 0 ? null : Math.min(...oldest));
  return { requests: [...requests], refusals: [...refusals], next: writeCursor(next), searchedTo };
}

/** What the requests of a search add up to. @throws PurserError `INVALID_INPUT` for a cursor that no sum returned */
export async function sumPage(
  { ledger }: Engine,
  { cursor, ...search }: z.output<typeof requestSumQuerySchema>,
): Promise<RequestSum> {
  const { next, ...sum } = await ledger.sum(search, readCursor(cursor));
  return { ...sum, next: writeCursor(next) };
}

function writeCursor(position: SearchPosition | undefined): string | null {
  return position === undefined ? null : `${position.settledAt}:${position.id}`;
}

function readCursor(text: string | undefined): SearchPosition | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,16}):(re[qf]_[a-z0-9]{16})$/.exec(text);
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
  const { reserved, price, answered, ...request } = row;
  const audit =
    request.outcome === 'served'
      ? []
      : await ledger.auditAround(request, request.settledAt - AROUND_MS, request.settledAt + AROUND_MS);
  return {
    request,
    reserved,
    rates: ratesOf(price, request.inputTokens),
    usage: usageOf(request),
    costs: costsOf(price, request),
    answered,
    audit: [...audit],
  };
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

/** What each part of the usage comes to at the rates of its price book. */
function costsOf(price: string, request: RequestView): RequestDetail['costs'] {
  const book = z.record(z.string(), rateSchema).safeParse(JSON.parse(price));
  if (!book.success) return [];
  const { inputTokens: input, cacheReadTokens: cacheRead, cacheWriteTokens: cacheWrite } = request;
  const counts = { input, cacheRead, cacheWrite, output: request.outputTokens };
  return costParts(book.data, { ...counts, ...readUsageParts(request.usageParts) });
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
