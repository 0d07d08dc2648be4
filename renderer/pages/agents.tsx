import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AgentsPanel } from '../features/agents/agents-panel.tsx';

interface AgentsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** Every agent with its sub-keys, their caps, and the ways to stop them. */
export function AgentsPage({ state, params }: AgentsPageProps): ReactNode {
  return <AgentsPanel state={state} asked={params['agent']} />;
}
