import type { CurrentPriceView, PriceBookView, PriceUpdateView } from '../../../shared/contract/price-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { dearestText } from '../../domain/price/dearest-text.ts';
import type { DearestText } from '../../domain/price/dearest-text.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';
import { describePrice } from '../../prices/describe-price.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Engine } from '../engine.ts';
import { correctAssumed } from './correct-assumed.ts';

/** Shows the price that a request would use now. @throws PurserError `NOT_FOUND` for an unknown provider */
export function showPrices(
  { providers }: Pick<Engine, 'providers'>,
  { model, provider }: { readonly model: string; readonly provider?: ProviderName | undefined },
): CurrentPriceView[] {
  const asked =
    provider === undefined ? providers.providers() : providers.providers().filter(({ name }) => name === provider);
  if (asked.length === 0) {
    throw new PurserError(
      'NOT_FOUND',
      provider === undefined
        ? 'There is no provider yet. Add one: purser provider add openai'
        : `There is no provider named "${provider}". See \`purser provider list\`.`,
    );
  }
  return asked.map((record) =>
    describePrice(record, model, providers.priceOf(record.name, PROVIDERS[record.kind], model)),
  );
}

/**
 * Uses the dearest price of its family, else of its provider, for a model without a known price, until that is known.
 * @throws PurserError `NOT_FOUND`, `CONFLICT` when the price is known, `INVALID_INPUT` when the provider has no known
 * price at all
 */
export async function allowUnknown(
  { providers, priceBook, clock }: Pick<Engine, 'providers' | 'priceBook' | 'clock'>,
  { provider, model }: { readonly provider: ProviderName; readonly model: string },
): Promise<PriceOverride & Pick<DearestText, 'family'>> {
  const record = providers.find(provider);
  if (!record)
    throw new PurserError('NOT_FOUND', `There is no provider named "${provider}". See \`purser provider list\`.`);
  const spec = PROVIDERS[record.kind];
  if (providers.priceOf(record.name, spec, model))
    throw new PurserError(
      'CONFLICT',
      `The price of "${model}" at ${provider} is known already: purser price show "${model}"`,
    );
  const dearest = dearestText(priceBook.library(), spec.prices, model, clock.now());
  if (!dearest)
    throw new PurserError(
      'INVALID_INPUT',
      `Purser knows no price of any model at ${provider}, so there is no dearest one. Set its price: purser price ` +
        `set MODEL --provider ${provider} --input USD --output USD`,
    );
  const price = { model, provider, ...dearest.price, assumed: true };
  await providers.setPrice(price);
  return { ...price, family: dearest.family };
}

/** The published prices in use. */
export function bookView({ priceBook, priceCheck }: Pick<Engine, 'priceBook' | 'priceCheck'>): PriceBookView {
  return {
    fetchedAt: priceBook.fetchedAt(),
    secondFetchedAt: priceBook.secondFetchedAt(),
    check: priceCheck?.view() ?? null,
  };
}

/** Fetches newer published prices, and records that. @throws PurserError `PRICES_UNAVAILABLE` */
export async function updatePrices(engine: Engine): Promise<PriceUpdateView> {
  const { priceBook, providers, ledger, clock } = engine;
  const update = await priceBook.update();
  providers.forgetPrices();
  await ledger.write(
    [],
    [{ at: clock.now(), kind: 'prices-updated', detail: { models: update.models, changed: update.changes.length } }],
  );
  return { ...update, corrected: await correctAssumed(engine) };
}

/** Goes back to the built-in prices, and records that. */
export async function resetPrices({ priceBook, priceCheck, providers, ledger, clock }: Engine): Promise<PriceBookView> {
  await priceBook.reset();
  providers.forgetPrices();
  await ledger.write([], [{ at: clock.now(), kind: 'prices-reset', detail: {} }]);
  return bookView({ priceBook, priceCheck });
}
