import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { SettingsPanel } from '../features/settings/settings-panel.tsx';

/** How the page looks, and where this Purser keeps what it knows. */
export function SettingsPage({ state }: { readonly state: StateView }): ReactNode {
  return <SettingsPanel state={state} />;
}
