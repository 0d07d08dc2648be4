import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AgentsPanel } from '../features/agents/agents-panel.tsx';

/** Every agent with its sub-keys, their caps, and the ways to stop them. */
export function AgentsPage({ state }: { readonly state: StateView }): ReactNode {
  return <AgentsPanel state={state} />;
}
