import type { ReactNode } from 'react';
import type { AgentView, NoticeView, StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';

/** Every notice leads to what one would do about it. */
export function NoticeAction({ notice, state }: { readonly notice: NoticeView; readonly state: StateView }): ReactNode {
  const { kind, agentId, provider } = notice;
  const agent = state.agents.find(({ id }) => id === agentId);
  const at = provider === undefined ? {} : { provider };
  switch (kind) {
    case 'provider-question':
      return <LinkButton href={hrefOf('keys', at)}>{say.notices.sayWhich}</LinkButton>;
    case 'bill-fault':
      return (
        agent && (
          <LinkButton href={hrefOf('requests', { agent: agent.id, ...at })}>{say.notices.seeRequests}</LinkButton>
        )
      );
    case 'brake-warning':
    case 'brake-paused':
      return agent && <Stop agent={agent} />;
    case 'mcp-tool-changed': {
      const changes = notice.about?.code === 'mcp-tool-changed' ? { changes: notice.about.server } : {};
      return <LinkButton href={hrefOf('mcp', changes)}>{say.mcp.seeDifference}</LinkButton>;
    }
    default:
      return null;
  }
}

function LinkButton({ href, children }: { readonly href: string; readonly children: string }): ReactNode {
  return <Button onClick={() => void (window.location.hash = href)}>{children}</Button>;
}

function Stop({ agent: { id, name, paused } }: { readonly agent: AgentView }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const verb = paused ? 'resume' : 'pause';
  return (
    <>
      <Button busy={busy} onClick={() => void run(async () => void (await call(({ agents }) => agents[verb]({ id }))))}>
        {say.notices[verb](name)}
      </Button>
      <Problem sentence={problem} />
    </>
  );
}
