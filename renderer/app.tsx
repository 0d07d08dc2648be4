import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { AgentsPanel } from './features/agents/agents-panel.tsx';
import { IssueKeyDialog } from './features/issue-key/issue-key-dialog.tsx';
import { Notices } from './features/notices/notices.tsx';
import { AddProviderDialog } from './features/providers/add-provider-dialog.tsx';
import { ProvidersPanel } from './features/providers/providers-panel.tsx';
import { RecentRequests } from './features/recent-requests/recent-requests.tsx';
import { RevokeDialog } from './features/revoke/revoke-dialog.tsx';
import { RotateKeyDialog } from './features/rotate-key/rotate-key-dialog.tsx';
import { SimulationBanner } from './features/simulation/simulation-banner.tsx';
import { SpendPanel } from './features/spend-chart/spend-panel.tsx';
import { stepsDone } from './features/welcome/steps.ts';
import { Welcome } from './features/welcome/welcome.tsx';
import { Header } from './header.tsx';
import { LinkNotice } from './link-notice.tsx';
import type { Scene } from './state/dashboard.ts';
import { useDashboard } from './state/session-context.ts';
import { DialogsContext } from './ui/dialogs.ts';
import type { OpenDialog } from './ui/dialogs.ts';

/** The whole dashboard. */
export function App(): ReactNode {
  const { state, scene } = useDashboard();
  const [opened, setOpened] = useState<{ readonly dialog: OpenDialog; readonly scene: Scene }>();
  const dialogs = useMemo(() => ({ open: (dialog: OpenDialog) => setOpened({ dialog, scene }) }), [scene]);
  const close = (): void => setOpened(undefined);
  // A question about the simulation must never be answered for the person's own gateway.
  const dialog = opened?.scene === scene ? opened.dialog : undefined;
  const losing = dialog?.kind === 'revoke-agent' ? state?.agents.find((agent) => agent.id === dialog.id) : undefined;
  const rotated = dialog?.kind === 'rotate-key' ? state?.keys.find((key) => key.id === dialog.id) : undefined;

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
      {dialog?.kind === 'revoke-everything' && state !== undefined && <RevokeDialog state={state} agent={undefined} onClose={close} />}
      {losing !== undefined && state !== undefined && <RevokeDialog state={state} agent={losing} onClose={close} />}
      {rotated !== undefined && state !== undefined && <RotateKeyDialog state={state} subKey={rotated} onClose={close} />}
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
      <Notices state={state} />
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
