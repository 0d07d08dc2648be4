import { createProviderBook } from '../accounts/provider-book.ts';
import type { ProviderBook } from '../accounts/provider-book.ts';
import { createCloudAuth } from '../cloud-auth/cloud-auth.ts';
import type { CloudAuth } from '../cloud-auth/cloud-auth.ts';
import { createEgress } from '../egress/egress.ts';
import type { Egress } from '../egress/egress.ts';
import type { KeySourceParts } from './open-key-sources.ts';
import { openKeySources } from './open-key-sources.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import { openPriceBook } from '../prices/price-book.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { Store } from './open-store.ts';
import type { Undo } from './undo.ts';

/** Everything on the providers' side: the way out to them, their records, and their prices. */
export interface UpstreamSide extends KeySourceParts {
  readonly egress: Egress;
  readonly priceBook: PriceBook;
  readonly providers: ProviderBook;
  readonly authorizeFor: CloudAuth['authorizeFor'];
}

/** Opens the providers' side, and logs what is wrong with the way out. */
export async function openUpstreamSide(
  deps: GatewayDeps,
  config: GatewayConfig,
  store: Pick<Store, 'ledger' | 'changed'>,
  undo: Undo,
): Promise<UpstreamSide> {
  const { clock, log, secrets, connect } = deps;
  const { ledger } = store;
  const egress = createEgress(config.egress, connect);
  undo.add('egress', egress.close);
  for (const problem of egress.view.problems) log.log('warn', 'way-out', { problem });
  const priceBook = await openPriceBook({
    dataFolder: config.dataFolder,
    clock,
    log,
    egress,
    url: config.priceDataUrl,
    secondUrl: config.secondPriceDataUrl,
  });
  const { readKey, leases, keySources } = openKeySources(deps, config, { ...store, egress }, undo);
  const providers = createProviderBook({ ledger, secrets, leases, clock, library: () => priceBook.library() });
  const { authorizeFor } = createCloudAuth(egress.dispatcher);
  for (const { name, keyFrom } of providers.providers()) if (keyFrom) leases.warm(name, keyFrom);
  return { egress, priceBook, providers, authorizeFor, readKey, leases, keySources };
}
