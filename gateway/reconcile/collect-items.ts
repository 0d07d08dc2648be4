import { startOfUtcDay, utcDay } from '../domain/reconcile/bill.ts';
import type { Bill, BilledItem } from '../domain/reconcile/bill.ts';
import type { BillSpan } from './bill-reader.ts';

/** A bucket of a bill, as far as it could be read. */
export interface ReadBucket {
  /** Epoch milliseconds, as the provider says it. */
  readonly start: number;
  readonly end: number;
  /** Undefined: a row that could not be read. */
  readonly rows: readonly (Omit<BilledItem, 'day'> | undefined)[];
}

const DAY_MS = 86_400_000;

/**
 * Makes a bill of buckets. Each must be one whole UTC day, and none may come twice: a bucket of another length, and
 * what could not be read, is counted as unreadable and is in no figure.
 * @param buckets undefined: one that could not be read at all
 */
export function collectItems(buckets: readonly (ReadBucket | undefined)[], { from, to }: BillSpan): Bill {
  const items: BilledItem[] = [];
  const seen = new Set<string>();
  let unreadable = 0;
  for (const bucket of buckets) {
    const day = bucket && dayOf(bucket);
    if (bucket === undefined || day === undefined || seen.has(day)) {
      unreadable += Math.max(1, bucket?.rows.length ?? 0);
      continue;
    }
    seen.add(day);
    if (day < from || day >= to) continue;
    for (const row of bucket.rows) {
      if (row === undefined) unreadable += 1;
      else items.push({ day, ...row });
    }
  }
  return { from, to, items, sums: [], unreadable };
}

function dayOf({ start, end }: ReadBucket): string | undefined {
  if (!Number.isFinite(start) || Math.abs(start) > 8.64e15) return undefined;
  const day = utcDay(start);
  // The running day may end now rather than at midnight.
  return start === startOfUtcDay(day) && end > start && end <= start + DAY_MS ? day : undefined;
}
