import type { ReactNode } from 'react';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';

/** Shows a newcomer the dashboard at work, with no key and no network. */
export function SimulationButton(): ReactNode {
  const session = useSession();
  const { busy, problem, run } = useAction();
  return (
    <div>
      <Button busy={busy} icon="play" onClick={() => void run(() => session.startSimulation())}>
        {say.simulation.start}
      </Button>
      <Problem sentence={problem} />
    </div>
  );
}
