import type { Nanodollars } from '../../../shared/money.ts';
import { withoutDate } from '../policy/model-name.ts';

/**
 * What an item of a bill is for. `tool`: searches, containers and the like, which Purser counts with the model that
 * called them; `credit`: an amount in the person's favour.
 */
export type BilledFor = 'tokens' | 'cache-write' | 'tool' | 'credit' | 'unknown';

/** One figure of a provider's bill. Days are UTC, as YYYY-MM-DD: providers bill by these. */
export interface BilledItem {
  readonly day: string;
  readonly amount: Nanodollars;
  /** As {@link billedModel} writes it; null where the provider names none. */
  readonly model: string | null;
  /** The provider's own id of the real key; null where it does not say. */
  readonly key: string | null;
  /** The provider's own words for it. */
  readonly item: string | null;
  readonly for: BilledFor;
  /** It was billed at another price than the ordinary one: batch, flex, priority, fast. */
  readonly tier: boolean;
  /** It was billed at the price of a region. */
  readonly regional: boolean;
}

/** What a provider says of a stretch as one sum: `[from, to)` in epoch milliseconds. */
export interface BilledSum {
  readonly name: 'day' | 'week' | 'month';
  readonly from: number;
  readonly to: number;
  readonly amount: Nanodollars;
}

/** What a provider says that it charged for the days `[from, to)`. */
export interface Bill {
  readonly from: string;
  readonly to: string;
  readonly items: readonly BilledItem[];
  /** Sums of stretches, where it tells no days. */
  readonly sums: readonly BilledSum[];
  /** Rows of its answer that could not be read, and are in no figure. */
  readonly unreadable: number;
  /** What keys of the person's own cost at the providers behind it, where it passes on: no part of this bill. */
  readonly ownKeys?: Nanodollars | undefined;
}

/** What Purser has recorded of a model on one day. */
export interface OwnSum {
  readonly day: string;
  /** As {@link billedModel} writes it. */
  readonly model: string;
  readonly requests: number;
  readonly cost: Nanodollars;
  /** Of that: estimated or assumed; at the price of another model; writing to a cache; at a tier; around midnight. */
  readonly uncertain: Nanodollars;
  readonly assumedPrice: Nanodollars;
  readonly cacheWrite: Nanodollars;
  readonly tiered: Nanodollars;
  /** Of requests that began on this day and ended on another, where the provider may have billed them. */
  readonly overMidnight: Nanodollars;
}

/** A model by the name that bill and ledger share: without the date of a snapshot, in small letters. */
export function billedModel(name: string): string {
  return withoutDate(
    name
      .trim()
      .toLowerCase()
      .replace(/-latest$/, ''),
  ).replace(/^models\//, '');
}

const DAY_MS = 86_400_000;

/** The UTC day of a moment. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The moment in which a UTC day begins. */
export function startOfUtcDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The UTC day so many days later. */
export function laterUtcDay(day: string, days: number): string {
  return utcDay(startOfUtcDay(day) + days * DAY_MS);
}
