import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { say } from '../../strings/say.ts';
import { ApprovalCard } from './approval-card.tsx';
import './approvals.css';

/**
 * Requests that wait for the person, above every page: nothing is lost while one looks, but they do not wait for ever.
 */
export function Approvals({ state }: { readonly state: StateView }): ReactNode {
  const { approvals } = state;
  const colors = agentColors(state.agents);
  return (
    <>
      <p className="visually-hidden" role="status">
        {approvals.length > 0 && say.approvals.waiting(approvals.length)}
      </p>
      {approvals.length > 0 && (
        <section className="approvals" aria-label={say.approvals.list}>
          {approvals.map((approval) => (
            <ApprovalCard key={approval.id} approval={approval} color={colors.get(approval.agentId)} />
          ))}
        </section>
      )}
    </>
  );
}
