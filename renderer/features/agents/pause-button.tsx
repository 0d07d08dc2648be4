import type { ReactNode } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

/** Stops an agent at once, or lets it go on. Stopping can be undone where it is told. */
export function PauseButton({ agent }: { readonly agent: AgentView }): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const { id, name, paused } = agent;

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ agents }) => (paused ? agents.resume({ id }) : agents.pause({ id })));
      if (!paused)
        toast({
          text: say.agents.agentPaused(name),
          undo: async () => void (await call(({ agents }) => agents.resume({ id }))),
        });
    });

  return (
    <>
      <Button
        icon={paused ? 'play' : 'pause'}
        busy={busy}
        shrinks
        aria-label={paused ? say.agents.resumeAgent(name) : say.agents.pauseAgent(name)}
        title={paused ? say.agents.resumeAgentHint(name) : say.agents.pauseAgentHint(name)}
        onClick={() => void toggle()}
      >
        {paused ? say.agents.resume : say.agents.pause}
      </Button>
      <Problem sentence={problem} />
    </>
  );
}
