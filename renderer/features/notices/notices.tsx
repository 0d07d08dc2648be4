import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NoticeView, StateView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { useNow } from '../../state/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { shownNotices } from './shown-notices.ts';

/** What the gateway wants the person to see: a cap that fills up, an agent that may be out of hand. Newest first. */
export function Notices({ state }: { readonly state: StateView }): ReactNode {
  const now = useNow(30_000);
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set());
  return shownNotices(state.notices, dismissed, now).map((notice) => (
    <Notice
      key={`${notice.at} ${notice.id}`}
      tone={notice.kind === 'cap-warning' || notice.kind === 'prices' ? 'info' : 'warning'}
      action={<NoticeAction notice={notice} state={state} />}
      onDismiss={() => setDismissed((before) => new Set([...before, notice.id]))}
    >
      <WithCode text={notice.text} />
    </Notice>
  ));
}

/** Every notice leads to what one would do about it. */
function NoticeAction({ notice, state }: { readonly notice: NoticeView; readonly state: StateView }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const agent = state.agents.find(({ id }) => id === notice.agentId);
  if (!agent || notice.kind === 'cap-warning') return null;
  const verb = agent.paused ? 'resume' : 'pause';
  return (
    <>
      <Button busy={busy} onClick={() => void run(async () => void (await call(({ agents }) => agents[verb]({ id: agent.id }))))}>
        {say.notices[verb](agent.name)}
      </Button>
      <Problem sentence={problem} />
    </>
  );
}
