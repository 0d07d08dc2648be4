import type { LastBillView } from '../../../shared/reconcile/reconcile-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import { laterUtcDay, startOfUtcDay } from '../../domain/reconcile/bill.ts';
import { isFinalDay } from '../../domain/reconcile/compare-bill.ts';
import type { KeptBill } from '../../ledger/read/read-bills.ts';
import type { Inside } from '../inside.ts';
import { billAccount } from './bill-account.ts';
import type { BillAccount } from './bill-account.ts';
import { figures } from './reconcile.ts';

type Desk = Pick<Inside, 'billFailures' | 'providers' | 'ledger' | 'clock'>;

/** The bills that were read last, beside the ledger as it is now. Nobody is asked. */
export async function lastBills(engine: Desk): Promise<LastBillView[]> {
  const views: LastBillView[] = [];
  for (const kept of await engine.ledger.bills())
    views.push(await viewOf(engine, kept, billAccount(engine, kept.provider)));
  return views;
}

async function viewOf(engine: Desk, { provider, at, bill }: KeptBill, account: BillAccount): Promise<LastBillView> {
  const { title, providers, reader } = account;
  const month = bill.from.slice(0, 7);
  const shared = {
    provider,
    title,
    at,
    month,
    tellsDays: bill.sums.length === 0,
    failed: engine.billFailures.get(provider) ?? null,
  };
  const sum = bill.sums.find(({ name }) => name === 'month');
  if (sum) {
    const own = await engine.ledger.ownTotal(providers, sum.from, sum.to);
    return { ...shared, total: figures({ billed: sum.amount, own }), openDays: 0 };
  }
  // What was final when the bill was read: a day that ended since is not in it.
  let open = bill.from;
  while (open < bill.to && isFinalDay(open, { now: at, finalAfterHours: reader.finalAfterHours }))
    open = laterUtcDay(open, 1);
  const inMonth = (day: string): boolean => day.startsWith(month);
  const nextMonth = firstOutside(bill.from, bill.to, inMonth);
  const end = open < nextMonth ? open : nextMonth;
  const billed = bill.items.filter(({ day }) => day < end).map(({ amount }) => amount);
  const own = await engine.ledger.ownTotal(providers, startOfUtcDay(bill.from), startOfUtcDay(end));
  let openDays = 0;
  for (let day = end; day < nextMonth; day = laterUtcDay(day, 1)) openDays += 1;
  return { ...shared, total: figures({ billed: addMoney(ZERO, ...billed), own }), openDays };
}

/** The first day of `[from, to)` that is not in it, or `to`. */
function firstOutside(from: string, to: string, isIn: (day: string) => boolean): string {
  let day = from;
  while (day < to && isIn(day)) day = laterUtcDay(day, 1);
  return day;
}
