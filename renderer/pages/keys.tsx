import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { PricesPanel } from '../features/prices/prices-panel.tsx';
import { PublishedPrices } from '../features/prices/published-prices.tsx';
import { ProvidersPanel } from '../features/providers/providers-panel.tsx';

interface KeysPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** The provider keys Purser holds, and what models cost. */
export function KeysPage({ state, params }: KeysPageProps): ReactNode {
  return (
    <>
      <ProvidersPanel state={state} asked={params['provider']} />
      <PricesPanel />
      <PublishedPrices />
    </>
  );
}
