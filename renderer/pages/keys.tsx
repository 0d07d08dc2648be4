import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { PricesPanel } from '../features/prices/prices-panel.tsx';
import { PublishedPrices } from '../features/prices/published-prices.tsx';
import { ProvidersPanel } from '../features/providers/providers-panel.tsx';

/** The provider keys Purser holds, and what models cost. */
export function KeysPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <>
      <ProvidersPanel state={state} />
      <PricesPanel />
      <PublishedPrices />
    </>
  );
}
