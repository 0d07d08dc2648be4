import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import { billedModel } from '../../domain/reconcile/bill.ts';
import type { Bill, OwnSum } from '../../domain/reconcile/bill.ts';
import type { Connection } from '../../platform/connection.ts';
import { readUncertain } from './read-billed.ts';
import type { BilledRow } from './read-billed.ts';

const DAY_MS = 86_400_000;

const itemSchema = z.object({
  day: z.string(),
  amount: nanodollarsSchema,
  model: z.string().nullable(),
  key: z.string().nullable(),
  item: z.string().nullable(),
  for: z.enum(['tokens', 'cache-write', 'tool', 'credit', 'unknown']),
  tier: z.boolean(),
  regional: z.boolean(),
});
const billSchema: z.ZodType<Bill> = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(itemSchema),
  sums: z.array(
    z.object({ name: z.enum(['day', 'week', 'month']), from: z.int(), to: z.int(), amount: nanodollarsSchema }),
  ),
  unreadable: z.int(),
  ownKeys: nanodollarsSchema.optional(),
});
const keptRow = z.object({
  provider: providerNameSchema,
  at: z.int(),
  bill: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(billSchema),
});
export type KeptBill = z.infer<typeof keptRow>;

/** The bill of each provider that was read last. */
async function readBills(connection: Connection): Promise<readonly KeptBill[]> {
  return z.array(keptRow).parse(await connection.all('SELECT provider, at, bill FROM bills ORDER BY provider'));
}

const spentRow = z.object({ model: z.string(), requests: z.int(), cost: nanodollarsSchema });
const detailRow = z.object({
  model: z.string(),
  uncertain: nanodollarsSchema,
  assumedPrice: nanodollarsSchema,
  cacheWrite: nanodollarsSchema,
  tiered: nanodollarsSchema,
  overMidnight: nanodollarsSchema,
});

/** The providers are a JSON list. A day of these is read at a time: other reads go in between. */
const SPENT =
  'SELECT model, SUM(requests) AS requests, SUM(cost) AS cost FROM rollups WHERE bucket >= ?1 AND bucket < ?2 ' +
  'AND provider IN (SELECT value FROM json_each(?3)) GROUP BY model';
const sumWhere = (condition: string, name: string): string =>
  `IFNULL(SUM(CASE WHEN ${condition} THEN cost END), 0) AS ${name}`;
const DETAILS = `SELECT model, ${[
  sumWhere("certainty <> 'exact'", 'uncertain'),
  sumWhere("basis = 'assumed-price'", 'assumedPrice'),
  sumWhere('cache_write_tokens > 0', 'cacheWrite'),
  sumWhere("tier IS NOT NULL AND tier NOT IN ('default', 'standard', 'auto')", 'tiered'),
  sumWhere('settled_at >= ?2', 'overMidnight'),
].join(', ')} FROM requests WHERE started_at >= ?1 AND started_at < ?2 AND settled_at IS NOT NULL
  AND provider IN (SELECT value FROM json_each(?3)) GROUP BY model`;

/**
 * What Purser has recorded of some providers on one UTC day, by model. Sums come from the rollups, which stay when
 * single requests are deleted; what is known of single requests is 0 then. @param from the beginning of the day
 */
async function readOwnDay(
  connection: Connection,
  providers: readonly string[],
  day: string,
  from: number,
): Promise<readonly OwnSum[]> {
  const params = [from, from + DAY_MS, JSON.stringify(providers)];
  const spent = z.array(spentRow).parse(await connection.all(SPENT, params));
  const details = z.array(detailRow).parse(await connection.all(DETAILS, params));
  const sums = new Map<string, OwnSum>();
  for (const { model, requests, cost } of spent) {
    const name = billedModel(model);
    const known = details.find((row) => row.model === model);
    const before = sums.get(name);
    const plus = (
      of: Exclude<keyof OwnSum, 'day' | 'model' | 'requests'>,
      more: Nanodollars | undefined,
    ): Nanodollars => addMoney(before?.[of] ?? ZERO, more ?? ZERO);
    sums.set(name, {
      day,
      model: name,
      requests: (before?.requests ?? 0) + requests,
      cost: plus('cost', cost),
      uncertain: plus('uncertain', known?.uncertain),
      assumedPrice: plus('assumedPrice', known?.assumedPrice),
      cacheWrite: plus('cacheWrite', known?.cacheWrite),
      tiered: plus('tiered', known?.tiered),
      overMidnight: plus('overMidnight', known?.overMidnight),
    });
  }
  return [...sums.values()];
}

const totalRow = z.object({ cost: nanodollarsSchema });

/** What Purser has recorded of some providers in `[from, to)`, on whole quarter hours. */
async function readOwnTotal(
  connection: Connection,
  providers: readonly string[],
  from: number,
  to: number,
): Promise<Nanodollars> {
  const [row] = await connection.all(
    'SELECT IFNULL(SUM(cost), 0) AS cost FROM rollups WHERE bucket >= ?1 AND bucket < ?2 ' +
      'AND provider IN (SELECT value FROM json_each(?3))',
    [from, to, JSON.stringify(providers)],
  );
  return totalRow.parse(row).cost;
}

/** Bills of providers that were read last, and what stands beside them in the ledger. */
export interface BillReads {
  bills(): Promise<readonly KeptBill[]>;
  ownDay(providers: readonly string[], day: string, from: number): Promise<readonly OwnSum[]>;
  ownTotal(providers: readonly string[], from: number, to: number): Promise<Nanodollars>;
  /** Requests of a stretch that are estimated or assumed. */
  uncertain(providers: readonly string[], from: number, to: number): Promise<readonly BilledRow[]>;
}

/** @see BillReads */
export function billReads(reader: Connection): BillReads {
  return {
    bills: () => readBills(reader),
    ownDay: (...of) => readOwnDay(reader, ...of),
    ownTotal: (...of) => readOwnTotal(reader, ...of),
    uncertain: (...of) => readUncertain(reader, ...of),
  };
}
