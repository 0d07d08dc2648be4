import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { ApprovalCard } from './approval-card.tsx';
import './approvals.css';

/** More cards than this would push the page away; the oldest ends first and is answered first. */
const MOST = 2;

/**
 * Requests that wait for the person, above every page: nothing is lost while one looks, but they do not wait for ever.
 */
export function Approvals({ state }: { readonly state: StateView }): ReactNode {
  const { approvals } = state;
  const [isOpen, setOpen] = useState(false);
  const folded = approvals.length - MOST;
  const colors = agentColors(state.agents);
  return (
    <>
      <p className="visually-hidden" role="status">
        {approvals.length > 0 && say.approvals.waiting(approvals.length)}
      </p>
      {approvals.length > 0 && (
        <section className="approvals" aria-label={say.approvals.list}>
          {approvals.slice(0, isOpen ? undefined : MOST).map((approval) => (
            <ApprovalCard
              key={approval.id}
              approval={approval}
              color={colors.get(approval.agentId)}
              timeZone={state.gateway.timeZone}
            />
          ))}
          {folded > 0 && (
            <Button kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? say.approvals.fewer : say.approvals.more(folded)}
            </Button>
          )}
        </section>
      )}
    </>
  );
}
