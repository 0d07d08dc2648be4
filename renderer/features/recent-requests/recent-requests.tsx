import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/agent-colors.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { RequestRow } from './request-row.tsx';
import './recent-requests.css';

const FIRST_SHOWN = 15;

interface RecentRequestsProps {
  readonly state: StateView;
  readonly requests: readonly RequestView[];
  readonly focus: string | undefined;
  onFocus(agentId: string | undefined): void;
}

/** The last settled requests, newest first, of all agents or of the one in focus. */
export function RecentRequests({ state, requests, focus, onFocus }: RecentRequestsProps): ReactNode {
  const [all, setAll] = useState(false);
  const now = useNow(60_000);
  const colors = agentColors(state.agents);
  const focused = state.agents.find((agent) => agent.id === focus);
  const matching = focused === undefined ? requests : requests.filter((request) => request.agentId === focused.id);
  const shown = all ? matching : matching.slice(0, FIRST_SHOWN);

  return (
    <section className="card" aria-labelledby="recent-title">
      <header className="card-header">
        <h2 id="recent-title">{focused === undefined ? 'Recent requests' : `Recent requests of ${focused.name}`}</h2>
        {focused !== undefined && (
          <Button kind="quiet" onClick={() => onFocus(undefined)}>
            Show all agents
          </Button>
        )}
      </header>
      {matching.length === 0 ? (
        <p className="soft">No request yet. They appear here the moment they are settled.</p>
      ) : (
        <table className="requests">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Agent</th>
              <th scope="col">Model</th>
              <th scope="col" className="requests-right">
                Input
              </th>
              <th scope="col" className="requests-right requests-output">
                Output
              </th>
              <th scope="col">Outcome</th>
              <th scope="col" className="requests-right">
                Cost
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((request) => (
              <RequestRow
                key={request.id}
                request={request}
                color={colors.get(request.agentId)}
                now={now}
                timeZone={state.gateway.timeZone}
              />
            ))}
          </tbody>
        </table>
      )}
      {matching.length > FIRST_SHOWN && (
        <div className="requests-more">
          <Button kind="quiet" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${matching.length}`}
          </Button>
        </div>
      )}
    </section>
  );
}
