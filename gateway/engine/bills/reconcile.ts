import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { BillFigures, ReconciledView, ReconcileView } from '../../../shared/reconcile/reconcile-views.ts';
import { nanodollarsOf, subtractMoney, ZERO } from '../../../shared/money.ts';
import { laterUtcDay, startOfUtcDay } from '../../domain/reconcile/bill.ts';
import type { Bill, OwnSum } from '../../domain/reconcile/bill.ts';
import { compareBill } from '../../domain/reconcile/compare-bill.ts';
import type { BillComparison, Figures } from '../../domain/reconcile/compare-bill.ts';
import type { Inside } from '../inside.ts';
import { billAccount, readableAccounts } from './bill-account.ts';
import type { BillAccount } from './bill-account.ts';
import { readBill } from './read-bill.ts';

type Desk = Pick<Inside, 'askBill' | 'billFailures' | 'providers' | 'ledger' | 'clock'>;

/** What is asked for; without a provider, every one whose bill can be read. */
interface Asked {
  readonly provider?: ProviderName | undefined;
  readonly since?: string | undefined;
}

/**
 * Asks providers for their bill and compares it with the ledger. Of several, each fails for itself.
 * @throws PurserError of {@link billAccount} and {@link readBill}
 */
export async function reconcile(engine: Desk, { provider, since }: Asked): Promise<ReconciledView> {
  const read = async (account: BillAccount): Promise<ReconcileView> =>
    viewOf(engine, account, await readBill(engine, account, since));
  if (provider !== undefined) return { bills: [await read(billAccount(engine, provider))], failures: [] };
  const bills: ReconcileView[] = [];
  const failures: ReconciledView['failures'] = [];
  for (const account of readableAccounts(engine)) {
    try {
      bills.push(await read(account));
    } catch (error) {
      if (!(error instanceof PurserError)) throw error;
      failures.push({ provider: account.record.name, title: account.title, sentence: error.message });
    }
  }
  return { bills, failures };
}

/** Two figures with what lies between them. */
export function figures({ billed, own }: Figures): BillFigures {
  const difference = subtractMoney(billed, own);
  return { billed, own, difference, percent: billed === 0 ? null : (100 * Math.abs(difference)) / Math.abs(billed) };
}

/** What Purser has recorded in the days of a bill. */
async function ownSums({ ledger }: Pick<Inside, 'ledger'>, account: BillAccount, bill: Bill): Promise<OwnSum[]> {
  const sums: OwnSum[] = [];
  for (let day = bill.from; day < bill.to; day = laterUtcDay(day, 1))
    sums.push(...(await ledger.ownDay(account.providers, day, startOfUtcDay(day))));
  return sums;
}

async function viewOf(engine: Desk, account: BillAccount, bill: Bill): Promise<ReconcileView> {
  const { record, reader, title, providers, isRegional } = account;
  const at = engine.clock.now();
  const shared = {
    provider: record.name,
    providers: [...providers],
    title,
    at,
    from: bill.from,
    to: bill.to,
    unreadable: bill.unreadable,
    note: reader.note,
    source: reader.source,
  };
  const own = await ownSums(engine, account, bill);
  if (bill.sums.length > 0) return { ...shared, ...(await viewOfSums(engine, account, bill, own)) };
  const compared = compareBill(bill, own, { now: at, finalAfterHours: reader.finalAfterHours, isRegional });
  return {
    ...shared,
    total: figures(compared.total),
    coverage: compared.covered === null ? null : 100 * compared.covered,
    days: compared.days.map(({ day, isFinal, ...of }) => ({ day, final: isFinal, ...figures(of) })),
    sums: [],
    models: compared.models.map(({ model, ...of }) => ({ model, ...figures(of) })),
    keys: [...compared.keys],
    ...causesOf(compared),
  };
}

function causesOf({ candidates, unexplained }: Pick<BillComparison, 'candidates' | 'unexplained'>) {
  return { candidates: candidates.map((each) => ({ ...each, names: [...each.names] })), unexplained };
}

type SumsView = Pick<
  ReconcileView,
  'total' | 'coverage' | 'days' | 'sums' | 'models' | 'keys' | 'candidates' | 'unexplained'
>;

/** A provider that tells no days: its sum of the month is the total, and the whole month one day to be explained. */
async function viewOfSums(
  { ledger }: Desk,
  { providers, isRegional }: BillAccount,
  bill: Bill,
  own: readonly OwnSum[],
): Promise<SumsView> {
  const sums = await Promise.all(
    bill.sums.map(async ({ name, from, to, amount }) => ({
      name,
      ...figures({ billed: amount, own: await ledger.ownTotal(providers, from, to) }),
    })),
  );
  const total = sums.find(({ name }) => name === 'month') ?? figures({ billed: ZERO, own: ZERO });
  const { billed, difference, percent } = total;
  const compared = compareBill(
    {
      ...bill,
      items: [
        {
          day: bill.from,
          amount: billed,
          model: null,
          key: null,
          item: null,
          for: 'unknown',
          tier: false,
          regional: false,
        },
      ],
    },
    own.map((sum) => ({ ...sum, day: bill.from })),
    // Its sums are of now: nothing of them is late.
    { now: Number.MAX_SAFE_INTEGER, finalAfterHours: 0, isRegional },
  );
  const ownKeys = bill.ownKeys ?? ZERO;
  const candidates = [
    ...causesOf(compared).candidates,
    ...(ownKeys > 0 && difference < 0
      ? [{ cause: 'own-keys' as const, amount: nanodollarsOf(Math.max(0 - ownKeys, difference)), names: [] }]
      : []),
  ];
  return {
    total: { billed, own: total.own, difference, percent },
    coverage: billed > 0 ? (100 * Math.min(billed, total.own)) / billed : null,
    days: [],
    sums,
    models: [],
    keys: [],
    candidates,
    unexplained: ownKeys > 0 ? ZERO : compared.unexplained,
  };
}
