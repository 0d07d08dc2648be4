import type { ReactNode } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
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
      if (!paused) toast({ text: `${name} is paused.`, undo: async () => void (await call(({ agents }) => agents.resume({ id }))) });
    });

  return (
    <>
      <Button
        icon={paused ? 'play' : 'pause'}
        busy={busy}
        shrinks
        aria-label={`${paused ? 'Resume' : 'Pause'} ${name}`}
        title={paused ? `Let ${name} spend again` : `Stop ${name}, running requests too`}
        onClick={() => void toggle()}
      >
        {paused ? 'Resume' : 'Pause'}
      </Button>
      <Problem sentence={problem} />
    </>
  );
}
