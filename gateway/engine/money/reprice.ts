import type { RepriceView } from '../../../shared/contract/price-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { addMoney, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { whereOf } from '../../accounts/provider-book.ts';
import { findPrice } from '../../domain/price/price.ts';
import { readUsageParts } from '../../domain/usage.ts';
import type { BilledRow } from '../../ledger/read/read-billed.ts';
import { statements } from '../../ledger/statements.ts';
import type { Statement } from '../../platform/connection.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Engine } from '../engine.ts';

/** The number of requests changed in one commit. */
const PAGE = 1_000;

interface RepriceRequest {
  /** Epoch milliseconds: includes requests that began then or later. */
  readonly since: number;
  readonly apply: boolean;
}

export interface NewCost {
  readonly cost: Nanodollars;
  readonly rates: string;
}

/**
 * Computes what settled requests would cost at today's price book, and applies it if asked to: requests, rollups, caps
 * and tallies together, with an audit entry. Only requests billed by reported usage are included.
 * @throws PurserError `CONFLICT` while another run is under way
 */
export async function repriceHistory(engine: Engine, { since, apply }: RepriceRequest): Promise<RepriceView> {
  const { ledger, corrections } = engine;
  const end = engine.repricing.begin();
  if (!end) throw new PurserError('CONFLICT', 'History is being repriced already. Wait until that is done.');
  try {
    const changes = new Map<string, RepriceView['changes'][number]>();
    let [examined, leftAlone, after] = [0, 0, 0];
    for (;;) {
      const from = after;
      const { rows, priced, changed } = await corrections.run(async () => {
        const page = await ledger.billed(since, from, PAGE);
        const repriced = page.map((row) => ({ row, now: costNow(engine, row) }));
        const different = repriced.flatMap(({ row, now }) => (now && now.cost !== row.cost ? [{ row, now }] : []));
        if (apply && different.length > 0) await applyPage(engine, different);
        return { rows: page, priced: repriced, changed: different };
      });
      examined += rows.length;
      leftAlone += priced.filter(({ now }) => now === undefined).length;
      for (const { row, now } of changed) note(changes, row, now.cost);
      after = rows.at(-1)?.row ?? after;
      if (rows.length < PAGE) break;
    }
    return { applied: apply, examined, leftAlone, changes: [...changes.values()] };
  } finally {
    end();
  }
}

/**
 * Prices a request at today's price book for the time of the request.
 * @returns undefined for rows to leave alone: a cost that the provider itself gave, another kind of price, or no price
 */
export function costNow(
  { providers, priceBook }: Pick<Engine, 'providers' | 'priceBook'>,
  row: BilledRow,
): NewCost | undefined {
  const record = providers.find(row.provider);
  const spec = record && PROVIDERS[record.kind];
  if (!spec || record.http || spec.prices.reportsCost || spec.prices.free) return undefined;
  const at = spec.prices.pricedAtEnd ? row.settledAt : row.startedAt;
  const price = findPrice({
    source: spec.prices,
    provider: row.provider,
    model: row.model,
    ...whereOf(record),
    at,
    overrides: providers.prices(),
    library: priceBook.library(),
  });
  const { cacheWriteHour, parts } = readUsageParts(row.usageParts);
  const { input, cacheRead, cacheWrite, output, tier } = row;
  const usage = { input, cacheRead, cacheWrite, cacheWriteHour, output, parts, ...(tier === null ? {} : { tier }) };
  if (!price || price.findUnpriced({ input, output, extras: parts }) !== undefined) return undefined;
  return { cost: price.costOf({ ...usage, parts: { requests: 1, ...parts } }), rates: price.rates };
}

function note(
  changes: Map<string, RepriceView['changes'][number]>,
  { provider, model, cost }: BilledRow,
  next: Nanodollars,
): void {
  const name = `${provider} ${model}`;
  const sum = changes.get(name) ?? { provider, model, requests: 0, before: ZERO, after: ZERO };
  changes.set(name, {
    ...sum,
    requests: sum.requests + 1,
    before: addMoney(sum.before, cost),
    after: addMoney(sum.after, next),
  });
}

/** Gives settled requests their new cost everywhere. @param more goes into the same commit, for each of them */
export async function applyPage(
  { ledger, spend, clock }: Pick<Engine, 'ledger' | 'spend' | 'clock'>,
  changed: readonly { readonly row: BilledRow; readonly now: NewCost }[],
  more: (row: BilledRow) => readonly Statement[] = () => [],
): Promise<void> {
  const before = addMoney(ZERO, ...changed.map(({ row }) => row.cost));
  const after = addMoney(ZERO, ...changed.map(({ now }) => now.cost));
  await ledger.write(
    changed.flatMap(({ row, now }) => [...statements.reprice(row, now.cost, now.rates), ...more(row)]),
    [{ at: clock.now(), kind: 'history-repriced', detail: { requests: changed.length, before, after } }],
  );
  for (const { row, now } of changed) spend.correct(row, subtractMoney(now.cost, row.cost));
}
