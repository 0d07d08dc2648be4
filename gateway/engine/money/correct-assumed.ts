import type { RepriceView } from '../../../shared/contract/price-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';
import { lookUpPrice } from '../../domain/price/look-up-price.ts';
import { statements } from '../../ledger/statements.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Engine } from '../engine.ts';
import { applyPage, costNow } from './reprice.ts';

/** The number of requests changed in one commit. */
const PAGE = 1_000;

type Corrections = RepriceView['changes'];
type Assumed = PriceOverride & { readonly provider: NonNullable<PriceOverride['provider']> };

/**
 * Ends every assumed price of a model whose own price is known by now: its settled requests get that price, caps and
 * tallies too, and the assumed one is removed.
 */
export async function correctAssumed(engine: Engine): Promise<Corrections> {
  const known = engine.providers.prices().flatMap((price): readonly Assumed[] => {
    const { provider, assumed } = price;
    return assumed === true && provider !== null && isKnown(engine, { ...price, provider })
      ? [{ ...price, provider }]
      : [];
  });
  const corrected: Corrections[number][] = [];
  for (const { model, provider } of known) {
    const sum = await engine.corrections.run(() => correctRows(engine, { model, provider }));
    if (sum.requests > 0) corrected.push({ provider, model, ...sum });
    await engine.providers.removePrice(model, provider);
  }
  return corrected;
}

/** Sets a person's own price of a model; what was counted at an assumed one costs it, too. */
export async function setPrice(engine: Engine, price: PriceOverride): Promise<void> {
  const { model, provider } = price;
  const wasAssumed = engine.providers
    .prices()
    .some((each) => each.assumed === true && each.model === model && each.provider === provider);
  await engine.providers.setPrice(price);
  if (wasAssumed && provider !== null && price.assumed !== true)
    await engine.corrections.run(() => correctRows(engine, { model, provider }));
}

function isKnown({ providers, priceBook, clock }: Engine, { model, provider }: Assumed): boolean {
  const record = providers.find(provider);
  return (
    record !== undefined &&
    lookUpPrice(priceBook.library(), PROVIDERS[record.kind].prices, model, clock.now()) !== undefined
  );
}

async function correctRows(
  engine: Engine,
  of: Pick<Assumed, 'model' | 'provider'>,
): Promise<Pick<Corrections[number], 'requests' | 'before' | 'after'>> {
  let [requests, before, after, last] = [0, ZERO, ZERO, 0];
  for (;;) {
    const rows = await engine.ledger.assumed(of, last, PAGE);
    const changed = rows.flatMap((row) => {
      const now = costNow(engine, row);
      return now ? [{ row, now }] : [];
    });
    if (changed.length > 0) await applyPage(engine, changed, ({ id }) => [statements.markReported(id)]);
    requests += changed.length;
    before = addMoney(before, ...changed.map(({ row }) => row.cost));
    after = addMoney(after, ...changed.map(({ now }) => now.cost));
    last = rows.at(-1)?.row ?? last;
    if (rows.length < PAGE) return { requests, before, after };
  }
}
