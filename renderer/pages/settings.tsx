import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { CommandLinePanel } from '../features/command-line/command-line-panel.tsx';
import { SettingsPanel } from '../features/settings/settings-panel.tsx';

/** The look of the page, and the places where this Purser keeps what it knows. */
export function SettingsPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <>
      <SettingsPanel state={state} />
      <CommandLinePanel />
    </>
  );
}
