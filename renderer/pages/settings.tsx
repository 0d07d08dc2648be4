import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { SettingsPanel } from '../features/settings/settings-panel.tsx';

/** The look of the page, and the places where this Purser keeps what it knows. */
export function SettingsPage({ state }: { readonly state: StateView }): ReactNode {
  return <SettingsPanel state={state} />;
}
