import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { ChangedTools } from '../features/mcp/changes/changed-tools.tsx';
import { AgentsBrief } from '../features/overview/agents-brief.tsx';
import { BillLines } from '../features/overview/bill-lines.tsx';
import { Figures } from '../features/overview/figures.tsx';
import { PaceLine } from '../features/overview/pace-line.tsx';
import { RecentRequests } from '../features/recent-requests/recent-requests.tsx';
import { ChartPanel } from '../features/spend-chart/chart-panel.tsx';
import { LeakPanel } from '../features/simulation/leak-panel.tsx';
import { stepsDone } from '../features/welcome/steps.ts';
import { Welcome } from '../features/welcome/welcome.tsx';
import { useDashboard } from '../state/live/session-context.ts';
import { useNow } from '../state/time-and-money/use-now.ts';

/** The money: how much, how fast, who, and the newest requests. A newcomer sees the first steps instead. */
export function OverviewPage({ state }: { readonly state: StateView }): ReactNode {
  const { scene, recent } = useDashboard();
  const now = useNow(5_000);
  // A person who sets up a tool here sees its first request arrive here, for a moment.
  const [isBegun, setBegun] = useState(false);
  const leave = useCallback(() => setBegun(false), []);
  const steps = stepsDone(state, recent);
  if (!steps.request || isBegun) {
    return (
      <Welcome
        state={state}
        steps={steps}
        first={recent.at(-1)}
        offersSimulation={scene === 'own' && !state.gateway.simulated}
        onBegun={() => setBegun(true)}
        onDone={leave}
      />
    );
  }
  return (
    <>
      <ChangedTools />
      <LeakPanel state={state} />
      <Figures state={state} now={now} />
      <PaceLine state={state} now={now} />
      <BillLines />
      <ChartPanel state={state} />
      <AgentsBrief state={state} />
      <RecentRequests state={state} requests={recent} />
    </>
  );
}
