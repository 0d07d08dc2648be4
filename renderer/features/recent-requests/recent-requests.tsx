import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { say } from '../../strings/say.ts';
import { RequestTable } from './request-table.tsx';

const SHOWN = 10;

interface RecentRequestsProps {
  readonly state: StateView;
  readonly requests: readonly RequestView[];
}

/** The last settled requests, newest first. */
export function RecentRequests({ state, requests }: RecentRequestsProps): ReactNode {
  return (
    <section className="section" aria-labelledby="recent-title">
      <div className="section-head">
        <h2 id="recent-title">{say.recentRequests.title}</h2>
        <a href={hrefOf('requests')}>{say.recentRequests.all}</a>
      </div>
      {requests.length === 0 ? (
        <p className="soft">{say.recentRequests.none}</p>
      ) : (
        <RequestTable state={state} requests={requests.slice(0, SHOWN)} />
      )}
    </section>
  );
}
