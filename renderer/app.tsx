import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { AgentsPanel } from './features/agents/agents-panel.tsx';
import { IssueKeyDialog } from './features/issue-key/issue-key-dialog.tsx';
import { AddProviderDialog } from './features/providers/add-provider-dialog.tsx';
import { ProvidersPanel } from './features/providers/providers-panel.tsx';
import { RecentRequests } from './features/recent-requests/recent-requests.tsx';
import { SimulationBanner } from './features/simulation/simulation-banner.tsx';
import { SpendPanel } from './features/spend-chart/spend-panel.tsx';
import { stepsDone } from './features/welcome/steps.ts';
import { Welcome } from './features/welcome/welcome.tsx';
import { Header } from './header.tsx';
import { LinkNotice } from './link-notice.tsx';
import { useDashboard } from './state/session-context.ts';
import { DialogsContext } from './ui/dialogs.ts';
import type { OpenDialog } from './ui/dialogs.ts';

/** The whole dashboard. */
export function App(): ReactNode {
  const { state } = useDashboard();
  const [dialog, setDialog] = useState<OpenDialog>();
  const dialogs = useMemo(() => ({ open: setDialog }), []);
  const close = (): void => setDialog(undefined);

  return (
    <DialogsContext value={dialogs}>
      <div className="top">
        <SimulationBanner />
        <Header />
      </div>
      <main className="page">
        <LinkNotice />
        <Body />
      </main>
      {dialog?.kind === 'add-provider' && <AddProviderDialog onClose={close} />}
      {dialog?.kind === 'issue-key' && state !== undefined && (
        <IssueKeyDialog state={state} agent={dialog.agent} onClose={close} />
      )}
    </DialogsContext>
  );
}

function Body(): ReactNode {
  const { scene, state, recent, link } = useDashboard();
  const [focus, setFocus] = useState<string>();
  if (state === undefined) return null;

  const steps = stepsDone(state, recent);
  const stale = link === 'live' ? undefined : 'stale';
  return (
    <div className={`page-body ${stale ?? ''}`}>
      {steps.request ? (
        <SpendPanel state={state} focus={focus} onFocus={setFocus} />
      ) : (
        <Welcome state={state} steps={steps} offersSimulation={scene === 'own' && !state.gateway.simulated} />
      )}
      {(steps.provider || steps.subKey) && (
        <div className="columns">
          <AgentsPanel state={state} />
          <ProvidersPanel state={state} />
        </div>
      )}
      {steps.request && <RecentRequests state={state} requests={recent} focus={focus} onFocus={setFocus} />}
    </div>
  );
}
