import type { z } from 'zod';
import type { settleDayInputSchema, settledDaySchema } from '../../../shared/reconcile/reconcile-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { addMoney, nanodollarsOf, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { startOfUtcDay } from '../../domain/reconcile/bill.ts';
import type { Bill } from '../../domain/reconcile/bill.ts';
import { isFinalDay } from '../../domain/reconcile/compare-bill.ts';
import { settleDay } from '../../domain/reconcile/settle-day.ts';
import type { BilledRow } from '../../ledger/read/read-billed.ts';
import { statements } from '../../ledger/statements.ts';
import type { Engine } from '../engine.ts';
import { billAccount } from './bill-account.ts';
import type { BillAccount } from './bill-account.ts';
import { readBill } from './read-bill.ts';

const DAY_MS = 86_400_000;
/** More patient than a comparison: a cost that was lowered by a bill that grew later would be too low. */
const SETTLE_AFTER_HOURS = 72;
/** Requests in one commit. */
const PAGE = 500;

type Settled = z.infer<typeof settledDaySchema>;

/**
 * Lowers the estimated and assumed requests of a UTC day to what the provider charged for that day: rows, sums, caps
 * and tallies, each on record with its cost before and after. Nothing is raised, and the day stays at the bill or
 * above.
 * @throws PurserError `INVALID_INPUT` where nothing can be lowered, with the reason; those of {@link readBill}
 */
export async function settleFromBill(
  engine: Engine,
  { provider, day }: z.infer<typeof settleDayInputSchema>,
): Promise<Settled> {
  const account = billAccount(engine, provider);
  const { title } = account;
  if (!isFinalDay(day, { now: engine.clock.now(), finalAfterHours: SETTLE_AFTER_HOURS }))
    throw new PurserError(
      'INVALID_INPUT',
      `The bill of ${title} for ${day} may still grow. Settle the day ${SETTLE_AFTER_HOURS / 24} days after its end.`,
    );
  const bill = await readBill(engine, account, day);
  if (bill.sums.length > 0)
    throw new PurserError('INVALID_INPUT', `${title} tells no days that are over, so none can be settled from it.`);
  if (bill.unreadable > 0)
    throw new PurserError(
      'INVALID_INPUT',
      `${bill.unreadable} rows of ${title}'s bill could not be read, so it may be higher. Nothing was changed.`,
    );
  return engine.corrections.run(() => settle(engine, account, bill, day));
}

async function settle(engine: Engine, account: BillAccount, bill: Bill, day: string): Promise<Settled> {
  const { ledger } = engine;
  const { record, providers, title } = account;
  const start = startOfUtcDay(day);
  const end = start + DAY_MS;
  // What ended on another day may be on the bill of that day: it is neither lowered, nor does it lower others.
  const rows = (await ledger.uncertain(providers, start, end)).filter(({ settledAt }) => settledAt < end);
  const sums = await ledger.ownDay(providers, day, start);
  const total = (of: 'cost' | 'overMidnight'): number => sums.reduce((sum, each) => sum + each[of], 0);
  const held = rows.reduce((sum, { cost }) => sum + cost, 0);
  const billed = bill.items.filter((item) => item.day === day && item.amount > 0).map(({ amount }) => amount);
  const costs = settleDay({
    billed: addMoney(ZERO, ...billed),
    exact: nanodollarsOf(total('cost') - total('overMidnight') - held),
    uncertain: rows.map(({ cost }) => cost),
  });
  if (costs === undefined)
    throw new PurserError(
      'INVALID_INPUT',
      rows.length === 0
        ? `No request of ${day} is estimated or assumed, so there is nothing to settle.`
        : `The bill of ${title} for ${day} proves no lower cost of the ${rows.length} estimated and assumed requests ` +
            `of that day, so they stay as they are.`,
    );
  const changed = rows.flatMap((row, index) => {
    const cost = costs[index] ?? row.cost;
    return cost === row.cost ? [] : [{ row, cost }];
  });
  for (let at = 0; at < changed.length; at += PAGE) await write(engine, changed.slice(at, at + PAGE));
  const before = nanodollarsOf(held);
  const after = addMoney(ZERO, ...costs);
  await ledger.write(
    [],
    [
      {
        at: engine.clock.now(),
        kind: 'bill-settled',
        detail: {
          provider: record.name,
          day,
          billed: addMoney(ZERO, ...billed),
          requests: changed.length,
          before,
          after,
        },
      },
    ],
  );
  return { provider: record.name, day, requests: changed.length, before, after };
}

/** One commit; then every live client learns of each row. */
async function write(
  { ledger, spend, clock, corrected }: Engine,
  changed: readonly { readonly row: BilledRow; readonly cost: Nanodollars }[],
): Promise<void> {
  const seen = await Promise.all(changed.map(({ row }) => ledger.request(row.id)));
  await ledger.write(
    changed.flatMap(({ row, cost }, index) => [
      ...statements.reprice(row, cost, seen[index]?.price ?? ''),
      statements.markBilled(row.id),
    ]),
    changed.map(({ row, cost }) => ({
      at: clock.now(),
      kind: 'cost-corrected' as const,
      agentId: row.agentId,
      subKeyId: row.subKeyId,
      requestId: row.id,
      detail: { from: row.cost, to: cost, by: 'bill' },
    })),
  );
  for (const [index, { row, cost }] of changed.entries()) {
    spend.correct(row, subtractMoney(cost, row.cost));
    const whole = seen[index];
    if (whole === undefined) continue;
    const { reserved: _reserved, price: _price, answered: _answered, ...request } = whole;
    corrected.emit({ ...request, cost, certainty: 'estimated', basis: 'bill' });
  }
}
