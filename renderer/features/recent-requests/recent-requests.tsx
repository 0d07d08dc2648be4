import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../shell/pages.ts';
import { agentColors } from '../../state/agent-colors.ts';
import { useNow } from '../../state/use-now.ts';
import { RequestRow } from './request-row.tsx';
import './recent-requests.css';

const SHOWN = 10;

interface RecentRequestsProps {
  readonly state: StateView;
  readonly requests: readonly RequestView[];
}

/** The last settled requests, newest first. */
export function RecentRequests({ state, requests }: RecentRequestsProps): ReactNode {
  const now = useNow(60_000);
  const colors = agentColors(state.agents);
  return (
    <section className="section" aria-labelledby="recent-title">
      <div className="section-head">
        <h2 id="recent-title">Recent requests</h2>
        <a href={hrefOf('requests')}>All requests</a>
      </div>
      {requests.length === 0 ? (
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
            {requests.slice(0, SHOWN).map((request) => (
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
    </section>
  );
}
