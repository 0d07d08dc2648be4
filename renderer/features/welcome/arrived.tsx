import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { tightestCap } from '../../../shared/cap-level.ts';
import { usedText } from '../../state/time-and-money/cap-text.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { RequestTable } from '../recent-requests/request-table.tsx';

/** Long enough to read a row; what it shows stands on the overview, too. */
const SHOWN_MS = 8_000;

interface ArrivedProps {
  readonly state: StateView;
  readonly request: RequestView;
  onDone(): void;
}

/**
 * The first request, for a moment by itself: what it cost is the biggest thing. One that failed stays until it is read.
 */
export function Arrived({ state, request, onDone }: ArrivedProps): ReactNode {
  const { agent, agentId, subKeyId, cost, status, outcome } = request;
  const failed = outcome === 'provider-error';
  const holders = [state.keys.find(({ id }) => id === subKeyId), state.agents.find(({ id }) => id === agentId)];
  const cap = tightestCap(holders.flatMap((holder) => holder?.caps ?? []));
  useEffect(() => {
    if (failed) return undefined;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [failed, onDone]);
  return (
    <section className="welcome arrived" aria-labelledby="arrived-title">
      <div role="status">
        <h1 id="arrived-title">{failed ? say.welcome.failedTitle : say.welcome.arrived(agent)}</h1>
      </div>
      <p className="arrived-cost number" data-testid="first-cost">
        {moneyText(cost)}
      </p>
      <p className="soft">{failed ? say.welcome.failed(agent, status) : cap && usedText(cap)}</p>
      <RequestTable state={state} requests={[request]} />
      <Button kind="primary" onClick={onDone}>
        {say.welcome.onward}
      </Button>
    </section>
  );
}
