import type { CurrentPriceView, PriceBookView, PriceUpdateView } from '../../shared/contract/price-views.ts';
import { PurserError } from '../../shared/errors.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { describePrice } from '../prices/describe-price.ts';
import { PROVIDERS } from '../providers/providers.ts';
import type { Engine } from './engine.ts';

/** Which price a request would use now. @throws PurserError `NOT_FOUND` for a provider that is not there */
export function showPrices({ providers }: Pick<Engine, 'providers'>, { model, provider }: { readonly model: string; readonly provider?: ProviderName | undefined }): CurrentPriceView[] {
  const asked = provider === undefined ? providers.providers() : providers.providers().filter(({ name }) => name === provider);
  if (asked.length === 0) {
    throw new PurserError('NOT_FOUND', provider === undefined ? 'There is no provider yet. Add one: purser provider add openai' : `There is no provider named "${provider}". See \`purser provider list\`.`);
  }
  return asked.map((record) => describePrice(record, model, providers.priceOf(record.name, PROVIDERS[record.kind], model)));
}

/** Which published prices are in use. */
export function bookView(priceBook: Engine['priceBook']): PriceBookView {
  return { fetchedAt: priceBook.fetchedAt(), secondFetchedAt: priceBook.secondFetchedAt() };
}

/** Newer published prices, on record. @throws PurserError `PRICES_UNAVAILABLE` */
export async function updatePrices({ priceBook, providers, ledger, clock }: Engine): Promise<PriceUpdateView> {
  const update = await priceBook.update();
  providers.forgetPrices();
  await ledger.write([], [{ at: clock.now(), kind: 'prices-updated', detail: { models: update.models, changed: update.changes.length } }]);
  return update;
}

/** Back to the built-in ones, on record. */
export async function resetPrices({ priceBook, providers, ledger, clock }: Engine): Promise<PriceBookView> {
  await priceBook.reset();
  providers.forgetPrices();
  await ledger.write([], [{ at: clock.now(), kind: 'prices-reset', detail: {} }]);
  return bookView(priceBook);
}
