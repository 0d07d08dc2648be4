import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { RequestRow } from './request-row.tsx';
import './recent-requests.css';

interface RequestTableProps {
  readonly state: StateView;
  readonly requests: readonly RequestView[];
}

/** Settled requests, a row each. */
export function RequestTable({ state, requests }: RequestTableProps): ReactNode {
  const now = useNow(60_000);
  const { columns } = say.recentRequests;
  const colors = agentColors(state.agents);
  return (
    <div className="requests-place">
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
          {requests.map((request) => (
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
    </div>
  );
}
