import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../shell/pages.ts';
import { agentColors } from '../../state/agent-colors.ts';
import { useNow } from '../../state/use-now.ts';
import { say } from '../../strings/say.ts';
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
  const { columns } = say.recentRequests;
  const colors = agentColors(state.agents);
  return (
    <section className="section" aria-labelledby="recent-title">
      <div className="section-head">
        <h2 id="recent-title">{say.recentRequests.title}</h2>
        <a href={hrefOf('requests')}>{say.recentRequests.all}</a>
      </div>
      {requests.length === 0 ? (
        <p className="soft">{say.recentRequests.none}</p>
      ) : (
        <table className="requests">
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.agent}</th>
              <th scope="col">{columns.model}</th>
              <th scope="col" className="requests-right">
                {columns.input}
              </th>
              <th scope="col" className="requests-right requests-output">
                {columns.output}
              </th>
              <th scope="col">{columns.outcome}</th>
              <th scope="col" className="requests-right">
                {columns.cost}
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
