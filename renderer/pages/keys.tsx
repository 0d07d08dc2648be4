import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { PricesPanel } from '../features/prices/prices-panel.tsx';
import { PublishedPrices } from '../features/prices/published-prices.tsx';
import { ProvidersPanel } from '../features/providers/providers-panel.tsx';
import { SubKeysPanel } from '../features/sub-keys/sub-keys-panel.tsx';
import { say } from '../strings/say.ts';
import { Segmented } from '../ui/form/segmented.tsx';

interface KeysPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

const TABS = ['sub-keys', 'providers'] as const;
type Tab = (typeof TABS)[number];

/** The sub-keys that tools hold; and the provider keys Purser holds, with what models cost. */
export function KeysPage({ state, params }: KeysPageProps): ReactNode {
  const asked = params['provider'];
  const [picked, setPicked] = useState<Tab>();
  // A newcomer has no sub-key before a provider key.
  const tab = picked ?? (asked !== undefined || state.keys.length === 0 ? 'providers' : 'sub-keys');
  return (
    <>
      <Segmented<Tab>
        label={say.subKeys.tabs}
        options={TABS.map((value) => ({ value, text: say.subKeys.tab[value] }))}
        value={tab}
        onPick={setPicked}
      />
      {tab === 'sub-keys' ? (
        <SubKeysPanel state={state} />
      ) : (
        <>
          <ProvidersPanel state={state} asked={asked} />
          <PricesPanel />
          <PublishedPrices />
        </>
      )}
    </>
  );
}
