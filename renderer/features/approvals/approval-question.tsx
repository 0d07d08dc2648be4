import type { ReactNode } from 'react';
import type { ApprovalView, WaitingCall } from '../../../shared/contract/approval-views.ts';
import { quotedName } from '../../../shared/visible-text.ts';
import { plainLines } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { WithCode } from '../../ui/with-code.tsx';
import { capFullText } from '../notices/cap-fact-text.ts';

interface ApprovalQuestionProps {
  readonly approval: ApprovalView;
  readonly now: number;
  readonly timeZone: string;
}

/** What a person needs to know to answer: the cap in the way, or the call of a tool with its arguments. */
export function ApprovalQuestion({ approval, now, timeZone }: ApprovalQuestionProps): ReactNode {
  const { model, reason, cap, call } = approval;
  if (call) return <CallQuestion call={call} />;
  return (
    <p className="soft">
      <WithCode text={cap === undefined ? reason : capFullText(cap, now, timeZone)} />{' '}
      <span>{say.approvals.wants(quotedName(model))}</span>
    </p>
  );
}

function CallQuestion({ call }: { readonly call: WaitingCall }): ReactNode {
  const { mayDestroy, policySays, withArguments, noArguments } = say.approvals;
  const isEmpty = call.arguments.trim() === '{}';
  return (
    <>
      <p className={call.mayDestroy ? 'approval-warning' : 'soft'}>{call.mayDestroy ? mayDestroy : policySays}</p>
      <p className="faint">{isEmpty ? noArguments : withArguments}</p>
      {!isEmpty && (
        <pre className="approval-arguments" tabIndex={0} role="region" aria-label={withArguments}>
          {plainLines(call.arguments)}
        </pre>
      )}
    </>
  );
}
