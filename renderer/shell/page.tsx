import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AgentsPage } from '../pages/agents.tsx';
import { AuditPage } from '../pages/audit.tsx';
import { ConnectionsPage } from '../pages/connections.tsx';
import { CostsPage } from '../pages/costs.tsx';
import { KeysPage } from '../pages/keys.tsx';
import { McpPage } from '../pages/mcp.tsx';
import { OverviewPage } from '../pages/overview.tsx';
import { RequestsPage } from '../pages/requests.tsx';
import { SettingsPage } from '../pages/settings.tsx';
import type { PageRoute } from '../../shared/page-routes.ts';

/** The page that the address names. */
export function Page({ route, state }: { readonly route: Required<PageRoute>; readonly state: StateView }): ReactNode {
  switch (route.page) {
    case 'agents':
      return <AgentsPage state={state} params={route.params} />;
    case 'costs':
      return <CostsPage state={state} params={route.params} />;
    case 'keys':
      return <KeysPage state={state} params={route.params} />;
    case 'requests':
      return <RequestsPage state={state} params={route.params} />;
    case 'connections':
      return <ConnectionsPage state={state} />;
    case 'mcp':
      return <McpPage state={state} params={route.params} />;
    case 'audit':
      return <AuditPage state={state} />;
    case 'settings':
      return <SettingsPage state={state} params={route.params} />;
    case 'overview':
      return <OverviewPage state={state} />;
  }
}
