import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IssueForm } from './issue-form.tsx';
import { IssuedKey } from './issued-key.tsx';
import type { Issued } from './issued.ts';
import './issue-key.css';

interface IssueKeyDialogProps {
  readonly state: StateView;
  readonly agent: string | undefined;
  onClose(): void;
}

/** First the form, then the sub-key: shown this once, and not closed by a stray Escape. */
export function IssueKeyDialog({ state, agent, onClose }: IssueKeyDialogProps): ReactNode {
  const [issued, setIssued] = useState<Issued>();
  if (issued === undefined) {
    return (
      <Dialog key="form" title={say.issueKey.issue} onClose={onClose}>
        <IssueForm
          agents={state.agents}
          agent={agent}
          timeZone={state.gateway.timeZone}
          onIssued={setIssued}
          onCancel={onClose}
        />
      </Dialog>
    );
  }
  return (
    <Dialog key="issued" title={say.issueKey.subKeyFor(issued.agent)} holds onClose={onClose}>
      <IssuedKey issued={issued} providers={state.providers} onDone={onClose} />
    </Dialog>
  );
}
