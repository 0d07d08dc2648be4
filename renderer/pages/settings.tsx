import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { CommandLinePanel } from '../features/command-line/command-line-panel.tsx';
import { PublishedPrices } from '../features/prices/published-prices.tsx';
import { SettingsPanel } from '../features/settings/settings-panel.tsx';

interface SettingsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** Everything that can be set, and what this Purser is. */
export function SettingsPage({ state, params }: SettingsPageProps): ReactNode {
  return (
    <SettingsPanel state={state} part={params['part']}>
      <PublishedPrices />
      <CommandLinePanel />
    </SettingsPanel>
  );
}
