import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AgentsPage } from '../pages/agents.tsx';
import { KeysPage } from '../pages/keys.tsx';
import { OverviewPage } from '../pages/overview.tsx';
import type { Route } from './pages.ts';

/** The page that the address names. */
export function Page({ route, state }: { readonly route: Route; readonly state: StateView }): ReactNode {
  switch (route.page) {
    case 'agents':
      return <AgentsPage state={state} />;
    case 'keys':
      return <KeysPage state={state} />;
    default:
      return <OverviewPage state={state} />;
  }
}
